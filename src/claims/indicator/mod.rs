//! What is measured: the noun before the number, behind it, or carried from an earlier clause.

mod behind;
mod earlier;
mod list;
mod measure_noun;
mod name;
mod own;
mod subject;

use super::around::Around;
use super::frame::{Frame, Link};
use super::scene::Scene;
use crate::claims::mention::UnitKind;
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Lexeme, cues, predicates, verb_nouns};
use crate::model::Span;
use crate::text::is_longer;

pub use earlier::is_share_clause;
use earlier::{changing_subject, clause_before, previous_subject, topic};
pub use list::is_list_mark;
use list::{place_in_list, split_subjects};
use measure_noun::MEASURES;
pub use measure_noun::is_thing;
pub use name::Named;
use own::Clause;
use subject::subject;

/// Whether a text ends in a verb of doing that takes an object: 落实, 制定; not 争取到.
pub fn ends_in_act(text: &str) -> bool {
    verbs::TABLE.longest_at_end(text).is_some_and(|row| {
        row.word.len() >= 6 && row.verb == Verb::Make && !row.word.ends_with('到')
    })
}

/// The subjects that later clauses of a sentence may leave out.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    /// The subjects of the last clause: one, or several where a list was given.
    last: Vec<Named>,
    /// The subjects that this sentence has named one by one.
    recent: Vec<Named>,
    /// Those before the bracket that is open: 收入10亿元（其中：开发区2亿元），增长5%.
    outer: Option<Vec<Named>>,
}

impl Subjects {
    /// A new sentence may still leave out what the one before named, but no list is open.
    pub fn begin_sentence(&mut self) {
        self.recent.clear();
        self.leave_bracket();
    }

    fn leave_bracket(&mut self) {
        if let Some(outer) = self.outer.take() {
            self.last = outer;
        }
    }

