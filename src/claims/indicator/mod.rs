//! What is measured: the noun before the number, behind it, or carried from an earlier clause.

mod behind;
mod earlier;
mod list;
mod measure_noun;
mod subject;

use super::around::Around;
use super::frame::{Frame, Link};
use super::mention::Mention;
use super::scene::Scene;
use crate::claims::mention::UnitKind;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates::Role as Links;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Lexeme, cues};
use crate::model::Span;
use crate::reading::Kind::Word;
use crate::reading::{Hit, Token};

use behind::Behind;
pub use earlier::is_share_clause;
use earlier::{changing_subject, clause_before, previous_subject, topic, whole_before};
pub use list::is_list_mark;
use list::{is_joint, place_in_list, split_subjects};
use measure_noun::MEASURES;
pub use measure_noun::is_thing;
use subject::{Subject, subject};

/// The most characters of an indicator.
const LONGEST: usize = 24;

/// Whether a text ends in a verb of doing that takes an object: 落实, 制定; not 争取到.
pub fn ends_in_act(text: &str) -> bool {
    verbs::TABLE.longest_at_end(text).is_some_and(|row| {
        row.word.len() >= 6 && row.verb == Verb::Make && !row.word.ends_with('到')
    })
}

/// The name found for a mention.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Named {
    /// The indicator; empty where the text names none.
    pub indicator: String,
    /// What the verb does that the number is the object of.
    pub verb: Option<Verb>,
    /// Whether the noun stands behind the number.
    pub behind: bool,
    /// Whether it was carried from an earlier clause.
    pub carried: bool,
}

/// The subjects that later clauses of a sentence may leave out.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    /// The subjects of the last clause: one, or several where a list was given.
    last: Vec<String>,
    /// The subjects that this sentence has named one by one.
    recent: Vec<String>,
}

impl Subjects {
    /// A new sentence may still leave out what the one before named, but no list is open.
    pub fn begin_sentence(&mut self) {
        self.recent.clear();
    }

    /// The indicator of the mention `at`; what it names is kept for those that leave it out.
    pub fn name(&mut self, scene: &Scene, at: usize, around: &Around, link: &Link) -> Named {
        let mention = &scene.mentions[at];
        // 分别达到6474元和1885元: a number a subject.
        if let Some(named) = self.shared_out(scene, at, around, link) {
            return named;
        }
        let named = self.own(scene, mention, around, link);
        if !around.in_brackets
            && link.frame != Frame::Gap
            && !named.indicator.is_empty()
            && !named.carried
        {
            self.last = vec![named.indicator.clone()];
            self.recent.push(named.indicator.clone());
        }
        named
    }

    /// The subject of a number in a list, where as many subjects as numbers stand before.
    fn shared_out(
        &mut self,
        scene: &Scene,
        at: usize,
        around: &Around,
        link: &Link,
    ) -> Option<Named> {
        let (place, count) = place_in_list(scene, at, around)?;
        if place == 0 {
            let kind = scene.mentions[at].kind;
            let act = subject(scene, link.rest, link.linked(), kind);
            let end = act.before_verb.map_or(link.rest.end, |before| before.end);
            let list = subject::list(scene, Span::new(link.rest.start, end), kind);
            let mut subjects = split_subjects(scene, list, count);
            if subjects.is_empty() && self.last.len() != count {
                // 事故起数、死亡人数“双下降”，分别减少…: the clause before names them.
                let clause = clause_before(scene, around);
                let quoted = scene.reading.tokens_in(clause).iter();
                let quoted = quoted
                    .map(|token| token.span)
                    .filter(|span| span.of(scene.text) == "“");
                let said = scene.reading.hits.within(clause);
                let said = said
                    .filter(|hit| subject::links(hit.lexeme))
                    .map(|hit| hit.span);
                let end = quoted.chain(said).map(|span| span.start).min();
                let list = Span::new(clause.start, end.unwrap_or(clause.end));
                let list = subject::list(scene, list, UnitKind::None);
                subjects = split_subjects(scene, list, count);
                if subjects.len() != count {
                    subjects.clear();
                }
            }
            if subjects.len() == count {
                self.last = subjects;
            } else if !subjects.is_empty() {
                return None;
            } else if self.last.len() != count {
                // 城镇…17175元，农村…5153元，增长9.8%和8.5%: those named one by one before.
                let from = self.recent.len().checked_sub(count)?;
                self.last = self.recent[from..].to_vec();
            }
        } else if self.last.len() != count {
            return None;
        }
        Some(Named {
            indicator: self.last.get(place)?.clone(),
            ..Named::default()
        })
    }

