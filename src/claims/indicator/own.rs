//! The name that a clause itself gives: the subject before its number, or the noun behind.

use super::behind::Behind;
use super::list::is_joint;
use super::measure_noun::MEASURES;
use super::name::Named;
use super::subject::{Subject, subject};
use crate::claims::around::Around;
use crate::claims::frame::{Frame, Link};
use crate::claims::mention::{Mention, UnitKind};
use crate::claims::scene::Scene;
use crate::lexicon::grammar::Role;
use crate::lexicon::part_nouns::{self, Is};
use crate::lexicon::predicates::Role as Links;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Lexeme, cues, people_nouns};
use crate::model::Span;
use crate::reading::Kind::Word;
use crate::reading::{Hit, Pos, Token};
use crate::text::is_longer;

/// The most characters of an indicator.
const LONGEST: usize = 24;

/// A number with what its clause says before and behind it.
pub(super) struct Clause<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    mention: &'s Mention,
    pub(super) around: &'s Around,
    pub(super) link: &'s Link,
    pub(super) behind: Behind,
    /// The subject before the number.
    found: Subject,
    /// Whether the noun is that of the number before: 90%的市和70%的县, 3个茶叶集群、2个商贸集群.
    is_others: bool,
}

/// A subject without a name that is one character and no noun: 高 in 比全国、全省分别高1.4、0.6个百分点.
fn without_lone_verb(scene: &Scene, found: Subject) -> Subject {
    let is_noun = |token: &Token| token.pos.is_nominal();
    let names = is_longer(found.name.of(scene.text), 1)
        || (scene.reading.tokens_in(found.name).iter()).any(is_noun);
    let name = if names {
        found.name
    } else {
        Span::new(found.name.end, found.name.end)
    };
    Subject { name, ..found }
}

impl<'s, 'a> Clause<'s, 'a> {
    pub(super) fn of(
        scene: &'s Scene<'a>,
        mention: &'s Mention,
        around: &'s Around,
        link: &'s Link,
    ) -> Self {
        let behind = Behind::of(scene, mention, around);
        let is_others =
            around.follows_mention && behind.is_joined && scene.verbs(around.left).is_empty();
        let rest = match around.follows_mention {
            true if is_others => Span::new(link.rest.end, link.rest.end),
            true => behind_list_mark(scene, link.rest),
            false => link.rest,
        };
        // 新引进超10亿元项目3个, 完成投资超9亿元: a bound alone leaves a verb its object.
        let is_free = !rest.of(scene.text).ends_with(MEASURES) || scene.holds(rest, completes);
        let is_linked = link.linked() && !(link.only_bounds() && is_free);
        Self {
            scene,
            mention,
            around,
            link,
            behind,
            found: without_lone_verb(scene, subject(scene, rest, is_linked, mention.kind)),
            is_others,
        }
    }

    /// What a stretch before or `behind` the number names.
    pub(super) fn named(&self, span: Span, behind: bool) -> Named {
        let span = clip(self.scene, span, behind);
        Named {
            indicator: span.of(self.scene.text).to_owned(),
            start: span.start,
            verb: self.found.verb,
            behind,
            carried: false,
        }
    }

    /// The name, where the clause gives one.
    pub(super) fn name(&self) -> Option<Named> {
        let (scene, link, name) = (self.scene, self.link, self.found.name);
        if self.is_term() {
            return Some(Named::default());
        }
        let noun = self.noun();
        if let Some(noun) = noun.filter(|_| self.is_counted()) {
            return Some(self.named(noun, true));
        }
        if let Some(noun) = noun.filter(|_| self.is_item()) {
            return Some(self.named(noun, true));
        }
        if let Some(sized) = self.behind.sized(scene).filter(|_| !link.linked()) {
            return Some(self.named(sized, true));
        }
        // 改革覆盖92%以上的村: a part of what follows.
        let acts = |lexeme: &Lexeme| lexeme.verb == Some(Verb::Make) && lexeme.noun.is_none();
        let is_part = !link.linked() && !self.behind.is_amount && self.behind.attributive;
        let covers = is_part && scene.ending(name, acts).is_some();
        if !name.is_empty() && (!covers || noun.is_none()) {
            return Some(self.named(name, false));
        }
        if let Some(noun) = noun.filter(|_| covers || self.follows()) {
            return Some(self.named(noun, true));
        }
        // 慈善基金投放1000万元: the verb stands between the subject and its number.
        let before = self.found.before_verb?;
        (!self.is_of_last() || !self.only_acts(before)).then(|| self.named(before, false))
    }

