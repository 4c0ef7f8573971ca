//! Places below the province: by their level (青崖子镇), and prefectures and counties by name.

use std::sync::LazyLock;

use super::common::is_common;
use super::name::{Name, NameKind};
use super::scene::Scene;
use crate::lexicon::name_words::{self, Part};
use crate::lexicon::{FastMap, Set, places};
use crate::model::Span;
use crate::reading::pos::Pos;

/// The short names of prefectures and counties; `false` for what is, or may be, a province.
static SHORT: LazyLock<FastMap<&str, bool>> = LazyLock::new(|| {
    let mut short: FastMap<&str, bool> = FastMap::default();
    for row in places::ROWS {
        for child in row.children {
            short.entry(child).or_insert(true);
        }
        short.insert(row.place, row.level.is_empty());
    }
    short
});

/// A place's name without the word for its level: 赤峰 and 赤峰市 are one.
pub fn stem(place: &str) -> &str {
    let levels: Set<Part> = Set::of([Part::Level, Part::LevelOfKey]);
    name_words::TABLE
        .endings(place)
        .filter(|row| row.parts.meets(levels))
        .find_map(|row| place.strip_suffix(row.word))
        .filter(|rest| rest.chars().nth(1).is_some())
        .unwrap_or(place)
}

/// The prefecture or county that a token is, with the district of it that follows (重庆市|涪陵|区).
pub fn at(scene: &Scene, at: usize) -> Option<Name> {
    let token = scene.tokens[at];
    if token.pos != Pos::Place {
        return None;
    }
    let short = stem(scene.word(at));
    // 古城 is a district somewhere, and an old town anywhere.
    let is_known = SHORT.get(short) == Some(&true)
        && short.chars().nth(1).is_some()
        && !name_words::TABLE.has(short);
    let next = scene.part_from(at + 1, Part::Level);
    let end = next.unwrap_or(token.span.end);
    (is_known && !is_common(short)).then(|| Name::new(token.span.start, end, NameKind::Place))
}

/// The place or water whose name ends with `word`.
pub fn ending(scene: &Scene, word: Span, parts: Set<Part>) -> Option<Name> {
    let start = scene.name_before(word.start)?;
    let name = Span::new(start, word.start).of(scene.text);
    let is_province = || SHORT.get(name) == Some(&false);
    let any_water = parts.has(Part::Water) && scene.part_before(word.start, Part::AnyWater);
    (!any_water && !is_province() && !is_common(Span::new(start, word.end).of(scene.text)))
        .then(|| Name::new(start, word.end, NameKind::Place))
}
