//! Figures as the contract has them: a share, or numbers of their own.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::Score;

/// A score of a share in per cent with its counts; `null` where there is nothing to count.
pub(super) fn share(part: f64, whole: f64, parts: &[(&'static str, f64)]) -> Score {
    Score {
        value: (whole > 0.0).then(|| round(100.0 * part / whole)),
        parts: named(parts),
        ..Score::default()
    }
}

/// Figures of their own, without a sum.
pub(crate) fn figures(parts: &[(&'static str, f64)]) -> Score {
    Score {
        value: None,
        parts: named(parts),
        ..Score::default()
    }
}

fn named(parts: &[(&'static str, f64)]) -> BTreeMap<Cow<'static, str>, f64> {
    parts
        .iter()
        .map(|&(name, value)| (Cow::Borrowed(name), value))
        .collect()
}

/// To one decimal place.
pub(crate) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
