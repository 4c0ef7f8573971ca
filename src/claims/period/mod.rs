//! For when a value is: the clause's own time, else the sentence's, the paragraph's, the heading's.

mod when;

use super::indicator;
use super::mention::Mention;
use super::mood::{self, Mood, Moods};
use super::predicate::Link;
use super::{Around, Scene};
use crate::claims::mention::UnitKind;
use crate::lexicon::units::Kind;
use crate::model::{Span, Status};
use crate::reading::Reading;
use crate::reading::time::{self, Clock, Period, Time};

pub use when::When;

/// The times of a heading: “十三五”时期成就和“十四五”时期目标 has two, what was and what is to come.
#[derive(Clone)]
struct Times {
    first: Period,
    last: Period,
}

impl Times {
    fn in_mood(&self, mood: Mood) -> Period {
        match mood {
            Mood::Review => self.first.clone(),
            _ => self.last.clone(),
        }
    }
}

/// The periods of a document, asked for from its beginning to its end.
pub struct Periods<'a> {
    reading: &'a Reading<'a>,
    clock: Clock,
    /// The last time in the paragraph that is no comparison.
    paragraph: Option<Period>,
    /// The last stretch of several years in the paragraph.
    stretch: Option<Period>,
    /// The time of the title, where that says what the whole text is about.
    root: Option<Times>,
    /// For each section the times of its heading, or of the nearest above.
    sections: Vec<Option<Times>>,
    section: Option<Times>,
    sentence: Span,
}

impl<'a> Periods<'a> {
    /// Reads the headings.
    pub fn new(reading: &'a Reading<'a>, clock: Clock) -> Self {
        let of_title = |title: &str| {
            let mut periods = time::find(title, Span::new(0, title.len()), clock)
                .into_iter()
                .filter_map(|(_, time)| time.period);
            let first = periods.next()?;
            let last = periods.next_back().unwrap_or_else(|| first.clone());
            Some(Times { first, last })
        };
        let root = reading
            .title
            .filter(|_| mood::of_document(reading) != Mood::Open)
            .and_then(of_title);
        let mut sections: Vec<Option<Times>> = Vec::with_capacity(reading.sections.len());
        for section in &reading.sections {
            let above = match section.parent {
                Some(parent) => sections[parent].clone(),
                None => root.clone(),
            };
            sections.push(of_title(&section.heading.title).or(above));
        }
        Self {
            reading,
            clock,
            paragraph: None,
            stretch: None,
            section: root.clone(),
            root,
            sections,
            sentence: Span::default(),
        }
    }

    /// A new paragraph begins.
    pub fn begin_block(&mut self) {
        self.paragraph = None;
        self.stretch = None;
    }

    /// A new sentence begins; the last time of the one before goes on.
    pub fn begin_sentence(&mut self, sentence: Span, times: &[(Span, Time)]) {
        self.sentence = sentence;
        let section = self.reading.section_at(sentence.start);
        self.section = match section {
            Some(section) => self.sections[section].clone(),
            None => self.root.clone(),
        };
        // A time at the sentence's head rules what follows it.
        let head = times
            .iter()
            .filter(|(_, time)| !time.own_year)
            .find(|(span, time)| {
                let lead = Span::new(sentence.start, span.start).of(self.reading.text);
                lead.chars().count() <= 8
                    && !compares(lead, time)
                    && !self.is_object(lead, span, time)
            });
        if let Some(period) = head.and_then(|(_, time)| time.period.clone()) {
            if period.first_year < period.last_year {
                self.stretch = Some(period.clone());
            }
            // A quarter rules its own sentence, not the paragraph.
            self.paragraph = Some(if period.text.contains('-') {
                Period::year(period.last_year)
            } else {
                period
            });
        }
    }

