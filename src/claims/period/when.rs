//! A period as a sentence gives it, and where it lies from the document's own date.

use crate::reading::time::{Clock, Period};

/// A period and how near it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The time.
    pub period: Period,
    /// Whether the sentence itself gives it.
    pub stated: bool,
    /// Whether it is a point to be reached: 6月底前.
    pub deadline: bool,
    /// 全年, 年底: nothing nearer than the year is said.
    pub own_year: bool,
    /// Whether only a heading or the title gives it.
    pub heading: bool,
}

impl When {
    /// A period that no word of the sentence gives.
    pub fn unstated(period: Period) -> Self {
        Self {
            period,
            stated: false,
            deadline: false,
            own_year: false,
            heading: false,
        }
    }

    /// Whether it ends after the document's month; of the document's own year as a whole, whether
    /// most of it is still to come or its end is stated as a deadline.
    pub fn is_future(&self, clock: Clock) -> bool {
        let (Some(year), true) = (clock.year, self.stated) else {
            return false;
        };
        if self.period.last_year != year {
            return self.period.last_year > year;
        }
        clock
            .month
            .is_some_and(|month| match last_month(&self.period.text) {
                Some(last) => last > month || last == month && self.deadline,
                None => {
                    self.period.first_year == year && (month <= 3 || self.deadline && month <= 11)
                }
            })
    }

    /// Whether it lies in one year after the document's own: nobody can have done that yet.
    pub fn is_later_year(&self, clock: Clock) -> bool {
        self.stated
            && self.period.first_year == self.period.last_year
            && clock.year.is_some_and(|year| self.period.last_year > year)
    }

    /// Whether it is part of a year.
    pub fn is_part(&self) -> bool {
        last_month(&self.period.text).is_some()
    }

    /// Whether it is over by its year, the sentence's own or one that a heading gives.
    pub fn is_over(&self, clock: Clock) -> bool {
        clock.year.is_some_and(|year| self.period.last_year < year)
    }

    /// Whether it ends before the document's month.
    pub fn is_past(&self, clock: Clock) -> bool {
        let (Some(year), true) = (clock.year, self.stated) else {
            return false;
        };
        self.period.last_year < year
            || self.period.last_year == year
                && last_month(&self.period.text)
                    .is_some_and(|last| clock.month.is_some_and(|month| last < month))
    }
}

/// The last month of a period that is part of a year: 2024-06, 2024-06-30, 2024-Q2, 2024-H1,
/// 2024-01/2024-06.
pub(super) fn last_month(period: &str) -> Option<u32> {
    let part = period.rsplit('/').next()?.split('-').nth(1)?;
    match part.split_at_checked(1)? {
        ("Q", quarter) => quarter.parse::<u32>().ok().map(|quarter| 3 * quarter),
        ("H", half) => half.parse::<u32>().ok().map(|half| 6 * half),
        _ => part.parse().ok(),
    }
}
