//! Places below the province that are not the document's own.

use std::sync::OnceLock;

use super::{Home, Kind, projects};
use crate::lexicon::Trie;
use crate::lexicon::{FastMap, PREFECTURES};
use crate::model::Span;
use crate::reading::Reading;
use crate::text::character::is_han;

/// What a place's name ends with.
const ENDS: [&str; 14] = [
    "嘎查村",
    "苏木",
    "嘎查",
    "街道办",
    "街道",
    "社区",
    "县",
    "旗",
    "镇",
    "乡",
    "村",
    "市",
    "盟",
    "州",
];

/// What the name of a water ends with.
const WATERS: [&str; 2] = ["河", "湖"];

/// How often a text must name a place that it is about, if hardly another is named as often.
const AGAIN: usize = 3;

/// Places by their level or by name.
pub fn kinds(all: &mut Vec<Kind>) {
    let prefectures = PREFECTURES.iter().filter(|row| row[1] == "prefecture");
    let words = ENDS.into_iter().chain(WATERS);
    all.push(Kind::of_sentence(
        words.chain(prefectures.map(|row| row[0])),
        |hint| any(hint.text, hint.home),
    ));
}

/// Whether `text` names a place of another level than the province, other than the document's own.
fn any(text: &str, home: &Home) -> bool {
    let mut found = false;
    each(text, |place| {
        found = !home.is_own(key(place.of(text)));
        found
    });
    found
}

/// As [`any`], and the document's own towns and villages count: they narrow a project down.
pub fn any_below_province(text: &str, home: &Home) -> bool {
    any(text, home)
}

/// The places that a document is about, sorted.
pub fn own(reading: &Reading) -> Vec<String> {
    let mut counts: FastMap<&str, usize> = FastMap::default();
    each(reading.text, |place| {
        *counts.entry(key(place.of(reading.text))).or_default() += 1;
        false
    });
    let mut stated: Vec<&str> = reading.title.into_iter().collect();
    let metadata = reading.metadata;
    for field in [&metadata.issuer, &metadata.addressee, &metadata.occasion]
        .into_iter()
        .flatten()
    {
        stated.push(&field.value);
    }
    let most = counts.values().copied().max().unwrap_or_default();
    let mut own: Vec<String> = counts
        .into_iter()
        .filter(|(place, count)| {
            *count >= AGAIN && *count * 2 >= most || stated.iter().any(|text| text.contains(place))
        })
        .map(|(place, _)| place.to_owned())
        .collect();
    own.sort_unstable();
    own
}

/// A place's name without the word for its level: 赤峰 and 赤峰市 are one.
fn key(place: &str) -> &str {
    ENDS.iter()
        .find_map(|end| place.strip_suffix(end))
        .filter(|rest| rest.chars().count() >= 2)
        .unwrap_or(place)
}

/// What an entry of the table of [`each`] is.
const PROVINCE: u32 = 0;
const PREFECTURE: u32 = 1;
const LEVEL: u32 = 2;
const WATER: u32 = 3;

fn table() -> &'static Trie {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    TABLE.get_or_init(|| {
        let prefectures = PREFECTURES.iter().map(|row| {
            let is_prefecture = row[1] == "prefecture";
            (row[0], if is_prefecture { PREFECTURE } else { PROVINCE })
        });
        // 社区 and 州 stand behind too many words that are no names.
        let levels = ENDS
            .into_iter()
            .filter(|end| !matches!(*end, "社区" | "州"));
        let levels = levels.map(|end| (end, LEVEL));
        Trie::new(
            prefectures
                .chain(levels)
                .chain(WATERS.map(|end| (end, WATER))),
        )
    })
}

/// Tells `found` the places of a text from left to right, until it says that it has enough.
fn each(text: &str, mut found: impl FnMut(Span) -> bool) {
    let table = table();
    // Where the last place ends: no name reaches back behind it.
    let mut skip = 0;
    let mut from = 0;
    while let Some((at, length, kind)) = table.find(text, from) {
        let end = at + length;
        if kind == PREFECTURE && found(Span::new(at, end)) {
            return;
        }
        if matches!(kind, PREFECTURE | PROVINCE) {
            skip = end;
            if let Some(end) = district_end(text, skip) {
                if found(Span::new(skip, end)) {
                    return;
                }
                skip = end;
            }
            from = skip;
            continue;
        }
        // Where 嘎查村 ends no name, 村 may.
        from = at + '村'.len_utf8();
        let name = if kind == WATER {
            water(&text[skip..at], &text[end..])
        } else if projects::ends_common(&text[skip..end])
            || projects::common_length(&text[at..]) > length
        {
            // 城镇 ends, and 村容 or 县级 begins, with such a character and is no place.
            None
        } else {
            name_length(&text[skip..at])
        };
        if let Some(name) = name {
            if found(Span::new(at - name, end)) {
                return;
            }
            skip = end;
            from = end;
        }
    }
}

/// Where the district of a city ends that begins at `from`: 涪陵区 behind 重庆 or 重庆市.
fn district_end(text: &str, from: usize) -> Option<usize> {
    let rest = text[from..].strip_prefix('市').unwrap_or(&text[from..]);
    let start = text.len() - rest.len();
    let (at, _) = rest.char_indices().take(4).find(|(_, c)| *c == '区')?;
    let name = &rest[..at];
    let is_name = (2..=3).contains(&name.chars().count())
        && name.chars().all(is_han)
        && !projects::is_common(name)
        && !projects::ends_common(name)
        && projects::common_length(name) == 0;
    is_name.then_some(start + at + '区'.len_utf8())
}

/// Waters that every town may have.
const ANY_WATER: [&str; 10] = [
    "护城", "母亲", "黑臭", "城内", "界", "运", "引水", "排洪", "行洪", "人工",
];

/// The length in bytes of the name of a river or lake, of two or three characters, between `head` and
/// `rest`.
fn water(head: &str, rest: &str) -> Option<usize> {
    // 河湖, 河长, 湖区 and the like are no ends of names.
    let goes_on = rest
        .chars()
        .next()
        .is_some_and(|c| "湖长道床水面滨区泊岸".contains(c))
        || rest.starts_with('流') && !rest.starts_with("流域");
    if goes_on || ANY_WATER.iter().any(|word| head.ends_with(word)) {
        return None;
    }
    name_length(head)
}

/// Words of one character that stand before a name.
const NO_PART: &str = "在到对与和及把向由从将的了是为各全等有个以";

/// The length in bytes of the name that `head` ends with: two or three characters that no common
/// word covers.
fn name_length(head: &str) -> Option<usize> {
    if !projects::is_proper(head) {
        return None;
    }
    let tail: Vec<(usize, char)> = head
        .char_indices()
        .rev()
        .take(3)
        .take_while(|(_, c)| is_han(*c))
        .collect();
    let (third, two) = (tail.get(2), tail.get(1)?);
    let start = match third {
        // 在青河镇, 回顾青河: what belongs to the words before is no part of the name.
        Some((at, character))
            if !NO_PART.contains(*character)
                && !projects::ends_common(&head[..at + character.len_utf8()]) =>
        {
            *at
        }
        _ => two.0,
    };
    Some(head.len() - start)
}

#[cfg(test)]
pub fn found(text: &str) -> Vec<&str> {
    let mut places = Vec::new();
    each(text, |place| {
        places.push(place.of(text));
        false
    });
    places
}
