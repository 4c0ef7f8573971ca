//! How finely a number is written: what rounding may have hidden of it.

use super::words::Role;
use crate::model::{Bound, Claim, Measure};
use crate::text::numeral::{chinese_digit, is_digit, magnitude};

/// An amount, with all values that it may stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Interval {
    /// The least of them.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

impl Interval {
    /// From `low` to `high`.
    pub const fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    /// All values that, rounded, are written as the claim is: half of the last place to both sides.
    /// Things that are counted one by one are not rounded.
    pub fn rounded(claim: &Claim) -> Self {
        let place = place_of(claim);
        let mut unit = claim.unit.iter();
        let counted = (place - 1.0).abs() < 1e-9 && unit.any(|unit| Role::Counted.is(unit));
        let (value, slack) = (claim.value.abs(), if counted { 0.0 } else { place / 2.0 });
        Self::new((value - slack).max(0.0), value + slack)
    }

    /// All values that, rounded or cut off, are written as the claim is: half of the last place
    /// below it, a whole one above.
    pub fn cut(claim: &Claim) -> Self {
        let rounded = Self::rounded(claim);
        Self::new(rounded.low, rounded.high + place_of(claim) / 2.0)
    }

    /// All values that a claim with a bound of its own (以上, 左右) may stand for.
    pub fn stated(claim: &Claim) -> Self {
        let Self { low, high } = Self::cut(claim);
        match claim.bound {
            Bound::AtLeast => Self::new(low, f64::INFINITY),
            Bound::AtMost => Self::new(0.0, high),
            Bound::About => Self::new(low * 0.9, high * 1.1),
            Bound::Exact | Bound::Range => Self::new(low, high),
        }
    }

    /// What amounts may come to together, each with all values that it may stand for.
    pub fn sum<'a>(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let none = Self::new(0.0, 0.0);
        claims.map(Self::rounded).fold(none, |sum, part| {
            Self::new(sum.low + part.low, sum.high + part.high)
        })
    }

    /// What one may come to when it is divided by another.
    pub fn over(self, other: Self) -> Self {
        Self::new(self.low / other.high, self.high / other.low)
    }

    /// Its values after a step that keeps their order.
    pub fn map(self, step: impl Fn(f64) -> f64) -> Self {
        Self::new(step(self.low), step(self.high))
    }

    /// Its values with the other sign.
    pub fn turned(self) -> Self {
        Self::new(-self.high, -self.low)
    }

    /// Whether some value lies in both, but for what floating point loses.
    pub fn meets(&self, other: &Self) -> bool {
        let ends = [self.high.abs(), other.high.abs()].into_iter();
        let slack = ends.filter(|end| end.is_finite()).sum::<f64>() * 1e-9;
        self.low <= other.high + slack && other.low <= self.high + slack
    }
}

/// Whether a claim is one exact number, and measures one of these.
pub(super) fn is_exact(claim: &Claim, measures: &[Measure]) -> bool {
    claim.bound == Bound::Exact && claim.value_max.is_none() && measures.contains(&claim.measure)
}

/// The unit of a claim that is one exact amount of something, and no ratio.
pub(super) fn unit_of_amount(claim: &Claim) -> Option<&str> {
    let exact = claim.value > 0.0 && is_exact(claim, &[Measure::Level, Measure::Change]);
    let unit = claim.unit.as_deref().filter(|_| exact);
    unit.filter(|unit| !Role::RatioUnit.is(unit))
}

/// What one step in the last written place of a claim is worth; 千 of 千瓦 is part of its unit.
fn place_of(claim: &Claim) -> f64 {
    let unit = claim.unit.as_deref().unwrap_or_default();
    last_place(claim.text.strip_suffix(unit).unwrap_or(&claim.text))
}

/// What one step in the last written place of a number is worth: 0.1 of 8.2%, 0.01亿 of 3.05亿元,
/// 100万 of 一亿一千三百万. Zeros that are written count as places.
pub(super) fn last_place(words: &str) -> f64 {
    let lead = Role::FractionLead.first_in(words);
    let words = lead.map_or(words, |(at, lead)| &words[at + lead.len()..]);
    let mut places = 0;
    let mut in_fraction = false;
    let mut scale = 1.0;
    let mut began = false;
    for character in words.chars() {
        if is_digit(character) || chinese_digit(character).is_some() {
            began = true;
            scale = 1.0;
            places += i32::from(in_fraction);
            continue;
        }
        if let Some(factor) = magnitude(character) {
            began = true;
            scale *= factor;
            continue;
        }
        match character {
            '.' | '．' | '点' if began => in_fraction = true,
            ',' | '，' | ' ' => {}
            _ if began => break,
            _ => {}
        }
    }
    scale * 10_f64.powi(-places)
}

/// An amount as a message shows it: at most `places` decimals, no zeros at their end.
pub(super) fn shown(value: f64, places: usize) -> String {
    let written = format!("{value:.places$}");
    match written.contains('.') {
        true => written
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned(),
        false => written,
    }
}

/// An amount in the magnitude of `model`: 300 for 3亿元 beside 120亿元 would mislead.
pub(super) fn shown_like(value: f64, model: &Claim, unit: &str) -> String {
    let mut magnitudes = [("万亿", 1e12), ("亿", 1e8), ("万", 1e4)].into_iter();
    let magnitude = magnitudes.find(|(word, _)| model.text.contains(word));
    let (word, factor) = magnitude.unwrap_or(("", 1.0));
    format!("{}{word}{unit}", shown(value / factor, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_place_is_read() {
        for (words, expected) in [
            ("120家", 1.0),
            ("8.2亿元", 1e7),
            ("3.05%", 0.01),
            ("一亿一千三百万吨", 1e6),
            ("百分之三十五点四", 0.1),
            ("二点一倍", 0.1),
            ("1亿2000万人", 1e4),
            ("3,722万元", 1e4),
            ("二十三个", 1.0),
            ("约15.0%", 0.1),
        ] {
            let place = last_place(words);
            assert!((place / expected - 1.0).abs() < 1e-9, "{words}: {place}");
        }
    }

    #[test]
    fn amounts_are_shown_short() {
        assert_eq!(shown(25.0, 1), "25");
        assert_eq!(shown(24.96, 1), "25");
        assert_eq!(shown(120.0, 0), "120");
    }
}
