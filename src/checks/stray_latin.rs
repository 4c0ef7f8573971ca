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
//! | check.stray-latin.word | 中文句子里混入了“{word}”。请核对。 | “{word}” strayed into a Chinese sentence. Check it. |
//! | check.stray-latin.case | “{word}”通常写作“{form}”。 | “{word}” is usually written “{form}”. |
//! | check.stray-latin.mixed | “{word}”大小写混用，请核对。 | “{word}” mixes capitals and small letters. Check it. |
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
use crate::model::Span;
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
    let mut at = 0;
    while let Some(start) = words[at..]
        .find(|c: char| c.is_ascii_alphabetic())
        .map(|next| at + next)
    {
        let mut start = start;
        while before(words, start).is_some_and(in_token) {
            start -= 1;
        }
        let mut end = start;
        loop {
            end += words[end..]
                .find(|c| !in_token(c))
                .unwrap_or(words.len() - end);
            let next = words[end..]
                .strip_prefix(' ')
                .and_then(|rest| rest.chars().next());
            if !next.is_some_and(|c| c.is_ascii_alphabetic()) {
                break;
            }
            end += 1;
        }
        let phrase = words[start..end].trim_end_matches(['.', '-', '/', '+', '\'', ':']);
        judge(words, phrase, start, offset, findings);
        at = end.max(start + 1);
    }
}

/// Whether a character goes on with a Latin word, an address or a model number.
fn in_token(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || ['.', '-', '&', '/', '@', '_', '\'', '+', ':', '=', '#'].contains(&character)
}

fn judge(words: &str, phrase: &str, start: usize, offset: usize, findings: &mut Findings) {
    let span = Span::new(offset + start, offset + start + phrase.len());
    if let Some(accepted) = odd_case(phrase) {
        findings
            .report(
                span,
                "check.stray-latin.case",
                &[("word", phrase), ("form", accepted)],
            )
            .suggest(span, accepted);
    } else if !phrase.contains(' ') && mixed_case(phrase) {
        findings.report(span, "check.stray-latin.mixed", &[("word", phrase)]);
    } else if strays(phrase) && among_han(words, start, start + phrase.len()) {
        findings.report(span, "check.stray-latin.word", &[("word", phrase)]);
    }
}

/// The accepted form of an abbreviation that is written in another case.
fn odd_case(word: &str) -> Option<&'static str> {
    let rows = FORMS.get(&word.to_ascii_lowercase())?;
    if rows.iter().any(|row| row.form == word) {
        return None;
    }
    let row = rows.iter().find(|row| row.kind == Kind::Abbreviation)?;
    Some(row.form)
}

/// GDp: two capitals and a small letter at the end that is no plural.
fn mixed_case(word: &str) -> bool {
    let bytes = word.as_bytes();
    let Some((last, head)) = bytes.split_last() else {
        return false;
    };
    (2..=5).contains(&head.len())
        && head.iter().all(u8::is_ascii_uppercase)
        && last.is_ascii_lowercase()
        && *last != b's'
        && !FORMS.contains_key(&word.to_ascii_lowercase())
}

/// Whether a phrase is made of common words and no names, units, addresses or models.
fn strays(phrase: &str) -> bool {
    if phrase.contains(['@', '/', '_', '=', ':', '#'])
        || phrase.contains("www")
        || has_dot_inside(phrase)
    {
        return false;
    }
    phrase.split(' ').any(|word| {
        word.len() >= 2
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'\'')
            && !FORMS.contains_key(word)
    }) && !phrase
        .split(' ')
        .any(|word| word.bytes().any(|b| b.is_ascii_digit()))
        && !is_name(phrase)
}

/// Belt and Road: capitals, and small words between them.
fn is_name(phrase: &str) -> bool {
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let words: Vec<&str> = phrase.split(' ').collect();
    words.len() > 1
        && words.first().is_some_and(|word| capital(word))
        && words.last().is_some_and(|word| capital(word))
}

fn has_dot_inside(phrase: &str) -> bool {
    phrase.trim_end_matches('.').contains('.')
}

/// Whether Chinese text goes on around a word: a Chinese character or an ordinary mark on both
/// sides, and no bracket or quotation mark around it.
fn among_han(words: &str, start: usize, end: usize) -> bool {
    let left = words[..start].trim_end_matches(' ');
    let right = words[end..].trim_start_matches([' ', '.']);
    let previous = before(left, left.len());
    let next = after(right, 0);
    let plain = |c: char| is_han(c) || matches!(c, '，' | '。' | '、' | '；' | '：');
    match (previous, next) {
        (Some(previous), Some(next)) => plain(previous) && plain(next) && !bracketed(words, start),
        (Some(previous), None) => is_han(previous) && !bracketed(words, start),
        _ => false,
    }
}

/// Whether an opening mark before `at` is not closed yet.
fn bracketed(words: &str, at: usize) -> bool {
    let mut depth = 0_i32;
    for character in words[..at].chars().rev().take(60) {
        match character {
            '（' | '(' | '“' | '《' | '「' | '[' | '【' => depth += 1,
            '）' | ')' | '”' | '》' | '」' | ']' | '】' => depth -= 1,
            '。' => break,
            _ => {}
        }
        if depth > 0 {
            return true;
        }
    }
    false
}

/// Letters of scripts that Chinese texts do not use: Cyrillic, Hangul, kana, Arabic, Thai.
fn is_foreign(character: char) -> bool {
    matches!(character, '\u{400}'..='\u{52f}' | '\u{590}'..='\u{6ff}' | '\u{e00}'..='\u{e7f}'
        | '\u{1100}'..='\u{11ff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}')
}

fn foreign(words: &str, offset: usize, findings: &mut Findings) {
    let mut at = 0;
    while let Some(start) = words[at..].find(is_foreign).map(|next| at + next) {
        let end = start
            + words[start..]
                .find(|c| !is_foreign(c))
                .unwrap_or(words.len() - start);
        // A single の is a brand's ornament more often than a slip.
        if end - start > 'の'.len_utf8() && !bracketed(words, start) {
            let span = Span::new(offset + start, offset + end);
            findings.report(
                span,
                "check.stray-latin.word",
                &[("word", &words[start..end])],
            );
        }
        at = end;
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
            ],
        );
    }
}
