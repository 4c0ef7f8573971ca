//! The words before a number, and what each of them is.

use crate::claims::indicator::measure_noun::is_suffix;
use crate::claims::mention::UnitKind;
use crate::claims::scene::Scene;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates;
use crate::lexicon::units::Kind as Units;
use crate::lexicon::verb_nouns::Place;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Lexeme, cues};
use crate::model::Span;
use crate::reading::{Kind, Pos, Token};

/// A subject and the verb before or behind it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Subject {
    /// The name; empty where there is none.
    pub(crate) name: Span,
    /// What the verb does that has it as its object, or follows it.
    pub(crate) verb: Option<Verb>,
    /// The name before a verb that the number follows directly: 棚户区改造 in 棚户区改造开工2140套.
    pub(crate) before_verb: Option<Span>,
}

/// The words of a stretch while they are read from their end.
pub(super) struct Walk<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) tokens: &'s [Token],
    pub(super) linked: bool,
    pub(super) kind: UnitKind,
    /// The place behind the name's last token.
    pub(super) end: usize,
    pub(super) verb: Option<Verb>,
    /// Whether what that verb has as its object acts itself: 支持企业参加展会.
    pub(super) is_pivot: bool,
    /// The place behind the nearest verb with something before it, and what it does: a long name begins there.
    pub(super) cut: Option<(usize, Verb)>,
    /// The place behind the last 的.
    pub(super) of: Option<usize>,
}

/// What a token before the name is.
pub(super) enum Step {
    /// Part of it, from this place on.
    Take(usize),
    /// A verb, from this place on, that has the name as its object.
    Object(usize, Verb),
    /// No part of it.
    Stop,
}

