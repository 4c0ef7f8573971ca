//! What links a number to its subject: verbs, bounds and adverbs read backwards from the number.

mod compared;
mod link;

use super::mention::{Form, Mention, UnitKind};
use super::scene::Scene;
use crate::lexicon::predicates::Role;
use crate::lexicon::units::Kind as Units;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Lexeme, cues, grammar};
use crate::model::{Bound, Span};
use crate::reading::{Kind, Pos, Token};

pub use link::{Frame, Link, Noun};

/// Reads the words before a mention from its end to their start.
pub fn read(scene: &Scene, mention: &Mention, left: Span) -> Link {
    let mut reader = Reader::new(scene, left);
    reader.is_rank = mention.form == Form::Rank;
    reader.percent = mention.kind == UnitKind::Of(Units::Percent);
    // 改造提升20万亩, 巩固提升10万人: what is made better is no more of it.
    reader.counts = matches!(
        mention.kind,
        UnitKind::Of(
            Units::Classifier | Units::People | Units::Household | Units::Area | Units::Length
        )
    );
    if let Some((start, frame)) = compared::of_whole(scene, mention, left, &mut reader.link) {
        reader.link.rest.end = start;
        reader.link.frame = frame;
    } else if let Some((start, frame)) = compared::gap(scene, mention, left, &mut reader.link) {
        reader.link.rest.end = start;
        reader.link.frame = frame;
        reader.compared = frame != Frame::Gap;
    }
    while reader.step() {}
    reader.link
}

/// Reads words that a number might follow.
pub fn words(scene: &Scene, stretch: Span) -> Link {
    let mut reader = Reader::new(scene, stretch);
    while reader.step() {}
    reader.link
}

/// The words before a mention, while they are read.
struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    left: Span,
    /// The tokens of what is left, and those behind it.
    tokens: &'s [Token],
    /// Whether a comparison was passed: 比上年.
    compared: bool,
    /// Whether the number is a place in an order.
    is_rank: bool,
    /// Whether it is a percentage.
    percent: bool,
    /// Whether it counts or measures what can be made better.
    counts: bool,
    link: Link,
}

impl<'s, 'a> Reader<'s, 'a> {
    fn new(scene: &'s Scene<'a>, left: Span) -> Self {
        Self {
            scene,
            left,
            tokens: scene.reading.tokens_in(left),
            compared: false,
            is_rank: false,
            percent: false,
            counts: false,
            link: Link {
                rest: left,
                ..Link::default()
            },
        }
    }

    /// Passes over what stands at the end of the rest; says whether anything was passed.
    fn step(&mut self) -> bool {
        let rest = &mut self.link.rest;
        while let Some((last, before)) = self.tokens.split_last()
            && last.span.end > rest.end
        {
            self.tokens = before;
        }
        let Some(last) = self.tokens.last() else {
            rest.end = rest.start;
            return false;
        };
        rest.end = last.span.end;
        match last.kind {
            Kind::Mark => match self.behind_mark() {
                Some(end) => self.link.rest.end = end,
                None => return false,
            },
            _ if self.comparison() || self.baseline() => {}
            _ if let Some(start) = self.per() => self.link.rest.end = start,
            Kind::Word if self.duration() => {}
            Kind::Word if self.is_scope(last) => self.link.rest.end = last.span.start,
            Kind::Time => self.link.rest.end = last.span.start,
            _ => return self.predicate(),
        }
        true
    }

    /// Where the words end before a mark that belongs to no subject: a closing one, a bracket (（CPI）, （下同）).
    fn behind_mark(&self) -> Option<usize> {
        let is = |token: &Token, marks: &[char]| token.span.of(self.scene.text).starts_with(marks);
        let last = self.tokens.last()?;
        // 突破“五百亿”、达513亿元: the mark that was passed, with the word that says so.
        if let [.., open, number, close] = self.tokens
            && is(open, &['“'])
            && number.kind == Kind::Number
            && is(close, &['”'])
        {
            let before = Span::new(self.left.start, open.span.start);
            let passes = |word: &Lexeme| word.links(&[Role::AtLeast, Role::About]);
            let passed = self.scene.ending(before, passes);
            return Some(before.end - passed.map_or(0, |word| word.word.len()));
        }
        if is(last, &['”', '"', '、']) {
            return Some(last.span.start);
        }
        if !is(last, &['）', ')', ']']) {
            return None;
        }
        let mut tokens = self.tokens.iter();
        let open = tokens.rfind(|token| is(token, &['（', '(', '[']));
        let open = open.filter(|open| open.span.start > self.left.start);
        // A bracket that opens nowhere is passed alone.
        Some(open.unwrap_or(last).span.start)
    }

