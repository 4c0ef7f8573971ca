//! All words that the tables know something about, in one tree: one walk over a text finds them.

use std::sync::LazyLock;

use super::tables::cues::{self, Role};
use super::tables::{duty_words, known_names, name_words, stance_words};
use super::{Set, Trie};

/// A word and what the tables say of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lexeme {
    /// The word.
    pub word: &'static str,
    /// Its roles as a cue (`data/cues.tsv`).
    pub cues: Set<Role>,
    /// What it tells of a name beside it (`data/name-words.tsv`).
    pub names: Set<name_words::Part>,
    /// What it names (`data/known-names.tsv`).
    pub known: Option<known_names::Kind>,
    /// What it tells of who is to act (`data/duty-words.tsv`).
    pub duties: Set<duty_words::Role>,
    /// What it says besides filling space (`data/stance-words.tsv`).
    pub stance: Option<stance_words::Stance>,
}

impl Lexeme {
    /// Whether it plays a role as a cue.
    pub fn is(&self, role: Role) -> bool {
        self.cues.has(role)
    }
}

/// The lexemes and the tree that finds them.
pub struct Lexicon {
    lexemes: Vec<Lexeme>,
    tree: Trie,
}

/// The lexicon of all tables.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::of_tables);

impl Lexicon {
    fn of_tables() -> Self {
        let mut lexemes: Vec<Lexeme> = Vec::new();
        for row in cues::ROWS {
            lexeme(&mut lexemes, row.word).cues = row.roles;
        }
        for row in name_words::ROWS {
            lexeme(&mut lexemes, row.word).names = row.parts;
        }
        for row in known_names::ROWS {
            lexeme(&mut lexemes, row.name).known = Some(row.kind);
        }
        for row in duty_words::ROWS {
            lexeme(&mut lexemes, row.word).duties = row.roles;
        }
        for row in stance_words::ROWS {
            lexeme(&mut lexemes, row.word).stance = Some(row.stance);
        }
        let tree = Trie::new(lexemes.iter().map(|lexeme| lexeme.word).zip(0..));
        Self { lexemes, tree }
    }

    /// Tells `found` every lexeme that `text` begins with, the shortest first, with its length in bytes.
    pub fn prefixes(&'static self, text: &str, mut found: impl FnMut(usize, &'static Lexeme)) {
        self.tree.prefixes(text, |length, number| {
            if let Some(lexeme) = self.lexemes.get(number as usize) {
                found(length, lexeme);
            }
        });
    }

    /// The roles of all cues that stand anywhere in `text`, on whole words or not: for titles, which are
    /// short and are read before words are cut.
    pub fn roles_in(&self, text: &str) -> Set<Role> {
        let mut roles = Set::default();
        self.tree.each(text, |_, _, number| {
            if let Some(lexeme) = self.lexemes.get(number as usize) {
                roles = roles.or(lexeme.cues);
            }
        });
        roles
    }

    /// Whether `text` ends with a cue that plays `role`.
    pub fn ends_with(&self, text: &str, role: Role) -> bool {
        text.char_indices().any(|(at, _)| {
            self.tree
                .exactly(&text[at..])
                .and_then(|number| self.lexemes.get(number as usize))
                .is_some_and(|lexeme| lexeme.is(role))
        })
    }
}

/// The lexeme of a word, made where there is none yet. Tables are sorted by word.
fn lexeme<'l>(lexemes: &'l mut Vec<Lexeme>, word: &'static str) -> &'l mut Lexeme {
    let place = lexemes.binary_search_by(|known| known.word.cmp(word));
    let at = place.unwrap_or_else(|at| {
        lexemes.insert(
            at,
            Lexeme {
                word,
                ..Lexeme::default()
            },
        );
        at
    });
    &mut lexemes[at]
}
