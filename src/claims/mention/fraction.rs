//! 三分之一, 百分之五, 1/4, 七成.

use super::UnitKind;
use super::step::{Form, Mention, Step};
use crate::lexicon::units::Kind;
use crate::model::Span;
use crate::text::numeral::{self, Numeral, range_mark};

/// 1/4, 近1/6多.
pub(super) fn slash_fraction(
    before: &str,
    rest: &str,
    at: usize,
    whole: &Numeral,
) -> Option<Mention> {
    let tail = rest[whole.length..].strip_prefix(['/', '／'])?;
    let part = numeral::read(tail).filter(|part| part.arabic && whole.arabic)?;
    if part.value <= 1.0 || whole.value <= 0.0 || whole.value >= part.value || part.large {
        return None;
    }
    let mut length = rest.len() - tail.len() + part.length;
    // 2026/01/20 is a date or a path.
    if before.ends_with(['/', '／']) || rest[length..].starts_with(['/', '／']) {
        return None;
    }
    let more = part.or_more || rest[length..].starts_with(['多', '强']);
    if more && !part.or_more {
        length += '多'.len_utf8();
    }
    Some(fraction(before, at, length, whole.value / part.value, more))
}

pub(super) fn fraction(
    before: &str,
    at: usize,
    length: usize,
    share: f64,
    or_more: bool,
) -> Mention {
    Mention {
        span: Span::new(at, at + length),
        value: (share * 10_000.0).round() / 100.0,
        value_max: None,
        unit: Some("%".to_owned()),
        kind: UnitKind::Of(Kind::Percent),
        or_more,
        near: before.ends_with('近') || before.ends_with('约'),
        small: false,
        bare: false,
        form: Form::Fraction,
    }
}

/// 百分之五, 千分之三, 三分之一, 百分之三到五.
pub(super) fn fraction_in_words(before: &str, rest: &str, at: usize) -> Option<Step> {
    let (whole, whole_length) = if rest.starts_with("百分之") {
        (100.0, "百".len())
    } else if rest.starts_with("千分之") {
        (1000.0, "千".len())
    } else if rest.starts_with("万分之") {
        (10_000.0, "万".len())
    } else {
        let read = numeral::read(rest)?;
        if !rest[read.length..].starts_with("分之") || read.value <= 1.0 {
            return None;
        }
        (read.value, read.length)
    };
    let head = whole_length + "分之".len();
    let Some(part) = numeral::read(&rest[head..]) else {
        return Some(Step::Pass(head));
    };
    if part.value > 1e6 {
        return Some(Step::Pass(head + part.length));
    }
    let mut length = head + part.length;
    let mut mention = fraction(before, at, length, part.value / whole, part.or_more);
    if whole == 100.0 || whole == 1000.0 || whole == 10_000.0 {
        mention.form = Form::Plain;
        mention.value = part.value * 100.0 / whole;
        if whole == 1000.0 {
            mention.unit = Some("‰".to_owned());
            mention.value = part.value;
        }
        let mark = range_mark(&rest[length..]);
        if mark > 0 {
            let tail = &rest[length + mark..];
            let again = if tail.starts_with("百分之") {
                "百分之".len()
            } else {
                0
            };
            if let Some(last) = numeral::read(&tail[again..]).filter(|last| last.value > part.value)
            {
                mention.value_max = Some(last.value * 100.0 / whole);
                length += mark + again + last.length;
            }
        }
    }
    mention.span.end = at + length;
    Some(Step::Found(mention))
}

/// 七成, 3成, 两成半.
pub(super) fn tenths(before: &str, rest: &str, at: usize, read: &Numeral) -> Option<Mention> {
    let tail = rest[read.length..].strip_prefix('成')?;
    const WORDS: &[char] = &[
        '为', '立', '效', '果', '功', '本', '绩', '长', '就', '熟', '分', '员', '品', '型', '套',
        '色', '交', '片', '形', '渝',
    ];
    if read.value > 10.0
        || read.value < 1.0
        || tail.starts_with(WORDS)
        || read.or_more && tail.is_empty()
    {
        return None;
    }
    let half = tail.starts_with('半');
    let more = tail.starts_with(['多']);
    // 九成八, but not 七成一些.
    let part = tail
        .chars()
        .next()
        .and_then(numeral::chinese_digit)
        .filter(|_| {
            tail.chars().nth(1).is_none_or(|c| {
                !c.is_alphanumeric() || matches!(c, '以' | '左' | '的' | '上' | '下')
            })
        });
    let mut length = read.length + '成'.len_utf8();
    if half || more || part.is_some() {
        length += '半'.len_utf8();
    }
    let value = read.value * 10.0
        + if half {
            5.0
        } else {
            f64::from(part.unwrap_or(0))
        };
    let mut mention = fraction(before, at, length, value / 100.0, more);
    mention.form = Form::Tenths;
    Some(mention)
}
