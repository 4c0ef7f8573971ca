//! # placeholder
//!
//! ## zh: 未填写的内容
//!
//! 模板里没有填的地方：XX县、某某同志、××乡、○○年，空的括号，顿号之间没有内容，
//! 百分号前没有数字。“某县”这样的泛指不算。
//!
//! Why: 稿子还没写完，或者地名、人名、数字被抽掉了。
//!
//! Source: 编校惯例
//!
//! ## en: Placeholder
//!
//! What a template left open: XX县, 某某同志, ××乡, ○○年, empty brackets, an enumeration with
//! nothing between its marks, a percent sign without a number. A vague 某县 is none.
//!
//! Why: The text is not finished, or names and figures were taken out of it.
//!
//! Source: Editors’ practice
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.placeholder | “{words}”像是没有填写的内容。请补上。 | “{words}” looks like a blank that was never filled in. Fill it in. |
//! | check.placeholder.throughout | 文中有 {count} 处留空，像是待填写的模板。用于正式行文时请逐处补上。 | {count} places are left open, as in a form. Fill them in before it is sent. |
//! | check.placeholder.item | 并列的“{words}”之间没有内容，可能漏了名称。请补上。 | Nothing stands between the marks “{words}”; names may have been lost. Add them. |
//! | check.placeholder.empty | “{words}”里没有内容。请补上或删去。 | “{words}” is empty. Fill it in or take it out. |
//! | check.placeholder.percent | “{words}”前没有数字。请补上。 | No number stands before “{words}”. Add it. |
//!
//! ## Trips
//!
//! ```text
//! 4月中旬，县里将在XX镇召开现场会，推广经验。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 4月中旬，县里将在青溪镇召开现场会，推广经验。
//! ```

use super::day::Day;
use super::{Context, Findings, Role};
use crate::lexicon::surnames;
use crate::model::{Severity, Span};
use crate::reading::Pos;
use crate::text::{
    after, before, chinese_digit, is_digit, is_han, wants_figure, window_after, window_before,
};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let mut found: Vec<(Span, &str)> = Vec::new();
    let mut until = 0;
    for &(at, character) in context.signs() {
        if at < until || character.is_ascii_digit() {
            continue;
        }
        let end = at + character.len_utf8();
        let (end, case) = match character {
            'X' | 'x' | 'Ｘ' | '×' | '✕' | '╳' => (crosses(text, at), ""),
            '*' => (stars(text, at), ""),
            '○' | '〇' | '◯' | '□' | '＊' | '_' | '＿' => {
                (blanks(text, at, character), "")
            }
            '、' => (empty_item(text, at), ".item"),
            '（' => (empty_pair(text, at, end, '）'), ".empty"),
            '(' => (empty_pair(text, at, end, ')'), ".empty"),
            '《' => (empty_pair(text, at, end, '》'), ".empty"),
            '“' => (empty_pair(text, at, end, '”'), ".empty"),
            '%' | '％' => (lone_percent(text, at).then_some(end), ".percent"),
            _ => continue,
        };
        if let Some(end) = end {
            until = end;
            found.push((Span::new(at, end), case));
        }
    }
    let blank = |day: &&Day| day.month == 0 || day.day == 0;
    let days = context.days().iter().filter(blank);
    found.extend(days.map(|day| (day.span, "")));
    until = 0;
    for somebody in context.places(Role::Somebody) {
        if somebody.start >= until {
            (until, _) = run(text, somebody.start, |c| c == '某');
            if is_masked_name(context, somebody.start) {
                continue;
            }
            found.push((Span::new(somebody.start, until), ""));
        }
    }
    found.retain(|&(span, case)| !case.is_empty() || !is_named_pattern(context, span));
    found.sort_unstable();
    match found[..] {
        // A form to be filled in.
        [(first, _), ..] if found.len() > MOST => {
            let count = found.len().to_string();
            findings
                .report(first, ".throughout", &[("count", &count)])
                .set(Severity::Info);
        }
        _ => found.iter().for_each(|&(span, case)| {
            let mut finding = findings.report(span, case, &[]);
            if case.is_empty() && is_pattern(context, span) {
                finding.set(Severity::Info);
            }
        }),
    }
}

/// 廖某某等27人: whether a surname stands before, and no word that is written like one (向某某县).
fn is_masked_name(context: &Context, start: usize) -> bool {
    let reading = context.reading;
    let family = window_before(reading.text, start, 1);
    let at = reading
        .tokens
        .partition_point(|token| token.span.end < start);
    let links = reading.tokens.get(at).is_some_and(|token| {
        token.span.end == start
            && matches!(
                token.pos,
                Pos::Preposition | Pos::Conjunction | Pos::Adverb | Pos::Verb
            )
    });
    !links && surnames::TABLE.has(family)
}

