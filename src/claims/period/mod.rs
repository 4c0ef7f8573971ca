//! For when a value is: the clause's own time, else the sentence's, the paragraph's, the heading's.

mod when;

use super::indicator;
use super::mention::Mention;
use super::predicate::Link;
use super::{Around, Scene};
use crate::claims::mention::UnitKind;
use crate::lexicon::cues::Role;
use crate::lexicon::units::Kind;
use crate::model::{DocumentKind, Span, Status};
use crate::reading::time::{self, Period, Time};
use crate::reading::{Pos, Reading, Scope, Tense};

pub use when::When;

/// The times of a heading: “十三五”时期成就和“十四五”时期目标 has two, what was and what is to come.
#[derive(Clone)]
struct Times {
    first: Period,
    last: Period,
}

impl Times {
    /// Those of a heading or a title.
    fn of(reading: &Reading, title: &str) -> Option<Self> {
        let mut periods = time::in_title(title, reading.clock).into_iter();
        let first = periods.next()?;
        let last = periods.next_back().unwrap_or_else(|| first.clone());
        Some(Self { first, last })
    }

    fn looking(&self, tense: Tense) -> Period {
        match tense {
            Tense::Past => self.first.clone(),
            _ => self.last.clone(),
        }
    }
}

/// A time that a sentence begins with, which goes on behind it.
#[derive(Clone)]
struct Led {
    period: Period,
    /// Where that sentence looks: a time that something was done in is none for what is to be done.
    tense: Tense,
    /// The section.
    section: Option<usize>,
}

impl Led {
    fn fits(&self, status: Status) -> bool {
        match status {
            Status::Target => self.tense != Tense::Past,
            Status::Actual => self.tense != Tense::Future,
            Status::Other => true,
        }
    }
}

/// The most characters before a time that is a clause by itself: 力争到, 确保到.
const LONGEST_LEAD: usize = 4;

/// The periods of a document, asked for from its beginning to its end.
pub struct Periods<'a> {
    reading: &'a Reading<'a>,
    /// The last time in the paragraph that is no comparison.
    paragraph: Option<Led>,
    /// The last stretch of several years in the paragraph.
    stretch: Option<Period>,
    /// 到2025年，…: by when what the rest of a section sets out is to be reached.
    until: Option<Led>,
    /// The time of the title, where that says what the whole text is about.
    root: Option<Times>,
    /// For each section the times of its heading, or of the nearest above.
    sections: Vec<Option<Times>>,
    /// The section that is read and its times.
    section: Option<usize>,
    times: Option<Times>,
    sentence: Span,
    /// Whether the sentence is the first of its paragraph.
    new_block: bool,
}

