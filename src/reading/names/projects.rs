//! Projects and facilities with a name: 青河水库, 城北供热二期, 北山风电项目.

use super::name::{Name, NameKind};
use super::scene::Scene;
use crate::lexicon::Set;
use crate::lexicon::name_words::Part;
use crate::model::Span;
use crate::reading::pos::Pos;
use crate::reading::token::Kind;

/// The most characters before 项目 that name it.
const LONGEST: usize = 30;

/// The project whose name ends with `word`; `names` are those found before it.
pub fn ending(scene: &Scene, word: Span, parts: Set<Part>, names: &[Name]) -> Option<Name> {
    let has = |part: Part| parts.has(part);
    let start = if has(Part::Stage) {
        Some(word.start)
    } else if has(Part::Facility) {
        scene.name_before(word.start)
    } else if has(Part::Zone) {
        scene.name_before_trade(word.start)
    } else if has(Part::Project) {
        let modifier = scene.clause_before(word.start, LONGEST, false);
        is_named(scene, modifier, names).then_some(modifier.start)
    } else {
        None
    };
    start.map(|start| Name::new(start, word.end, NameKind::Project))
}

/// Whether the words before 项目 hold a name: a place, a stage, a capacity, capital letters.
fn is_named(scene: &Scene, modifier: Span, names: &[Name]) -> bool {
    let is_place = |name: &Name| name.kind == NameKind::Place && modifier.covers(name.span);
    let mut tokens = scene.token_from(modifier.start)..scene.token_from(modifier.end);
    names.iter().any(is_place)
        || tokens.any(|at| {
            let token = scene.tokens[at];
            let ends_it = token.span.end == modifier.end;
            match token.kind {
                Kind::Number => scene.part_from(at + 1, Part::Capacity).is_some(),
                _ if token.pos == Pos::Foreign => is_letters(scene, at),
                _ => ends_it && scene.part_before(token.span.end, Part::Phase),
            }
        })
}

/// Letters of a name, and none that any project has.
fn is_letters(scene: &Scene, at: usize) -> bool {
    let capitals = scene.word(at).bytes().filter(u8::is_ascii_uppercase);
    capitals.count() >= 2 && scene.part_from(at, Part::AnyLetters).is_none()
}
