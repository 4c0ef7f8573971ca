//! The numbers that open headings and items, wherever they stand.
//!
//! The outline has most of them; this list also has those that it gives no place of their own, so
//! that a rule that counts parts never misses one that a reader sees.

use super::document::Reading;
use crate::lexicon::row_nouns;
use crate::model::Span;
use crate::numbering::{Form, arabic_number};
use crate::source::turns;
use crate::text::numeral::{self, is_digit};

/// A number that opens a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PartMarker {
    /// The form.
    pub form: Form,
    /// The number, from 1.
    pub number: u32,
    /// Where it stands, the mark after it included.
    pub span: Span,
    /// Whether it begins a block.
    pub opens_block: bool,
}

impl PartMarker {
    /// The marker of a part and the words after it, up to the next mark.
    pub(crate) fn words(&self, text: &str) -> Span {
        /// The most bytes of a part's words.
        const LONGEST: usize = 90;
        let rest = &text[self.span.end..];
        let length = rest
            .char_indices()
            .find(|(at, c)| {
                matches!(c, '。' | '，' | ',' | '；' | ';' | '：' | '\n') || *at > LONGEST
            })
            .map_or(rest.len(), |(at, _)| at);
        Span::new(self.span.start, self.span.end + length)
    }
}

/// The numbers that open the parts of a document, in order.
pub struct Markers(Vec<PartMarker>);

impl Markers {
    /// Looks for them in a document's text, and takes those of its outline in.
    pub fn of(reading: &Reading) -> Self {
        Self(markers(reading))
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[PartMarker] {
        &self.0
    }
}

fn markers(reading: &Reading) -> Vec<PartMarker> {
    let mut found = Vec::new();
    for block in reading.blocks {
        let text = block.span.of(reading.text);
        let mut boundary = Boundary::Block;
        for (at, character) in turns(text) {
            if character.is_whitespace() || matches!(character, '“' | '”' | '’' | '*' | '#') {
                continue;
            }
            if boundary != Boundary::None
                && let Some((form, number, length)) = marker_at(&text[at..], boundary)
            {
                let start = block.span.start + at;
                found.push(PartMarker {
                    form,
                    number,
                    span: Span::new(start, start + length),
                    opens_block: boundary == Boundary::Block,
                });
            }
            boundary = match character {
                '。' | '！' | '？' | '：' | ':' | '；' | ';' => Boundary::Sentence,
                '，' | ',' | '—' | '（' | '(' => Boundary::Clause,
                _ => Boundary::None,
            };
        }
    }
    add_headings(reading, &mut found);
    found
}

/// Headings that the outline found in places where the scan does not look.
fn add_headings(reading: &Reading, found: &mut Vec<PartMarker>) {
    let mut more = Vec::new();
    for section in &reading.sections {
        let heading = section.heading;
        let (Some(form), Some(number)) = (Form::of(heading.style), heading.number) else {
            continue;
        };
        let at = found.partition_point(|marker| marker.span.start < heading.span.start);
        let known = found
            .get(at)
            .is_some_and(|marker| heading.span.covers(marker.span));
        if !known {
            more.push(PartMarker {
                form,
                number,
                span: Span::new(heading.span.start, heading.span.start),
                opens_block: true,
            });
        }
    }
    if !more.is_empty() {
        found.extend(more);
        found.sort_by_key(|marker| marker.span);
    }
}

/// What a marker stands after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Boundary {
    None,
    Clause,
    Sentence,
    Block,
}

/// A marker at the beginning of a text: form, number, length in bytes.
type Begun = Option<(Form, u32, usize)>;

/// The marker that `text` begins with.
fn marker_at(text: &str, boundary: Boundary) -> Begun {
    let first = text.chars().next()?;
    let after_sentence = matches!(boundary, Boundary::Sentence | Boundary::Block);
    match first {
        '（' | '(' => bracketed(text, first),
        '第' => ordinal(text, first, Form::Ordinal),
        '其' => ordinal(text, first, Form::Among),
        '①'..='⑳' => Some((
            Form::Circled,
            first as u32 - '①' as u32 + 1,
            first.len_utf8(),
        )),
        _ if !numeral::may_begin(first) => None,
        _ => match numeral::small_chinese(text) {
            Some((number, length)) => counted(text, number, length, after_sentence),
            None if after_sentence => numbered(text),
            None => None,
        },
    }
}

