//! Noun phrases over tokens: 示范村 behind 50个, its head, what describes it, its list.

mod attribute;
mod step;
#[cfg(test)]
mod tests;
mod words;

use super::document::Reading;
use super::pos::Pos;
use super::token::Kind;
use crate::lexicon::Lexeme;
use crate::lexicon::verbs::Verb;
use crate::model::Span;
use step::Step;
use words::{CHARACTER, Phrase};

impl Reading<'_> {
    /// The noun phrase at the head of `stretch`, as it stands behind a number: bounds (以上), 的 and what
    /// describes the noun left out (引领行业发展的示范工厂), a list whole (独角兽、瞪羚企业), up to the first
    /// verb, mark or adverb. Where a verb before the number has the noun as its `object` (确定10个文化建设
    /// 示范单位) no other verb need follow, and those inside belong to the noun.
    pub fn noun_at(&self, stretch: Span, object: bool) -> Option<Span> {
        let phrase = Phrase {
            reading: self,
            object,
            tokens: self.tokens_in(stretch),
        };
        let mut at = phrase.behind_bounds(phrase.behind_size(0));
        for _ in 0..3 {
            match phrase.behind_attribute(at) {
                Some(head) => at = head,
                None => break,
            }
        }
        phrase.list(at).map(|(span, _)| span)
    }

    /// What the longest entry on the word at `span`, from its beginning, is.
    pub(crate) fn entry(&self, span: Span, fits: impl Fn(&Lexeme) -> bool) -> bool {
        (self.hits.starting(span.start)).any(|hit| hit.span.end >= span.end && fits(hit.lexeme))
    }
}

impl Phrase<'_> {
    /// The noun at a place and the nouns that a list adds; with the place behind it.
    fn list(&self, at: usize) -> Option<(Span, usize)> {
        let (mut span, mut next) = self.noun(at)?;
        while self.is_joint(next) {
            // 疫苗和近4000万件物资: a lone character that describes is none.
            let is_item = |(item, _): &(Span, usize)| {
                self.joins(next + 1) && (item.len() > CHARACTER || self.is_nominal(next + 1))
            };
            let Some((item, behind)) = self.noun(next + 1).filter(is_item) else {
                break;
            };
            // 村庄、职工68万人: what has a number of its own is no part of the list.
            let counted = self.tokens[behind..]
                .iter()
                .take_while(|token| {
                    token.kind != Kind::Mark || token.span.of(self.reading.text) == "、"
                })
                .position(|token| token.kind == Kind::Number);
            // 国家和地区近4100部影片: what has a noun of its own counts that.
            let counted = counted.is_some_and(|number| {
                let unit = behind + number + 1;
                let is_unit =
                    (self.tokens.get(unit)).is_some_and(|unit| unit.pos == Pos::Classifier);
                // 常委会召开3次会议、政治局召开2次会议: so does what acts.
                let acts = self
                    .tokens
                    .get(behind)
                    .is_some_and(|act| act.pos == Pos::Verb);
                number > 1 || acts || !is_unit || !self.begins_noun(unit + 1)
            });
            if counted {
                break;
            }
            span.end = item.end;
            next = behind;
        }
        Some((span, next))
    }

    /// Whether an item of a list may begin at a place: no verb that acts (村庄、新建学校).
    fn joins(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind != Kind::Number
                && (token.pos != Pos::Verb || self.object && self.begins_noun(at + 1))
                && !(matches!(token.pos, Pos::Verb | Pos::VerbNoun | Pos::Phrase)
                    && self.is(at, |entry| entry.verb.is_some()))
        })
    }

    /// The noun at a place without a list; with the place behind it.
    fn noun(&self, at: usize) -> Option<(Span, usize)> {
        let (mut start, mut place) = (at, at);
        let mut end = None;
        while let Some(token) = self.tokens.get(place) {
            match self.step(token, place, end.is_some(), place > start) {
                Step::Take(next) => {
                    place = next;
                    end = Some(next);
                }
                Step::Pass(next) => place = next,
                Step::Restart(next) => (start, place, end) = (next, next, None),
                Step::Stop => break,
            }
        }
        // 2万名选手参赛: a verb that no table knows is a noun behind a number.
        let alone = || {
            let first = self.tokens.get(start)?;
            let is_noun =
                first.pos == Pos::Verb && first.span.len() > CHARACTER && !self.acts(start);
            (is_noun && place > start).then_some(start + 1)
        };
        let mut end = end.or_else(alone)?;
        // 重点项目建设, 道路改造完工, 女童生活在乡村: what is done with them, or what they do, is no part of their
        // name, but for what is done together (适老化改造).
        let acts = |at: usize| {
            let is_before = (self.tokens.get(at + 1))
                .is_some_and(|next| next.pos == Pos::Preposition && !self.is_joint(at + 1));
            is_before || self.is(at, |entry| entry.verb == Some(Verb::Make))
        };
        let is_verb = |at: usize| {
            matches!(self.tokens[at].pos, Pos::Verb | Pos::VerbNoun) && !self.is_body(at)
        };
        let done = (start..end).rev().take_while(|&at| is_verb(at) && acts(at));
        let mut noun = end - done.count();
        // 行政村全覆盖
        let describes = |at: usize| self.is_short(at) && self.tokens[at].pos == Pos::Adjective;
        if noun > start + 1 && noun < end && describes(noun - 1) {
            noun -= 1;
        }
        if noun > start && self.is_nominal(noun - 1) && !is_verb(noun - 1) {
            end = noun;
        }
        let span = Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end);
        Some((span, end))
    }
}
