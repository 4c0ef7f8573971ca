//! Words of the dictionary that are two.

use super::pos::Pos;
use crate::lexicon::body_endings::Count;
use crate::lexicon::name_words::{self, Part};
use crate::lexicon::predicates::{self, Role};
use crate::lexicon::{verb_nouns, verbs};
use crate::model::Span;

/// Where a word of the dictionary that is two is divided, and what they are: 价格|下降, 再|压缩, where the
/// second is a verb of change; 打|井 behind 新 and 比|降 behind 占, for 新打 and 占比 are words; 和|县 behind a body.
pub(super) fn of_word(text: &str, span: Span) -> Option<(usize, Pos, Pos)> {
    const CHARACTER: usize = 3;
    let word = span.of(text);
    let is_known = |word: &str| verbs::TABLE.has(word) || predicates::TABLE.has(word);
    let role = |word: &str| predicates::TABLE.get(word).and_then(|row| row.role);
    if word.len() == 2 * CHARACTER {
        let middle = span.start + CHARACTER;
        if word.strip_prefix(AND).is_some_and(is_level) && Count::Owner.ends(&text[..span.start]) {
            return Some((middle, Pos::Conjunction, Pos::Noun));
        }
        let joined = text.get(span.start.checked_sub(CHARACTER)?..middle)?;
        let (head, tail) = if joined.starts_with('新') && verbs::TABLE.has(joined) {
            (Pos::Verb, Pos::Noun)
        } else if role(joined) == Some(Role::ShareNoun) {
            (Pos::Verb, Pos::Verb)
        } else {
            return None;
        };
        return (!is_known(word)).then_some((middle, head, tail));
    }
    if !(3 * CHARACTER..=5 * CHARACTER).contains(&word.len()) {
        return None;
    }
    let start = word.char_indices().rev().nth(1)?.0;
    let changes = matches!(role(&word[start..]), Some(Role::Up | Role::Down));
    (changes && !is_known(word) && !verb_nouns::TABLE.has(word)).then_some((
        span.start + start,
        Pos::Other,
        Pos::Verb,
    ))
}

/// What joins two bodies, and begins the name of a county (和县).
const AND: char = '和';

/// Whether a word is a level of government: 县.
fn is_level(word: &str) -> bool {
    (name_words::TABLE.get(word)).is_some_and(|row| row.parts.has(Part::Level))
}
