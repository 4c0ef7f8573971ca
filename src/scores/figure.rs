//! Figures as the contract has them: a share, or numbers of their own, and the places that they count.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Score, Span};

/// Places by the name of the part that counts them.
pub(super) type Evidence = BTreeMap<Cow<'static, str>, Vec<Span>>;

/// A score of a share in per cent with its counts; `null` where there is nothing to count.
pub(super) fn share(part: usize, whole: usize, parts: &[(&'static str, usize)]) -> Score {
    let parts: Vec<_> = parts
        .iter()
        .map(|&(name, count)| (name, count as f64))
        .collect();
    Score {
        value: (whole > 0).then(|| round(100.0 * part as f64 / whole as f64)),
        ..figures(&parts)
    }
}

/// Figures of their own, without a sum.
pub(crate) fn figures(parts: &[(&'static str, f64)]) -> Score {
    let parts = parts.iter().map(|&(name, value)| (name.into(), value));
    Score {
        parts: parts.collect(),
        ..Score::default()
    }
}

/// The places that parts count, where there are any.
pub(super) fn evidence<const PARTS: usize>(places: [(&'static str, Vec<Span>); PARTS]) -> Evidence {
    let places = places.into_iter().filter(|(_, spans)| !spans.is_empty());
    places.map(|(name, spans)| (name.into(), spans)).collect()
}

/// To one decimal place.
pub(crate) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