impl<'a> Periods<'a> {
    /// Reads the headings.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let outlook = &reading.outlook;
        let root = reading
            .title
            .filter(|_| !outlook.root.is_open())
            .and_then(|title| Times::of(reading, title));
        let mut sections: Vec<Option<Times>> = Vec::with_capacity(reading.sections.len());
        for (section, scope) in reading.sections.iter().zip(&outlook.sections) {
            // How things stand is not of the years that a plan's title names.
            let stands = scope.tense == Tense::Past && outlook.root.tense == Tense::Future;
            let above = match section.parent {
                Some(parent) => sections[parent].clone(),
                None => root.clone().filter(|_| !stands),
            };
            sections.push(Times::of(reading, &section.heading.title).or(above));
        }
        Self {
            reading,
            paragraph: None,
            stretch: None,
            until: None,
            section: None,
            times: root.clone(),
            root,
            sections,
            sentence: Span::default(),
            new_block: true,
        }
    }

    /// A new paragraph begins.
    pub fn begin_block(&mut self) {
        self.paragraph = None;
        self.stretch = None;
        self.new_block = true;
    }

    /// A new sentence begins; the last time of the one before goes on.
    pub fn begin_sentence(&mut self, index: usize) {
        let reading = self.reading;
        self.sentence = reading.sentences[index];
        let section = reading.section_at(self.sentence.start);
        // What was done when a chapter began goes on being told; what is to be done does not.
        if section != self.section {
            self.paragraph = self.paragraph.take().filter(|led| led.tense == Tense::Past);
        }
        self.section = section;
        self.times = match section {
            Some(section) => self.sections[section].clone(),
            None => self.root.clone(),
        };
        // 到2025年，…: in a plan for the smaller sections too; a report speaks of its own year in them.
        let plans = !matches!(
            self.reading.kind,
            DocumentKind::WorkReport | DocumentKind::Speech
        );
        if let Some(until) = &self.until
            && (self.new_block && (section == until.section || !plans)
                || !self.is_inside(section, until.section))
        {
            self.until = None;
        }
        self.new_block = false;
        let tense = reading.outlook.sentences[index];
        if let Some(period) = self.reached(index).filter(|_| tense == Tense::Future) {
            self.until = Some(Led {
                period,
                tense,
                section,
            });
        }
        // A time at the sentence's head rules what follows it.
        let head = reading
            .times_in(self.sentence)
            .iter()
            .filter(|(_, time)| !time.own_year)
            .find(|(span, time)| {
                let lead = Span::new(self.sentence.start, span.start).of(reading.text);
                lead.chars().count() <= 8
                    && !compares(reading, *span, time)
                    && !is_named(reading, self.sentence, *span)
                    && !self.is_object(lead, span, time)
            });
        let Some((_, time)) = head else {
            return;
        };
        let Some(period) = time.period.clone() else {
            return;
        };
        if time.is_stretch() {
            self.stretch = Some(period.clone());
        }
        // A quarter rules its own sentence, not the paragraph.
        let period = if period.text.contains('-') {
            Period::year(period.last_year)
        } else {
            period
        };
        self.paragraph = Some(Led {
            period,
            tense,
            section,
        });
    }

    /// 到2025年，…: a time that is a clause by itself, by when all is to be reached that follows.
    fn reached(&self, sentence: usize) -> Option<Period> {
        let reading = self.reading;
        let mut alone = reading.clauses_of(sentence).iter().filter_map(|clause| {
            let (span, time) = reading.times_in(clause.span).first()?;
            let lead = Span::new(clause.span.start, span.start).of(reading.text);
            let alone = span.end == clause.span.end && lead.chars().count() <= LONGEST_LEAD;
            (alone && time.deadline && !time.own_year).then_some(time)
        });
        // 到2025年，…；到2035年，…: each has its own, and nothing is said of what follows.
        let time = alone.next().filter(|_| alone.next().is_none())?;
        time.period.clone()
    }

    /// Whether a section is `outer` or stands in it.
    fn is_inside(&self, mut section: Option<usize>, outer: Option<usize>) -> bool {
        while section != outer {
            match section {
                Some(inner) => section = self.reading.sections[inner].parent,
                None => return false,
            }
        }
        true
    }

    /// 落实2030年碳达峰目标: the year of what is done, not of the sentences that follow.
    fn is_object(&self, lead: &str, place: &Span, time: &Time) -> bool {
        let is_other = time
            .period
            .as_ref()
            .is_some_and(|period| Some(period.last_year) != self.reading.clock.year);
        let goes_on = Span::new(place.end, self.sentence.end)
            .of(self.reading.text)
            .starts_with(char::is_alphanumeric);
        is_other && goes_on && !time.deadline && indicator::ends_in_act(lead)
    }

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
                    !(compares(scene.reading, *span, time) || is_whole) || adjoins && link.baseline
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
        if link.baseline {
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
        (link.baseline && tense == Tense::Past && is_last).then(|| Period::year(reviewed - 1))
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
        if link.baseline || !sets_tasks {
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

/// Whether the words before a time make it one to compare with: 比, 较, 由.
fn compares(reading: &Reading, place: Span, time: &Time) -> bool {
    // 从2016年到2020年: a stretch begins, no comparison.
    let begins = time.is_stretch() && reading.text[..place.start].ends_with(['从', '自', '由']);
    !begins
        && reading
            .hits
            .ending(place.start)
            .any(|hit| hit.lexeme.is(Role::Compares))
}

/// 2020年水平, 2020年的基础: what is compared with.
fn is_base(reading: &Reading, end: usize) -> bool {
    let behind = &reading.text[end..];
    let at = end + behind.len() - behind.trim_start_matches('的').len();
    reading
        .hits
        .starting(at)
        .any(|hit| hit.lexeme.is(Role::Bases))
}

/// Whether a time stands inside 《》: the year of a document, not of a figure.
fn is_named(reading: &Reading, sentence: Span, place: Span) -> bool {
    let lead = Span::new(sentence.start, place.start).of(reading.text);
    lead.rfind('《')
        .is_some_and(|open| !lead[open..].contains('》'))
}

/// 入选2022年百强榜单: the year of what a verb governs, which dates no other clause.
fn is_attribute(reading: &Reading, place: Span, time: &Time) -> bool {
    if time.deadline || time.own_year {
        return false;
    }
    let at = reading
        .tokens
        .partition_point(|token| token.span.start < place.start);
    let before = at.checked_sub(1).and_then(|at| reading.tokens.get(at));
    let governed = before.is_some_and(|before| {
        matches!(before.pos, Pos::Verb | Pos::VerbNoun)
            && !reading
                .modalities
                .within(before.span)
                .any(|(span, _)| *span == before.span)
    });
    governed
        && reading
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.pos.is_nominal())
}
