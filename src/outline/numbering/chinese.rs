//! Numbers that begin with a Chinese character: 一、 第一章 一是 其一 首先.

use super::numeral::arabic_number;
use super::{Form, Marker, chinese_number};
use crate::text::character::is_han;

pub(super) fn chinese_marker(text: &str, first: char) -> Option<Marker> {
    match first {
        '第' => return ordinal(text),
        '其' => return among(text),
        '首' | '再' | '最' => return sequence(text),
        '另' => return sides(text, "另一方面", 2),
        _ => {}
    }
    let (number, digits) = chinese_number(text)?;
    if let Some(side) = sides(text, "一方面", 1).or_else(|| sides(text, "二方面", 2)) {
        return Some(side);
    }
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
    matches!(
        character,
        '是' | '要'
            | '靠'
            | '抓'
            | '看'
            | '须'
            | '应'
            | '查'
            | '防'
            | '为'
            | '讲'
            | '学'
            | '改'
            | '把'
            | '则'
            | '来'
    )
}

fn ordinal(text: &str) -> Option<Marker> {
    let after = &text['第'.len_utf8()..];
    let (number, digits) = chinese_number(after).or_else(|| arabic_number(after))?;
    let rest = &after[digits..];
    let head = '第'.len_utf8() + digits;
    for (word, form) in [
        ("部分", Form::Part),
        ("章", Form::Part),
        ("篇", Form::Part),
        ("节", Form::PartSection),
        ("条", Form::Clause),
    ] {
        if let Some(tail) = rest.strip_prefix(word) {
            // 第一章 stands apart from its words; 第一部分析 is no heading.
            let mark = tail.chars().next();
            if !matches!(
                mark,
                None | Some(' ' | '\u{3000}' | '：' | ':' | '、' | '，')
            ) {
                return None;
            }
            // 第一条，要… counts as 第一，要… does.
            if form == Form::Clause && tail.starts_with(['，', '、', '：']) {
                break;
            }
            let skipped = tail.len()
                - tail
                    .trim_start_matches([' ', '\u{3000}', '：', ':', '、'])
                    .len();
            return Some(Marker {
                form,
                number,
                length: head + word.len() + skipped,
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
    if !text.starts_with([
        '个', '点', '件', '项', '条', '句', '步', '方', '大', '类', '种',
    ]) {
        return 0;
    }
    text.char_indices()
        .take(LONGEST + 1)
        .find(|&(_, character)| !is_han(character) || character == '是')
        .map_or(0, |(at, _)| at)
}

/// 一方面, 另一方面
fn sides(text: &str, word: &str, number: u32) -> Option<Marker> {
    let rest = text.strip_prefix(word)?;
    let marked = rest.starts_with(['，', ',', '、', '要', '是', '：']);
    marked.then_some(Marker {
        form: Form::Sides,
        number,
        length: word.len(),
    })
}

fn among(text: &str) -> Option<Marker> {
    if let Some(rest) = text.strip_prefix("其次") {
        let mark = rest.chars().next();
        let marked = matches!(mark, Some('，' | '、' | ',' | '是' | '要' | '：'));
        return marked.then_some(Marker {
            form: Form::Sequence,
            number: 2,
            length: "其次".len(),
        });
    }
    let after = &text['其'.len_utf8()..];
    let (number, digits) = chinese_number(after)?;
    let mark = after[digits..].chars().next()?;
    matches!(mark, '，' | '、' | ',' | '：' | '是').then_some(Marker {
        form: Form::Among,
        number,
        length: '其'.len_utf8() + digits + mark.len_utf8(),
    })
}

fn sequence(text: &str) -> Option<Marker> {
    for (word, number) in [("首先", 1), ("再次", 0), ("再者", 0), ("最后", 0)] {
        if let Some(rest) = text.strip_prefix(word) {
            let mark = rest.chars().next();
            let marked = matches!(mark, Some('，' | '、' | ',' | '是' | '要' | '：'));
            return marked.then_some(Marker {
                form: Form::Sequence,
                number,
                length: word.len(),
            });
        }
    }
    None
}

/// Whether a chapter's number is rather the first of a row of numbers: 一、二产业, 二、三季度.
pub(crate) fn counts_on(text: &str, marker: Marker) -> bool {
    if marker.form != Form::Chapter {
        return false;
    }
    let rest = text[marker.length..].trim_start();
    let Some((next, digits)) = chinese_number(rest) else {
        return false;
    };
    if next <= marker.number {
        return false;
    }
    rest[digits..].starts_with("年级")
        || rest[digits..].chars().next().is_some_and(|after| {
            matches!(
                after,
                '产' | '季'
                    | '级'
                    | '类'
                    | '期'
                    | '线'
                    | '等'
                    | '档'
                    | '、'
                    | '者'
                    | '次'
                    | '月'
                    | '号'
                    | '批'
                    | '轮'
                    | '区'
                    | '楼'
                    | '层'
                    | '组'
                    | '队'
                    | '环'
                    | '元'
                    | '两'
                    | '审'
            )
        })
}
