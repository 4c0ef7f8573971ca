//! # stray-latin
//!
//! ## zh: 混入外文
//!
//! 中文句子里混进了外文词，或者缩写的大小写不合习惯（GDp、pvc）。
//! 通行的缩写和名称（GDP、5G、PM2.5）、括号里的外文、网址不算。
//!
//! Why: 这是翻译工具、网页脚本或误按键盘留下的。
//!
//! Source: 新闻出版总署《关于进一步规范出版物文字使用的通知》（2010年）；通行写法见 data/latin.tsv
//!
//! ## en: Stray Latin
//!
//! A word of another script strayed into a Chinese sentence, or an abbreviation is in odd case
//! (GDp, pvc). Accepted forms (GDP, 5G, PM2.5), words in brackets and addresses are left alone.
//!
//! Why: Translation tools, scripts of a site and slips of the keyboard leave it behind.
//!
//! Source: The notice of the press administration on foreign words in publications (2010); accepted
//! forms are those of data/latin.tsv
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.stray-latin.word | 中文句子里混入了“{words}”。请核对。 | “{words}” strayed into a Chinese sentence. Check it. |
//! | check.stray-latin.case | “{words}”通常写作“{form}”。 | “{words}” is usually written “{form}”. |
//! | check.stray-latin.mixed | “{words}”大小写混用，请核对。 | “{words}” mixes capitals and small letters. Check it. |
//!
//! ## Trips
//!
//! ```text
//! 我们要坚持稳中求进 but 不松劲，把各项工作做在前面。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 我们要坚持稳中求进、毫不松劲，力争全年GDP增长6%。
//! ```

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Context, Findings};
use crate::lexicon::latin::{Kind, ROWS, Row};
use crate::model::{Severity, Span};
use crate::text::{after, before, is_han};

/// Accepted forms by their lower-case letters.
static FORMS: LazyLock<HashMap<String, Vec<&Row>>> = LazyLock::new(|| {
    let mut forms: HashMap<String, Vec<&Row>> = HashMap::new();
    for row in ROWS {
        let small = row.form.to_ascii_lowercase();
        forms.entry(small).or_default().push(row);
    }
    forms
});

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    for block in reading.blocks {
        let words = block.span.of(reading.text);
        let signs = context.signs_in(block.span);
        if signs.iter().any(|(_, sign)| sign.is_ascii_alphabetic()) {
            phrases(words, block.span.start, findings);
        }
        if signs.iter().any(|(_, sign)| is_foreign(*sign)) {
            foreign(words, block.span.start, findings);
        }
    }
}

/// Latin words, joined by single spaces into phrases.
fn phrases(words: &str, offset: usize, findings: &mut Findings) {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let mut at = 0;
    while let Some(next) = words[at..].find(is_letter) {
        let start = words[..at + next].trim_end_matches(in_token).len();
        let mut rest = words[start..].trim_start_matches(in_token);
        while let Some(next) = rest
            .strip_prefix(' ')
            .filter(|next| next.starts_with(is_letter))
        {
            rest = next.trim_start_matches(in_token);
        }
        let end = words.len() - rest.len();
        let phrase = words[start..end].trim_end_matches(['.', '-', '/', '+', '\'', ':']);
        let span = Span::new(offset + start, offset + start + phrase.len());
        if let Some(accepted) = odd_case(phrase) {
            findings.correct(span, ".case", accepted, &[]);
        } else if mixed_case(phrase) || misread(words, start, phrase) {
            findings.report(span, ".mixed", &[]);
        } else if strays(phrase) && among_han(words, start, start + phrase.len()) {
            let mut told = findings.report(span, ".word", &[]);
            if may_be_brand(phrase) {
                told.set(Severity::Info);
            }
        }
        at = end;
    }
}

/// Whether a character goes on with a Latin word, an address or a model number.
fn in_token(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || ['.', '-', '&', '/', '@', '_', '\'', '+', ':', '=', '#'].contains(&character)
}

/// The accepted form of an abbreviation that is written in another case.
fn odd_case(word: &str) -> Option<&'static str> {
    let rows = FORMS.get(&word.to_ascii_lowercase())?;
    // Mpa may be MPa, a unit, or MPA.
    if rows
        .iter()
        .any(|row| row.form == word || row.kind == Kind::Unit)
    {
        return None;
    }
    let row = rows.iter().find(|row| row.kind == Kind::Abbreviation)?;
    Some(row.form)
}

/// GDp: two capitals and a small letter at the end that is no plural.
fn mixed_case(word: &str) -> bool {
    let [head @ .., last] = word.as_bytes() else {
        return false;
    };
    (2..=5).contains(&head.len())
        && head.iter().all(u8::is_ascii_uppercase)
        && last.is_ascii_lowercase()
        && *last != b's'
        && !FORMS.contains_key(&word.to_ascii_lowercase())
}

/// 达不至lJ标准: two letters, a small one before a capital, close between Chinese characters, as a scan reads the strokes
/// of one.
fn misread(words: &str, start: usize, phrase: &str) -> bool {
    let mut letters = phrase.chars();
    let both = (letters.next(), letters.next(), letters.next());
    let inside = before(words, start).is_some_and(is_han)
        && after(words, start + phrase.len()).is_some_and(is_han);
    matches!(both, (Some('a'..='z'), Some('A'..='Z'), None))
        && inside
        && !FORMS.contains_key(&phrase.to_ascii_lowercase())
}

