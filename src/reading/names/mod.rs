//! Names, found once: bodies, people, places, documents, projects, honours and events by their form, and
//! short names by `data/known-names.tsv`. 旗, 市, 各部门 and 我们 name nobody.

mod bodies;
mod common;
pub(super) mod cut;
mod documents;
mod events;
mod name;
mod people;
mod places;
mod post;
mod projects;
mod quoted;
mod scene;

pub use name::{Name, NameKind};
pub use places::stem;

use super::hits::Hits;
use super::pos::Pos;
use super::time::Time;
use super::token::{Kind, Token};
use crate::lexicon::name_words::{self, Part};
use crate::lexicon::{Set, known_names};
use crate::model::Span;
use scene::Scene;

/// Adds the names of a sentence, given its tokens, its times and the hits of the document, by their
/// beginnings.
pub(super) fn of_sentence(
    text: &str,
    sentence: Span,
    tokens: &[Token],
    times: &[(Span, Time)],
    hits: &Hits,
    names: &mut Vec<Name>,
) {
    let scene = Scene {
        text,
        sentence,
        tokens,
        hits,
    };
    let first = names.len();
    for hit in hits.within(sentence) {
        if let Some(kind) = hit.lexeme.known {
            let kind = match kind {
                known_names::Kind::Body => NameKind::Body,
                known_names::Kind::Project => NameKind::Project,
            };
            names.push(Name::new(hit.span.start, hit.span.end, kind));
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark => match token.span.of(text) {
                "《" | "〔" => names.extend(documents::marked(&scene, at)),
                "“" => names.extend(quoted::at(&scene, at)),
                _ => {}
            },
            Kind::Word => {
                names.extend(documents::coded(&scene, at));
                names.extend(documents::issued(&scene, at));
                names.extend(people::at(&scene, at));
                names.extend(places::at(&scene, at));
                if may_end_name(token.pos) {
                    names.extend(bodies::ending_at(&scene, at));
                    add_endings(&scene, at, names);
                }
            }
            Kind::Number => names.extend(events::numbered(&scene, at)),
            Kind::Time => {}
        }
    }
    for (span, time) in times {
        names.extend(events::at(&scene, *span, time));
    }
    names[first..].sort_unstable_by_key(|name| (name.span.start, name.span.end));
}

/// Whether a word may end a name: one of grammar does not. Single characters are often tagged as verbs.
fn may_end_name(pos: Pos) -> bool {
    !matches!(
        pos,
        Pos::Particle | Pos::Conjunction | Pos::Pronoun | Pos::Adverb
    )
}

/// Adds the names that end with a token as places, projects, honours and events do.
fn add_endings(scene: &Scene, at: usize, names: &mut Vec<Name>) {
    let token = scene.tokens[at];
    let head = Span::new(scene.sentence.start, token.span.end).of(scene.text);
    let heads = Set::of([Part::Level, Part::Water]);
    let scopes = Set::of([Part::Honour, Part::Event]);
    for row in name_words::TABLE.endings(head) {
        let word = Span::new(token.span.end - row.word.len(), token.span.end);
        let has = |parts: Set<Part>| row.parts.meets(parts);
        // 示范区 ends the name of a zone and of an honour.
        let place = has(heads).then(|| places::ending(scene, word, row.parts));
        let event = has(scopes).then(|| events::scoped(scene, word, row.parts));
        let itself = |part: Part, kind: NameKind| {
            let stands = row.parts.has(part);
            stands.then(|| Name::new(word.start, word.end, kind))
        };
        let found = place
            .flatten()
            .or(event.flatten())
            .or_else(|| itself(Part::Granted, NameKind::Honour))
            .or_else(|| itself(Part::Deadline, NameKind::Event))
            .or_else(|| projects::ending(scene, word, row.parts, names));
        if found.is_some() {
            names.extend(found);
            return;
        }
    }
}
