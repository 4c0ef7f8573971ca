//! Numbers that begin with a Chinese character: 一、 第一章 一是 其一 首先.

use super::form::Form;
use super::marker::{Marker, arabic_number};
use crate::lexicon::part_counters::{self, Count};
use crate::lexicon::{numbering_words, part_nouns, row_nouns, surnames};
use crate::text::character::is_han;
use crate::text::is_longer;
use crate::text::numeral;

pub(super) fn chinese_marker(text: &str, first: char) -> Option<Marker> {
    if first == '第' {
        return ordinal(text);
    }
    if let Some(marker) = boxed(text).or_else(|| worded(text)) {
        return Some(marker);
    }
    if first == '其' {
        return among(text);
    }
    let (number, digits) = numeral::ordinal(text)?;
    let rest = &text[digits..];
    let spaces = rest.len() - rest.trim_start().len();
    let mark = rest[spaces..].chars().next();
    let (form, mark_length) = match mark {
        None => (Form::Bare, 0),
        Some(mark @ ('、' | '．' | '.' | '､' | '，' | ',' | '：' | ':')) => {
            (Form::Chapter, spaces + mark.len_utf8())
        }
        Some(mark @ ('）' | ')')) => (Form::HalfSection, spaces + mark.len_utf8()),
        // A scan may leave a space inside: 五 是
        Some(mark)
            if spaces == 0 && counts(mark)
                || mark == '是' && rest[..spaces].chars().count() == 1 =>
        {
            (Form::Count(mark), spaces + mark.len_utf8())
        }
        // A set-off numeral: 一　总体要求
        Some(mark) if spaces > 0 && !mark.is_ascii() && !is_surname(first) => {
            (Form::Chapter, spaces)
        }
        _ => return None,
    };
    Some(Marker::new(form, number, digits + mark_length))
}

/// The characters that make an item of a numeral before them: 一是, 一要.
fn counts(character: char) -> bool {
    [
        '是', '要', '靠', '抓', '看', '须', '应', '查', '防', '为', '讲', '学', '改', '把', '则',
        '来',
    ]
    .contains(&character)
}

fn ordinal(text: &str) -> Option<Marker> {
    // 第 39 條 is how the laws of some places are set.
    let after = text['第'.len_utf8()..].trim_start_matches(' ');
    let (number, digits) = numeral::ordinal(after).or_else(|| arabic_number(after))?;
    let rest = &after[digits..];
    let spaced = rest.trim_start_matches(' ');
    let rest = match numbering_words::TABLE.longest(spaced) {
        Some(_) => spaced,
        None => rest,
    };
    let named = numbering_words::TABLE.longest(rest);
    if let Some((row, form)) = named.and_then(|row| Some((row, headed(row.form)?))) {
        let tail = &rest[row.word.len()..];
        // 第一章 stands apart from its words; 第一部分析 is no heading. 第一条为了规范…: an article need not,
        // but 第一条经验 counts.
        let apart = tail.is_empty()
            || tail.starts_with(|mark: char| mark.is_whitespace() || "：:、，".contains(mark));
        let glued = || form == Form::Clause && is_longer(tail, SHORTEST) && !names_part(tail);
        if !(apart || glued()) {
            return None;
        }
        // 第一条，要… counts as 第一，要… does.
        if form != Form::Clause || !tail.starts_with(['，', '、', '：']) {
            let words = tail
                .trim_start_matches(|mark: char| mark.is_whitespace() || "：:、".contains(mark));
            return Some(Marker::new(form, number, text.len() - words.len()));
        }
    }
    let noun = counted(rest);
    let mut behind = rest[noun..].chars();
    let mark = behind.next()?;
    let marked = matches!(mark, '，' | '、' | ',' | '：' | ':' | '．') || noun > 0 && mark == '是';
    let length = text.len() - behind.as_str().len();
    marked.then_some(Marker::new(Form::Ordinal, number, length))
}

