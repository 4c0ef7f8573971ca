//! For when a value is: the clause's own time, else the sentence's, the paragraph's, the heading's.

mod led;
mod place;
mod track;
mod when;

use super::around::Around;
use super::frame::{Frame, Link};
use super::mention::Mention;
use super::scene::Scene;
use crate::claims::mention::UnitKind;
use crate::lexicon::units::Kind;
use crate::model::{DocumentKind, Span, Status};
use crate::reading::time::{Period, Time};
use crate::reading::{Scope, Tense};

use led::Led;
use place::{compares, is_attribute, is_base, is_named};
pub use track::Periods;
pub use when::When;

impl Periods<'_> {
    /// The time of a mention, where the text gives one.
    pub fn of(
        &self,
        scene: &Scene,
        mention: &Mention,
        around: &Around,
        link: &Link,
    ) -> Option<When> {
        let tense = match scene.passage.tense {
            // 全年实现…，比上年增长…: what is reported is of the year that is over.
            Tense::Open if scene.reports => Tense::Past,
            tense => tense,
        };
        let spoken = |from: usize, to: usize| {
            scene
                .times
                .iter()
                .rev()
                .filter(|(span, _)| span.start >= from && span.end <= to)
                // 上年同期 dates its own clause alone.
                .filter(|(span, time)| {
                    span.start >= around.clause.start
                        || !time.same_period && !is_attribute(scene.reading, *span, time)
                })
                .filter(|(span, _)| !is_named(scene.reading, scene.sentence, *span))
                .find(|(span, time)| {
                    let lead = Span::new(scene.sentence.start, span.start).of(scene.text);
                    let adjoins = Span::new(span.end, mention.span.start)
                        .of(scene.text)
                        .trim_start_matches('的')
                        .is_empty();
                    // 是2020年的4倍, 2020年水平: the year compared with.
                    let behind = &scene.text[span.end..];
                    let is_whole = lead.ends_with(['是', '为', '占']) && behind.starts_with('的')
                        || is_base(scene.reading, span.end);
                    !(compares(scene.reading, *span, time) || is_whole)
                        || adjoins && link.frame == Frame::Baseline
                })
                .and_then(|(_, time)| {
                    let period = match self.year_before(time, tense, link) {
                        Some(period) => period,
                        None => self.in_tense(time, tense)?,
                    };
                    Some(When {
                        period,
                        stated: true,
                        deadline: time.deadline,
                        own_year: time.own_year,
                        heading: false,
                    })
                })
        };
        // 是“九五”期间的5.23倍: the time behind 是 is the one compared with.
        let frame = if mention.kind == UnitKind::Of(Kind::Multiple) {
            link.rest.end
        } else {
            mention.span.start
        };
        let own = spoken(around.clause.start, frame).or_else(|| {
            spoken(around.right.start, around.right.end).filter(|_| !around.in_brackets)
        });
        let earlier = || spoken(scene.sentence.start, frame.min(mention.span.start));
        if link.frame == Frame::Baseline {
            return own;
        }
        if link.annual {
            // 年均: the stretch of years that is spoken of, before the year that ends it.
            let stretch = own
                .clone()
                .map(|when| when.period)
                .filter(|period| period.first_year < period.last_year);
            let heading = self
                .times
                .as_ref()
                .map(|times| times.looking(scene.passage.tense))
                .filter(|period| period.first_year < period.last_year);
            if let Some(period) = stretch.or_else(|| self.stretch.clone()).or(heading) {
                return Some(When {
                    period,
                    stated: true,
                    deadline: false,
                    own_year: false,
                    heading: false,
                });
            }
        }
        let unstated = |period: Period| When {
            period,
            stated: false,
            deadline: false,
            own_year: false,
            heading: false,
        };
        own.or_else(earlier)
            .or_else(|| {
                let led = self.paragraph.as_ref()?;
                Some(unstated(led.period.clone()))
            })
            .or_else(|| {
                Some(When {
                    heading: true,
                    ..unstated(self.times.as_ref()?.looking(scene.passage.tense))
                })
            })
    }

    /// 由上年的58.6%回落: where the year before is reviewed, 上年 is the one before that.
    fn year_before(&self, time: &Time, tense: Tense, link: &Link) -> Option<Period> {
        let reviewed = self.reading.clock.reviewed_year()?;
        let is_last = time.looks == Tense::Past
            && time.period.as_ref()
                == self
                    .reading
                    .clock
                    .year
                    .map(|year| Period::year(year - 1))
                    .as_ref();
        (link.frame == Frame::Baseline && tense == Tense::Past && is_last)
            .then(|| Period::year(reviewed - 1))
    }

    /// 全年 and 年底 mean the year reviewed where the text looks back.
    fn in_tense(&self, time: &Time, tense: Tense) -> Option<Period> {
        if time.own_year && tense == Tense::Past {
            return self.reading.clock.reviewed_year().map(Period::year);
        }
        time.period.clone()
    }

    /// The period as it is reported: a review without a time means the year reviewed, a plan the
    /// document's own; what merely stands is left open.
    pub fn settle(
        &self,
        when: Option<When>,
        status: Status,
        passage: Scope,
        link: &Link,
        deadline: Option<&Period>,
    ) -> Option<Period> {
        let stated = when.as_ref().is_some_and(|when| when.stated);
        // （6月底前完成） behind a task dates what the task itself leaves open.
        let dated = when
            .as_ref()
            .is_some_and(|when| when.stated && (when.deadline || !when.own_year));
        if status == Status::Target && !dated && deadline.is_some() {
            return deadline.cloned();
        }
        if status == Status::Other && !stated {
            return None;
        }
        // What stands today is not of the time that a plan's title names.
        if status == Status::Actual
            && passage.tense == Tense::Future
            && when.as_ref().is_some_and(|when| when.heading)
        {
            return None;
        }
        let fits = |led: &&Led| led.fits(status);
        let by_paragraph = || {
            self.paragraph
                .as_ref()
                .filter(fits)
                .map(|led| led.period.clone())
        };
        let by_section = || {
            let until = self.until.as_ref().filter(|_| status == Status::Target);
            until.map(|led| led.period.clone())
        };
        match when {
            Some(when) if when.stated => return Some(when.period),
            Some(when) => {
                let heading = when.heading.then_some(when.period);
                let nearer = by_paragraph().or_else(by_section).or(heading);
                if nearer.is_some() {
                    return nearer;
                }
            }
            None => {
                if let Some(period) = by_section() {
                    return Some(period);
                }
            }
        }
        let sets_tasks = matches!(
            self.reading.kind,
            DocumentKind::Notice | DocumentKind::WorkReport | DocumentKind::Speech
        );
        if link.frame == Frame::Baseline || !sets_tasks {
            return None;
        }
        match (status, passage.tense) {
            (Status::Actual, Tense::Past) => self.reading.clock.reviewed_year().map(Period::year),
            (Status::Target, Tense::Future) => self.reading.clock.year.map(Period::year),
            _ => None,
        }
    }
}

/// Whether a clause names a time that only the document's date, which is not known, could tell: 今年,
/// 年底前.
pub fn is_undated(scene: &Scene, around: &Around) -> bool {
    scene.reading.clock.year.is_none()
        && scene
            .times
            .iter()
            .any(|(span, time)| time.period.is_none() && around.clause.overlaps(*span))
}
