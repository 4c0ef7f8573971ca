//! The numbers that headings and items begin with (GB/T 9704—2012, 7.3.3, and what people write).

mod numeral;

use crate::model::HeadingStyle;
pub(crate) use numeral::chinese_number;
use numeral::{arabic_digit, arabic_number, letter_number, roman_number};

/// The written forms of numbers; two headings of one list have one form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Form {
    /// 第一部分, 第一章
    Part,
    /// 第一节
    PartSection,
    /// 一、
    Chapter,
    /// 一 (alone on its line)
    Bare,
    /// （一）
    Section,
    /// 一）
    HalfSection,
    /// Ⅰ. IV、
    Roman,
    /// 第一条
    Clause,
    /// 1. 1、
    Article,
    /// 1.1, 1.1.1 and, in plans that number so, 1: the count of its figures.
    Decimal(u8),
    /// （1）
    Item,
    /// 1）
    HalfItem,
    /// ①
    Circled,
    /// A. b)
    Letter,
    /// 第一，第一、第一个问题，
    Ordinal,
    /// 第一、 before a heading that has its line to itself
    OrdinalHeading,
    /// 一是, 一要: the character after the numeral.
    Count(char),
    /// 其一
    Among,
    /// 首先, 其次, 再次, 最后
    Sequence,
    /// 一方面, 另一方面
    Sides,
    /// 一、 （一） 1. （1） 1） ① inside a paragraph; see [`Form::enclosed`].
    Enclosed(u8),
    /// ——
    Dash,
    /// ● ■
    Bullet(char),
    /// No number.
    Plain,
    /// No number, and under another heading without a number.
    PlainUnder,
    /// No number, and under no other heading: 结束语
    Closing,
}

impl Form {
    /// The contract's name for the form.
    pub(crate) fn style(self) -> HeadingStyle {
        match self {
            Self::Part | Self::Chapter | Self::Bare | Self::Roman => HeadingStyle::Chapter,
            Self::PartSection | Self::Section | Self::HalfSection => HeadingStyle::Section,
            Self::Clause | Self::Article | Self::Decimal(_) => HeadingStyle::Article,
            Self::Item | Self::HalfItem | Self::Circled | Self::Letter => HeadingStyle::Item,
            Self::Ordinal
            | Self::Count(_)
            | Self::Among
            | Self::Sequence
            | Self::Sides
            | Self::Enclosed(_) => HeadingStyle::Inline,
            Self::Dash | Self::Bullet(_) => HeadingStyle::Dash,
            Self::Plain | Self::PlainUnder | Self::Closing | Self::OrdinalHeading => {
                HeadingStyle::Plain
            }
        }
    }

    /// Whether the form numbers headings, not items inside the text.
    pub(crate) fn heads(self) -> bool {
        !matches!(self.style(), HeadingStyle::Inline | HeadingStyle::Dash)
    }

    /// The same form inside a paragraph, where it numbers items.
    pub(crate) fn enclosed(self) -> Self {
        Self::Enclosed(match self {
            Self::HalfItem => 9,
            form => form.rank(),
        })
    }

    /// The usual order of forms (GB/T 9704—2012, 7.3.3).
    pub(crate) fn rank(self) -> u8 {
        match self {
            Self::Part => 0,
            Self::PartSection => 1,
            Self::Chapter | Self::Bare | Self::Roman | Self::Decimal(1) => 2,
            Self::Section | Self::HalfSection | Self::Decimal(2) => 3,
            Self::Clause | Self::Article | Self::Decimal(3) => 4,
            Self::Item | Self::HalfItem | Self::Decimal(_) => 5,
            Self::Circled => 6,
            Self::Letter => 7,
            _ => 8,
        }
    }
}

/// A number at the beginning of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marker {
    /// How the number is written.
    pub form: Form,
    /// The number; 0 where the form has none (——, 最后).
    pub number: u32,
    /// Bytes of the number and its marks.
    pub length: usize,
}

/// The number that `text` begins with, as a heading or a paragraph of a list has it.
pub(crate) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    match first {
        '一'..='龥' => chinese_marker(text, first),
        '（' | '(' | '〔' | '[' | '【' => bracketed(text, first),
        '0'..='9' | '０'..='９' => arabic_marker(text),
        'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ' | 'A'..='Z' | 'a'..='z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            latin_marker(text, first)
        }
        '①'..='⑳' => Some(Marker {
            form: Form::Circled,
            number: first as u32 - '①' as u32 + 1,
            length: 3,
        }),
        '❶'..='❿' => Some(Marker {
            form: Form::Circled,
            number: first as u32 - '❶' as u32 + 1,
            length: 3,
        }),
        '㊀'..='㊉' => Some(Marker {
            form: Form::Circled,
            number: first as u32 - '㊀' as u32 + 1,
            length: 3,
        }),
        '㈠'..='㈩' => Some(Marker {
            form: Form::Section,
            number: first as u32 - '㈠' as u32 + 1,
            length: 3,
        }),
        '⑴'..='⒇' => Some(Marker {
            form: Form::Item,
            number: first as u32 - '⑴' as u32 + 1,
            length: 3,
        }),
        '⒈'..='⒛' => Some(Marker {
            form: Form::Article,
            number: first as u32 - '⒈' as u32 + 1,
            length: 3,
        }),
        '—' | '－' | '─' => dash(text, first),
        '●' | '■' | '◆' | '▲' | '•' | '▪' | '►' | '➢' => {
            let rest = &text[first.len_utf8()..];
            let words = rest.trim_start_matches([' ', '\u{3000}']);
            words.starts_with(is_han).then_some(Marker {
                form: Form::Bullet(first),
                number: 0,
                length: text.len() - words.len(),
            })
        }
        _ => None,
    }
}