    /// The indicator of the mention `at`; what it names is kept for those that leave it out.
    pub fn name(&mut self, scene: &Scene, at: usize, around: &Around, link: &Link) -> Named {
        let mention = &scene.mentions[at];
        if around.enclosed {
            self.outer.get_or_insert_with(|| self.last.clone());
        } else {
            self.leave_bracket();
        }
        // 分别达到6474元和1885元: a number a subject.
        if let Some(named) = self.shared_out(scene, at, around, link) {
            return named;
        }
        let clause = Clause::of(scene, mention, around, link);
        let named = clause.name().unwrap_or_else(|| self.unnamed(&clause));
        if !around.in_brackets
            && link.frame != Frame::Gap
            && !named.indicator.is_empty()
            && !named.carried
            && let Some(reported) = reported(&named.indicator)
        {
            let subject = Named {
                indicator: reported.to_owned(),
                start: named.start,
                ..Named::default()
            };
            self.last = vec![subject.clone()];
            self.recent.push(subject);
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
            if subjects.is_empty()
                && let Some(whole) = at.checked_sub(1).map(|before| &scene.mentions[before])
                && whole.value == count as f64
                && around.left.start == whole.span.end
            {
                // A、B、C三项增速分别为…
                let list = Span::new(around.clause.start, whole.span.start);
                subjects = split_subjects(scene, subject::list(scene, list, kind), count);
            }
            if subjects.is_empty() && self.last.len() != count {
                let list = list_before(scene, around);
                subjects = split_subjects(scene, list, count);
                subjects.truncate(if subjects.len() == count { count } else { 0 });
            }
            // 比全国、全省分别高1.4、0.6个百分点: what is compared with is no list of subjects.
            if (subjects.iter()).any(|subject| !is_longer(&subject.indicator, 1)) {
                return None;
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
        self.last.get(place).cloned()
    }

    /// The name of a number beside which no noun stands: its verb, an earlier clause's, or the last one.
    fn unnamed(&self, clause: &Clause) -> Named {
        let (scene, around) = (clause.scene, clause.around);
        let is_linked = clause.link.linked() && !around.follows_mention;
        let names_again = clause.is_of_last() && !self.recent.is_empty() && self.last.len() == 1;
        if clause.acts() && !names_again {
            // 处分11人: the verb names what is counted; 超20个百分点 and 给予50万元 name nothing.
            let gives = |word: &Lexeme| word.is(cues::Role::Grants);
            let act = scene.verbs(around.left).last().map(|(span, _)| *span);
            let act = act.filter(|act| {
                is_longer(act.of(scene.text), 1) && scene.starting(*act, gives).is_none()
            });
            return clause.named(act.unwrap_or_default(), false);
        }
        if let Some(topic) = topic(scene, around).filter(|_| is_linked) {
            return clause.named(topic, false);
        }
        if let Some(object) = clause.behind.object(scene, around) {
            return clause.named(object, true);
        }
        if self.recent.is_empty()
            && let Some(subject) = changing_subject(scene, around)
        {
            return clause.named(subject, false);
        }
        // 进出口总值创历史新高，达到5379亿元: the measure that the clause right before is about.
        if is_linked {
            let before = previous_subject(scene, around);
            if before.of(scene.text).ends_with(MEASURES) {
                return clause.named(before, false);
            }
        }
        // 市场主体增量提质，达到77万户: what the clause before is about, where this sentence has named nothing.
        let is_first = self.last.is_empty() || self.recent.is_empty() && is_linked;
        let before = is_first.then(|| previous_subject(scene, around));
        let mut carried = clause.named(before.unwrap_or_default(), false);
        if carried.indicator.is_empty() {
            let words: Vec<&str> = self.last.iter().map(|last| &*last.indicator).collect();
            carried.indicator = words.join("、");
            carried.start = self.last.first().map_or(0, |first| first.start);
        }
        if carried.indicator.is_empty()
            && let Some(whole) = clause.link.whole
        {
            // 完成省下达任务的244%: nothing but the whole is named.
            return clause.named(whole, false);
        }
        carried.carried = true;
        carried
    }
}

/// What the figures behind a planned one report: 收入 of 收入年初预算; nothing of 调整预算数, which goes on with what was named
/// before. 一般公共预算 is a name.
fn reported(indicator: &str) -> Option<&str> {
    let Some(row) = cues::TABLE.ending(indicator, cues::Role::Budgeted) else {
        return Some(indicator);
    };
    let rest = &indicator[..indicator.len() - row.word.len()];
    let flows = || verb_nouns::TABLE.longest_at_end(rest).is_some();
    match rest {
        "" => None,
        rest if row.word.chars().nth(2).is_some() || flows() => Some(rest),
        _ => Some(indicator),
    }
}

/// 事故起数、死亡人数 in 事故起数、死亡人数“双下降”，分别减少…: the list that the clause before names; 产量 and 收入 in
/// 实现了产量和收入双增长.
fn list_before(scene: &Scene, around: &Around) -> Span {
    let mut clause = clause_before(scene, around);
    let leads = |lexeme: &Lexeme| {
        lexeme.leads
            || lexeme.verb.is_some_and(|verb| verb != Verb::Be)
            || lexeme.links(&[predicates::Role::Adverb])
    };
    while let Some(lead) = scene.starting(clause, leads) {
        clause.start += lead.word.len();
    }
    let tokens = scene.reading.tokens_in(clause).iter();
    let quoted = (tokens.map(|token| token.span)).filter(|span| span.of(scene.text) == "“");
    let said = (scene.reading.hits.within(clause)).filter(|hit| subject::links(hit.lexeme));
    let end = quoted
        .chain(said.map(|hit| hit.span))
        .map(|span| span.start)
        .min();
    let list = Span::new(clause.start, end.unwrap_or(clause.end));
    let both = list.of(scene.text).trim_end_matches('双').len();
    subject::list(
        scene,
        Span::new(list.start, list.start + both),
        UnitKind::None,
    )
}
