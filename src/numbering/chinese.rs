//! Numbers that begin with a Chinese character: 一、 第一章 一是 其一 首先.

use super::form::Form;
use super::marker::{Marker, arabic_number};
use crate::lexicon::part_counters::{self, Count};
use crate::lexicon::{numbering_words, row_nouns};
use crate::text::character::is_han;
use crate::text::numeral;

pub(super) fn chinese_marker(text: &str, first: char) -> Option<Marker> {
    if first == '第' {
        return ordinal(text);
    }
    if let Some(marker) = worded(text) {
        return Some(marker);
    }
    if first == '其' {
        return among(text);
    }
    let (number, digits) = numeral::ordinal(text)?;
    let rest = &text[digits..];
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
    let mark = rest[spaces..].chars().next();
    let (form, mark_length) = match mark {
        None => (Form::Bare, 0),
        Some(mark @ ('、' | '．' | '.' | '､' | '，' | ',' | '：' | ':')) => {
            (Form::Chapter, spaces + mark.len_utf8())
        }
        Some(mark @ ('）' | ')')) => (Form::HalfSection, spaces + mark.len_utf8()),
        Some(mark) if spaces == 0 && counts(mark) => (Form::Count(mark), mark.len_utf8()),
        // A set-off numeral: 一　总体要求
        Some(mark) if spaces > 0 && !mark.is_ascii() => (Form::Chapter, spaces),
        _ => return None,
    };
    Some(Marker {
        form,
        number,
        length: digits + mark_length,
    })
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
    let after = &text['第'.len_utf8()..];
    let (number, digits) = numeral::ordinal(after).or_else(|| arabic_number(after))?;
    let rest = &after[digits..];
    let head = '第'.len_utf8() + digits;
    let named = numbering_words::TABLE.longest(rest);
    if let Some((row, form)) = named.and_then(|row| Some((row, headed(row.form)?))) {
        let tail = &rest[row.word.len()..];
        // 第一章 stands apart from its words; 第一部分析 is no heading.
        let mark = tail.chars().next();
        if !matches!(
            mark,
            None | Some(' ' | '\u{3000}' | '：' | ':' | '、' | '，')
        ) {
            return None;
        }
        // 第一条，要… counts as 第一，要… does.
        if form != Form::Clause || !tail.starts_with(['，', '、', '：']) {
            let words = tail.trim_start_matches([' ', '\u{3000}', '：', ':', '、']);
            return Some(Marker {
                form,
                number,
                length: text.len() - words.len(),
            });
        }
    }
    let noun = counted(rest);
    let mark = rest[noun..].chars().next()?;
    let marked = matches!(mark, '，' | '、' | ',' | '：' | ':' | '．') || noun > 0 && mark == '是';
    marked.then_some(Marker {
        form: Form::Ordinal,
        number,
        length: head + noun + mark.len_utf8(),
    })
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
    marked.then_some(Marker {
        form,
        number: row.number,
        length: row.word.len(),
    })
}

/// 其一，
fn among(text: &str) -> Option<Marker> {
    let after = &text['其'.len_utf8()..];
    let (number, digits) = numeral::ordinal(after)?;
    let mark = after[digits..].chars().next()?;
    matches!(mark, '，' | '、' | ',' | '：' | '是').then_some(Marker {
        form: Form::Among,
        number,
        length: '其'.len_utf8() + digits + mark.len_utf8(),
    })
}

/// Whether a chapter's number is rather the first of a row of numbers: 一、二产业, 二、三季度.
pub(crate) fn counts_on(text: &str, marker: Marker) -> bool {
    if marker.form != Form::Chapter {
        return false;
    }
    let rest = text[marker.length..].trim_start();
    let Some((next, digits)) = numeral::ordinal(rest) else {
        return false;
    };
    if next <= marker.number {
        return false;
    }
    let rest = &rest[digits..];
    rest.starts_with('、') || row_nouns::TABLE.longest(rest).is_some()
}