    /// The noun that the clause itself gives, or the one carried.
    fn own(&self, scene: &Scene, mention: &Mention, around: &Around, link: &Link) -> Named {
        let behind = Behind::of(scene, mention, around);
        // 90%的市和70%的县, 3个茶叶集群、2个商贸集群: the noun is that of the number before.
        let is_others =
            around.follows_mention && behind.is_joined && scene.verbs(around.left).is_empty();
        let rest = match around.follows_mention {
            true if is_others => Span::new(link.rest.end, link.rest.end),
            true => behind_list_mark(scene, link.rest),
            false => link.rest,
        };
        // 新引进超10亿元项目3个, 完成投资超9亿元: a bound alone leaves a verb its object.
        let links = |lexeme: &Lexeme| lexeme.verb.is_some() && lexeme.links(&[Links::Equals]);
        let is_free = !rest.of(scene.text).ends_with(MEASURES) || scene.holds(rest, links);
        let is_linked = link.linked() && !(link.only_bounds() && is_free);
        let found = subject(scene, rest, is_linked, mention.kind);
        let Subject { name, verb, .. } = found;
        let named = |span: Span, behind: bool| Named {
            indicator: clip(scene, span, behind).of(scene.text).to_owned(),
            verb,
            behind,
            carried: false,
        };
        let ruled = Span::new(around.clause.start.min(around.left.start), around.left.end);
        let ruling = verb_before(scene, if is_others { ruled } else { around.left });
        // 新增5个示范点, 完成3个防治项目: a link that is a verb has what follows as its object, where no subject does.
        let linked_by = ruling.is_some_and(|verb| verb.span.start >= link.rest.end);
        let changes = name.is_empty() && !link.reaches() && (link.direction() != 0 || linked_by);
        // 全市完成8个项目开工: such a link is a verb that has what is counted as its object.
        let acts = scene.ending(around.left, links).is_some();
        let governs = acts || !link.linked() || link.only_bounds() && !around.follows_mention;
        let is_object =
            (acts || verb.is_some() && governs || changes || is_others && ruling.is_some())
                && ruling.is_none_or(|verb| !verb.lexeme.pivot);
        // 每吨钢的能耗，由2.5吨煤降到2.3吨煤: what changes was named before, not behind the number.
        // 方案明确的9项任务
        let of = |lexeme: &Lexeme| lexeme.grammar == Some(Role::Of);
        let is_told = scene.ending(around.left, of).is_some();
        let is_change = name.is_empty() && matches!(link.frame, Frame::Baseline | Frame::Reach);
        let shared =
            (behind.shared(scene, mention)).filter(|_| name.is_empty() && !around.follows_mention);
        let noun = shared
            .or_else(|| behind.noun(scene, is_object, name.is_empty() || is_told))
            .filter(|_| behind.counts || !is_change)
            .filter(|_| !scene.lasts(around.left));
        if found.alone
            && noun.is_none()
            && !around.follows_mention
            && let Some(whole) = whole_before(scene, around)
        {
            return named(whole, false);
        }
        let holds = link.frame == Frame::Holds;
        // 打造50个示范村, 敖汉旗99个贫困村退出, 等12个项目: what is counted follows the classifier.
        // 产投集团新增5支基金
        let adds = behind.adjoins && scene.ending(around.left, |lexeme| lexeme.adds).is_some();
        let is_new =
            name.is_empty() || behind.joins_list || holds || mention.kind != UnitKind::Noun;
        if let Some(noun) = noun
            && behind.counts
            && is_new
            && (!link.linked() || holds || name.is_empty() || link.only_bounds() || acts || adds)
            && !link.rate()
        {
            return named(noun, true);
        }
        if let Some(sized) = behind.sized(scene).filter(|_| !link.linked()) {
            return named(sized, true);
        }
        // 改革覆盖92%以上的村: a part of what follows.
        let acts = |lexeme: &Lexeme| lexeme.verb == Some(Verb::Make) && lexeme.noun.is_none();
        let covers = !link.linked() && !behind.is_amount && behind.attributive;
        if let Some(noun) = noun.filter(|_| covers && scene.ending(name, acts).is_some()) {
            return named(noun, true);
        }
        if !name.is_empty() {
            return named(name, false);
        }
        // 一次性增加6万亿元地方债务限额: the thing itself follows; 90%的事项: so does what it is a part of.
        let follows = behind.adjoins && behind.is_amount && (!around.follows_mention || is_others)
            || (behind.attributive || verb.is_some() && !link.linked())
                && !link.rate()
                && link.direction() == 0
                && found.before_verb.is_none();
        if let Some(noun) = noun.filter(|_| follows) {
            return named(noun, true);
        }
        // 慈善基金投放1000万元: the verb stands between the subject and its number.
        if let Some(before) = found.before_verb {
            return named(before, false);
        }
        self.unnamed(scene, mention, around, link, found.verb, &behind)
    }

