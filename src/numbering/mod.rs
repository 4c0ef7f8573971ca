//! The numbers that headings and items begin with (GB/T 9704—2012, 7.3.3, and what people write).

mod chinese;
mod form;
mod latin;
mod list_opening;
mod marker;

use chinese::chinese_marker;
pub(crate) use chinese::counts_on;
pub(crate) use chinese::is_caption;
pub(crate) use form::Form;
use latin::{arabic_marker, bracketed, latin_marker};
pub(crate) use list_opening::{leads_on, lists};
pub(crate) use marker::{Marker, arabic_number};

use crate::text::character::is_han;

/// The number that `text` begins with, as a heading or a paragraph of a list has it.
pub(crate) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    match first {
        _ if is_han(first) => chinese_marker(text, first),
        '（' | '(' | '〔' | '[' | '【' => bracketed(text, first),
        '0'..='9' | '０'..='９' => arabic_marker(text),
        'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ' | 'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            latin_marker(text, first)
        }
        '—' | '－' | '─' => dash(text, first),
        '●' | '■' | '◆' | '▲' | '•' | '▪' | '►' | '➢' => {
            let rest = &text[first.len_utf8()..];
            let words = rest.trim_start_matches([' ', '\u{3000}']);
            let bullet = Marker::new(Form::Bullet(first), 0, text.len() - words.len());
            words.starts_with(is_han).then_some(bullet)
        }
        _ => single_sign(first),
    }
}

/// Numbers that are one sign: the first and the last of each row, and the form that they have.
const SINGLE_SIGNS: [(char, char, Form); 6] = [
    ('①', '⑳', Form::Circled),
    ('❶', '❿', Form::Circled),
    ('㊀', '㊉', Form::Circled),
    ('㈠', '㈩', Form::Section),
    ('⑴', '⒇', Form::Item),
    ('⒈', '⒛', Form::Article),
];

fn single_sign(sign: char) -> Option<Marker> {
    let mut rows = SINGLE_SIGNS.into_iter();
    let (first, _, form) = rows.find(|(first, last, _)| (*first..=*last).contains(&sign))?;
    let number = sign as u32 - first as u32 + 1;
    Some(Marker::new(form, number, sign.len_utf8()))
}

fn dash(text: &str, first: char) -> Option<Marker> {
    let length = text.len() - text.trim_start_matches(first).len();
    (length >= 2 * first.len_utf8() && length < text.len()).then_some(Marker::new(
        Form::Dash,
        0,
        length,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Form, u32, &str)> {
        marker(text).map(|m| (m.form, m.number, &text[m.length..]))
    }

    #[test]
    fn numbers_are_read_in_every_form() {
        let cases = [
            ("一、总体要求", Form::Chapter, 1, "总体要求"),
            ("二十三、附则", Form::Chapter, 23, "附则"),
            ("十一 、加强领导", Form::Chapter, 11, "加强领导"),
            ("（三）抓落实", Form::Section, 3, "抓落实"),
            ("(十二)抓落实", Form::Section, 12, "抓落实"),
            ("( 四 ) 抓落实", Form::Section, 4, " 抓落实"),
            ("1.修路", Form::Article, 1, "修路"),
            ("１２．修路", Form::Article, 12, "修路"),
            ("3、修路", Form::Article, 3, "修路"),
            ("（7）修路", Form::Item, 7, "修路"),
            ("⑶修路", Form::Item, 3, "修路"),
            ("④修路", Form::Circled, 4, "修路"),
            ("第二章 职责", Form::Part, 2, "职责"),
            ("第三，要修路", Form::Ordinal, 3, "要修路"),
            ("一是修路", Form::Count('是'), 1, "修路"),
            ("三要修路", Form::Count('要'), 3, "修路"),
            ("五 是修路", Form::Count('是'), 5, "修路"),
            ("其二，修路", Form::Among, 2, "修路"),
            ("其次，修路", Form::Sequence, 2, "，修路"),
            ("——修路", Form::Dash, 0, "修路"),
            ("1.2 修路", Form::Decimal(2), 2, "修路"),
            ("1.2.3修路", Form::Decimal(3), 3, "修路"),
            ("2 职责", Form::Decimal(1), 2, "职责"),
            ("廿一、加强领导", Form::Chapter, 21, "加强领导"),
            ("一. 总体要求", Form::Chapter, 1, " 总体要求"),
            ("三）抓落实", Form::HalfSection, 3, "抓落实"),
            ("【二】抓落实", Form::Section, 2, "抓落实"),
            ("Ⅱ、抓落实", Form::Roman, 2, "抓落实"),
            ("IV. 抓落实", Form::Roman, 4, "抓落实"),
            ("B.修路", Form::Letter, 2, "修路"),
            ("第十二条 各乡镇", Form::Clause, 12, "各乡镇"),
            ("第二个问题，修路", Form::Ordinal, 2, "修路"),
            ("第三点，修路", Form::Ordinal, 3, "修路"),
            ("另一方面，修路", Form::Sides, 2, "，修路"),
            ("●修路", Form::Bullet('●'), 0, "修路"),
        ];
        for (text, form, number, rest) in cases {
            assert_eq!(read(text), Some((form, number, rest)), "{text}");
        }
    }

    #[test]
    fn numbers_in_running_text_are_left_alone() {
        for text in [
            "1.5万亩",
            "2024年",
            "一年来",
            "三农工作",
            "第一书记",
            "（2024年）",
            "第一部分析",
            "12345、",
            "2.3万人",
            "3 个月",
            "AI技术",
            "II级响应",
            "第一个五年计划",
            "第一条战线",
            "一方面军",
        ] {
            assert_eq!(marker(text), None, "{text}");
        }
    }

    #[test]
    fn a_row_of_numbers_is_no_chapter() {
        for (text, row) in [
            ("二、三产业比重上升", true),
            ("一、二、三产业融合", true),
            ("一、二〇二四年工作回顾", false),
            ("二、三年来的做法", false),
            ("一、一年来的工作", false),
        ] {
            let marker = marker(text).unwrap_or(Marker {
                form: Form::Plain,
                number: 0,
                length: 0,
            });
            assert_eq!(counts_on(text, marker), row, "{text}");
        }
    }
}