    /// 应在5个工作日内答复: whether the number only says within what time something is done; it measures nothing, but for 时限在5天以内.
    fn is_term(&self) -> bool {
        let last = self.scene.reading.tokens_in(self.around.left).last();
        let name = self.found.name.of(self.scene.text);
        self.mention.kind == UnitKind::Of(Kind::Time)
            && self.link.frame <= Frame::Plain
            && self.link.bound.is_none()
            && last.is_some_and(|last| last.pos == Pos::Preposition)
            && !name.ends_with(['限', '间', '期', '长'])
    }

    /// 筹集房源2.8万套，供应1.6万套: whether a name is nothing but what is done with the things named before.
    fn only_acts(&self, name: Span) -> bool {
        let mut tokens = self.scene.reading.tokens_in(name).iter();
        tokens.all(|token| {
            (self.scene.reading).entry(token.span, |entry| {
                entry.verb.is_some_and(|verb| verb != Verb::Be)
            })
        })
    }

    /// 人口 in 86万人口: the noun that is part of the unit; not in 50万人口以上城市, where it says how large.
    fn unit_noun(&self) -> Option<Span> {
        let Span { start, end } = self.mention.span;
        let row = people_nouns::TABLE.longest_at_end(&self.scene.text[start..end])?;
        let bounded = self.scene.heading(self.around.right, Lexeme::bounds);
        bounded
            .is_none()
            .then(|| Span::new(end - row.word.len(), end))
    }

    /// The noun behind the number.
    fn noun(&self) -> Option<Span> {
        let (scene, around) = (self.scene, self.around);
        if let Some(noun) = self.unit_noun() {
            return Some(noun);
        }
        let is_empty = self.found.name.is_empty();
        // 方案明确的9项任务
        let of = |lexeme: &Lexeme| lexeme.grammar == Some(Role::Of);
        let only = is_empty
            || scene.ending(around.left, of).is_some()
            || self.behind.joins_list
            || self.counts_parts();
        let shared = (is_empty && !around.follows_mention)
            .then(|| self.behind.shared(scene, self.mention))
            .flatten();
        // 每吨钢的能耗，由2.5吨煤降到2.3吨煤: what changes was named before, not behind the number.
        let changes = is_empty && matches!(self.link.frame, Frame::Baseline | Frame::Reach);
        shared
            .or_else(|| {
                self.behind
                    .noun(scene, self.is_object() || self.is_item(), only)
                    .or_else(|| self.done())
            })
            .filter(|_| (self.behind.counts || !changes) && !scene.lasts(around.left))
    }

    /// 完成400亿元投资: the act alone that a verb before the number completes.
    fn done(&self) -> Option<Span> {
        self.scene.ending(self.around.left, completes)?;
        self.behind.act(self.scene)
    }

    /// 研制20余种新药: whether a word of such kinds stands right before the number, which is its object.
    fn is_governed(&self, kinds: &[Pos]) -> bool {
        let last = self.scene.reading.tokens_in(self.around.left).last();
        !self.link.linked() && last.is_some_and(|last| kinds.contains(&last.pos))
    }

    /// 高校要抓紧做好三项工作: whether a verb has as its object so many parts of what is told.
    fn counts_parts(&self) -> bool {
        let behind = self.scene.reading.tokens_in(self.around.right).first();
        let is_part = |noun: &str| {
            part_nouns::TABLE
                .get(noun)
                .is_some_and(|row| row.is == Is::Part)
        };
        self.is_governed(&[Pos::Verb, Pos::VerbNoun])
            && behind.is_some_and(|noun| is_part(noun.span.of(self.scene.text)))
    }

    /// Whether a verb before the number has the noun behind it as its object.
    fn is_object(&self) -> bool {
        let (link, around) = (self.link, self.around);
        let start = around.left.start;
        let start = if self.is_others {
            around.clause.start.min(start)
        } else {
            start
        };
        let ruling = verb_before(self.scene, Span::new(start, around.left.end));
        // 新增5个示范点, 完成3个防治项目: a link that is a verb has what follows as its object, where no subject does.
        let links = ruling.is_some_and(|verb| verb.span.start >= link.rest.end);
        let changes =
            self.found.name.is_empty() && !link.reaches() && (link.direction() != 0 || links);
        let governs = !link.linked() || link.only_bounds() && !around.follows_mention;
        let acts = self.found.verb.is_some() && governs || self.is_governed(&[Pos::VerbNoun]);
        (acts || changes || self.is_others && ruling.is_some())
            && ruling.is_none_or(|verb| !verb.lexeme.pivot)
    }

