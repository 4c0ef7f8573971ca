//! What is told of a subject once its bounds are known.

use super::subject;
use super::walk::{Subject, Walk, is_name_tail};
use crate::claims::mention::UnitKind;
use crate::lexicon::grammar::Role;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Lexeme, action_verbs, cues, predicates, units};
use crate::model::Span;
use crate::reading::{Kind, Pos, Token};

impl<'s, 'a> Walk<'s, 'a> {
    /// A verb that the number follows directly, with what stands before it.
    pub(super) fn verb_at_end(&self) -> Option<Subject> {
        let (from, lexeme) = self.entry(self.end, |lexeme| lexeme.verb.is_some())?;
        // 建设4万亩高标准农田; 固定资产投资, but 出口: alone it names what no noun behind it does.
        let names = is_name_tail(lexeme);
        let verb = lexeme.verb.filter(|_| !names || from == 0)?;
        let is_bracketed = self.bracketed(from).is_some();
        if lexeme.word.len() < 6 && self.is_noun(from) && !is_bracketed
            || verb == Verb::Be
            || self.is_rate() && verb == Verb::Make
        {
            return None;
        }
        let head = Span::new(
            self.tokens.first()?.span.start,
            self.tokens[from].span.start,
        );
        let before = subject(self.scene, head, true, self.kind);
        // 安排“三农”投入: so it has with a name between them.
        if before.verb == Some(Verb::Make) && !before.name.is_empty() && lexeme.word.len() >= 6 {
            return None;
        }
        Some(Subject {
            verb: Some(verb),
            before_verb: match names {
                true => Some(Span::new(head.end, self.tokens[self.end - 1].span.end)),
                false => Some(before.name).filter(|name| {
                    // 在12项基础上推出6项: a place names nothing.
                    let last = self.scene.reading.tokens_in(*name).last();
                    name.of(self.scene.text).chars().count() >= 2
                        && last.is_some_and(|last| last.pos != Pos::Position)
                }),
            },
            ..Subject::default()
        })
    }

    /// The name from a place on.
    pub(super) fn named(&self, start: usize) -> Subject {
        let start = self.head(start);
        let end = self.tail(start);
        let verb = self.verb;
        if start >= end {
            return Subject {
                verb,
                ..Subject::default()
            };
        }
        let name = self.closed(Span::new(
            self.tokens[start].span.start,
            self.tokens[end - 1].span.end,
        ));
        // 加强120万亩湿地保护: a verb of an order that no table knows has the number as its object.
        let orders = |lexeme: &Lexeme| lexeme.opens == Some(action_verbs::Kind::Act);
        let acts = !self.linked
            && end == start + 1
            && self.tokens[start].pos == Pos::Verb
            && self.entry(end, orders).is_some();
        if acts || self.names_nothing(start, end) {
            return Subject {
                verb: verb.or(Some(Verb::Make).filter(|_| acts)),
                before_verb: Some(name).filter(|_| acts && !self.is_rate()),
                ..Subject::default()
            };
        }
        Subject {
            name,
            verb,
            ..Subject::default()
        }
    }

    /// The place of the first token that can begin a name, from a place on.
    fn head(&self, start: usize) -> usize {
        let begins = |at: usize| {
            let token = &self.tokens[at];
            token.kind != Kind::Mark
                && !matches!(
                    self.role(at + 1),
                    Some(Role::Of | Role::Joins | Role::Others)
                )
                || "“《（(".contains(self.word(at))
        };
        // 又|加|印, 各|印: an adverb that belongs to what is done.
        let is_said = |at: usize| {
            let pos = self.tokens[at].pos;
            let said = |lexeme: &Lexeme| match pos {
                // 再就业, 已建居住区: but not one that belongs to a name, or tells what has been done.
                Pos::Adverb => {
                    lexeme.links(&[predicates::Role::Adverb])
                        && (lexeme.leads || !lexeme.alone)
                        && !lexeme.is(cues::Role::Stands)
                }
                _ => pos == Pos::Pronoun && lexeme.leads,
            };
            self.word(at).len() == '又'.len_utf8() && self.entry(at + 1, said).is_some()
        };
        let start = (start..self.end).find(|&at| begins(at) && !is_said(at));
        let start = start.unwrap_or(self.end);
        if start == self.end || !matches!(self.word(start), "（" | "(") {
            return start;
        }
        // （四）逮捕: a bracket at the head is no part of it.
        let close = (start..self.end - 1).find(|&at| matches!(self.word(at), "）" | ")"));
        close.map_or(start, |close| close + 1)
    }

