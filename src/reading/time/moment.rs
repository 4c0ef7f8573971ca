//! What a time is: a stretch of the calendar, and the document's date that it is told from.

use super::super::tense::Tense;
use crate::model::Metadata;

/// The document's own date, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    /// The year.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: Option<u32>,
}

impl Clock {
    /// The clock of a document, by its date.
    pub fn of(metadata: &Metadata) -> Self {
        let date = metadata
            .date
            .as_ref()
            .and_then(|date| parts_of_date(&date.value));
        Self {
            year: date.map(|(year, ..)| year),
            month: date.map(|(_, month, _)| month).filter(|month| *month > 0),
        }
    }

    /// The year that a review looks back on: texts of the first months review the year before.
    pub fn reviewed_year(self) -> Option<i32> {
        Some(self.year? - i32::from(self.is_early()))
    }

    /// Whether it stands in the first months of a year.
    pub(super) fn is_early(self) -> bool {
        self.month.is_none_or(|month| month <= 4)
    }
}

/// Year, month and day of 2024-05-10, 2024-05, 2024: what is left out is 0.
pub fn parts_of_date(value: &str) -> Option<(i32, u32, u32)> {
    let mut parts = value.split('-');
    let year = parts.next()?.parse().ok()?;
    let mut part = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    Some((year, part(), part()))
}

/// A stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// As in the contract: `2024`, `2021/2025`, `2024-04-15`, `2024-Q1`, `2024-H1`.
    pub text: String,
    /// The year that it begins in.
    pub first_year: i32,
    /// The year that it ends in.
    pub last_year: i32,
}

impl Period {
    /// A whole year.
    pub fn year(year: i32) -> Self {
        Self {
            text: year.to_string(),
            first_year: year,
            last_year: year,
        }
    }

    /// The years from `first` to `last`.
    pub fn years(first: i32, last: i32) -> Self {
        if first >= last {
            return Self::year(last);
        }
        Self {
            text: format!("{first}/{last}"),
            first_year: first,
            last_year: last,
        }
    }

    /// The same part of another year.
    pub fn in_year(&self, year: i32) -> Self {
        let text = self
            .text
            .replace(&self.last_year.to_string(), &year.to_string());
        Self {
            text,
            ..Self::year(year)
        }
    }

    /// The last day that it may hold, as year, month and day: the 31st where it names none.
    pub fn last_day(&self) -> Option<(i32, u32, u32)> {
        let (year, month, day) = parts_of_date(self.text.split('/').next_back()?)?;
        let or = |part: u32, last: u32| if part > 0 { part } else { last };
        Some((year, or(month, 12), or(day, 31)))
    }

    pub(super) fn within(year: i32, part: &str) -> Self {
        Self {
            text: format!("{year}-{part}"),
            first_year: year,
            last_year: year,
        }
    }
}

/// A time that was read at the beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Time {
    /// Bytes read.
    pub length: usize,
    /// The time meant; `None` where the document's date would be needed and is not known.
    pub period: Option<Period>,
    /// Whether it is a point to be reached: 年底前, 期末, 到2030年.
    pub deadline: bool,
    /// 全年, 年底: the year that the passage speaks of, taken for the document's own.
    pub own_year: bool,
    /// Where it looks by its words alone: 去年, 今后五年.
    pub looks: Tense,
    /// 三年内: so many years from now to reach something in, whose last no calendar tells for sure.
    pub counted: bool,
    /// 上年同期, which dates its own clause alone.
    pub same_period: bool,
}

impl Time {
    /// A time of so many bytes.
    pub(super) fn new(length: usize, period: Option<Period>) -> Self {
        Self {
            length,
            period,
            ..Self::default()
        }
    }

    /// Whether it is a stretch of several years.
    pub fn is_stretch(&self) -> bool {
        self.period
            .as_ref()
            .is_some_and(|period| period.first_year < period.last_year)
    }
}