    /// The name of a number beside which no noun stands: its verb, an earlier clause's, or the last one.
    fn unnamed(
        &self,
        scene: &Scene,
        mention: &Mention,
        around: &Around,
        link: &Link,
        verb: Option<Verb>,
        behind: &Behind,
    ) -> Named {
        let named = |span: Span, behind: bool| Named {
            indicator: clip(scene, span, behind).of(scene.text).to_owned(),
            verb,
            behind,
            carried: false,
        };
        // 梳理难点96项，已解决71项: of the same things.
        let before = scene
            .mentions
            .iter()
            .take_while(|other| other.span != mention.span)
            .last();
        let is_same = mention.kind != UnitKind::Of(Kind::Currency)
            && before.is_some_and(|before| before.unit == mention.unit);
        // 减免税费15亿元，惠及13万户: whom something reaches is told of what was named.
        let covers = |verb: &Hit| verb.lexeme.is(cues::Role::Covers);
        let reaches = || verb_before(scene, around.left).is_some_and(covers);
        let names_again = (is_same || reaches()) && !self.recent.is_empty() && self.last.len() == 1;
        if verb.is_some() && !link.linked() && !around.follows_mention && !names_again {
            // 处分11人: the verb names what is counted.
            let act = scene.verbs(around.left).last().map(|(span, _)| *span);
            return named(act.unwrap_or_default(), false);
        }
        let topic = topic(scene, around).filter(|_| link.linked() && !around.follows_mention);
        if let Some(topic) = topic {
            return named(topic, false);
        }
        if let Some(object) = behind.object(scene, around).filter(|_| behind.counts) {
            return named(object, true);
        }
        if self.recent.is_empty()
            && let Some(subject) = changing_subject(scene, around)
        {
            return named(subject, false);
        }
        // 市场主体增量提质，达到77万户: what the clause before is about, where this sentence has named nothing.
        let topic = match self.recent.is_empty() && link.linked() && !around.follows_mention {
            true => previous_subject(scene, around),
            false => Span::default(),
        };
        let carried = match self.last.as_slice() {
            _ if !topic.is_empty() => named(topic, false),
            [] => named(previous_subject(scene, around), false),
            list => Named {
                indicator: list.join("、"),
                ..named(Span::default(), false)
            },
        };
        Named {
            carried: true,
            ..carried
        }
    }
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
