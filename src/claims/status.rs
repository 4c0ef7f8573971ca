//! Promised or done: the sentence's words first, then where it stands.

use super::frame::Frame;
use super::parts;
use super::period::When;
use super::read::Read;
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

/// What speaks for a status: the words around a mention, and its time.
struct Evidence<'s, 'a> {
    scene: &'s Scene<'a>,
    /// From the clause's start to the mention.
    opening: Span,
    when: Option<&'s When>,
    /// Whether the time is still to come, and whether it is over.
    future: bool,
    past: bool,
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
const INTENDS: [Modality; 2] = [Modality::Plans, Modality::Turns];

/// Decides on a mention.
pub fn judge<'a>(scene: &Scene<'a>, read: &Read, when: Option<&When>) -> Judged<'a> {
    let modalities = &scene.reading.modalities;
    let clock = scene.reading.clock;
    let (mention, clause) = (read.mention.span, read.around.clause);
    let stretch = |start: usize, end: usize| Span::new(start, end.max(start));
    let part = parts::around(scene.text, scene.sentence, mention);
    let recent = stretch(part.start, mention.start);
    let opening = stretch(clause.start, mention.start);
    let evidence = Evidence {
        scene,
        opening,
        when,
        future: when.is_some_and(|when| when.is_future(clock)),
        past: when.is_some_and(|when| when.is_past(clock)),
        before: modalities.of_stretch(stretch(scene.sentence.start, mention.start)),
        recent: modalities.of_stretch(recent),
        clause: modalities.of_stretch(stretch(clause.start, read.around.right.end)),
        lead: modalities.of_stretch(opening),
    };
    let commitment = modalities.commitment(recent);
    let (status, because) = match read.link.frame {
        // 由A增加到B in a plan: A is where things stand.
        Frame::Baseline => (Status::Actual, "because.baseline"),
        _ => evidence.status(commitment.is_some()),
    };
    Judged {
        status,
        because,
        commitment: commitment.map(|span| span.of(scene.text)),
    }
}

impl Evidence<'_, '_> {
    fn wants(&self) -> bool {
        self.before.has(Modality::Wants)
    }

    fn reports(&self) -> bool {
        self.clause.meets(Set::of(Modality::BACK))
    }

    /// 预计 is no word of a plan; 有望 is an estimate only of what is reviewed.
    fn estimates(&self, tense: Tense) -> bool {
        match tense {
            Tense::Past => self.before.has(Modality::Estimates) || self.before.has(Modality::Hopes),
            Tense::Open => self.before.has(Modality::Estimates),
            Tense::Future => false,
        }
    }

    fn status(&self, bound: bool) -> (Status, &'static str) {
        let tense = self.scene.passage.tense;
        // 今年上半年…比去年同期增长: part of the year, and it is reported.
        let part = self
            .when
            .is_some_and(|when| when.is_part() && !when.deadline);
        let reported = part && self.reports() && !self.wants();
        let due = self.when.is_some_and(|when| when.deadline);
        if self.before.has(Modality::Until) && !self.future {
            (Status::Actual, "because.done")
        } else if tense != Tense::Past && self.clause.has(Modality::Guards) && !self.reports() {
            // 守住18亿亩耕地红线
            (Status::Target, "because.order")
        } else if self.estimates(tense) && !self.future {
            (Status::Actual, "because.estimate")
        } else if tense == Tense::Past {
            self.in_review()
        } else if bound {
            (Status::Target, "because.commitment")
        } else if self.future && !reported {
            (Status::Target, "because.future")
        } else if self.past && !self.wants() && tense == Tense::Open {
            (Status::Actual, "because.done")
        } else if due && !self.past && !self.reports() {
            (Status::Target, "because.deadline")
        } else if tense == Tense::Future {
            self.in_plan()
        } else {
            self.anywhere()
        }
    }

    /// In a passage that looks back.
    fn in_review(&self) -> (Status, &'static str) {
        // 1980年将达到29%: what is still to come in a passage that looks back.
        let intends = self.lead.has(Modality::Wants) || self.lead.meets(Set::of(INTENDS));
        // 1—9月完成…，年底前确保突破…: so is what is bound by a day that has not passed.
        let due = self.when.is_some_and(|when| when.stated && when.deadline)
            && self.lead.meets(Set::of(BINDS));
        if !self.past && !self.reports() && (intends || due) {
            return (Status::Target, "because.ahead");
        }
        // 今年达到60%，到明年底达到65%以上
        let clock = self.scene.reading.clock;
        let to_come = self.when.is_some_and(|when| when.is_later_year(clock)) && !self.reports();
        let looks_ahead = !self.past && self.before.meets(Set::of(BINDS))
            || self.wants()
            || self.before.meets(Set::of(INTENDS))
            || self.lead.has(Modality::Bounds);
        if to_come || self.future && looks_ahead {
            (Status::Target, "because.future")
        } else {
            (Status::Actual, "because.review")
        }
    }

    /// In a passage that sets out what is to be done.
    fn in_plan(&self) -> (Status, &'static str) {
        let intends = self.wants() || self.recent.meets(Set::of(INTENDS));
        let clock = self.scene.reading.clock;
        let over = self.when.is_some_and(|when| when.is_over(clock)) && !intends;
        // Where only the sentences before make it a plan, any word that reports is enough.
        let reports = self.clause.has(Modality::Stands)
            || !self.scene.passage.firm && (self.reports() || self.scene.reports);
        if self.past || over || reports && !self.wants() {
            (Status::Actual, "because.done")
        } else {
            (Status::Target, "because.plan")
        }
    }

    /// Where the passage says nothing.
    fn anywhere(&self) -> (Status, &'static str) {
        let (scene, reading) = (self.scene, self.scene.reading);
        let intends = self.recent.meets(Set::of(INTENDS)) || self.lead.has(Modality::Bounds);
        if self.wants() || intends && !self.reports() {
            return (Status::Target, "because.ahead");
        }
        if self.past || self.reports() {
            return (Status::Actual, "because.done");
        }
        // A journal or a newspaper tells in bare verbs too; elsewhere they order, where the section does.
        let tells = matches!(reading.kind, DocumentKind::Article | DocumentKind::News);
        let orders = scene.tense != Tense::Past
            && reading.verb_at_head(self.opening).is_some_and(|head| {
                head.is_act && (head.urged || scene.tense == Tense::Future && !tells)
            });
        match orders {
            true => (Status::Target, "because.order"),
            false => (Status::Actual, "because.standing"),
        }
    }
}
