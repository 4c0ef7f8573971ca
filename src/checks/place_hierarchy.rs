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
//! Right are 广东省海口市 and 四川省万县. Silent on names that only describe (新城区, 江北区), and on a
//! short name that goes on as another word (湖北中山舰).

use std::sync::LazyLock;

use super::{Context, Findings, Role};
use crate::lexicon::places::{ROWS, Row, TABLE};
use crate::lexicon::{FastMap, Trie};
use crate::model::Span;
use crate::reading::Kind;
use crate::text::{is_han, window_after};

/// The provinces and prefectures: nearly all words of a text are told off by their first characters.
static PLACES: LazyLock<Trie> =
    LazyLock::new(|| Trie::new(ROWS.iter().map(|row| row.place).zip(0..)));

/// The counties, with the places that they lie in.
static COUNTIES: LazyLock<FastMap<&str, Vec<&Row>>> = LazyLock::new(|| {
    let mut counties: FastMap<&str, Vec<&Row>> = FastMap::default();
    for row in ROWS {
        for county in row.children {
            counties.entry(county).or_default().push(row);
        }
    }
    counties
});

/// A province or prefecture in the text.
#[derive(Clone, Copy)]
struct Named {
    row: &'static Row,
    /// With the word for its level.
    end: usize,
    /// Whether the word for its level is there.
    full: bool,
}

impl Named {
    fn is_province(&self) -> bool {
        !self.row.level.is_empty()
    }
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let mut next = 0;
    let tokens = context.reading.tokens.iter();
    for token in tokens.filter(|token| token.kind == Kind::Word) {
        let at = token.span.start;
        let Some(named) = (at >= next).then(|| place_at(text, at)).flatten() else {
            continue;
        };
        next = named.end;
        // 安徽省合肥市: a prefecture in its own province, whatever county bears its name elsewhere.
        let right = |place: Named| !place.is_province() && lies_in(place.row, named.row.place);
        if place_at(text, named.end).is_some_and(right) {
            continue;
        }
        // 重庆市 may be meant as the prefecture it was; only its districts tell.
        let prefecture = named.is_province().then(|| prefecture_behind(text, &named));
        let found = prefecture.flatten();
        if let Some((end, owners)) = found.or_else(|| county_behind(text, &named)) {
            report(text, Span::new(at, end), &named, &owners, findings);
        }
    }
}

/// The province or prefecture that `text` has at `at`. A name of one character alone is no name.
fn place_at(text: &str, at: usize) -> Option<Named> {
    let mut longest = None;
    PLACES.prefixes(&text[at..], |_, number| longest = Some(number));
    let row = &ROWS[longest? as usize];
    row.place.chars().nth(1)?;
    let end = at + row.place.len();
    let rest = &text[end..];
    let level = if !row.level.is_empty() && rest.starts_with(row.level) {
        Some(row.level.len())
    } else {
        // 吉林 and 海南 are prefectures as well, and 内蒙古自治区 has a short form.
        let is_prefecture = row.level.is_empty() || !row.parents.is_empty();
        prefecture_level(rest).filter(|_| is_prefecture)
    };
    Some(Named {
        row,
        end: end + level.unwrap_or_default(),
        full: level.is_some(),
    })
}

/// The length of the word for a prefecture's level that `rest` begins with.
fn prefecture_level(rest: &str) -> Option<usize> {
    if let Some(word) = Role::AreaLevel.begins(rest) {
        return Some(word.len());
    }
    // 恩施土家族苗族自治州
    let near = window_after(rest, 0, 16);
    let (at, level) = Role::SelfRuled.first_in(near)?;
    let name = &near[..at];
    (Role::Nation.ends(name).is_some() && name.chars().all(is_han)).then_some(at + level.len())
}

/// The prefecture written right behind a province that it does not lie in.
fn prefecture_behind(text: &str, parent: &Named) -> Option<(usize, Vec<&'static Row>)> {
    let place = place_at(text, parent.end)?;
    let name = place.row.place;
    let rest = &text[place.end..];
    // 浙江上海, 成渝: provinces stand beside each other.
    if place.is_province() || lies_in(place.row, parent.row.place) {
        return None;
    }
    let municipality = parent.row.level == MUNICIPALITY && !parent.full;
    let brief = name.chars().count() < 3;
    // A short name of two characters is meant as the place only where its word ends.
    let goes_on = rest.starts_with(is_han) && Role::BehindName.begins(rest).is_none();
    let loose = !place.full && brief && (!parent.full || goes_on);
    let owners = COUNTIES.get(name).map_or(&[][..], Vec::as_slice);
    let is_county = rest.starts_with(['县', '区', '旗', '镇', '乡', '村', '路', '街'])
        || owners.iter().any(|row| lies_in(row, parent.row.place));
    (!municipality && !loose && !is_county).then(|| (place.end, vec![place.row]))
}