/// Whether a word in small letters may be a maker's or a system's name, as many are written: one that is
/// longer than those that join sentences (but, the, and).
fn may_be_brand(phrase: &str) -> bool {
    phrase.len() > 3 && !phrase.contains(' ')
}

/// Whether a phrase is made of common words and no names, units, addresses or models.
fn strays(phrase: &str) -> bool {
    let is_small = |c: char| c.is_ascii_lowercase() || matches!(c, '-' | '\'');
    let is_common =
        |word: &str| word.len() >= 2 && word.chars().all(is_small) && !FORMS.contains_key(word);
    // Belt and Road: capitals, and small words between them.
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let ends = phrase.split_once(' ').zip(phrase.rsplit_once(' '));
    let is_name = ends.is_some_and(|((first, _), (_, last))| capital(first) && capital(last));
    let has_code = |c: char| c.is_ascii_digit() || matches!(c, '@' | '/' | '_' | '=' | ':' | '#');
    // xxx stands for what is to be filled in.
    let is_blank = || phrase.chars().all(|c| c == 'x');
    !phrase.contains(has_code)
        && !is_blank()
        && !phrase.contains("www")
        && !phrase.trim_end_matches('.').contains('.')
        && phrase.split(' ').any(is_common)
        && !is_name
}

/// Whether Chinese text goes on around a word: a Chinese character or an ordinary mark on both
/// sides, and no bracket or quotation mark around it.
fn among_han(words: &str, start: usize, end: usize) -> bool {
    let left = words[..start].trim_end_matches(' ');
    let right = words[end..].trim_start_matches([' ', '.']);
    let plain = |c: char| is_han(c) || matches!(c, '，' | '。' | '、' | '；' | '：');
    let goes_on = if right.is_empty() {
        // A line without marks is a term with its name in English.
        left.ends_with(is_han) && left.contains(['，', '。', '；', '：'])
    } else {
        left.ends_with(plain) && right.starts_with(plain)
    };
    goes_on && !bracketed(words, start)
}

/// Whether an opening mark before `at` is not closed yet.
fn bracketed(words: &str, at: usize) -> bool {
    let mut depth = 0_i32;
    let near = words[..at].chars().rev().take(60);
    near.take_while(|c| *c != '。').any(|character| {
        match character {
            '（' | '(' | '“' | '《' | '「' | '[' | '【' => depth += 1,
            '）' | ')' | '”' | '》' | '」' | ']' | '】' => depth -= 1,
            _ => {}
        }
        depth > 0
    })
}

/// Letters of scripts that Chinese texts do not use: Cyrillic, Hangul, kana, Arabic, Thai.
fn is_foreign(character: char) -> bool {
    matches!(character, '\u{400}'..='\u{52f}' | '\u{590}'..='\u{6ff}' | '\u{e00}'..='\u{e7f}'
        | '\u{1100}'..='\u{11ff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}')
}

fn foreign(words: &str, offset: usize, findings: &mut Findings) {
    let mut at = 0;
    while let Some(next) = words[at..].find(is_foreign) {
        let start = at + next;
        at = words.len() - words[start..].trim_start_matches(is_foreign).len();
        // A single の is a brand's ornament more often than a slip.
        if at - start > 'の'.len_utf8() && !bracketed(words, start) {
            findings.report(Span::new(offset + start, offset + at), ".word", &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_strayed_words_and_odd_case() {
        trips(
            "stray-latin",
            &[
                "水质达⟦lJ⟧三类标准。",
                "坚持稳中求进 ⟦but⟧ 不松劲，加油干。",
                "全县⟦GDp⟧增长5.8%，居全市第三。",
                "建成⟦pvc⟧管材生产线两条。",
                "持续优化营商环境⟦the⟧服务水平。",
                "我们要不忘初心，⟦of course⟧，也要守正创新。",
                "推动⟦r&D⟧投入较快增长。",
                "全面推行⟦Ppp⟧模式，引进社会资本。",
                "加快补齐短板⟦and⟧强化弱项。",
                "加强管理，⟦привет⟧提高效率。",
                "经济⟦gdp⟧总量再上台阶。",
                "发展ABc产业".replace("ABc", "⟦EPc⟧").as_str(),
            ],
        );
    }

    #[test]
    fn keeps_silent_on_accepted_forms() {
        silent(
            "stray-latin",
            &[
                "线路为10kV电压，水质pH值正常，容量5mW以上。",
                "GDP增长5%，R&D投入强度达到2.1%，PM2.5浓度下降。",
                "建设5G基站120座，推广APP和iPhone应用。",
                "与DeepSeek、OpenAI、Google等企业合作。",
                "打响“made in China”品牌。",
                "详见 www.gov.cn 和 test@example.com。",
                "建设100万kW风电、220kV变电站，年发电20亿kWh。",
                "国内生产总值（gross domestic product）稳步增长。",
                "加入WTO和RCEP以来，外贸较快增长。",
                "G1817线、S315线和C919客机。",
                "共建Belt and Road合作平台。",
                "K歌、T恤、A股、B超、e租宝等。",
                "推广wifi、vlog、logo设计。",
                "请报送申报书 word 版和盖章的 pdf 版，表格为 excel 文件。",
                "由xxx同志主持，请xx局长讲话。",
                "年度体检 annual examination",
                "推进NOx、SOx减排，管网压力为Mpa级。",
            ],
        );
    }
}
