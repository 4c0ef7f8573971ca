//! Promised or done: the sentence's words first, then where it stands.

mod cues;

use super::mention::Mention;
use super::mood::Mood;
use super::period::When;
use super::predicate::Link;
use super::{Around, Scene};
use crate::model::{Span, Status};

pub use cues::{Cues, modal};
use cues::{LOOKS_AHEAD, REPORTS, REPORTS_BEFORE, REPORTS_FIRMLY};

/// A status and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Target or actual.
    pub status: Status,
    /// The rule that decided, a key of `data/strings/`.
    pub because: &'static str,
    /// The word that binds: 确保, 力争.
    pub commitment: Option<&'static str>,
    /// Where the sentence looks.
    pub mood: Mood,
}

/// Decides on a mention.
pub fn judge(
    scene: &Scene,
    mention: &Mention,
    around: &Around,
    link: &Link,
    when: Option<&When>,
) -> Judged {
    let Scene {
        cues, mood, clock, ..
    } = scene;
    let (mood, clock) = (*mood, *clock);
    let before = Span::new(scene.sentence.start, mention.span.start);
    let recent = last_clauses(scene.text, before);
    let clause = Span::new(
        around.clause.start,
        around.right.end.max(around.clause.start),
    );
    let commitment = cues.commitment(recent);
    let found = |status, because| Judged {
        status,
        because,
        commitment,
        mood,
    };

    let future = when.is_some_and(|when| when.is_future(clock));
    let past = when.is_some_and(|when| when.is_past(clock));
    let wants = cues.wants(before);
    // 由A增加到B in a plan: A is where things stand.
    if link.baseline {
        return found(Status::Actual, "because.baseline");
    }
    if cues.has(before, &["截至", "截止"]) && !future {
        return found(Status::Actual, "because.done");
    }
    // 守住18亿亩耕地红线
    if mood != Mood::Review
        && cues.has(clause, &["守住", "严守", "坚守"])
        && !cues.reports(clause, REPORTS)
    {
        return found(Status::Target, "because.order");
    }
    if cues.has(before, &["预计"]) && !future && mood != Mood::Plan {
        return found(Status::Actual, "because.estimate");
    }
    if mood == Mood::Review {
        // 1980年将达到29%: what is still to come in a passage that looks back.
        let planned = !cues.reports(clause, REPORTS) && cues.of_plan(before);
        if !past && (planned || cues.will(clause.start, mention.span.start)) {
            return found(Status::Target, "because.ahead");
        }
        let bound_ahead = cues.commitment(before).is_some() && !past;
        // 今年达到60%，到明年底达到65%以上
        let to_come =
            when.is_some_and(|when| when.is_later_year(clock)) && !cues.reports(clause, REPORTS);
        let looks_ahead = bound_ahead || wants || cues.has_group(before, LOOKS_AHEAD);
        return if to_come || future && looks_ahead {
            found(Status::Target, "because.future")
        } else {
            found(Status::Actual, "because.review")
        };
    }
    if commitment.is_some() {
        return found(Status::Target, "because.commitment");
    }
    let near_done = cues.reports(clause, REPORTS);
    // 今年上半年…比去年同期增长: part of the year, and it is reported.
    let reported = when.is_some_and(|when| when.is_part() && !when.deadline) && near_done && !wants;
    if future && !reported {
        return found(Status::Target, "because.future");
    }
    if past && !wants && mood == Mood::Open {
        return found(Status::Actual, "because.done");
    }
    if when.is_some_and(|when| when.deadline) && !past && !near_done {
        return found(Status::Target, "because.deadline");
    }
    if mood == Mood::Plan {
        let sums_up = when.is_some_and(|when| when.is_stretch_ahead(clock));
        let done_before = cues.reports(
            clause,
            if sums_up {
                REPORTS_FIRMLY
            } else {
                REPORTS_BEFORE
            },
        );
        let over = when.is_some_and(|when| when.is_over(clock))
            && !wants
            && !cues.has_group(recent, LOOKS_AHEAD);
        return if past || over || done_before && !wants && !link.reaches {
            found(Status::Actual, "because.done")
        } else {
            found(Status::Target, "because.plan")
        };
    }
    if wants || cues.has_group(recent, LOOKS_AHEAD) && !near_done {
        return found(Status::Target, "because.ahead");
    }
    if past || near_done {
        return found(Status::Actual, "because.done");
    }
    let acts = [
        "打造", "建设", "推进", "加快", "实施", "培育", "引进", "推动", "抓好", "创建", "新建",
        "完善",
    ];
    let head = Span::new(around.clause.start, mention.span.start)
        .of(scene.text)
        .trim_start();
    let orders = acts.iter().any(|verb| head.starts_with(verb))
        || [
            "精心", "积极", "大力", "着力", "全力", "重点", "深入", "扎实",
        ]
        .iter()
        .any(|adverb| head.starts_with(adverb));
    if orders {
        return found(Status::Target, "because.order");
    }
    found(Status::Actual, "because.standing")
}

/// The last clauses: a word that binds an earlier one does not bind this one for ever.
fn last_clauses(text: &str, before: Span) -> Span {
    let words = before.of(text);
    let start = words
        .rmatch_indices(['；', ';', '。'])
        .next()
        .map_or(0, |(at, mark)| at + mark.len());
    Span::new(before.start + start, before.end)
}