/// Whether a place is the province or lies in it.
fn lies_in(row: &Row, province: &str) -> bool {
    row.place == province || row.parents.contains(&province)
}

/// The county written right behind a place that it does not lie in, and where it does lie.
fn county_behind(text: &str, parent: &Named) -> Option<(usize, Vec<&'static Row>)> {
    if !parent.full && !parent.is_province() {
        return None;
    }
    let (name, length) = county_at(&text[parent.end..])?;
    let owners = COUNTIES.get(name)?;
    // 烟台市威海市, 鹤壁市济源市焦作市: a page's menu has the towns of a province beside each other.
    let is_prefecture =
        |at| place_at(text, at).is_some_and(|place| place.full && !place.is_province());
    if !parent.is_province() && (is_prefecture(parent.end) || is_prefecture(parent.end + length)) {
        return None;
    }
    let own = parent.row.place;
    let right = owners
        .iter()
        .any(|row| row.place == own || parent.is_province() && lies_in(row, own));
    // 新城, 江北, 老城 are said of a part of any town.
    let kind = name.trim_end_matches(['区', '市']);
    let describes = Role::Describes.behind_all(kind).is_empty();
    (!right && !describes).then(|| (parent.end + length, owners.clone()))
}

/// The county that `rest` begins with: its name in the table, and the length with 县, 市, 区 or 旗.
fn county_at(rest: &str) -> Option<(&str, usize)> {
    let near = window_after(rest, 0, 16);
    let name = &near[..near.find(|c| !is_han(c)).unwrap_or(near.len())];
    for (at, level) in name
        .match_indices(['县', '市', '区', '旗'])
        .filter(|(at, _)| *at > 0)
    {
        let length = at + level.len();
        if rest[length..].starts_with(['域', '划', '间', '位', '别', '段', '场']) {
            return None;
        }
        let short = name[..at].chars().nth(1).is_none();
        let stem = &name[..if short { length } else { at }];
        // 红旗|岭: a short name is the county's only where its word ends.
        let behind = &rest[length..];
        if short && behind.starts_with(is_han) && Role::BehindName.begins(behind).is_none() {
            return None;
        }
        if COUNTIES.contains_key(stem) {
            return Some((stem, length));
        }
        if let Some(own) = stem
            .strip_suffix('治')
            .and_then(|own| own.strip_suffix('自'))
        {
            let mut stems = (2..=5).map(|count| window_after(own, 0, count));
            let stem = stems.find(|stem| COUNTIES.contains_key(stem))?;
            return Some((stem, length));
        }
    }
    None
}

/// The level of a municipality, and of a prefecture's full name.
const MUNICIPALITY: &str = "市";

fn report(text: &str, span: Span, parent: &Named, owners: &[&Row], findings: &mut Findings) {
    let mut right: Vec<&str> = Vec::new();
    for row in owners {
        // Below a province the provinces are compared, else the prefectures.
        let names = if parent.is_province() && row.level.is_empty() {
            row.parents
        } else {
            &[row.place]
        };
        for name in names {
            if !right.contains(name) {
                right.push(name);
            }
        }
    }
    let values = [
        ("place", &text[parent.end..span.end]),
        ("parent", &text[span.start..parent.end]),
        ("right", &right.join("、")),
    ];
    let reported = findings.report(span, "", &values);
    if let [right] = right[..] {
        let level = match TABLE.get(right).map(|row| row.level) {
            _ if !parent.full => "",
            None | Some("") => MUNICIPALITY,
            Some(level) => level,
        };
        reported.suggest(Span::new(span.start, parent.end), format!("{right}{level}"));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{of_rule, silent, trips};

    #[test]
    fn finds_places_under_the_wrong_parent() {
        trips(
            "place-hierarchy",
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
            "place-hierarchy",
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
                "在安徽省合肥市、陕西省西安市、海南省海口市设站。",
                "选择区域：山东省>枣庄市滨州市德州市东营市。",
                "河南省>鹤壁市安阳市鹤壁市济源市焦作市开封市。",
                "到昆明市郊区蹲点，出台《遵义市城区停车管理规定》。",
            ],
        );
    }

    #[test]
    fn the_right_parent_is_suggested() {
        let findings = of_rule("place-hierarchy", "赴湖北省张家界考察。");
        let suggestion = findings[0].suggestion.as_ref();
        assert_eq!(suggestion.map(|s| &*s.replacement), Some("湖南省"));
    }
}
