//! For when a value is: the clause's own time, else the sentence's, the paragraph's, the heading's.

mod led;
mod place;
mod track;
mod when;

use super::around::Around;
use super::frame::Frame;
use super::mention::UnitKind;
use super::read::Read;
use super::scene::Scene;
use crate::lexicon::time_words::{self, Role};
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::model::{DocumentKind, Span, Status};
use crate::reading::time::{Period, Time};
use crate::reading::{Pos, Tense};

use led::Led;
use place::{compares, is_age, is_attribute, is_base, is_named};
pub use track::Periods;
pub use when::When;

impl Periods<'_> {
    /// The time of a mention, where the text gives one.
    pub fn of(&self, scene: &Scene, read: &Read) -> Option<When> {
        let (mention, around, link) = (read.mention, &read.around, &read.link);
        // 是“九五”期间的5.23倍: the time behind 是 is the one compared with.
        let frame = match mention.kind {
            UnitKind::Of(Kind::Multiple) => link.rest.end,
            _ => mention.span.start,
        };
        let spoken =
            |from: usize, to: usize| self.spoken(scene, Span::new(from, to.max(from)), read);
        let own = spoken(around.clause.start, frame).or_else(|| {
            spoken(around.right.start, around.right.end).filter(|_| !around.in_brackets)
        });
        if link.frame == Frame::Baseline {
            return own;
        }
        let heading = || self.heading(scene.passage.tense);
        if link.annual {
            // 年均: the stretch of years that is spoken of, before the year that ends it.
            let several = |period: &Period| period.first_year < period.last_year;
            let stretch = own.as_ref().map(|when| when.period.clone());
            let stretch = (stretch.filter(several))
                .or_else(|| self.stretch.clone())
                .or_else(|| heading().filter(several));
            if let Some(period) = stretch {
                return Some(When {
                    stated: true,
                    ..When::unstated(period)
                });
            }
        }
        own.or_else(|| spoken(scene.sentence.start, frame.min(mention.span.start)))
            .or_else(|| Some(When::unstated(self.paragraph.as_ref()?.period.clone())))
            .or_else(|| {
                Some(When {
                    heading: true,
                    ..When::unstated(heading()?)
                })
            })
    }

    /// The last time of a stretch that a mention is dated by.
    fn spoken(&self, scene: &Scene, stretch: Span, read: &Read) -> Option<When> {
        let (around, link) = (&read.around, &read.link);
        // 最终核算2021年产值为97亿元，比上年增长9%: what dates the name where it stands dates what is said of it later.
        let of_name = (read.named.carried)
            .then(|| clause_at(scene, read.named.start))
            .flatten();
        let dates_name = |place: Span| of_name.is_some_and(|clause| clause.covers(place));
        let dates = |place: Span, time: &Time| {
            // 上年同期 dates its own clause alone.
            // 增长9.7%、创近13年新高: what stands behind the number and belongs to a noun dates no more.
            let reaches = (around.clause.start..read.mention.span.end).contains(&place.start)
                || !time.same_period
                    && (dates_name(place) || !is_attribute(scene.reading, place, time));
            let adjoins = || {
                let between = Span::new(place.end, read.mention.span.start.max(place.end));
                between.of(scene.text).trim_start_matches('的').is_empty()
            };
            let is_amount = !matches!(
                read.mention.kind,
                UnitKind::Of(Kind::Percent | Kind::Multiple | Kind::Point)
            );
            // 比上年同期14万元增长5%: what is compared with is itself of that time.
            // What costs most is asked last: of times that one compares with, a sentence may have thousands.
            reaches
                && (!compares(scene.reading, place, time) && !is_whole(scene, place)
                    || (link.frame == Frame::Baseline || is_amount) && adjoins())
                && !is_named(scene.reading, scene.sentence, place)
                && !is_age(scene.reading, place, time)
        };
        let (place, time) = (scene.times.iter().rev())
            .find(|(place, time)| stretch.covers(*place) && dates(*place, time))?;
        let tense = match scene.passage.tense {
            // 全年实现…，比上年增长…: what is reported is of the year that is over.
            Tense::Open if scene.reports => Tense::Past,
            tense => tense,
        };
        let is_base = link.frame == Frame::Baseline
            || time.same_period
            || compares(scene.reading, *place, time);
        let before = is_base.then(|| self.year_before(time, tense)).flatten();
        let period = before.or_else(|| self.in_tense(time, tense))?;
        Some(When {
            stated: true,
            deadline: time.deadline,
            own_year: time.own_year,
            ..When::unstated(period)
        })
    }

    /// 由上年的58.6%回落, 比上年同期5亿元增长: of what is compared with, where the year before is reviewed, 上年 is the one before that.
    fn year_before(&self, time: &Time, tense: Tense) -> Option<Period> {
        let reviewed = self.reading.clock.reviewed_year()?;
        let last = self.reading.clock.year.map(|year| Period::year(year - 1));
        let is_last = time.looks == Tense::Past && time.period == last;
        (tense == Tense::Past && is_last).then(|| Period::year(reviewed - 1))
    }

    /// 全年 and 年底 mean the year reviewed where the text looks back.
    fn in_tense(&self, time: &Time, tense: Tense) -> Option<Period> {
        if time.own_year && tense == Tense::Past {
            // 2031年统计公报, put up in the autumn of the year after: the year that the heading names.
            let named = self.heading(Tense::Past);
            let named = named.filter(|named| named.first_year == named.last_year);
            let reviewed = || self.reading.clock.reviewed_year().map(Period::year);
            return named.or_else(reviewed);
        }
        let period = time.period.clone()?;
        let clock = self.reading.clock;
        // 三季度, told in January of what was done: that of the year reviewed.
        let is_to_come = clock.year == Some(period.last_year)
            && when::last_month(&period.text).is_some_and(|last| last > clock.month.unwrap_or(1));
        match clock.reviewed_year() {
            Some(year) if tense == Tense::Past && is_to_come => Some(period.in_year(year)),
            _ => Some(period),
        }
    }

    /// The period as it is reported: a review without a time means the year reviewed, a plan the
    /// document's own; what merely stands is left open.
    pub fn settle(
        &self,
        when: Option<When>,
        status: Status,
        scene: &Scene,
        read: &Read,
        deadline: Option<&Period>,
    ) -> Option<Period> {
        let stated = when.as_ref().filter(|when| when.stated);
        let (passage, link) = (scene.passage, &read.link);
        // （6月底前完成） behind a task dates what the task itself leaves open.
        let dated = stated.is_some_and(|when| when.deadline || !when.own_year);
        if status == Status::Target && !dated && deadline.is_some() {
            return deadline.cloned();
        }
        if status == Status::Other && stated.is_none() {
            return None;
        }
        // What stands today is not of the time that a plan's title names.
        if status == Status::Actual
            && passage.tense == Tense::Future
            && !self.is_review()
            && when.as_ref().is_some_and(|when| when.heading)
        {
            return None;
        }
        // 目前，全县已有水厂12座: of the day of the text, whatever year was named before.
        let is_report = self.reading.kind == DocumentKind::WorkReport;
        if status == Status::Actual && stated.is_none() && !is_report && opens_now(scene) {
            return None;
        }
        let by_section = || {
            let goal = self.horizon.goal().filter(|_| status == Status::Target);
            goal.map(Led::from)
        };
        let nearer = match when {
            Some(when) if when.stated => return Some(when.period),
            Some(when) => (self.paragraph.clone().filter(|led| led.fits(status)))
                .or_else(by_section)
                .map(|led| led.of_figure(stands(scene, read)))
                .or(when.heading.then_some(when.period)),
            None => by_section().map(|led| led.period),
        };
        if nearer.is_some() {
            return nearer;
        }
        let sets_tasks = matches!(
            self.reading.kind,
            DocumentKind::Notice | DocumentKind::WorkReport | DocumentKind::Speech
        );
        // A bulletin that has lost its title.
        let reviews =
            self.reading.title.is_none() && self.reading.outlook.root.tense == Tense::Past;
        if link.frame == Frame::Baseline || !sets_tasks && !reviews {
            return None;
        }
        match (status, passage.tense) {
            (Status::Actual, Tense::Past) => self.reading.clock.reviewed_year().map(Period::year),
            (Status::Target, Tense::Future) => self.reading.clock.year.map(Period::year),
            _ => None,
        }
    }
}

