//! When two figures are of one matter: by the name of what is measured, the unit, the kind of amount and the time.

use std::collections::HashSet;

use super::likeness::letters;
use crate::lexicon::{FastMap, units};
use crate::model::{Claim, Document, Ground, Measure, Status};

/// What the indicator of a claim is called: the one place that says so.
pub fn name(claim: &Claim) -> &str {
    &claim.name
}

/// Why two figures are of one matter, and how surely.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The grounds.
    pub grounds: Vec<Ground>,
    /// Whether nothing is doubtful.
    pub sure: bool,
    /// How good it is, to be set beside others.
    pub score: u32,
    /// The share that the smaller figure is of the larger.
    near: f64,
}

impl Match {
    /// A match with one more ground.
    #[must_use]
    pub fn and(mut self, (ground, sure, score): (Ground, bool, u32)) -> Self {
        self.grounds.push(ground);
        self.sure &= sure;
        self.score += score;
        self
    }

    /// The match, unless two things about it are doubtful, or one and the figures are of two orders.
    pub fn held(self, doubts: usize) -> Option<Self> {
        let least = match doubts {
            0 => 0.0,
            1 => 0.33,
            _ => 0.5,
        };
        (self.near >= least).then(|| Self {
            score: self.score + (self.near * 10.0) as u32,
            ..self
        })
    }
}

/// Whether two claims measure the same in the same way, whatever the time.
///
/// `context` is how alike their sentences are, from 0 to 1, `told` how well the vaguer of their names tells what is
/// measured; where it does not, the sentences must.
pub fn matched(one: &Claim, other: &Claim, context: f64, told: Told) -> Option<Match> {
    let related = context >= RELATED;
    let (ground, sure, score) = match named_in_list(name(one), name(other)) {
        Some((ground, sure, score)) if told == Told::Well => (ground, sure, score),
        Some((ground, sure, score)) if related => (ground, sure && told == Told::Hardly, score),
        Some((ground, true, score)) if told == Told::Hardly => (ground, false, score),
        None if told == Told::Vaguely && context >= ALIKE => (Ground::Context, false, 20),
        _ => return None,
    };
    let measured = measured(one, other)?;
    let start = Match {
        grounds: Vec::new(),
        sure: !is_elsewhere(one, other),
        score: (context * 30.0) as u32,
        near: nearness(base(one, one.value), base(other, other.value)),
    };
    Some(start.and((ground, sure, score)).and(measured))
}

/// Whether two claims say whose their amount is, and not of one place or kind.
fn is_elsewhere(one: &Claim, other: &Claim) -> bool {
    let (scope, other) = (&one.scope, &other.scope);
    !scope.is_empty() && !other.is_empty() && !scope.iter().any(|word| other.contains(word))
}

/// How alike two sentences of one matter are, and two whose names do not say what it is.
const RELATED: f64 = 0.2;
const ALIKE: f64 = 0.35;

/// As [`named`], where the first may be a list (保障性住房、棚户区改造住房): its members name a part of it.
fn named_in_list(one: &str, other: &str) -> Option<(Ground, bool, u32)> {
    let whole = named(one, other);
    if whole.is_some() || !one.contains(BETWEEN) {
        return whole;
    }
    let is_member = one
        .split(BETWEEN)
        .any(|member| named(member, other).is_some());
    is_member.then_some((Ground::NamePart, false, 30))
}

/// What stands between the members of a list.
const BETWEEN: char = '、';

/// Why two names are of one thing.
fn named(one: &str, other: &str) -> Option<(Ground, bool, u32)> {
    let [mut short, mut long]: [String; 2] = [one, other].map(|name| letters(name).collect());
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    if short.chars().count() < 2 {
        return None;
    }
    if short == long {
        return Some((Ground::SameName, true, 60));
    }
    let is_part = long.ends_with(&short) || long.starts_with(&short);
    if short.chars().count() >= NAME && is_part {
        return Some((Ground::NamePart, false, 40));
    }
    let is_alike = short.chars().count() > NAME && is_within(&short, &long);
    is_alike.then_some((Ground::NameAlike, false, 30))
}