fn dash(text: &str, first: char) -> Option<Marker> {
    let length: usize = text
        .chars()
        .take_while(|&c| c == first)
        .map(char::len_utf8)
        .sum();
    (length >= 2 * first.len_utf8() && length < text.len()).then_some(Marker {
        form: Form::Dash,
        number: 0,
        length,
    })
}

fn chinese_marker(text: &str, first: char) -> Option<Marker> {
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

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// Ⅰ. IV、 A. b): a mark and Chinese words must follow, for letters begin much else.
fn latin_marker(text: &str, first: char) -> Option<Marker> {
    let roman = roman_number(text).filter(|(_, length)| {
        let mark = text[*length..].chars().next();
        matches!(mark, Some('.' | '．' | '、')) || !first.is_ascii() && mark == Some(' ')
    });
    let (form, number, length) = match roman {
        // A lone I, V or X is rather the numeral than the letter.
        Some((number, length)) => (Form::Roman, number, length),
        None => (Form::Letter, letter_number(first)?, first.len_utf8()),
    };
    let rest = &text[length..];
    let mark = rest.chars().next()?;
    if !matches!(mark, '.' | '．' | '、' | '）' | ')' | ' ') || form == Form::Letter && mark == ' '
    {
        return None;
    }
    let words = rest[mark.len_utf8()..].trim_start_matches([' ', '\u{3000}']);
    words.starts_with(is_han).then_some(Marker {
        form,
        number,
        length: text.len() - words.len(),
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

fn bracketed(text: &str, open: char) -> Option<Marker> {
    let close = match open {
        '（' | '(' => ['）', ')'],
        '〔' => ['〕', '〕'],
        '【' => ['】', '】'],
        _ => [']', ']'],
    };
    let inner = text[open.len_utf8()..].trim_start_matches(' ');
    let skipped = text.len() - inner.len();
    let (number, digits, form) = if let Some((number, digits)) = chinese_number(inner) {
        (number, digits, Form::Section)
    } else {
        let (number, digits) = arabic_number(inner)?;
        (number, digits, Form::Item)
    };
    let rest = inner[digits..].trim_start_matches(' ');
    let close = rest.chars().next().filter(|mark| close.contains(mark))?;
    let mut length = text.len() - rest.len() + close.len_utf8();
    if skipped + digits > 24 {
        return None;
    }
    // （一）、 and （一）. are seen too.
    if let Some(mark @ ('、' | '．' | '.')) = text[length..].chars().next() {
        length += mark.len_utf8();
    }
    Some(Marker {
        form,
        number,
        length,
    })
}

fn arabic_marker(text: &str) -> Option<Marker> {
    let (number, digits) = arabic_number(text)?;
    let rest = &text[digits..];
    let mark = rest.chars().next()?;
    let after = rest[mark.len_utf8()..].chars().next();
    let form = match mark {
        // 1.5万亩 begins no heading, and 1.1 is a form of its own.
        '.' | '．' if after.is_some_and(|c| arabic_digit(c).is_some()) => {
            return decimal(text, digits + mark.len_utf8());
        }
        // 1 总则, in plans that go on with 1.1
        ' ' | '\u{3000}' => {
            let words = rest.trim_start_matches([' ', '\u{3000}']);
            let named = digits < 3 && words.starts_with(|c| is_han(c) && !measures(c));
            return named.then_some(Marker {
                form: Form::Decimal(1),
                number,
                length: text.len() - words.len(),
            });
        }
        '.' | '．' | '、' | '､' => Form::Article,
        '）' | ')' => Form::HalfItem,
        _ => return None,
    };
    after?;
    Some(Marker {
        form,
        number,
        length: digits + mark.len_utf8(),
    })
}

/// 1.1 and 2.3.1, a space after it or not: a heading of a plan. 1.5万 is a number.
fn decimal(text: &str, mut at: usize) -> Option<Marker> {
    let mut figures = 1;
    loop {
        let (number, digits) = arabic_number(&text[at..])?;
        at += digits;
        figures += 1;
        let rest = &text[at..];
        if let Some(tail) = rest.strip_prefix(['.', '．'])
            && tail.starts_with(|c| arabic_digit(c).is_some())
        {
            at = text.len() - tail.len();
            continue;
        }
        let words = rest.trim_start_matches(['.', '．', '、', ' ', '\u{3000}']);
        let named = digits < 3 && words.starts_with(|c| is_han(c) && !measures(c));
        return named.then_some(Marker {
            form: Form::Decimal(figures),
            number,
            length: text.len() - words.len(),
        });
    }
}

/// Whether a character after a number makes it a quantity.
fn measures(character: char) -> bool {
    "万亿元个百千倍公里米吨亩斤克度年月日天时分秒小平立升次件人户名台辆套项多余岁级届号至到和"
        .contains(character)
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