    /// 打造50个示范村, 敖汉旗99个贫困村退出, 等12个项目: whether what is counted follows the classifier.
    fn is_counted(&self) -> bool {
        let (scene, link, left) = (self.scene, self.link, self.around.left);
        let holds = link.frame == Frame::Holds;
        let is_empty = self.found.name.is_empty();
        // 全市完成8个项目开工, 产投集团新增5支基金: such a link is a verb that has what is counted as its object.
        let acts = scene.ending(left, completes).is_some()
            // 四大板块共16条措施
            || self.behind.adjoins
                && scene.ending(left, |lexeme| lexeme.adds || lexeme.links(&[Links::Link])).is_some();
        self.behind.counts
            && (is_empty || self.behind.joins_list || holds || self.mention.kind != UnitKind::Noun)
            && (!link.linked() || holds || is_empty || link.only_bounds() || acts)
            && !link.rate()
    }

    /// 推动百企转型、完成400亿元投资: whether the verb before the number begins an item of a list, and has what follows as
    /// its object.
    fn is_item(&self) -> bool {
        let (scene, left) = (self.scene, self.around.left);
        let verb = scene.ending(left, completes);
        let before = verb.map(|verb| &scene.text[..left.end - verb.word.len()]);
        self.behind.adjoins
            && self.behind.is_amount
            && before.is_some_and(|before| before.ends_with('、'))
    }

    /// 一次性增加6万亿元地方债务限额: whether the thing itself follows; 90%的事项: so does what it is a part of.
    fn follows(&self) -> bool {
        let (link, behind) = (self.link, &self.behind);
        let acts = self.found.verb.is_some() && !link.linked();
        behind.adjoins
            && behind.is_amount
            && (!self.around.follows_mention || self.is_others || acts)
            || (behind.attributive || self.found.verb.is_some() && !link.linked())
                && !link.rate()
                && link.direction() == 0
                && self.found.before_verb.is_none()
    }

    /// Whether a verb has the number as its object, and nothing else is said.
    pub(super) fn acts(&self) -> bool {
        self.found.verb.is_some() && !self.link.linked() && !self.around.follows_mention
    }

    /// Whether the number is told of what was named last.
    pub(super) fn is_of_last(&self) -> bool {
        // 梳理难点96项，已解决71项: of the same things.
        let mut earlier = self.scene.mentions.iter();
        let before = earlier.rfind(|other| other.span.end <= self.mention.span.start);
        let is_same = self.mention.kind != UnitKind::Of(Kind::Currency)
            && before.is_some_and(|before| before.unit == self.mention.unit);
        // 减免税费15亿元，惠及13万户: whom something reaches.
        let covers = |verb: &Hit| verb.lexeme.is(cues::Role::Covers);
        is_same || verb_before(self.scene, self.around.left).is_some_and(covers)
    }
}

/// 完成, 实现: whether a verb has a number of what is done, or a part of it, as its object.
fn completes(lexeme: &Lexeme) -> bool {
    lexeme.verb.is_some() && lexeme.links(&[Links::Equals])
}

/// 1.4万亿斤新台阶、亩产: behind another number, a short tail up to 、 or 和 is that number's.
fn behind_list_mark(scene: &Scene, rest: Span) -> Span {
    let mut tokens = scene.reading.tokens_in(rest).iter();
    let mark = tokens.find(|token| is_joint(scene, token));
    let short = mark.filter(|mark| mark.span.start - rest.start <= 6 * '台'.len_utf8());
    Span::new(short.map_or(rest.start, |mark| mark.span.end), rest.end)
}

/// The last verb of a stretch that takes an object.
fn verb_before<'s>(scene: &'s Scene, left: Span) -> Option<&'s Hit> {
    (scene.reading.hits.within(left)).rfind(|hit| hit.lexeme.verb.is_some())
}

/// A name that is too long, without its first words: the head noun comes last; of a list behind a number the first.
fn clip(scene: &Scene, name: Span, behind: bool) -> Span {
    let is_long =
        |start: usize| Span::new(start, name.end).of(scene.text).chars().count() > LONGEST;
    if !is_long(name.start) {
        return name;
    }
    let tokens = scene.reading.tokens_in(name);
    let fits = |token: &&Token| !is_long(token.span.start);
    if let Some(joint) = tokens.iter().find(|token| behind && is_joint(scene, token)) {
        return Span::new(name.start, joint.span.start);
    }
    let parts = tokens.windows(2).filter(|pair| is_joint(scene, &pair[0]));
    let part = parts.map(|pair| &pair[1]).find(fits);
    let word = || tokens.iter().filter(|token| token.kind == Word).find(fits);
    let fits = part.or_else(word).map(|token| token.span.start);
    Span::new(fits.unwrap_or(name.start), name.end)
}
