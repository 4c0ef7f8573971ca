//! A number and its unit, a range of two, and what looks like one and is none.

use super::fraction::{fraction_in_words, slash_fraction, tenths};
use super::unit::{Unit, people_noun, unit};
use super::{Step, build};
use crate::language::numeral::{self, Numeral, range_mark};

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
    if chosen.as_ref().is_some_and(|own| own.kind == "classifier") {
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
    let Some(other) = unit(tail).filter(|other| other.kind == "classifier" && other.length <= 6)
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
        kind: "time",
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

/// 一个, 一批, 十分, 千家万户: a unit follows, but nothing is counted.
pub(super) fn is_no_count(before: &str, rest: &str, read: &Numeral, unit: &Unit) -> bool {
    let tail = &rest[read.length + unit.length..];
    // 迈上三千亿台阶 counts no 台.
    if unit.name == "台" && tail.starts_with('阶') {
        return true;
    }
    // 75周年 is an anniversary, 八项规定 a name.
    if unit.name == "周" && tail.starts_with('年') {
        return true;
    }
    if !read.arabic
        && [
            "规定",
            "原则",
            "纪律",
            "精神",
            "基本",
            "硬骨头",
            "产业",
            "主张",
        ]
        .iter()
        .any(|name| tail.starts_with(name))
    {
        return true;
    }
    if read.arabic {
        // 1. and 2、 at the head are numbering; 3月 is a time, which was taken out before.
        return unit.kind == "time" && unit.name == "日";
    }
    let one = read.value == 1.0 && read.signs == 1;
    let amount = matches!(
        unit.kind,
        "percent" | "point" | "multiple" | "currency" | "area" | "mass" | "power" | "energy"
    );
    if one && !matches!(unit.kind, "percent" | "point" | "multiple") {
        return true;
    }
    if before.ends_with([
        '每', '统', '唯', '万', '第', '专', '同', '单', '星', '〇', '几', '数', '上', '成', '初',
        '老', '小', '大',
    ]) && read.signs == 1
        && !amount
    {
        return true;
    }
    // 十分重要, 三级甲等, 两手, 四面八方, 三农, 百姓: signs that make words.
    if read.signs == 1
        && matches!(
            unit.name.as_str(),
            "分" | "方"
                | "手"
                | "面"
                | "道"
                | "把"
                | "度"
                | "里"
                | "节"
                | "站"
                | "线"
                | "本"
                | "块"
                | "片"
                | "部"
                | "车"
                | "班"
                | "星"
                | "级"
                | "口"
                | "兆"
                | "升"
                | "单"
                | "对"
                | "席"
                | "层"
                | "重"
                | "边"
                | "两"
                | "克"
                | "米"
                | "日"
                | "周"
                | "期"
                | "轮"
                | "队"
                | "组"
                | "门"
        )
    {
        return !matches!(unit.name.as_str(), "级" | "层" | "期" | "轮" | "组");
    }
    // 百家争鸣, 万元户, 亿亿元: a magnitude alone counts only behind 近, 超 and the like.
    let large = matches!(unit.kind, "currency" | "area" | "mass" | "power" | "energy");
    read.bare
        && !before.ends_with(['近', '约', '逾', '超', '过', '达'])
        && !(large && (before.ends_with("突破") || before.ends_with("达到")))
}

/// 3.85万贫困人口 counts people; 增长35； lost its unit; 98 alone is nothing.
pub(super) fn without_unit(before: &str, rest: &str, at: usize, read: &Numeral) -> Step {
    let tail = &rest[read.length..];
    let next = tail.chars().next();
    // 受教育年限11.3年: years with a decimal point are a length of time, no date.
    if next == Some('年') && read.arabic && read.decimal {
        let years = Unit {
            length: '年'.len_utf8(),
            name: "年".to_owned(),
            kind: "time",
        };
        let length = read.length + years.length;
        return Step::Found(build(before, at, length, read, Some(&years)));
    }
    if next == Some('年')
        || next == Some('月')
        || next == Some('届')
        || next == Some('大') && !read.arabic
    {
        return Step::Pass(read.length);
    }
    if let Some(noun) = people_noun(tail)
        && read.large
        && !read.bare
    {
        let mut mention = build(before, at, read.length, read, None);
        mention.unit = Some("人".to_owned());
        mention.kind = "people_noun";
        let _ = noun;
        return Step::Found(mention);
    }
    let changed = [
        "增长",
        "下降",
        "递增",
        "提高",
        "上升",
        "增长了",
        "减少",
        "降低",
        "增加",
    ]
    .iter()
    .any(|word| before.ends_with(word));
    let ends = next.is_none_or(|c| !c.is_alphanumeric() && c != '、');
    let keeps = read.large && !read.bare && (read.arabic || read.signs > 1);
    if keeps || read.arabic && changed && ends {
        let mut mention = build(before, at, read.length, read, None);
        mention.kind = if ends { "" } else { "noun" };
        return Step::Found(mention);
    }
    if read.large && read.bare && before.ends_with(['近', '约', '超', '逾', '达', '过']) {
        let mut mention = build(before, at, read.length, read, None);
        mention.kind = "noun";
        return Step::Found(mention);
    }
    Step::Pass(read.length)
}
