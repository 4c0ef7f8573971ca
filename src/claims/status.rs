//! Promised or done: the sentence's words first, then where it stands.

use super::around::Around;
use super::frame::{Frame, Link};
use super::mention::Mention;
use super::parts;
use super::period::When;
use super::scene::Scene;
use crate::lexicon::Set;
use crate::model::{DocumentKind, Span, Status};
use crate::reading::{Modality, Tense};

/// A status and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged<'a> {
    /// Target or actual.
    pub status: Status,
    /// The rule that decided, a key of `data/strings/`.
    pub because: &'static str,
    /// The word that binds: 确保, 力争.
    pub commitment: Option<&'a str>,
}

/// What the words around a mention do.
struct Words {
    /// From the sentence's start to the mention.
    before: Set<Modality>,
    /// From the last semicolon to the mention: a word that binds an earlier part does not bind this one.
    recent: Set<Modality>,
    /// In the mention's clause, up to the next mention.
    clause: Set<Modality>,
    /// In the clause, up to the mention.
    lead: Set<Modality>,
}

const BINDS: [Modality; 2] = [Modality::Commits, Modality::Strives];
const REPORTS: [Modality; 2] = [Modality::Reports, Modality::Stands];
const INTENDS: [Modality; 2] = [Modality::Plans, Modality::Turns];

impl Words {
    fn of(scene: &Scene, mention: &Mention, around: &Around) -> (Self, Option<Span>) {
        let said = |start: usize, end: usize| {
            scene
                .reading
                .modalities
                .of_stretch(Span::new(start, end.max(start)))
        };
        let to = mention.span.start;
        let part = parts::around(scene.text, scene.sentence, mention.span);
        let recent = Span::new(part.start, to);
        let words = Self {
            before: said(scene.sentence.start, to),
            recent: said(recent.start, recent.end),
            clause: said(around.clause.start, around.right.end),
            lead: said(around.clause.start, to),
        };
        (words, scene.reading.modalities.commitment(recent))
    }

    fn wants(&self) -> bool {
        self.before.has(Modality::Wants)
    }

    fn reports(&self) -> bool {
        self.clause.meets(Set::of(REPORTS))
    }
}

/// Decides on a mention.
pub fn judge<'a>(
    scene: &Scene<'a>,
    mention: &Mention,
    around: &Around,
    link: &Link,
    when: Option<&When>,
) -> Judged<'a> {
    let clock = scene.reading.clock;
    let (words, commitment) = Words::of(scene, mention, around);
    let future = when.is_some_and(|when| when.is_future(clock));
    let past = when.is_some_and(|when| when.is_past(clock));
    let tense = scene.passage.tense;
    let (status, because) = if link.frame == Frame::Baseline {
        // 由A增加到B in a plan: A is where things stand.
        (Status::Actual, "because.baseline")
    } else if words.before.has(Modality::Until) && !future {
        (Status::Actual, "because.done")
    } else if tense != Tense::Past && words.clause.has(Modality::Guards) && !words.reports() {
        // 守住18亿亩耕地红线
        (Status::Target, "because.order")
    } else if words.before.has(Modality::Estimates) && !future && tense != Tense::Future {
        (Status::Actual, "because.estimate")
    } else if tense == Tense::Past {
        in_review(scene, &words, when, future, past)
    } else if commitment.is_some() {
        (Status::Target, "because.commitment")
    } else {
        let part = when.is_some_and(|when| when.is_part() && !when.deadline);
        // 今年上半年…比去年同期增长: part of the year, and it is reported.
        let reported = part && words.reports() && !words.wants();
        if future && !reported {
            (Status::Target, "because.future")
        } else if past && !words.wants() && tense == Tense::Open {
            (Status::Actual, "because.done")
        } else if when.is_some_and(|when| when.deadline) && !past && !words.reports() {
            (Status::Target, "because.deadline")
        } else if tense == Tense::Future {
            in_plan(scene, &words, when, past)
        } else {
            anywhere(scene, mention, around, &words, past)
        }
    };
    Judged {
        status,
        because,
        commitment: commitment.map(|span| span.of(scene.text)),
    }
}

/// In a passage that looks back.
fn in_review(
    scene: &Scene,
    words: &Words,
    when: Option<&When>,
    future: bool,
    past: bool,
) -> (Status, &'static str) {
    // 1980年将达到29%: what is still to come in a passage that looks back.
    let intends = words.lead.has(Modality::Wants) || words.lead.meets(Set::of(INTENDS));
    // 1—9月完成…，年底前确保突破…: so is what is bound by a day that has not passed.
    let due =
        when.is_some_and(|when| when.stated && when.deadline) && words.lead.meets(Set::of(BINDS));
    if !past && !words.reports() && (intends || due) {
        return (Status::Target, "because.ahead");
    }
    // 今年达到60%，到明年底达到65%以上
    let to_come =
        when.is_some_and(|when| when.is_later_year(scene.reading.clock)) && !words.reports();
    let looks_ahead = !past && words.before.meets(Set::of(BINDS))
        || words.wants()
        || words.before.meets(Set::of(INTENDS))
        || words.lead.has(Modality::Bounds);
    if to_come || future && looks_ahead {
        (Status::Target, "because.future")
    } else {
        (Status::Actual, "because.review")
    }
}

/// In a passage that sets out what is to be done.
fn in_plan(
    scene: &Scene,
    words: &Words,
    when: Option<&When>,
    past: bool,
) -> (Status, &'static str) {
    let intends = words.wants() || words.recent.meets(Set::of(INTENDS));
    let over = when.is_some_and(|when| when.is_over(scene.reading.clock)) && !intends;
    // Where only the sentences before make it a plan, any word that reports is enough.
    let reports = words.clause.has(Modality::Stands)
        || !scene.passage.firm && (words.reports() || scene.reports);
    if past || over || reports && !words.wants() {
        (Status::Actual, "because.done")
    } else {
        (Status::Target, "because.plan")
    }
}

/// Where the passage says nothing.
fn anywhere(
    scene: &Scene,
    mention: &Mention,
    around: &Around,
    words: &Words,
    past: bool,
) -> (Status, &'static str) {
    let intends = words.recent.meets(Set::of(INTENDS)) || words.lead.has(Modality::Bounds);
    if words.wants() || intends && !words.reports() {
        return (Status::Target, "because.ahead");
    }
    if past || words.reports() {
        return (Status::Actual, "because.done");
    }
    let lead = Span::new(around.clause.start, mention.span.start);
    // A journal or a newspaper tells in bare verbs too; elsewhere they order, where the section does.
    let tells = matches!(
        scene.reading.kind,
        DocumentKind::Article | DocumentKind::News
    );
    let orders = scene.tense != Tense::Past
        && scene.reading.verb_at_head(lead).is_some_and(|head| {
            head.is_act && (head.urged || scene.tense == Tense::Future && !tells)
        });
    if orders {
        (Status::Target, "because.order")
    } else {
        (Status::Actual, "because.standing")
    }
}