    /// 连续三年, 连续四个季度: how long is no part of the subject.
    fn duration(&mut self) -> bool {
        let is_number = |token: &Token| token.kind == Kind::Number;
        let is_unit = |token: &Token| {
            matches!(
                token.pos,
                Pos::Classifier | Pos::Number | Pos::Time | Pos::Noun
            )
        };
        let units = self
            .tokens
            .iter()
            .rev()
            .take_while(|token| !is_number(token) && is_unit(token));
        let Some(at) = (self.tokens.len()).checked_sub(units.count() + 1) else {
            return false;
        };
        let before = Span::new(self.left.start, self.tokens[at].span.start);
        let lasts = |lexeme: &Lexeme| lexeme.links(&[Role::Lasting]);
        let lasting = self.scene.ending(before, lasts);
        if let Some(word) = lasting {
            self.link.rest.end = before.end - word.word.len();
        }
        lasting.is_some()
    }

    /// 总量居全省第四、皖北第一, 保持苏北第一: whether a place is that in which an order is told.
    fn is_scope(&self, last: &Token) -> bool {
        let [earlier @ .., before, _] = self.tokens else {
            return false;
        };
        self.is_rank
            && last.pos == Pos::Place
            && self.link.frame == Frame::Bare
            && (before.span.of(self.scene.text) == "、"
                || (earlier.last()).is_some_and(|token| token.kind == Kind::Number)
                || (self.scene.reading).entry(before.span, |entry| entry.predicate.is_some()))
    }

    /// 标准从每公里15万元提高到…: where the words for each begin that a baseline stands before.
    fn per(&self) -> Option<usize> {
        let [.., from, each, unit] = self.tokens else {
            return None;
        };
        let entry =
            |token: &Token, fits: fn(&Lexeme) -> bool| self.scene.reading.entry(token.span, fits);
        let is_each = entry(each, |lexeme| lexeme.grammar == Some(grammar::Role::Each));
        let begins = entry(from, |lexeme| lexeme.links(&[Role::Baseline]));
        (is_each && begins && unit.pos == Pos::Classifier).then_some(each.span.start)
    }

    /// 体量从建市时的78亿元发展到如今的9500亿元: the time is no part of the subject.
    fn baseline(&mut self) -> bool {
        let Some(begin) = compared::at_when(self.scene, self.link.rest) else {
            return false;
        };
        // 从 and 增长到 themselves are read as any link is.
        self.link.rest.end = begin.span.end;
        true
    }

    fn comparison(&mut self) -> bool {
        let rest = self.link.rest;
        if let Some(end) = compared::since(self.scene, rest) {
            self.link.rest.end = end;
            return true;
        }
        if let Some(end) = compared::before(
            self.scene,
            rest,
            &mut self.link,
            self.compared,
            self.percent,
        ) {
            self.compared = true;
            self.link.rest.end = end;
            return true;
        }
        if self.link.noun != Some(Noun::Share)
            && let Some(end) = compared::proportion(self.scene, rest, &mut self.link)
        {
            self.link.noun = Some(Noun::Share);
            self.link.rest.end = end;
            return true;
        }
        false
    }

    fn predicate(&mut self) -> bool {
        let rest = self.link.rest;
        let lexeme = self.scene.ending(rest, |lexeme| lexeme.predicate.is_some());
        let Some((word, role)) = lexeme.and_then(|lexeme| Some((lexeme, lexeme.predicate?))) else {
            return false;
        };
        let objects = matches!(role, Role::Up | Role::Down)
            && word.verb == Some(Verb::Make)
            && self.left.end == rest.end;
        let passed = !(self.counts && objects) && self.apply(word, role);
        if passed {
            self.link.rest.end -= word.word.len();
        }
        passed
    }

