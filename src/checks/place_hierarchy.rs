//! # place-hierarchy
//!
//! ## zh: 地名隶属有误
//!
//! 地名写在了不管辖它的省、市之下，例如“湖北省张家界”。1980年以来任何时候的隶属都算对；
//! 表里没有的地名不报。
//!
//! Why: 当地人一眼就看得出来，文字像是从别处抄来的。
//!
//! Source: 《中华人民共和国行政区划代码》（GB/T 2260）
//!
//! ## en: Place hierarchy
//!
//! A place is written behind a province or prefecture that it does not lie in, such as
//! 湖北省张家界. Whatever held at any time since 1980 is right; places that are not in the table
//! are left alone.
//!
//! Why: Whoever comes from there notices first, and the text looks copied.
//!
//! Source: GB/T 2260
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.place-hierarchy | “{place}”不在“{parent}”，在{right}。请核对地名。 | “{place}” lies not in “{parent}” but in {right}. Check the place names. |
//!
//! ## Trips
//!
//! ```text
//! 代表团到湖北省张家界考察旅游业发展情况。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 代表团到湖南省张家界考察旅游业发展情况。
//! ```
//!
//! ## Notes
//!
//! A parent of any time since 1980 is a right one: 广东省海口市, 四川省万县. Silent on names that only
//! describe (新城区, 江北区), on places that are not in the table, and on a short name that goes on as
//! another word (湖北中山舰).

use std::sync::OnceLock;

use super::scan::{before, is_han, starts_with_any, window_after};
use super::sought::Sought;
use super::{Context, Findings, Group, Rule, suggest};
use crate::lexicon::Trie;
use crate::lexicon::{FastMap, PLACES};
use crate::model::{Severity, Span};

pub(super) static RULE: Rule = Rule {
    id: "place-hierarchy",
    group: Group::Language,
    severity: Severity::Warning,
    check,
};

type Row = &'static [&'static str; 4];

/// The places by name, and the counties with those that they lie in.
struct Places {
    /// The rows of the table by their numbers.
    parents: Trie,
    counties: FastMap<&'static str, Vec<Row>>,
}

fn places() -> &'static Places {
    static TABLE: OnceLock<Places> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut counties: FastMap<&'static str, Vec<Row>> = FastMap::default();
        for row in PLACES {
            for county in row[3].split_ascii_whitespace() {
                counties.entry(county).or_default().push(row);
            }
        }
        Places {
            parents: Trie::new(PLACES.iter().map(|row| row[0]).zip(0..).filter(is_name)),
            counties,
        }
    })
}

/// The names of provinces and prefectures.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let names = PLACES.iter().map(|row| row[0]).zip(0..);
    names.filter(is_name).map(|(name, _)| name)
}

/// A name of one character alone is no name.
fn is_name((name, _): &(&str, u32)) -> bool {
    name.chars().nth(1).is_some()
}

/// A province or prefecture in the text.
#[derive(Clone, Copy)]
struct Named {
    row: Row,
    /// With the word for its level.
    end: usize,
    /// Whether the word for its level is there.
    full: bool,
}

impl Named {
    fn is_province(&self) -> bool {
        !self.row[1].is_empty()
    }
}

fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let places = places();
    let mut next = 0;
    for hit in context.hits(Sought::Place) {
        let at = hit.span.start;
        if at < next {
            continue;
        }
        let Some(named) = place_at(places, text, at) else {
            continue;
        };
        next = named.end;
        if follows_water(text, at, &named) {
            continue;
        }
        // 重庆市 may be meant as the prefecture it was; only its districts tell.
        let found = if named.is_province() {
            prefecture_behind(places, text, &named)
        } else {
            None
        };
        let Some((end, owners)) = found.or_else(|| county_behind(places, text, &named)) else {
            continue;
        };
        report(text, Span::new(at, end), &named, &owners, findings);
    }
}