/// 统一命名为“××县××镇食堂”, ____年__月__日: whether a blank is one of a name's pattern between quotation marks, or of
/// a line that is all to be filled in.
fn is_pattern(context: &Context, blank: Span) -> bool {
    let reading = context.reading;
    let index = reading
        .blocks
        .partition_point(|block| block.span.end < blank.end);
    let Some(line) = reading.blocks.get(index).map(|block| block.span) else {
        return false;
    };
    let lead = Span::new(line.start, blank.start).of(reading.text);
    let (open, close) = (lead.rfind('“'), lead.rfind('”'));
    let quoted = open > close && !lead.ends_with('“');
    let filled = line.of(reading.text).chars().filter(|c| is_han(*c));
    let is_form =
        filled.clone().count() <= 3 && filled.clone().all(|c| matches!(c, '年' | '月' | '日'));
    let named =
        open > close && lead.ends_with('“') && reading.text[blank.end..].starts_with(is_han);
    quoted || named || is_form
}

/// 统一命名为“××县××镇食堂”, 按“××站”的格式: whether a blank stands between quotation marks in a sentence that gives a
/// pattern.
fn is_named_pattern(context: &Context, blank: Span) -> bool {
    /// How far behind the quotation what it is may be said, in characters.
    const BEHIND: usize = 8;
    let reading = context.reading;
    let sentence = reading.sentences[reading.sentence_at(blank.start)];
    let lead = Span::new(sentence.start.min(blank.start), blank.start).of(reading.text);
    let close = || {
        let rest = Span::new(blank.end, sentence.end.max(blank.end)).of(reading.text);
        let at = rest.find('”')?;
        Some(window_after(rest, at, BEHIND))
    };
    lead.rfind('“') > lead.rfind('”')
        && (Role::Pattern.stands_in(lead)
            || close().is_some_and(|near| Role::Pattern.stands_in(near)))
}

/// A text with more blanks is a form.
const MOST: usize = 10;

/// The end of a run of `same` characters that begins at `at`, and its length in characters.
fn run(text: &str, at: usize, same: impl Fn(char) -> bool) -> (usize, usize) {
    /// A longer run is an ornament.
    const LONGEST: usize = 40;
    let near = window_after(text, at, LONGEST);
    let run = &near[..near.len() - near.trim_start_matches(same).len()];
    (at + run.len(), run.chars().count())
}

/// XX, ××, 20XX年: at least two crosses, or one to three after the first figures of a year.
fn crosses(text: &str, at: usize) -> Option<usize> {
    let first = after(text, at)?;
    let (end, count) = run(text, at, |c| c == first);
    let (previous, next) = (before(text, at), after(text, end));
    let is_placeholder = match previous {
        _ if next.is_some_and(|c| c.is_ascii_alphanumeric()) => false,
        Some(previous) if previous.is_ascii_alphabetic() => false,
        // 202X年, 20XX年, but not 3×5.
        Some(previous) if previous.is_ascii_digit() => count <= 3 && next == Some('年'),
        _ if count < 2 => {
            let counted = text[end..].starts_with(['年', '月', '县', '市', '省', '乡', '镇', '村']);
            first == '×' && counted && previous != Some('第')
        }
        _ => {
            let science = Role::Code.begins(&text[end..]).is_some() && first != '×';
            (next.is_some_and(is_han) || previous.is_some_and(is_han)) && !science
        }
    };
    is_placeholder.then_some(end)
}

/// **县, 增长**%: stars between words; two runs in one paragraph may mark words in bold.
fn stars(text: &str, at: usize) -> Option<usize> {
    let (end, count) = run(text, at, |c| c == '*');
    let near =
        before(text, at).is_some_and(|c| is_han(c) || matches!(c, '，' | '。' | '、' | '；'));
    let mut lines = window_after(text, end, 200).split('\n');
    let closes = lines.next().is_some_and(|line| line.contains("**"));
    // 牵头单位：****
    let behind = text[end..].trim_start_matches(' ');
    let bare = text[..at].ends_with(['：', ':'])
        && (behind.is_empty() || behind.starts_with(['\n', '。', '；', '，']));
    let wanted = near && wants_figure(&text[end..]) || bare && count >= 3;
    (count >= 2 && wanted && !closes).then_some(end)
}

/// ○○, □□, ＊＊, ____; ○ inside a year is a nought.
fn blanks(text: &str, at: usize, mark: char) -> Option<usize> {
    let (end, count) = run(text, at, |c| c == mark);
    let paired = || {
        let lead = window_before(text, at, 60).rsplit('\n').next();
        let rest = window_after(text, end, 60).split('\n').next();
        [lead, rest]
            .into_iter()
            .flatten()
            .any(|side| side.contains(mark))
    };
    // __词__ is a word in bold.
    let least = match mark {
        '＊' => 3,
        '_' | '＿' if paired() => 3,
        _ => 2,
    };
    let beside = [before(text, at), after(text, end)];
    let mut beside = beside.iter().flatten();
    let figure = |c: &char| chinese_digit(*c).is_some() || is_digit(*c);
    let near = beside.clone().any(|c| is_han(*c));
    (count >= least && near && !beside.any(figure)).then_some(end)
}

