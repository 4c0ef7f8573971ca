//! Numbers with their units: the mentions of a sentence.

use std::sync::OnceLock;

use super::quotation;
use crate::language::numeral::{self, Numeral, digit};
use crate::language::time::Time;
use crate::lexicon::{Matcher, PEOPLE_NOUNS, UNITS};
use crate::model::Span;

/// A number with its unit, as it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Number and unit.
    pub span: Span,
    /// The amount in the base unit; percent as percent.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// As in the contract.
    pub unit: Option<String>,
    /// The kind of unit, as `data/units.tsv` names it; `rank`, `noun` or empty beside.
    pub kind: &'static str,
    /// Whether 多 or 余 stands in it.
    pub or_more: bool,
    /// A word directly before the number that says it is rounded: 近, 约.
    pub near: bool,
    /// Written as a Chinese numeral of one sign: 三个.
    pub small: bool,
    /// A magnitude without a digit: 百亿, 千人.
    pub bare: bool,
    /// How the number is written.
    pub form: Form,
}

/// How a mention is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A number and a unit.
    Plain,
    /// 三分之一, 1/4
    Fraction,
    /// 七成
    Tenths,
    /// 翻一番
    Doubling,
    /// 第一, 前三位
    Rank,
}

/// The mentions of a sentence, in order; nothing inside `times` or inside names is one.
pub fn find(text: &str, sentence: Span, times: &[(Span, Time)]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let names = quotation::names(text, sentence);
    let mut skips = times
        .iter()
        .map(|(span, _)| *span)
        .chain(names)
        .collect::<Vec<_>>();
    skips.sort_unstable();
    let mut skip = 0;
    let mut at = sentence.start;
    while let Some(character) = text
        .get(at..sentence.end)
        .and_then(|rest| rest.chars().next())
    {
        while skip < skips.len() && skips[skip].end <= at {
            skip += 1;
        }
        if let Some(name) = skips.get(skip).filter(|span| span.contains(at)) {
            at = name.end;
            continue;
        }
        if !(numeral::may_begin(character) || matches!(character, '第' | '前' | '翻')) {
            at += character.len_utf8();
            continue;
        }
        let before = &text[sentence.start..at];
        let rest = &text[at..sentence.end];
        let step = match character {
            '第' => rank(before, rest, at),
            '前' => leading_rank(rest, at),
            '翻' => doubling(rest, at),
            _ => quantity(before, rest, at),
        };
        match step {
            Step::Found(mention) => {
                at = mention.span.end;
                mentions.push(mention);
            }
            Step::Pass(length) => at += length.max(character.len_utf8()),
        }
    }
    mentions
}

enum Step {
    /// A mention, and reading goes on behind it.
    Found(Mention),
    /// So many bytes that hold none.
    Pass(usize),
}

fn units() -> &'static Matcher<3> {
    static MATCHER: OnceLock<Matcher<3>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(UNITS))
}

fn people() -> &'static Matcher<1> {
    static MATCHER: OnceLock<Matcher<1>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(PEOPLE_NOUNS))
}

/// A unit at the beginning of a text: bytes, name in results, kind.
struct Unit {
    length: usize,
    name: String,
    kind: &'static str,
}

