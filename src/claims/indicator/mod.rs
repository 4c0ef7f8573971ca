//! What is measured: the noun before the number, behind it, or carried from an earlier clause.

mod behind;
mod clip;
mod earlier;
mod list;
mod tidy;

use super::around::Around;
use super::frame::{Frame, Link};
use super::mention::Mention;
use super::scene::Scene;
use crate::claims::mention::UnitKind;
use crate::lexicon::Lexeme;
use crate::lexicon::grammar::Role;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::model::Span;

use behind::{is_measure_tail, noun_at, object_behind};
use clip::{LONGEST, clip};
use earlier::{changing_subject, clause_before, previous_subject, topic};
pub use earlier::{is_share_clause, is_thing};
pub use list::is_list_mark;
use list::split_subjects;
pub use tidy::ends_in_act;
use tidy::{Tidy, behind_list_mark, last_verb, tidy, without_leads};

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
        let here: Vec<&Mention> = scene
            .mentions
            .iter()
            .filter(|mention| around.clause.covers(mention.span))
            .collect();
        let place = here
            .iter()
            .position(|mention| mention.span == scene.mentions[at].span)?;
        let respectively = here.first().is_some_and(|first| {
            Span::new(around.clause.start, first.span.start)
                .of(scene.text)
                .contains("分别")
        });
        let joined = |index: usize| {
            let (Some(first), Some(second)) = (here.get(index), here.get(index + 1)) else {
                return false;
            };
            let between = Span::new(first.span.end, second.span.start).of(scene.text);
            is_list_mark(between) && (first.unit == second.unit || respectively)
        };
        let mut first = place;
        while first > 0 && joined(first - 1) {
            first -= 1;
        }
        let mut last = place;
        while joined(last) {
            last += 1;
        }
        let count = last - first + 1;
        if count < 2 {
            return None;
        }
        if place == first {
            let list = tidy(scene, link.rest, true, scene.mentions[at].kind).subject;
            let mut subjects = split_subjects(list, count);
            if subjects.is_empty() && self.last.len() != count {
                // 事故起数、死亡人数“双下降”，分别减少…: the clause before names them.
                let mut before = clause_before(scene, around);
                if let Some(at) = before.of(scene.text).rfind('“').filter(|&at| at > 0) {
                    before.end = before.start + at;
                }
                subjects = split_subjects(without_leads(scene, before).of(scene.text), count);
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
        let indicator = self.last.get(place - first)?.clone();
        Some(Named {
            indicator,
            ..Named::default()
        })
    }

    /// The noun that the clause itself gives, or the one carried.
    fn own(&self, scene: &Scene, mention: &Mention, around: &Around, link: &Link) -> Named {
        let joint = |lexeme: &Lexeme| lexeme.grammar == Some(Role::Joins);
        let left = around.left.of(scene.text);
        // 90%的市和70%的县, 3个茶叶集群、2个商贸集群: the noun is that of the number before.
        let is_others = around.follows_mention
            && (left.trim_end().ends_with('、') || scene.ending(around.left, joint).is_some())
            && scene.verbs(around.left).is_empty();
        let rest = if is_others {
            Span::new(link.rest.end, link.rest.end)
        } else if around.follows_mention {
            behind_list_mark(scene, link.rest)
        } else {
            link.rest
        };
        let Tidy {
            subject,
            verb,
            before_verb,
            alone,
        } = tidy(scene, rest, link.linked(), mention.kind);
        let right = around.right.of(scene.text);
        let counts = matches!(
            mention.kind,
            UnitKind::Of(Kind::Classifier | Kind::People | Kind::Household)
                | UnitKind::PeopleNoun
                | UnitKind::Noun
                | UnitKind::Of(Kind::Ordinal)
        );
        let governs = |lexeme: &Lexeme| lexeme.verb.is_some() && !lexeme.pivot;
        let changes = link.direction() != 0 && !link.reaches() && subject.is_empty();
        let from_clause = Span::new(around.clause.start.min(around.left.start), around.left.end);
        let ruled = if is_others { from_clause } else { around.left };
        let verb_ahead = verb_before(scene, ruled);
        let is_object =
            (verb.is_some() && !link.linked() || changes || is_others && verb_ahead.is_some())
                && verb_ahead.is_none_or(governs);
        let behind = noun_at(
            scene,
            Span::new(mention.span.end, around.clause.end.max(mention.span.end)),
            is_object,
        );
        let has_behind = !behind.is_empty() && !is_measure_tail(behind);
        // 每吨钢的能耗，由2.5吨煤降到2.3吨煤: what changes was named before, not behind the number.
        let is_change = subject.is_empty() && (link.frame == Frame::Baseline || link.reaches());
        let has_behind = has_behind && (counts || !is_change);
        let named = |indicator: String, behind: bool| Named {
            indicator,
            verb,
            behind,
            carried: false,
        };
        let joins_list = ['、', '等', '和', '与', '及']
            .iter()
            .any(|mark| around.left.of(scene.text).trim_end().ends_with(*mark));
        // 增选人民调解员，总数达到8万人: the whole of what the clause before is about.
        if alone && !around.follows_mention {
            let before = clause_before(scene, around);
            let Tidy {
                subject: whole,
                verb,
                ..
            } = tidy(scene, before, false, UnitKind::Of(Kind::Classifier));
            if verb.is_some()
                && (2..=LONGEST).contains(&whole.chars().count())
                && !whole.contains(['、', '的'])
            {
                return named(whole.to_owned(), false);
            }
        }
        // 打造50个示范村, 敖汉旗99个贫困村退出, 等12个项目: what is counted follows the classifier.
        if counts
            && has_behind
            && (!link.linked()
                || link.frame == Frame::Holds
                || subject.is_empty()
                || link.only_bounds())
            && !link.rate()
        {
            let is_new = subject.is_empty()
                || joins_list
                || link.frame == Frame::Holds
                || mention.kind != UnitKind::Noun;
            if is_new {
                return named(behind.to_owned(), true);
            }
        }
        if !subject.is_empty() {
            return named(clip(subject), false);
        }
        // 一次性增加6万亿元地方债务限额: the thing itself follows.
        let adjoins = right.starts_with(char::is_alphanumeric);
        let is_amount = !matches!(
            mention.kind,
            UnitKind::Of(Kind::Percent | Kind::Point | Kind::Multiple)
        );
        if adjoins && has_behind && is_amount && !around.follows_mention {
            return named(behind.to_owned(), true);
        }
        let attributive = ["的", "以上的", "左右的"]
            .iter()
            .any(|word| right.starts_with(word))
            // 90%以上事项
            || !is_amount && right.strip_prefix("以上").is_some_and(|noun| noun.starts_with(char::is_alphanumeric));
        if (attributive || verb.is_some() && !link.linked())
            && has_behind
            && !link.rate()
            && link.direction() == 0
            && before_verb.is_empty()
        {
            return named(behind.to_owned(), true);
        }
        // 慈善基金投放1000万元: the verb stands between the subject and its number.
        if !before_verb.is_empty() {
            return named(clip(before_verb), false);
        }
        // 梳理难点96项，已解决71项: of the same things.
        let is_same = place_of(scene, mention)
            .and_then(|place| place.checked_sub(1))
            .is_some_and(|before| counts && scene.mentions[before].unit == mention.unit);
        let names_again = is_same && !self.recent.is_empty() && self.last.len() == 1;
        if verb.is_some() && !link.linked() && !around.follows_mention && !names_again {
            // 处分11人: the verb names what is counted.
            return named(last_verb(scene, around.left), false);
        }
        if let Some(topic) =
            topic(scene, around).filter(|_| link.linked() && !around.follows_mention)
        {
            return named(topic, false);
        }
        if counts && let Some(object) = object_behind(scene, around.right) {
            return named(object.to_owned(), true);
        }
        if self.recent.is_empty()
            && let Some(subject) = changing_subject(scene, around)
        {
            return named(subject, false);
        }
        let carried = match self.last.as_slice() {
            [] => previous_subject(scene, around),
            [only] => only.clone(),
            list => list.join("、"),
        };
        Named {
            indicator: carried,
            verb,
            behind: false,
            carried: true,
        }
    }
}

/// The last verb of a stretch that takes an object.
fn verb_before(scene: &Scene, left: Span) -> Option<&'static Lexeme> {
    (scene.reading.hits.within(left))
        .map(|hit| hit.lexeme)
        .rfind(|lexeme| lexeme.verb.is_some())
}

/// The place of a mention in its sentence.
fn place_of(scene: &Scene, mention: &Mention) -> Option<usize> {
    scene
        .mentions
        .iter()
        .position(|other| other.span == mention.span)
}