impl<'s, 'a> Walk<'s, 'a> {
    pub(super) fn new(scene: &'s Scene<'a>, stretch: Span, linked: bool, kind: UnitKind) -> Self {
        let mut walk = Self {
            scene,
            tokens: scene.reading.tokens_in(stretch),
            linked,
            kind,
            end: 0,
            verb: None,
            is_pivot: false,
            cut: None,
            of: None,
        };
        walk.end = walk.trimmed_end();
        walk
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.scene.text))
    }

    /// The characters between two places.
    pub(super) fn length(&self, from: usize, to: usize) -> usize {
        self.tokens[from..to.max(from)]
            .iter()
            .map(|token| token.span.of(self.scene.text).chars().count())
            .sum()
    }

    /// The longest entry that ends before a place and fits, and where it begins.
    pub(super) fn entry(
        &self,
        at: usize,
        fits: impl Fn(&Lexeme) -> bool,
    ) -> Option<(usize, &'static Lexeme)> {
        let end = self.tokens.get(at.checked_sub(1)?)?.span.end;
        let first = self.tokens.first()?.span.start;
        let hit = (self.scene.reading.hits.ending(end))
            .find(|hit| hit.span.start >= first && fits(hit.lexeme))?;
        let from = self.tokens[..at].partition_point(|token| token.span.start < hit.span.start);
        Some((from, hit.lexeme))
    }

    /// What the token before a place does in grammar.
    pub(super) fn role(&self, at: usize) -> Option<Role> {
        self.entry(at, |lexeme| lexeme.grammar.is_some())
            .and_then(|(_, lexeme)| lexeme.grammar)
    }

    /// Whether what can be part of a noun stands before a place. Tags err: a longer word that no table knows
    /// as a verb or as a word of grammar is one.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let Some(token) = at.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return false;
        };
        let is_long = token.span.len() > '字'.len_utf8();
        let nominal = match token.pos {
            Pos::Verb | Pos::Pronoun | Pos::Number => is_long,
            Pos::Preposition | Pos::Conjunction | Pos::Particle | Pos::Adverb => false,
            _ => token.kind == Kind::Word,
        };
        let acts = |lexeme: &Lexeme| lexeme.leads || links(lexeme) || lexeme.grammar.is_some();
        // 工业投资 is a noun, 投资 alone may act.
        let verb = self.entry(at, |lexeme| lexeme.verb.is_some());
        let acts = |at| self.entry(at, acts).is_some();
        let is_name = verb.is_none_or(|(from, verb)| is_name_tail(verb) && self.is_noun(from));
        token.kind == Kind::Mark && self.opening(at).is_some_and(|open| open > 0)
            || at > 1 && is_suffix(self.word(at - 1))
            || nominal && is_name && !acts(at)
    }

    /// Whether a part of a list ends at a place: a noun, or what is done with one (天然气储备).
    pub(super) fn is_part(&self, at: usize) -> bool {
        let verb = self.entry(at, |lexeme| lexeme.verb.is_some());
        self.is_noun(at) || verb.is_some_and(|(from, _)| self.is_noun(from))
    }

    /// Whether the words before a place are none that a name goes on with: a mark, a lead, a verb.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        at == 0 || !self.is_noun(at) && !matches!(self.role(at), Some(Role::Over | Role::Under))
    }

    /// The place behind the last word that can end a name.
    pub(super) fn trimmed_end(&self) -> usize {
        let mut end = self.tokens.len();
        let is_adverb =
            |lexeme: &Lexeme| lexeme.predicate == Some(predicates::Role::Adverb) || lexeme.leads;
        while end > 0 {
            let is_mark =
                self.tokens[end - 1].kind == Kind::Mark && !"”》）)".contains(self.word(end - 1));
            // 比例到, 按照: a preposition has the number itself; 部门应: a modal ends no name.
            let leads =
                |lexeme: &Lexeme| lexeme.leads && lexeme.ends_noun || lexeme.is(cues::Role::Modal);
            let is_preposition = (self.tokens[end - 1].pos == Pos::Preposition
                || self.entry(end, leads).is_some())
                && !is_suffix(self.word(end - 1))
                && self.entry(end, |lexeme| lexeme.verb.is_some()).is_none();
            if is_mark || is_preposition || matches!(self.role(end), Some(Role::Of | Role::Joins)) {
                end -= 1;
            } else if self.is_duration(end) {
                end -= 2;
            } else if let Some(from) = self.since(end) {
                end = from;
            } else if let Some((from, _)) =
                self.entry(end, |lexeme| links(lexeme) && lexeme.verb.is_none())
            {
                end = from;
            } else if let Some((from, _)) = self.entry(end, |lexeme| lexeme.verb.is_some())
                && let Some((before, adverb)) = self.entry(from, is_adverb)
                && (self.linked || self.is_rate() || adverb.leads)
                && self.is_noun(before)
            {
                // 项目全部开工, 炊具累计销售112万件
                end = from;
            } else {
                break;
            }
        }
        end
    }

    /// 财政支出五年累计: whether a number of years ends at a place.
    pub(super) fn is_duration(&self, end: usize) -> bool {
        let is_number = |at: usize| self.tokens[at].kind == Kind::Number;
        self.word(end - 1) == "年" && end > 1 && is_number(end - 2)
    }

    /// 募集期限自发售之日起不得超过…: where the words begin that say from when, which end at a place.
    fn since(&self, end: usize) -> Option<usize> {
        let last = self.word(end - 1);
        if last != "起" && !last.ends_with("日起") {
            return None;
        }
        let begins = |at: &usize| {
            self.tokens[*at].pos == Pos::Preposition && matches!(self.word(*at), "自" | "从")
        };
        (0..end).rev().find(begins).filter(|from| *from > 0)
    }

    /// Whether the number is a rate, a change of one or a multiple.
    pub(super) fn is_rate(&self) -> bool {
        matches!(
            self.kind,
            UnitKind::Of(Units::Percent | Units::Point | Units::Multiple)
        )
    }

    /// Where the mark of a pair opens that closes before a place.
    pub(super) fn opening(&self, at: usize) -> Option<usize> {
        let open = match self.word(at - 1) {
            "”" => "“",
            "》" => "《",
            "）" => "（",
            ")" => "(",
            _ => return None,
        };
        (0..at - 1).rev().find(|&place| self.word(place) == open)
    }

    /// The place of “ in a name whose ” was passed on the way to it.
    pub(super) fn unclosed(&self) -> Option<usize> {
        let text = self.scene.text;
        let is_closed =
            text[self.tokens.get(self.end.checked_sub(1)?)?.span.end..].starts_with('”');
        let open = (0..self.end)
            .rev()
            .find(|&at| "“”".contains(self.word(at)))?;
        (is_closed && self.word(open) == "“").then_some(open)
    }
}

/// Whether a verb may end a name: 固定资产投资, 社会融资, 科技投入.
pub(super) fn is_name_tail(verb: &Lexeme) -> bool {
    matches!(verb.noun, Some(Place::Tail | Place::Both | Place::Last))
}

/// Whether a word links a number, and is none that names may hold: 国内, 重要, 比重.
pub(crate) fn links(lexeme: &Lexeme) -> bool {
    use predicates::Role as Link;
    lexeme.predicate.is_some_and(|role| {
        !matches!(
            role,
            Link::Stop
                | Link::Tail
                | Link::Place
                | Link::Proportion
                | Link::ShareNoun
                | Link::Rate
                | Link::RateDown
        )
    })
}
