//! A number and its unit, a range of two, and what looks like one and is none.

use super::UnitKind;
use super::counted::{is_no_count, without_unit};
use super::fraction::{fraction_in_words, slash_fraction, tenths};
use super::step::{Step, build};
use super::unit::{Unit, unit};
use crate::lexicon::units::Kind;
use crate::text::numeral::{self, Numeral, range_mark};

/// A number with what stands around it.
pub(super) fn quantity(before: &str, rest: &str, at: usize) -> Step {
    if let Some(step) = fraction_in_words(before, rest, at) {
        return step;
    }
    let Some(first) = numeral::read(rest) else {
        // A run of digits that is no number (a code, a telephone number, 二三十) is passed whole.
        return Step::Pass(
            rest.char_indices()
                .find(|&(_, c)| !numeral::may_begin(c))
                .map_or(rest.len(), |(end, _)| end),
        );
    };
    if is_code(before, rest, &first) {
        return Step::Pass(code_length(rest, first.length));
    }
    if let Some(length) = ratio(rest, first.length) {
        return Step::Pass(length);
    }
    if let Some(mention) =
        slash_fraction(before, rest, at, &first).or_else(|| tenths(before, rest, at, &first))
    {
        return Step::Found(mention);
    }
    let tail = &rest[first.length..];
    // 6.2/10万: a rate whose unit stands below the stroke is passed whole.
    if let Some(below) = tail.strip_prefix(['/', '／']).and_then(numeral::read) {
        let stroke = tail.chars().next().map_or(0, char::len_utf8);
        return Step::Pass(first.length + stroke + below.length);
    }
    // 20多种: the word may also stand between 万 and the unit, which the numeral has read.
    let own_unit = unit(tail);
    let mut end = first.length;
    let mut chosen = None;
    if let Some(own) = own_unit {
        end += own.length;
        chosen = Some(own);
    }
    if chosen
        .as_ref()
        .is_some_and(|own| own.kind == UnitKind::Of(Kind::Classifier))
    {
        end += other_classifier(&rest[end..]);
    }
    if let Some(step) = half_more(before, rest, at, &first, end) {
        return step;
    }
    // 500余亩, 5亿多元 are read; 20个多 is not written.
    if let Some((second, second_unit, length)) = range_end(&rest[end..], chosen.as_ref()) {
        let scale = range_scale(&first, &second);
        let mut mention = build(
            before,
            at,
            end + length,
            &first,
            second_unit.as_ref().or(chosen.as_ref()),
        );
        mention.value = first.value * scale;
        mention.value_max = (second.value > mention.value).then_some(second.value);
        if mention.value_max.is_some() && mention.unit.is_some() {
            return Step::Found(mention);
        }
    }
    match chosen {
        Some(chosen) => {
            if is_no_count(before, rest, &first, &chosen) {
                return Step::Pass(first.length);
            }
            Step::Found(build(before, at, end, &first, Some(&chosen)))
        }
        None => without_unit(before, rest, at, &first),
    }
}

/// （间） behind 2600套: the length of another classifier in brackets, 0 for none.
fn other_classifier(text: &str) -> usize {
    let Some(tail) = text.strip_prefix(['（', '(']) else {
        return 0;
    };
    let Some(other) = unit(tail)
        .filter(|other| other.kind == UnitKind::Of(Kind::Classifier) && other.length <= 6)
    else {
        return 0;
    };
    let closed = tail[other.length..]
        .chars()
        .next()
        .filter(|&c| matches!(c, '）' | ')'));
    closed.map_or(0, |mark| {
        text.len() - tail.len() + other.length + mark.len_utf8()
    })
}

/// 17个半月, 2个半小时: half a unit more; 3个多月: some days more.
fn half_more(before: &str, rest: &str, at: usize, first: &Numeral, end: usize) -> Option<Step> {
    let behind = rest[first.length..end]
        .strip_suffix('个')
        .map(|_| &rest[end..])?;
    let tail = behind.strip_prefix(['半', '多', '余'])?;
    let name = ["月", "小时"]
        .iter()
        .find(|name| tail.starts_with(**name))?;
    let unit = Unit {
        length: 0,
        name: if *name == "月" { "个月" } else { name }.to_owned(),
        kind: UnitKind::Of(Kind::Time),
    };
    let length = end + '半'.len_utf8() + name.len();
    let mut mention = build(before, at, length, first, Some(&unit));
    if behind.starts_with('半') {
        mention.value += 0.5;
    } else {
        mention.or_more = true;
    }
    Some(Step::Found(mention))
}

