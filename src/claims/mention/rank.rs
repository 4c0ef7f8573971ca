//! 第一位, 前三名, 翻一番.

use super::UnitKind;
use super::step::{Form, Mention, Step};
use super::unit::unit;
use crate::lexicon::units::Kind;
use crate::model::Span;
use crate::text::numeral;

/// 第一位, 居全市第二; not 第三次会议, 第一产业, 第一书记.
pub(super) fn rank(before: &str, rest: &str, at: usize) -> Step {
    let head = '第'.len_utf8();
    let Some(read) = numeral::read(&rest[head..]) else {
        return Step::Pass(head);
    };
    let mut end = head + read.length;
    let tail = &rest[end..];
    let placed = tail.starts_with('位') || tail.starts_with('名');
    let recent: String = before.chars().rev().take(14).collect();
    let ranked = recent
        .chars()
        .any(|c| matches!(c, '居' | '列' | '排' | '跃' | '升'))
        || [
            "全国", "世界", "全省", "全区", "全市", "全盟", "全县", "全州", "全球", "亚洲", "西部",
            "中部", "东部",
        ]
        .iter()
        .any(|place| before.ends_with(place));
    let closed = tail.is_empty() || tail.starts_with(|c: char| !c.is_alphanumeric());
    let is_rank = ranked && (placed || closed);
    if !is_rank || !(1.0..=1000.0).contains(&read.value) {
        // The whole ordinal is passed, so that 第三次 leaves no 三次.
        let unit_length = unit(tail).map_or(0, |unit| unit.length);
        return Step::Pass(end + unit_length);
    }
    if placed {
        end += '位'.len_utf8();
    }
    Step::Found(rank_mention(at, end, read.value, false))
}

/// 前10位, 前三名, 前五.
pub(super) fn leading_rank(rest: &str, at: usize) -> Step {
    let head = '前'.len_utf8();
    let Some(read) = numeral::read(&rest[head..]) else {
        return Step::Pass(head);
    };
    let tail = &rest[head + read.length..];
    let placed = tail.starts_with('位') || tail.starts_with('名') || tail.starts_with('强');
    let closed = tail.is_empty() || tail.starts_with(|c: char| !c.is_alphanumeric());
    if !(placed || closed) || read.value > 1000.0 || read.value < 1.0 {
        return Step::Pass(head);
    }
    let length = head + read.length + if placed { '位'.len_utf8() } else { 0 };
    Step::Found(rank_mention(at, length, read.value, true))
}

pub(super) fn rank_mention(at: usize, length: usize, value: f64, leading: bool) -> Mention {
    Mention {
        span: Span::new(at, at + length),
        value,
        value_max: None,
        unit: Some("位".to_owned()),
        kind: if leading {
            UnitKind::LeadingRank
        } else {
            UnitKind::Rank
        },
        or_more: false,
        near: false,
        small: false,
        bare: false,
        form: Form::Rank,
    }
}

/// 翻番, 翻一番, 翻两番, 翻了一番.
pub(super) fn doubling(rest: &str, at: usize) -> Step {
    let mut end = '翻'.len_utf8();
    if rest[end..].starts_with('了') {
        end += '了'.len_utf8();
    }
    let mut times = 1.0;
    if let Some(read) =
        numeral::read(&rest[end..]).filter(|read| read.value >= 1.0 && read.value <= 20.0)
    {
        times = read.value;
        end += read.length;
    }
    if !rest[end..].starts_with('番') {
        return Step::Pass('翻'.len_utf8());
    }
    end += '番'.len_utf8();
    let half = rest[end..].starts_with('半');
    if half {
        end += '半'.len_utf8();
        times += 0.5;
    }
    Step::Found(Mention {
        span: Span::new(at, at + end),
        value: 2_f64.powf(times),
        value_max: None,
        unit: Some("倍".to_owned()),
        kind: UnitKind::Of(Kind::Multiple),
        or_more: false,
        near: false,
        small: false,
        bare: false,
        form: Form::Doubling,
    })
}
