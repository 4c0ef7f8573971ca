//! The forms that the numbers of headings and items are written in.

use crate::model::HeadingStyle;

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
    /// 专栏1: a box beside the text
    Boxed,
    /// 01 02: what a box lists
    Padded,
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
    /// Whether parts of this form stand under headings and never hold any: 一是, 一要, 其一
    pub(crate) fn is_inline(self) -> bool {
        matches!(self, Self::Count(_) | Self::Among)
    }

    /// The form of a heading's number that is usual for its style.
    pub(crate) fn of(style: HeadingStyle) -> Option<Self> {
        match style {
            HeadingStyle::Chapter => Some(Self::Chapter),
            HeadingStyle::Section => Some(Self::Section),
            HeadingStyle::Article => Some(Self::Article),
            HeadingStyle::Item => Some(Self::Item),
            HeadingStyle::Inline | HeadingStyle::Dash | HeadingStyle::Plain => None,
        }
    }

    /// Whether the form divides a text above its articles (第一条): 第一章, 一、, and what has no number.
    pub(crate) fn divides(self) -> bool {
        self.rank() < Self::Section.rank()
            || self.style() == HeadingStyle::Plain && self != Self::Boxed
    }

    /// The contract's name for the form.
    pub(crate) fn style(self) -> HeadingStyle {
        match self {
            Self::Part | Self::Chapter | Self::Bare | Self::Roman => HeadingStyle::Chapter,
            Self::PartSection | Self::Section | Self::HalfSection => HeadingStyle::Section,
            Self::Clause | Self::Article | Self::Decimal(_) => HeadingStyle::Article,
            Self::Item | Self::HalfItem | Self::Circled | Self::Letter | Self::Padded => {
                HeadingStyle::Item
            }
            Self::Ordinal
            | Self::Count(_)
            | Self::Among
            | Self::Sequence
            | Self::Sides
            | Self::Enclosed(_) => HeadingStyle::Inline,
            Self::Dash | Self::Bullet(_) => HeadingStyle::Dash,
            Self::Plain | Self::PlainUnder | Self::Closing | Self::OrdinalHeading | Self::Boxed => {
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
            Self::Item | Self::HalfItem | Self::Decimal(_) | Self::Boxed => 5,
            Self::Circled | Self::Padded => 6,
            Self::Letter => 7,
            _ => 8,
        }
    }
}