/// Whether the mark before a number makes it negative: 为-3.49‰, 增长率-1.5‰, but not 3-5% or A-12.
pub(super) fn is_negative(before: &str) -> bool {
    before
        .strip_suffix(['-', '－', '−', '负'])
        .is_some_and(|words| {
            words.trim_end().is_empty()
                || words.ends_with([
                    '为', '是', '达', '到', '至', '在', '，', '（', '、', ' ', '和', '率', '速',
                    '幅', '值', '额', '长',
                ])
        })
}

/// G1817, PM2.5, 5G, 〔2024〕15号, 1.0版: letters or brackets hang on to the digits.
pub(super) fn is_code(before: &str, rest: &str, read: &Numeral) -> bool {
    // 如图1所示, 附件1所列
    let figures = [
        "如图", "见图", "如表", "见表", "附件", "附表", "附图", "专栏",
    ];
    if read.arabic && figures.iter().any(|figure| before.ends_with(figure)) {
        return true;
    }
    let previous = before.chars().next_back().unwrap_or(' ');
    let tail = &rest[read.length..];
    let next = tail.chars().next().unwrap_or(' ');
    if previous.is_ascii_alphabetic()
        || matches!(previous, '_' | '〔' | '［' | '[' | '#' | '+' | '×' | '№') && read.arabic
        || previous == '-' && read.arabic && !is_negative(before)
    {
        return true;
    }
    if matches!(next, '〕' | '］' | ']' | '号' | '#' | '+' | '版' | '路')
        && read.arabic
        && !tail.starts_with("号井")
    {
        return true;
    }
    // 1.2.3 is a version or an address.
    let points = read.decimal && matches!(next, '.' | '．');
    if points && tail[next.len_utf8()..].starts_with(|c: char| numeral::digit(c).is_some()) {
        return true;
    }
    // 10kV and 3km are units; 5G, 3D and 4A are codes.
    next.is_ascii_alphabetic() && unit(tail).is_none()
}

/// A code's length: the number and the letters and digits that hang on to it.
pub(super) fn code_length(rest: &str, number: usize) -> usize {
    let tail = rest[number..]
        .char_indices()
        .find(|&(_, c)| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+')))
        .map_or(rest.len() - number, |(end, _)| end);
    number + tail
}

/// 60：16：24, 14:59: the length of the whole ratio.
pub(super) fn ratio(rest: &str, first: usize) -> Option<usize> {
    let mut end = first;
    while let Some(tail) = rest[end..].strip_prefix([':', '：', '∶']) {
        let Some(next) = numeral::read(tail).filter(|next| next.arabic) else {
            break;
        };
        end = rest.len() - tail.len() + next.length;
    }
    (end > first).then_some(end)
}

/// —12项 behind 10, 至6% behind 5%.
pub(super) fn range_end(text: &str, own: Option<&Unit>) -> Option<(Numeral, Option<Unit>, usize)> {
    let mark = range_mark(text);
    if mark == 0 {
        return None;
    }
    let tail = &text[mark..];
    let second = numeral::read(tail)?;
    let second_unit = unit(&tail[second.length..]);
    if let (Some(own), Some(other)) = (own, &second_unit)
        && own.name != other.name
    {
        return None;
    }
    if own.is_none() && second_unit.is_none() {
        return None;
    }
    let length = mark + second.length + second_unit.as_ref().map_or(0, |unit| unit.length);
    Some((second, second_unit, length))
}

/// 3—5万: the magnitude of the second belongs to both.
pub(super) fn range_scale(first: &Numeral, second: &Numeral) -> f64 {
    if first.large || !second.large || first.value >= 1e4 {
        return 1.0;
    }
    let scale = if second.value >= 1e12 && !second.decimal && second.value % 1e12 == 0.0 {
        1e12
    } else if second.value >= 1e8 {
        1e8
    } else {
        1e4
    };
    if first.value * scale < second.value {
        scale
    } else {
        1.0
    }
}