    /// 落实2030年碳达峰目标: the year of what is done, not of the sentences that follow.
    fn is_object(&self, lead: &str, place: &Span, time: &Time) -> bool {
        let is_other = time
            .period
            .as_ref()
            .is_some_and(|period| Some(period.last_year) != self.clock.year);
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
        let mood = match scene.mood {
            // 全年实现…，比上年增长…: what is reported is of the year that is over.
            Mood::Open if scene.reports => Mood::Review,
            mood => mood,
        };
        let spoken = |from: usize, to: usize| {
            scene
                .times
                .iter()
                .rev()
                .filter(|(span, _)| span.start >= from && span.end <= to)
                // 上年同期 dates its own clause alone.
                .filter(|(span, _)| {
                    span.start >= around.clause.start || !span.of(scene.text).ends_with("同期")
                })
                .find(|(span, time)| {
                    let lead = Span::new(scene.sentence.start, span.start).of(scene.text);
                    let adjoins = Span::new(span.end, mention.span.start)
                        .of(scene.text)
                        .trim_start_matches('的')
                        .is_empty();
                    // 是2020年的4倍: the year compared with.
                    let behind = &scene.text[span.end..];
                    let is_whole = lead.ends_with(['是', '为', '占']) && behind.starts_with('的')
                        || ["水平", "基础"]
                            .iter()
                            .any(|word| behind.trim_start_matches('的').starts_with(word));
                    !(compares(lead, time) || is_whole) || adjoins && link.baseline
                })
                .and_then(|(span, time)| {
                    let period = match self.year_before(span.of(scene.text), mood, link) {
                        Some(period) => period,
                        None => self.in_mood(time, mood)?,
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
                .section
                .as_ref()
                .map(|times| times.in_mood(scene.mood))
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
            .or_else(|| self.paragraph.clone().map(unstated))
            .or_else(|| {
                Some(When {
                    heading: true,
                    ..unstated(self.section.as_ref()?.in_mood(scene.mood))
                })
            })
    }

    /// 由上年的58.6%回落: where the year before is reviewed, 上年 is the one before that.
    fn year_before(&self, time: &str, mood: Mood, link: &Link) -> Option<Period> {
        (link.baseline && mood == Mood::Review && time == "上年").then(|| {
            self.clock
                .reviewed_year()
                .map(|year| Period::year(year - 1))
        })?
    }

    /// 全年 and 年底 mean the year reviewed where the text looks back.
    fn in_mood(&self, time: &Time, mood: Mood) -> Option<Period> {
        if time.own_year && mood == Mood::Review {
            return self.clock.reviewed_year().map(Period::year);
        }
        time.period.clone()
    }

    /// The period as it is reported: a review without a time means the year reviewed, a plan the
    /// document's own; what merely stands is left open.
    pub fn settle(
        &self,
        when: Option<When>,
        status: Status,
        mood: Mood,
        link: &Link,
        deadline: Option<&Period>,
    ) -> Option<Period> {
        // （6月底前完成） behind a task dates what the task itself leaves open.
        if status == Status::Target
            && !when
                .as_ref()
                .is_some_and(|when| when.stated && (when.deadline || !when.own_year))
            && let Some(deadline) = deadline
        {
            return Some(deadline.clone());
        }
        if status == Status::Other && !when.as_ref().is_some_and(|when| when.stated) {
            return None;
        }
        // What stands today is not of the time that a plan's title names.
        if status == Status::Actual
            && mood == Mood::Plan
            && when.as_ref().is_some_and(|when| when.heading)
        {
            return None;
        }
        if let Some(when) = when {
            return Some(when.period);
        }
        if link.baseline || !Moods::sets_tasks(self.reading.kind) {
            return None;
        }
        match (status, mood) {
            (Status::Actual, Mood::Review) => self.clock.reviewed_year().map(Period::year),
            (Status::Target, Mood::Plan) => self.clock.year.map(Period::year),
            _ => None,
        }
    }
}

/// Whether a clause names a time that only the document's date, which is not known, could tell: 今年,
/// 年底前.
pub fn is_undated(scene: &Scene, around: &Around) -> bool {
    scene.clock.year.is_none()
        && scene
            .times
            .iter()
            .any(|(span, time)| time.period.is_none() && around.clause.overlaps(*span))
}

/// Whether the words before a time make it one to compare with: 比, 较, 由.
fn compares(lead: &str, time: &Time) -> bool {
    // 从2016年到2020年: a stretch begins, no comparison.
    let stretches = time
        .period
        .as_ref()
        .is_some_and(|period| period.first_year < period.last_year);
    if stretches && lead.ends_with(['从', '自', '由']) {
        return false;
    }
    lead.ends_with(['比', '较', '同', '由', '从', '与', '自'])
        || [
            "高于", "低于", "快于", "好于", "超过", "少于", "多于", "大于", "小于", "优于", "慢于",
        ]
        .iter()
        .any(|word| lead.ends_with(word))
}