    /// The bound that a word before `start` turns round: 不宜少于, 不应超过. Takes that word in.
    fn turned(&mut self, role: Role, start: usize) -> Bound {
        let before = Span::new(self.link.rest.start, start);
        let forbids = |word: &Lexeme| word.is(cues::Role::Norm) && word.word.starts_with('不');
        let norm = self.scene.ending(before, forbids);
        self.link.rest.end -= norm.map_or(0, |norm| norm.word.len());
        match (role, norm.is_some()) {
            (Role::AtLeast, false) | (Role::AtMost, true) => Bound::AtLeast,
            _ => Bound::AtMost,
        }
    }

    /// Takes a word's role in; says whether the word is passed.
    fn apply(&mut self, word: &Lexeme, role: Role) -> bool {
        let link = &mut self.link;
        let start = link.rest.end - word.word.len();
        match role {
            Role::Link | Role::Equals => link.add(Frame::Plain),
            Role::Holds => link.add(Frame::Holds),
            Role::Reach => link.add(Frame::Reach),
            // 固定资产投资增长: the first verb from the number decides; one before it is a noun's.
            Role::Up | Role::Down if link.direction() != 0 => return false,
            Role::Up => link.add(Frame::Rise),
            Role::Down => link.add(Frame::Fall),
            Role::Rate => link.noun = Some(Noun::Rise),
            Role::RateDown => link.noun = Some(Noun::Fall),
            Role::Share => link.add(Frame::Share),
            Role::ShareAbout => {
                link.add(Frame::Share);
                link.bound = Some(Bound::About);
            }
            // 税收占比居全省第二: what is ranked is the share.
            Role::ShareNoun if self.is_rank => return false,
            Role::ShareNoun => {
                link.noun = Some(Noun::Share);
                // 药占比: the word before is too short to be a name of its own.
                let before = Span::new(link.rest.start, start).of(self.scene.text);
                return before.chars().count() != 1 || before == "、";
            }
            Role::Rank => link.add(Frame::Rank),
            Role::AtLeast | Role::AtMost => {
                let bound = self.turned(role, start);
                self.link.bounded(bound);
            }
            Role::About => link.bound = link.bound.or(Some(Bound::About)),
            Role::Annual => link.annual = true,
            Role::Baseline => link.add(Frame::Baseline),
            // A place belongs to the subject unless a rank or a share is said of it.
            Role::Place => {
                let before = Span::new(link.rest.start, start);
                let bounds = |word: &Lexeme| word.links(&[Role::AtLeast, Role::AtMost]);
                // 总量超过全市1/4: a part of what the place has.
                if self.percent && self.scene.ending(before, bounds).is_some() {
                    link.whole = Some(Span::new(start, link.rest.end));
                    link.add(Frame::Share);
                }
                return self.is_rank
                    || link.frame == Frame::Rank
                    || link.share()
                    || start == link.rest.start;
            }
            // 2024年的7473万元, 预计的: passed only behind a time or another word of this kind.
            Role::Of => {
                let before = Span::new(link.rest.start, start);
                let hit = self.scene.ending(before, |lexeme| {
                    lexeme.compares.is_some() || lexeme.links(&[Role::Adverb, Role::Link])
                });
                let last = self.tokens.iter().rfind(|token| token.span.end <= start);
                return hit.is_some() || last.is_some_and(|token| token.kind == Kind::Time);
            }
            Role::Stop | Role::Proportion => return false,
            Role::Respectively => link.respectively = true,
            Role::Compared | Role::YearBefore => {
                self.compared = true;
                link.base = link.base.or(Some(Span::new(start, link.rest.end)));
            }
            Role::Tail | Role::Each | Role::Particle | Role::Adverb | Role::Lasting => {}
        }
        true
    }
}

#[cfg(test)]
mod tests;
