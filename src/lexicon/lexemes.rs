//! All words that the tables know something about, in one tree: one walk over a text finds them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::tables::action_verbs;
use super::tables::cues::{self, Role};
use super::tables::verbs::{self, Verb};
use super::tables::{
    check_words, duty_words, grammar, known_names, leads, name_words, predicates, right_stops,
    stance_words, verb_nouns,
};
use super::{Set, Trie};

/// A word and what the tables say of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lexeme {
    /// The word.
    pub word: &'static str,
    /// Its roles as a cue (`data/cues.tsv`).
    pub cues: Set<Role>,
    /// What it does at the head of an order (`data/action-verbs.tsv`).
    pub opens: Option<action_verbs::Kind>,
    /// What it does as a verb before a number's object (`data/verbs.tsv`).
    pub verb: Option<Verb>,
    /// Whether its object acts itself: 支持30家企业上市.
    pub pivot: bool,
    /// Whether what a name measures that holds it is an increase: 城镇新增就业.
    pub adds: bool,
    /// How it links an indicator to its number (`data/predicates.tsv`).
    pub predicate: Option<predicates::Role>,
    /// What part it takes in a comparison (`data/predicates.tsv`).
    pub compares: Option<predicates::Compares>,
    /// What the number of an indicator is by itself that it names (`data/predicates.tsv`).
    pub amount: Option<predicates::Amount>,
    /// Where it stands in a name, as a noun made of a verb (`data/verb-nouns.tsv`).
    pub noun: Option<verb_nouns::Place>,
    /// Whether it may stand before an indicator and is no part of it (`data/leads.tsv`).
    pub leads: bool,
    /// Whether it is no name where it stands alone (总数).
    pub alone: bool,
    /// What it does inside a noun phrase (`data/grammar.tsv`).
    pub grammar: Option<grammar::Role>,
    /// Whether the noun behind a number ends before it (`data/right-stops.tsv`).
    pub ends_noun: bool,
    /// Whether it is no part of a noun, whoever has that as an object (`data/right-stops.tsv`).
    pub acts_alone: bool,
    /// What it means to the rules of the checks (`data/check-words.tsv`).
    pub checks: Set<check_words::Role>,
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
    /// What it does at the head of an order; a verb that makes something (新建) acts.
    pub fn opening(&self) -> Option<action_verbs::Kind> {
        let makes = || (self.verb == Some(Verb::Make)).then_some(action_verbs::Kind::Act);
        self.opens.or_else(makes)
    }

    /// Whether it plays a role as a cue.
    pub fn is(&self, role: Role) -> bool {
        self.cues.has(role)
    }

    /// Whether it links an indicator to its number in one of these ways.
    pub fn links(&self, roles: &[predicates::Role]) -> bool {
        self.predicate.is_some_and(|role| roles.contains(&role))
    }

    /// Whether it bounds a number that it stands behind: 以上, 以内, 左右.
    pub fn bounds(&self) -> bool {
        use grammar::Role::{About, Over, Under};
        matches!(self.grammar, Some(Over | Under | About))
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
        let mut lexemes: BTreeMap<&str, Lexeme> = BTreeMap::new();
        for row in cues::ROWS {
            lexeme(&mut lexemes, row.word).cues = row.roles;
        }
        for row in action_verbs::ROWS {
            lexeme(&mut lexemes, row.word).opens = Some(row.kind);
        }
        for row in verbs::ROWS {
            let lexeme = lexeme(&mut lexemes, row.word);
            lexeme.verb = Some(row.verb);
            lexeme.pivot = row.pivot;
            lexeme.adds = row.adds;
        }
        for row in predicates::ROWS {
            let lexeme = lexeme(&mut lexemes, row.word);
            lexeme.predicate = row.role;
            lexeme.compares = row.compares;
            lexeme.amount = row.amount;
        }
        for row in verb_nouns::ROWS {
            lexeme(&mut lexemes, row.word).noun = Some(row.place);
        }
        for row in leads::ROWS {
            let lexeme = lexeme(&mut lexemes, row.word);
            lexeme.leads = !row.alone;
            lexeme.alone = true;
        }
        for row in grammar::ROWS {
            lexeme(&mut lexemes, row.word).grammar = Some(row.role);
        }
        for row in right_stops::ROWS {
            let lexeme = lexeme(&mut lexemes, row.word);
            lexeme.ends_noun = true;
            lexeme.acts_alone = row.acts;
        }
        for row in check_words::ROWS {
            lexeme(&mut lexemes, row.word).checks = row.roles;
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
        let lexemes: Vec<Lexeme> = lexemes.into_values().collect();
        let tree = Trie::new(lexemes.iter().map(|lexeme| lexeme.word).zip(0..));
        Self { lexemes, tree }
    }

    /// The lexeme of a word.
    pub fn word(&self, word: &str) -> Option<&Lexeme> {
        self.lexemes.get(self.tree.exactly(word)? as usize)
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

/// The lexeme of a word, made where there is none yet.
fn lexeme<'l>(
    lexemes: &'l mut BTreeMap<&'static str, Lexeme>,
    word: &'static str,
) -> &'l mut Lexeme {
    lexemes.entry(word).or_insert_with(|| Lexeme {
        word,
        ..Lexeme::default()
    })
}