/// The characters of an article that need no space behind its number are more than these.
const SHORTEST: usize = 7;

/// Whether what an ordinal counts is named here: 第一条|经验, 第二条|是
fn names_part(text: &str) -> bool {
    text.starts_with('是') || part_nouns::TABLE.longest(text).is_some()
}

/// Whether a numeral of the kind that accounts use begins a name rather: 陆　川
fn is_surname(numeral: char) -> bool {
    surnames::TABLE.has(numeral.encode_utf8(&mut [0; 4]))
}

/// Whether a line names a picture or a table with its number: 图3　体系结构, 表2-1 主要指标
pub(crate) fn is_caption(text: &str) -> bool {
    let row = numbering_words::TABLE.longest(text);
    row.filter(|row| row.form == numbering_words::Form::Caption)
        .map(|row| text[row.word.len()..].trim_start())
        .and_then(arabic_number)
        .is_some()
}

/// 专栏1　技术攻关行动: the number of a box beside the text.
pub(super) fn boxed(text: &str) -> Option<Marker> {
    let row = numbering_words::TABLE.longest(text)?;
    let after = text[row.word.len()..].trim_start();
    let (number, digits) = numeral::ordinal(after).or_else(|| arabic_number(after))?;
    let words = after[digits..]
        .trim_start_matches(|mark: char| mark.is_whitespace() || "：:".contains(mark));
    let apart = words.len() < after.len() - digits || words.is_empty();
    (row.form == numbering_words::Form::Boxed && apart).then_some(Marker::new(
        Form::Boxed,
        number,
        text.len() - words.len(),
    ))
}

/// The bytes of what an ordinal counts at the beginning of `text`: 第一|个问题|，第二|点|，
fn counted(text: &str) -> usize {
    /// The most characters of it.
    const LONGEST: usize = 5;
    let mut rows = part_counters::TABLE.beginnings(text);
    if !rows.any(|row| row.counts.has(Count::Ordinal)) {
        return 0;
    }
    text.char_indices()
        .take(LONGEST + 1)
        .find(|&(_, character)| !is_han(character) || character == '是')
        .map_or(0, |(at, _)| at)
}

/// The form of a heading whose number one of these words stands behind.
fn headed(form: numbering_words::Form) -> Option<Form> {
    match form {
        numbering_words::Form::Part => Some(Form::Part),
        numbering_words::Form::PartSection => Some(Form::PartSection),
        numbering_words::Form::Clause => Some(Form::Clause),
        _ => None,
    }
}

/// Words that number a part by themselves: 首先, 其次, 一方面, 另一方面.
fn worded(text: &str) -> Option<Marker> {
    let row = numbering_words::TABLE.longest(text)?;
    let form = match row.form {
        numbering_words::Form::Sequence => Form::Sequence,
        numbering_words::Form::Sides => Form::Sides,
        _ => return None,
    };
    let marked = text[row.word.len()..].starts_with(['，', '、', ',', '是', '要', '：']);
    marked.then_some(Marker::new(form, row.number, row.word.len()))
}

/// 其一，
fn among(text: &str) -> Option<Marker> {
    let after = &text['其'.len_utf8()..];
    let (number, digits) = numeral::ordinal(after)?;
    let behind = after[digits..].strip_prefix(['，', '、', ',', '：', '是'])?;
    Some(Marker::new(Form::Among, number, text.len() - behind.len()))
}

/// Whether a chapter's number is rather the first of a row of numbers: 一、二产业, 二、三季度.
pub(crate) fn counts_on(text: &str, marker: Marker) -> bool {
    let rest = text[marker.length..].trim_start();
    marker.form == Form::Chapter
        && numeral::ordinal(rest).is_some_and(|(next, digits)| {
            let rest = &rest[digits..];
            let named = || row_nouns::TABLE.longest(rest).is_some();
            next > marker.number && (rest.starts_with('、') || named())
        })
}