/// （一） and （1）
fn bracketed(text: &str, open: char) -> Begun {
    let inner = &text[open.len_utf8()..];
    let (form, (number, length)) = match numeral::small_chinese(inner) {
        Some(chinese) => (Form::Section, chinese),
        None => (Form::Item, arabic_number(inner)?),
    };
    let behind = inner[length..].strip_prefix(['）', ')'])?;
    Some((form, number, text.len() - behind.len()))
}

/// 第一， and 其一，
fn ordinal(text: &str, first: char, form: Form) -> Begun {
    const MARKS: [char; 9] = ['，', '、', ',', '：', ':', '.', '．', '\u{3000}', ' '];
    let inner = &text[first.len_utf8()..];
    let (number, length) = numeral::small_chinese(inner)?;
    let rest = &inner[length..];
    let is = || rest.strip_prefix('是').filter(|_| form == Form::Among);
    let behind = rest.strip_prefix(MARKS).or_else(is)?;
    Some((form, number, text.len() - behind.len()))
}

/// 一、 behind a sentence, and 一是.
fn counted(text: &str, number: u32, length: usize, after_sentence: bool) -> Begun {
    let (numeral, rest) = text.split_at(length);
    // A scan may leave a space inside: 五 是
    let rest = rest
        .strip_prefix(' ')
        .filter(|rest| rest.starts_with('是'))
        .unwrap_or(rest);
    let mark = rest.chars().next()?;
    let tail = &rest[mark.len_utf8()..];
    // 一、二产业 and 一是一，二是二 count nothing.
    let (form, is_phrase) = match mark {
        '、' if after_sentence => (Form::Chapter, lists_numbers(tail)),
        '是' | '要' => (Form::Count(mark), tail.starts_with(numeral)),
        _ => return None,
    };
    (!is_phrase).then_some((form, number, text.len() - tail.len()))
}

/// 1. and 1）
fn numbered(text: &str) -> Begun {
    let (number, length) = arabic_number(text)?;
    let rest = &text[length..];
    let mark = rest.chars().next()?;
    let tail = &rest[mark.len_utf8()..];
    let form = match mark {
        '.' | '．' | '、' => Form::Article,
        ')' | '）' => Form::HalfItem,
        _ => return None,
    };
    (!tail.starts_with(is_digit)).then_some((form, number, text.len() - tail.len()))
}

/// Whether a text goes on with a bare number and a further mark or noun: 一、|二产业.
fn lists_numbers(text: &str) -> bool {
    numeral::small_chinese(text).is_some_and(|(_, length)| {
        let rest = &text[length..];
        let mut nouns = row_nouns::TABLE.beginnings(rest);
        rest.starts_with(['、', '和']) || nouns.any(|row| row.inside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lay_out;

    fn forms(text: &str) -> Vec<(Form, u32)> {
        let layout = &lay_out(text).documents[0];
        markers(&Reading::new(layout, &[], &crate::reading::for_tests()))
            .iter()
            .map(|marker| (marker.form, marker.number))
            .collect()
    }

    #[test]
    fn numbers_are_found_where_parts_begin() {
        assert_eq!(
            forms("一、回顾\n（一）农业\n1.粮食\n要做到：一是稳，二是进；三要好。第一，快。①多②好"),
            [
                (Form::Chapter, 1),
                (Form::Section, 1),
                (Form::Article, 1),
                (Form::Count('是'), 1),
                (Form::Count('是'), 2),
                (Form::Count('要'), 3),
                (Form::Ordinal, 1),
                (Form::Circled, 1),
            ]
        );
    }

    #[test]
    fn numbers_inside_phrases_open_nothing() {
        assert_eq!(forms("一、二产业稳步发展。"), []);
        assert_eq!(forms("发展是第一要务，第一产业增长5%。"), []);
        assert_eq!(forms("增长3.5%，其中一般项目1.2亿元。"), []);
        assert_eq!(forms("说一是一，说二是二。"), []);
    }
}