/// Characters of a name that tells by itself what is measured.
pub const NAME: usize = 3;

/// Whether a name is another with something left out in its middle: 城镇就业 of 城镇新增就业.
fn is_within(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    let in_order = short.chars().all(|one| rest.any(|other| other == one));
    in_order
        && short.chars().next() == long.chars().next()
        && short.chars().next_back() == long.chars().next_back()
}

/// How many different figures each name stands with, for one unit, kind and time: many make it vague (中央财政).
#[derive(Default)]
pub struct Values<'a>(FastMap<Key<'a>, HashSet<u64>>);

/// What figures must differ in that are of two things.
type Key<'a> = (Status, &'a str, Option<&'a str>, Measure, Option<&'a str>);

impl<'a> Values<'a> {
    /// The figures of a text.
    pub fn of(document: &'a Document) -> Self {
        let mut values = Self::default();
        for claim in &document.claims {
            let known = values.0.entry(key(claim)).or_default();
            known.insert(claim.value.to_bits());
        }
        values
    }

    /// How well the name of a claim tells what is measured.
    pub fn told(&self, claim: &'a Claim) -> Told {
        if letters(name(claim)).count() < NAME {
            return Told::Vaguely;
        }
        match self.0.get(&key(claim)).map_or(0, HashSet::len) {
            0 | 1 => Told::Well,
            2 => Told::Hardly,
            _ => Told::Vaguely,
        }
    }
}

/// How well a name tells what is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// It stands with one figure.
    Well,
    /// It stands with two.
    Hardly,
    /// It stands with several, or is hardly a name.
    Vaguely,
}

fn key(claim: &Claim) -> Key<'_> {
    (
        claim.status,
        name(claim),
        claim.unit.as_deref(),
        claim.measure,
        claim.period.as_deref(),
    )
}

/// Why two amounts can be set beside each other.
fn measured(one: &Claim, other: &Claim) -> Option<(Ground, bool, u32)> {
    let [unit, other_unit] = [one, other].map(|claim| claim.unit.as_deref().unwrap_or_default());
    let kind = |unit: &str| units::TABLE.get(unit).map(|row| row.kind);
    let counts = |unit: &str| {
        use units::Kind::{Classifier, Household, People};
        unit.is_empty() || matches!(kind(unit), None | Some(Classifier | People | Household))
    };
    let same_unit = unit == other_unit;
    let convertible = same_unit
        || size(unit).is_some() && size(other_unit).is_some() && kind(unit) == kind(other_unit)
        || counts(unit) && counts(other_unit) && (unit.is_empty() || other_unit.is_empty());
    let measures = [one.measure, other.measure];
    let absolute = |measure| matches!(measure, Measure::Level | Measure::Change);
    let relative = |measure| matches!(measure, Measure::Level | Measure::Share);
    let same_measure = one.measure == other.measure;
    let near = same_measure
        || unit != "%" && measures.into_iter().all(absolute)
        || unit == "%" && measures.into_iter().all(relative);
    if !convertible || !near {
        return None;
    }
    let is_same = same_unit && same_measure;
    let ground = match is_same {
        true => Ground::SameMeasure,
        false => Ground::OtherMeasure,
    };
    Some((ground, true, if is_same { 20 } else { 8 }))
}

/// How much one of a unit is, where others of its kind can be set beside it.
fn size(unit: &str) -> Option<u32> {
    units::TABLE.get(unit)?.size
}

/// A value of a claim in the measure that units of its kind share.
pub fn base(claim: &Claim, value: f64) -> f64 {
    let unit = claim.unit.as_deref().unwrap_or_default();
    size(unit).map_or(value, |size| value * f64::from(size))
}

/// The share that the smaller of two amounts is of the larger.
fn nearness(one: f64, other: f64) -> f64 {
    let (one, other) = (one.abs(), other.abs());
    if one == other {
        return 1.0;
    }
    one.min(other) / one.max(other)
}