/// The clause of a sentence that a place stands in.
fn clause_at(scene: &Scene, place: usize) -> Option<Span> {
    let clauses = &scene.clauses;
    let at = clauses.partition_point(|clause| clause.span.end <= place);
    let clause = clauses.get(at)?.span;
    clause.contains(place).then_some(clause)
}

/// Whether a sentence begins with the day on which it is said: 目前, 今天.
fn opens_now(scene: &Scene) -> bool {
    let head = scene.sentence.of(scene.text).trim_start();
    time_words::TABLE.beginning(head, Role::Now).is_some()
}

/// Whether a figure tells how something stands, and not what was done in a time.
fn stands(scene: &Scene, read: &Read) -> bool {
    let (kind, link) = (read.mention.kind, &read.link);
    // 五年增长50%, 翻了一番: of all the years; but 产值5亿元、增长6%.
    let is_rate = kind == UnitKind::Of(Kind::Percent) && read.around.follows_mention;
    let grows = link.direction() != 0 && !is_rate || kind == UnitKind::Of(Kind::Multiple);
    let rest = scene.reading.tokens_in(link.rest);
    let acts = rest.iter().any(|token| token.pos == Pos::Verb);
    let mut verbs = scene.verbs(read.around.left).into_iter();
    !link.annual && !grows && !acts && !read.adds && verbs.all(|(_, verb)| verb == Verb::Be)
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

/// 是2020年的4倍, 达到2020年的6倍, 2020年水平: whether a time is the one compared with.
fn is_whole(scene: &Scene, place: Span) -> bool {
    let lead = Span::new(scene.sentence.start, place.start).of(scene.text);
    let owns = scene.text[place.end..].starts_with('的');
    let behind = place.end + '的'.len_utf8();
    let is_multiple = || {
        let mut mentions = scene.mentions.iter();
        let next = mentions.find(|mention| mention.span.start == behind);
        next.is_some_and(|mention| mention.kind == UnitKind::Of(Kind::Multiple))
    };
    owns && (lead.ends_with(['是', '为', '占']) || is_multiple()) || is_base(scene.reading, place)
}