/// The province or prefecture that `text` has at `at`.
fn place_at(places: &Places, text: &str, at: usize) -> Option<Named> {
    let (_, number) = places.parents.longest(&text[at..])?;
    let row = PLACES.get(number as usize)?;
    let end = at + row[0].len();
    let rest = &text[end..];
    let level = if row[1].is_empty() {
        prefecture_level(rest)
    } else if rest.starts_with(row[1]) {
        Some(row[1].len())
    } else {
        // 吉林 and 海南 are prefectures as well, and 内蒙古自治区 has a short form.
        prefecture_level(rest).filter(|_| !row[2].is_empty())
    };
    Some(Named {
        row,
        end: end + level.unwrap_or_default(),
        full: level.is_some(),
    })
}

/// The length of the word for a prefecture's level that `rest` begins with.
fn prefecture_level(rest: &str) -> Option<usize> {
    if let Some(word) = starts_with_any(rest, &["地区", "市", "盟", "州"]) {
        return Some(word.len());
    }
    // 恩施土家族苗族自治州
    let near = window_after(rest, 0, 16);
    let at = near.find("自治州")?;
    (near[..at].ends_with('族')
        || near[..at].ends_with("蒙古")
        || near[..at].ends_with("柯尔克孜")
        || near[..at].ends_with("哈萨克"))
    .then_some(at + "自治州".len())
    .filter(|_| near[..at].chars().all(is_han))
}

/// 黄河南 and 洞庭湖北 name no province.
fn follows_water(text: &str, at: usize, named: &Named) -> bool {
    let directions = named.row[0].contains(['南', '北', '东', '西']);
    directions
        && matches!(
            before(text, at),
            Some(
                '黄' | '长'
                    | '太'
                    | '泰'
                    | '渤'
                    | '淮'
                    | '庭'
                    | '沿'
                    | '运'
                    | '大'
                    | '华'
                    | '湖'
                    | '江'
                    | '河'
            )
        )
}

/// What may follow a short name of two characters that is meant as the place.
fn ends_name(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_none_or(|next| !is_han(next) || "的等和与及在为至到是也有".contains(next))
}

/// The prefecture written right behind a province that it does not lie in.
fn prefecture_behind(places: &Places, text: &str, parent: &Named) -> Option<(usize, Vec<Row>)> {
    let place = place_at(places, text, parent.end)?;
    let name = place.row[0];
    let (province, short) = (parent.row[0], !place.full);
    // 浙江上海, 成渝: provinces stand beside each other.
    if place.is_province() || place.row[2].split(' ').any(|own| own == province) {
        return None;
    }
    let municipality = parent.row[1] == "市" && !parent.full;
    let loose = short
        && (!parent.full && name.chars().count() < 3
            || name.chars().count() < 3 && !ends_name(&text[place.end..]));
    let is_county = text[place.end..].starts_with(['县', '区', '旗', '镇', '乡', '村', '路', '街'])
        || places
            .counties
            .get(name)
            .is_some_and(|rows| rows.iter().any(|row| lies_in(row, province)));
    (!municipality && !loose && !is_county).then(|| (place.end, vec![place.row]))
}

/// Whether a place is the province or lies in it.
fn lies_in(row: Row, province: &str) -> bool {
    row[0] == province || row[2].split(' ').any(|own| own == province)
}

/// The county written right behind a place that it does not lie in, and where it does lie.
fn county_behind(places: &Places, text: &str, parent: &Named) -> Option<(usize, Vec<Row>)> {
    if !parent.full && !parent.is_province() {
        return None;
    }
    let (name, length) = county_at(places, &text[parent.end..])?;
    let owners = places.counties.get(name)?;
    let right = owners
        .iter()
        .any(|row| row[0] == parent.row[0] || parent.is_province() && lies_in(row, parent.row[0]));
    (!right && !describes(name)).then(|| (parent.end + length, owners.clone()))
}

/// The county that `rest` begins with: its name in the table, and the length with 县, 市, 区 or 旗.
fn county_at<'a>(places: &Places, rest: &'a str) -> Option<(&'a str, usize)> {
    for (count, (at, character)) in rest.char_indices().take(16).enumerate() {
        if !is_han(character) {
            return None;
        }
        if count == 0 || !matches!(character, '县' | '市' | '区' | '旗') {
            continue;
        }
        let length = at + character.len_utf8();
        if rest[length..].starts_with(['域', '划', '间', '位', '别', '段', '场']) {
            return None;
        }
        let stem = if count == 1 {
            &rest[..length]
        } else {
            &rest[..at]
        };
        if places.counties.contains_key(stem) {
            return Some((stem, length));
        }
        if let Some(own) = stem.strip_suffix("自治") {
            return own
                .char_indices()
                .map(|(start, c)| &own[..start + c.len_utf8()])
                .skip(1)
                .take(4)
                .find(|stem| places.counties.contains_key(stem))
                .map(|stem| (stem, length));
        }
    }
    None
}