    /// The place behind the last token of a name that begins at a place.
    fn tail(&self, start: usize) -> usize {
        let mut end = self.end;
        // 消费帮扶2亿元: money is for what is done.
        let is_paid = |from: usize| {
            self.kind == UnitKind::Of(units::Kind::Currency)
                && from
                    .checked_sub(1)
                    .is_some_and(|at| self.tokens[at].pos == Pos::VerbNoun)
        };
        // 新建铁路投入运营: a verb at the end, where one at the head was taken off.
        if self.verb.is_some()
            && let Some((from, lexeme)) = self.entry(end, |lexeme| lexeme.verb == Some(Verb::Make))
            && lexeme.word.len() >= 6
            && !is_name_tail(lexeme)
            && !is_paid(from)
            && (from + 1 < end || self.tokens[from].pos != Pos::VerbNoun)
            && self.length(start, from) >= 2
        {
            end = from;
        }
        // 示范项目获5000万元: nor does what stands before it begin another part.
        let gets =
            |lexeme: &Lexeme| lexeme.ends_noun && lexeme.verb.is_some() && lexeme.word.len() < 6;
        let is_open = |at: usize| {
            self.tokens[at - 1].pos == Pos::Adverb
                || self.word(at - 1) == "、"
                || self.role(at) == Some(Role::Joins)
                || self.entry(at, gets).is_some()
        };
        while end > start + 1 && is_open(end) {
            end -= 1;
        }
        end
    }

    /// A name with the mark that closes it, which was passed on the way to it.
    fn closed(&self, mut name: Span) -> Span {
        let text = self.scene.text;
        let words = name.of(text);
        if words.rfind('“') > words.rfind('”') && text[name.end..].starts_with('”') {
            name.end += '”'.len_utf8();
        }
        name
    }

    /// Whether the words between two places name nothing: a word that is no name alone, a number, one that only
    /// goes before others.
    fn names_nothing(&self, start: usize, end: usize) -> bool {
        let tokens = &self.tokens[start..end];
        let counts = |token: &Token| token.kind != Kind::Word || token.pos == Pos::Classifier;
        // “四百亿”: nor is one between quotation marks.
        let is_quote = |token: &Token| matches!(token.span.of(self.scene.text), "“" | "”");
        let has_number = tokens.iter().any(|token| token.kind == Kind::Number);
        let is_number = tokens[0].kind != Kind::Word
            && (self.word(start) != "“" || has_number)
            && tokens.iter().all(|token| counts(token) || is_quote(token));
        let name = Span::new(tokens[0].span.start, self.tokens[end - 1].span.end);
        let alone = self.scene.starting(name, |lexeme| lexeme.alone);
        // 前期, 用好: words that only say when, where and how.
        let only = tokens.len() == 1;
        let is_particle = |token: &Token| {
            let is_short = token.span.len() == '字'.len_utf8();
            match token.pos {
                Pos::Verb => only && is_short,
                Pos::Adverb | Pos::Preposition | Pos::Conjunction | Pos::Pronoun => true,
                Pos::Position | Pos::Particle => only,
                // 国家级, 二级 stand for what they describe.
                Pos::Adjective => !token.span.of(self.scene.text).ends_with('级'),
                _ => false,
            }
        };
        // 实现四年翻一番: a verb alone is no name.
        let acts = |at: usize| {
            self.entry(at, |lexeme| {
                lexeme.verb == Some(Verb::Make) && !is_name_tail(lexeme)
            })
            .is_some()
        };
        let is_verb = end == start + 1
            && self.linked
            && tokens[0].pos == Pos::Verb
            && name.len() > '字'.len_utf8()
            && acts(end);
        is_number
            || is_verb
            || alone.is_some_and(|alone| alone.word.len() == name.len())
            || tokens.iter().all(is_particle)
    }
}
