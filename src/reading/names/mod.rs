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

pub use bodies::ends_as;
pub use name::{Name, NameKind};
pub use places::stem;

use super::hits::Hits;
use super::time::Time;
use super::token::{Kind, Token};
use crate::lexicon::name_words::{self, Part};
use crate::lexicon::{Set, known_names};
use crate::model::Span;
use scene::Scene;

/// The names of a sentence, given its tokens, its times and the hits of the document, by their beginnings.
pub(super) fn of_sentence(
    text: &str,
    sentence: Span,
    tokens: &[Token],
    times: &[(Span, Time)],
    hits: &Hits,
) -> Vec<Name> {
    let scene = Scene {
        text,
        sentence,
        tokens,
        hits,
    };
    let mut names = Vec::new();
    for hit in hits.within(sentence) {
        if let Some(kind) = hit.lexeme.known {
            let kind = match kind {
                known_names::Kind::Body => NameKind::Body,
                known_names::Kind::Project => NameKind::Project,
            };
            names.push(scene.name(hit.span.start, hit.span.end, kind));
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
                names.extend(people::at(&scene, at));
                names.extend(places::at(&scene, at));
                names.extend(bodies::ending_at(&scene, at));
                add_endings(&scene, at, &mut names);
            }
            Kind::Number => names.extend(events::numbered(&scene, at)),
            Kind::Time => {}
        }
    }
    for (span, time) in times {
        names.extend(events::at(&scene, *span, time));
    }
    names.sort_unstable_by_key(|name| (name.span.start, name.span.end));
    names
}

/// Adds the names that end with a token as places, projects, honours and events do.
fn add_endings(scene: &Scene, at: usize, names: &mut Vec<Name>) {
    let token = scene.tokens[at];
    let head = Span::new(scene.sentence.start, token.span.end).of(scene.text);
    for row in name_words::TABLE.endings(head) {
        let word = Span::new(token.span.end - row.word.len(), token.span.end);
        let has = |part: Part| row.parts.has(part);
        let heads: Set<Part> = Set::of([Part::Level, Part::Water]);
        let found = if row.parts.meets(heads) {
            places::ending(scene, word, row.parts)
        } else if has(Part::Honour) || has(Part::Event) {
            events::scoped(scene, word, row.parts)
        } else if has(Part::Granted) {
            Some(scene.name(word.start, word.end, NameKind::Honour))
        } else {
            projects::ending(scene, word, row.parts, names)
        };
        if found.is_some() {
            names.extend(found);
            return;
        }
    }
}