/// 、、 or 、 before a mark that ends the list.
fn empty_item(text: &str, at: usize) -> Option<usize> {
    let (end, count) = run(text, at, |c| c == '、' || c == ' ');
    let marks = &text[at..end];
    if marks.matches('、').nth(1).is_some() && count <= 6 {
        return Some(at + marks.rfind('、')? + '、'.len_utf8());
    }
    let behind = text[end..].strip_prefix(['和', '及'])?.strip_prefix('、')?;
    Some(text.len() - behind.len())
}

/// （）, 《》, “”: brackets with nothing inside.
fn empty_pair(text: &str, at: usize, inside: usize, close: char) -> Option<usize> {
    let inside = &text[inside..];
    let rest = inside.trim_start_matches([' ', '\u{3000}']);
    let behind = rest.strip_prefix(close)?;
    // ( ) is a box to tick, and f() is code.
    let tied = before(text, at).is_some_and(|c| c.is_ascii_alphanumeric());
    let box_to_tick = rest.len() < inside.len() && matches!(close, '）' | ')');
    (!tied && !box_to_tick).then(|| text.len() - behind.len())
}

/// 增长%: a percent sign after a Chinese character.
fn lone_percent(text: &str, at: usize) -> bool {
    let stated = text[..at].trim_end_matches(' ').ends_with([
        '长', '降', '高', '升', '到', '达', '为', '占', '过', '增', '近', '约', '低', '的',
    ]);
    let table = window_before(text, at, 3).contains(['(', '（'])
        || window_after(text, at, 3).contains([')', '）']);
    stated && !table && !heads_column(text, at)
}

/// 增长%, 比上年增长%: whether the sign ends a cell that is the head of a column: the line, or what stands between
/// spaces, has no mark. No more is looked at than such a head has.
fn heads_column(text: &str, at: usize) -> bool {
    /// The most characters of such a head.
    const LONGEST: usize = 8;
    const BETWEEN: [char; 4] = ['\n', '\t', ' ', '\u{3000}'];
    let near = window_before(text, at, LONGEST + 1);
    let begins = near.len() == at && near.chars().count() <= LONGEST;
    let head = near.rsplit(BETWEEN).next().unwrap_or(near);
    let begins = begins || head.len() < near.len();
    let sign = text[at..].chars().next().map_or(0, char::len_utf8);
    let behind = &text[at + sign..];
    begins && head.chars().all(is_han) && (behind.is_empty() || behind.starts_with(BETWEEN))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_what_was_left_open() {
        trips(
            "placeholder",
            &[
                "现将方案印发，并向⟦某某⟧县人民政府。",
                "上月在⟦XX⟧镇召开现场会。",
                "⟦某某⟧同志作了发言。",
                "全年投入⟦**⟧亿元。",
                "⟦××⟧乡党委书记作表态。",
                "⟦○○⟧县人民政府负责落实。",
                "20⟦XX⟧年全县经济平稳。",
                "加快建设⟦、、⟧三个园区。",
                "工业增加值增长⟦%⟧，高于全市。",
                "印发了⟦《》⟧，明确了分工。",
                "由⟦xxx⟧局牵头办理。",
                "责任人⟦____⟧局长负责。",
                "涉及农业、水利和⟦、、⟧等部门。",
                "全镇⟦×⟧村已完成改造。",
                "河东片区和⟦__⟧科技园年内开园。",
                "责任单位：⟦****⟧",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_words_that_look_alike() {
        silent(
            "placeholder",
            &[
                "依法查办廖某某等27人涉黑案。",
                "女性有两条XX染色体。",
                "各站按“××县××镇便民服务站”的格式挂牌。",
                "加快__科技园__建设。",
                "二○○八年，全县经济平稳。",
                "二〇〇〇年以来，变化很大。",
                "有的同志说，某县做得好。",
                "展板长3×5米，共20块。",
                "会议要求，**重点任务**要抓紧。",
                "衣服有XXL码和XL码。",
                "增长5%，占比（%）见附表。",
                "农业、林业、水利等部门要配合。",
                "预算数\n增长%\n税收收入",
                "预算科目 完成数 增长% 预算科目 完成数 增长%\n税收收入",
                "指标\t绝对数\t比上年增长%\n货运量",
                "（ ）内打钩。",
                "20世纪XX年代".replace("XX", "90").as_str(),
            ],
        );
    }
}