/// 新城, 江北, 老城: said of a part of any town.
fn describes(name: &str) -> bool {
    name.chars()
        .all(|c| "新老城东西南北中江河湖海山滨沿桥关市郊矿开发高台港".contains(c))
}

fn report(text: &str, span: Span, parent: &Named, owners: &[Row], findings: &mut Findings) {
    if findings.is_full(span) {
        return;
    }
    let place = &text[parent.end..span.end];
    let mut right: Vec<&str> = Vec::new();
    for row in owners {
        // Below a province the provinces are compared, else the prefectures.
        let names = if parent.is_province() && row[1].is_empty() {
            row[2]
        } else {
            row[0]
        };
        for name in names.split(' ') {
            if !right.contains(&name) {
                right.push(name);
            }
        }
    }
    let values = [
        ("place", place),
        ("parent", &text[span.start..parent.end]),
        ("right", &right.join("、")),
    ];
    let mut finding = RULE.finding(span, "check.place-hierarchy", &values);
    if let [right] = right[..] {
        let level = if parent.full { level_of(right) } else { "" };
        finding.suggestion = suggest(Span::new(span.start, parent.end), format!("{right}{level}"));
    }
    findings.push(finding);
}

/// The word that a province's or prefecture's full name ends with.
fn level_of(name: &str) -> &'static str {
    match PLACES.iter().find(|row| row[0] == name) {
        Some(row) if !row[1].is_empty() => row[1],
        _ => "市",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{of_rule, silent, trips};

    #[test]
    fn finds_places_under_the_wrong_parent() {
        trips(
            &RULE,
            &[
                "调研组赴⟦湖北省张家界⟧考察旅游。",
                "与⟦浙江省扬州市⟧签订协议。",
                "会议在⟦湖南省常德市宜章县⟧召开。",
                "项目落户⟦江西省合肥市⟧。",
                "他是⟦河南省平遥县⟧人。",
                "组织干部到⟦山东苏州市⟧学习。",
                "⟦辽宁省长春市⟧、大连市的做法值得借鉴。",
                "与⟦内蒙古自治区延安⟧、榆林相邻。",
                "试点放在⟦广西壮族自治区曲靖市⟧。",
                "帮扶⟦四川省威宁彝族回族苗族自治县⟧。",
                "线路经过⟦贵州省恩施土家族苗族自治州⟧。",
                "⟦成都市萧山区⟧与我区结对。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_right_former_and_unknown_parents() {
        silent(
            &RULE,
            &[
                "调研组赴湖南省张家界考察旅游。",
                "会议在湖南省郴州市宜章县召开。",
                "当时的广东省海口市设立特区。",
                "四川省涪陵区、万县市的移民工作。",
                "湖南、湖北两省，张家界、宜昌等市。",
                "浙江上海江苏三地联动。",
                "参观湖北中山舰博物馆。",
                "郑州市新城区、老城区面貌一新。",
                "黄河南岸的洛阳市。",
                "青川省临河市石门县。",
                "吉林省吉林市、四平市、公主岭市。",
                "海南省三亚市与青海省海南州共和县。",
                "湖北省仙桃市、神农架林区。",
                "长沙市高新区、经开区。",
                "河北省天津市在一九六七年以前。",
                "贵州省威宁彝族回族苗族自治县。",
                "北京市朝阳区和长春市朝阳区。",
            ],
        );
    }

    #[test]
    fn the_right_parent_is_suggested() {
        let findings = of_rule(&RULE, "赴湖北省张家界考察。");
        let suggestion = findings[0].suggestion.as_ref();
        assert_eq!(suggestion.map(|s| &*s.replacement), Some("湖南省"));
    }
}
