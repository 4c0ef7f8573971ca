//! Times that go on: those of headings, and those that a sentence begins with.

use crate::model::Status;
use crate::reading::time::{self, Period};
use crate::reading::{Goal, Reading, Tense};

/// The times of a heading: “十三五”时期成就和“十四五”时期目标 has two, what was and what is to come.
#[derive(Clone, PartialEq)]
pub(super) struct Times {
    first: Period,
    last: Period,
}

impl Times {
    /// Those of a heading or a title.
    pub(super) fn of(reading: &Reading, title: &str) -> Option<Self> {
        let mut periods = time::in_title(title, reading.clock).into_iter();
        let first = periods.next()?;
        let last = periods.next_back().unwrap_or_else(|| first.clone());
        Some(Self { first, last })
    }

    /// Whether they are two and one of them is this one.
    pub(super) fn has_two_with(&self, period: &Period) -> bool {
        let is =
            |one: &Period| (one.first_year, one.last_year) == (period.first_year, period.last_year);
        self.first != self.last && (is(&self.first) || is(&self.last))
    }

    pub(super) fn looking(&self, tense: Tense) -> Period {
        match tense {
            Tense::Past => self.first.clone(),
            _ => self.last.clone(),
        }
    }
}

/// A time that a sentence begins with, which goes on behind it.
#[derive(Clone)]
pub(super) struct Led {
    /// The time.
    pub(super) period: Period,
    /// Where that sentence looks: a time that something was done in is none for what is to be done.
    pub(super) tense: Tense,
}

impl From<&Goal> for Led {
    fn from(goal: &Goal) -> Self {
        Self {
            period: goal.period.clone(),
            tense: goal.tense,
        }
    }
}

impl Led {
    /// The time of a figure: what stands (产值达到5亿元) does so when a stretch of years that are gone ends, and
    /// only what was done in it (新建渠道5公里) or its mean is of all of them.
    pub(super) fn of_figure(&self, stands: bool) -> Period {
        match self.tense {
            Tense::Future => self.period.clone(),
            _ if stands => Period::year(self.period.last_year),
            _ => self.period.clone(),
        }
    }

    pub(super) fn fits(&self, status: Status) -> bool {
        match status {
            Status::Target => self.tense != Tense::Past,
            Status::Actual => self.tense != Tense::Future,
            Status::Other => true,
        }
    }
}