fn unit(text: &str) -> Option<Unit> {
    let skipped = text.len() - text.trim_start_matches([' ', '\u{3000}', '\u{a0}']).len();
    let row = units().longest(&text[skipped..])?;
    let (mut length, kind) = (skipped + row[0].len(), row[1]);
    // A Latin unit is a whole word: 5t, not 5th.
    let is_latin = row[0].chars().all(|c| c.is_ascii_alphabetic());
    if is_latin && text[length..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut name = if row[2].is_empty() { row[0] } else { row[2] }.to_owned();
    // 元/吨 and other units that are put together.
    if let Some(second) = text[length..]
        .strip_prefix('/')
        .and_then(|tail| units().longest(tail))
        .filter(|second| second[1] != "percent")
    {
        name = format!("{name}/{}", second[0]);
        length += 1 + second[0].len();
    }
    Some(Unit { length, name, kind })
}

/// A number with what stands around it.
fn quantity(before: &str, rest: &str, at: usize) -> Step {
    if let Some(step) = fraction_in_words(before, rest, at) {
        return step;
    }
    let Some(first) = numeral::read(rest) else {
        // A run of digits that is no number (a code, a telephone number) is passed whole.
        return Step::Pass(
            rest.char_indices()
                .find(|&(_, c)| digit(c).is_none())
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
    // 20多种: the word may also stand between 万 and the unit, which the numeral has read.
    let own_unit = unit(tail);
    let mut end = first.length;
    let mut chosen = None;
    if let Some(own) = own_unit {
        end += own.length;
        chosen = Some(own);
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

fn build(before: &str, at: usize, length: usize, read: &Numeral, unit: Option<&Unit>) -> Mention {
    Mention {
        span: Span::new(at, at + length),
        value: read.value,
        value_max: None,
        unit: unit.map(|unit| unit.name.clone()),
        kind: unit.map_or("", |unit| unit.kind),
        or_more: read.or_more,
        near: ["近", "约", "接近", "大约"]
            .iter()
            .any(|word| before.ends_with(word)),
        small: !read.arabic && read.signs == 1,
        bare: read.bare,
        form: Form::Plain,
    }
}

/// G1817, PM2.5, 5G, 〔2024〕15号, 1.0版: letters or brackets hang on to the digits.
fn is_code(before: &str, rest: &str, read: &Numeral) -> bool {
    let previous = before.chars().next_back().unwrap_or(' ');
    let tail = &rest[read.length..];
    let next = tail.chars().next().unwrap_or(' ');
    if previous.is_ascii_alphabetic()
        || matches!(
            previous,
            '-' | '_' | '〔' | '［' | '[' | '#' | '+' | '×' | '№'
        ) && read.arabic
    {
        return true;
    }
    if matches!(next, '〕' | '］' | ']' | '号' | '#' | '+' | '版' | '路')
        && read.arabic
        && !tail.starts_with("号井")
    {
        return true;
    }
    // 10kV and 3km are units; 5G, 3D and 4A are codes.
    next.is_ascii_alphabetic() && unit(tail).is_none()
}

/// A code's length: the number and the letters and digits that hang on to it.
fn code_length(rest: &str, number: usize) -> usize {
    let tail = rest[number..]
        .char_indices()
        .find(|&(_, c)| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+')))
        .map_or(rest.len() - number, |(end, _)| end);
    number + tail
}

/// 60：16：24, 14:59: the length of the whole ratio.
fn ratio(rest: &str, first: usize) -> Option<usize> {
    let mut end = first;
    while let Some(tail) = rest[end..].strip_prefix([':', '：', '∶']) {
        let Some(next) = numeral::read(tail).filter(|next| next.arabic) else {
            break;
        };
        end = rest.len() - tail.len() + next.length;
    }
    (end > first).then_some(end)
}

/// 1/4, 近1/6多.
fn slash_fraction(before: &str, rest: &str, at: usize, whole: &Numeral) -> Option<Mention> {
    let tail = rest[whole.length..].strip_prefix(['/', '／'])?;
    let part = numeral::read(tail).filter(|part| part.arabic && whole.arabic)?;
    if part.value <= 1.0 || whole.value <= 0.0 || whole.value >= part.value || part.large {
        return None;
    }
    let mut length = rest.len() - tail.len() + part.length;
    let more = part.or_more || rest[length..].starts_with(['多', '强']);
    if more && !part.or_more {
        length += '多'.len_utf8();
    }
    Some(fraction(before, at, length, whole.value / part.value, more))
}

fn fraction(before: &str, at: usize, length: usize, share: f64, or_more: bool) -> Mention {
    Mention {
        span: Span::new(at, at + length),
        value: (share * 10_000.0).round() / 100.0,
        value_max: None,
        unit: Some("%".to_owned()),
        kind: "percent",
        or_more,
        near: before.ends_with('近') || before.ends_with('约'),
        small: false,
        bare: false,
        form: Form::Fraction,
    }
}

/// 百分之五, 千分之三, 三分之一, 百分之三到五.
fn fraction_in_words(before: &str, rest: &str, at: usize) -> Option<Step> {
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
fn tenths(before: &str, rest: &str, at: usize, read: &Numeral) -> Option<Mention> {
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
    let mut length = read.length + '成'.len_utf8();
    if half || more {
        length += '半'.len_utf8();
    }
    let value = read.value * 10.0 + if half { 5.0 } else { 0.0 };
    let mut mention = fraction(before, at, length, value / 100.0, more);
    mention.form = Form::Tenths;
    Some(mention)
}

/// 翻番, 翻一番, 翻两番, 翻了一番.
fn doubling(rest: &str, at: usize) -> Step {
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
        kind: "multiple",
        or_more: false,
        near: false,
        small: false,
        bare: false,
        form: Form::Doubling,
    })
}

fn rank_mention(at: usize, length: usize, value: f64, leading: bool) -> Mention {
    Mention {
        span: Span::new(at, at + length),
        value,
        value_max: None,
        unit: Some("位".to_owned()),
        kind: if leading { "leading_rank" } else { "rank" },
        or_more: false,
        near: false,
        small: false,
        bare: false,
        form: Form::Rank,
    }
}

/// 第一位, 居全市第二; not 第三次会议, 第一产业, 第一书记.
fn rank(before: &str, rest: &str, at: usize) -> Step {
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
fn leading_rank(rest: &str, at: usize) -> Step {
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

fn range_mark(text: &str) -> usize {
    ["——", "—", "－", "–", "-", "~", "～", "〜", "至", "到"]
        .iter()
        .find(|mark| text.starts_with(**mark))
        .map_or(0, |mark| mark.len())
}

/// —12项 behind 10, 至6% behind 5%.
fn range_end(text: &str, own: Option<&Unit>) -> Option<(Numeral, Option<Unit>, usize)> {
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
fn range_scale(first: &Numeral, second: &Numeral) -> f64 {
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
fn is_no_count(before: &str, rest: &str, read: &Numeral, unit: &Unit) -> bool {
    let tail = &rest[read.length + unit.length..];
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
    read.bare && !before.ends_with(['近', '约', '逾', '超', '过', '达'])
}

/// 3.85万贫困人口 counts people; 增长35； lost its unit; 98 alone is nothing.
fn without_unit(before: &str, rest: &str, at: usize, read: &Numeral) -> Step {
    let tail = &rest[read.length..];
    let next = tail.chars().next();
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

/// 人 where an indicator without a unit counts people: 总人口达到12亿.
pub fn unit_of_people(indicator: &str) -> Option<String> {
    people().longest_at_end(indicator).map(|_| "人".to_owned())
}

/// Whether the noun phrase that `text` begins with counts people.
fn people_noun(text: &str) -> Option<&'static str> {
    let phrase_end = text
        .char_indices()
        .take(12)
        .find(|&(_, c)| !c.is_alphanumeric() || matches!(c, '的' | '了' | '和' | '与'))
        .map_or_else(
            || text.char_indices().nth(12).map_or(text.len(), |(at, _)| at),
            |(at, _)| at,
        );
    let phrase = &text[..phrase_end];
    people()
        .find_all(phrase)
        .into_iter()
        .next()
        .map(|(_, row)| row[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::time::{Clock, find as find_times};

    fn mentions(text: &str) -> Vec<(String, f64, Option<String>)> {
        let sentence = Span::new(0, text.len());
        let times = find_times(
            text,
            sentence,
            Clock {
                year: Some(2026),
                month: Some(1),
            },
        );
        find(text, sentence, &times)
            .into_iter()
            .map(|m| (m.span.of(text).to_owned(), m.value, m.unit))
            .collect()
    }

    fn one(text: &str, mention: &str, value: f64, unit: Option<&str>) {
        assert_eq!(
            mentions(text),
            [(mention.to_owned(), value, unit.map(str::to_owned))],
            "{text}"
        );
    }

    #[test]
    fn numbers_with_units_of_every_form() {
        one(
            "全市生产总值达到812.6亿元",
            "812.6亿元",
            81_260_000_000.0,
            Some("元"),
        );
        one("增速回落0.4个百分点", "0.4个百分点", 0.4, Some("pp"));
        one("占全省的百分之十二点五", "百分之十二点五", 12.5, Some("%"));
        one("约三分之一的村庄", "三分之一", 33.33, Some("%"));
        one("七成以上企业复工", "七成", 70.0, Some("%"));
        one("产值翻两番", "翻两番", 4.0, Some("倍"));
        one("是五年前的3.2倍", "3.2倍", 3.2, Some("倍"));
        one("引进项目10—12项", "10—12项", 10.0, Some("项"));
        one("转移劳动力1500余人", "1500余人", 1500.0, Some("人"));
        one("2.6万困难职工解困脱困", "2.6万", 26_000.0, Some("人"));
        one("总量居全省第三位", "第三位", 3.0, Some("位"));
        one("进入全国前二十名", "前二十名", 20.0, Some("位"));
        one("存栏羊１２．５万只", "１２．５万只", 125_000.0, Some("只"));
        one("同比增长18；", "18", 18.0, None);
    }

    #[test]
    fn what_is_no_mention() {
        for text in [
            "2024年3月15日召开",
            "“十四五”期间",
            "第三次全体会议",
            "学习“三个代表”重要思想",
            "沿G207线和5G基站",
            "云政发〔2024〕15号",
            "一个民族也不能少",
            "千方百计抓落实",
            "《云汀市2024年十件实事》",
            "三次产业结构为12：38：50",
            "PM2.5浓度",
            "沿国道318线改造",
            "十分重要",
        ] {
            assert_eq!(mentions(text), [], "{text}");
        }
    }
}
