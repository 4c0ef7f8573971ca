//! When two figures are of one matter: by the name of what is measured, the unit, the kind of amount and the time.

use std::collections::HashSet;

use super::likeness::{Pair, dice, pairs, within};
use super::names::{self, BETWEEN, Name, Named};
use crate::lexicon::value_scope::{self, Kind};
use crate::lexicon::{FastMap, units};
use crate::model::{Claim, Document, Ground, Measure, Span, Status};

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
    /// Whether the names tell, by themselves, that the two are of one matter.
    pub tells: bool,
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

/// A figure, with what is asked of it once.
pub struct Figure<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// The name of what is measured.
    pub name: Name<'a>,
    /// The words before it in its clause.
    clause: Vec<Pair>,
}

impl<'a> Figure<'a> {
    /// The figures of a text, by the index of their claims.
    pub fn all(document: &'a Document) -> Vec<Self> {
        let figure = |claim: &'a Claim| {
            let sentence = document.sentences[claim.sentence].span;
            let before = Span::new(sentence.start.min(claim.span.start), claim.span.start);
            Self {
                claim,
                name: Name::new(name(claim)),
                clause: pairs(clause(before.of(&document.text))),
            }
        };
        document.claims.iter().map(figure).collect()
    }
}

/// The last clause of some words; of a list of figures the last member.
fn clause(words: &str) -> &str {
    let clause = words.rsplit(MARKS).next().unwrap_or_default();
    match clause.contains(|character: char| character.is_ascii_digit()) {
        true => clause.rsplit(BETWEEN).next().unwrap_or_default(),
        false => clause,
    }
}

/// What divides clauses.
const MARKS: [char; 4] = ['，', '；', '：', '。'];

/// What is known of two figures beside their own words.
#[derive(Clone, Copy)]
pub struct Around {
    /// How alike their sentences are, from 0 to 1.
    pub context: f64,
    /// The same, where what stands before one of them counts too.
    pub topic: f64,
    /// How well the vaguer of their names tells what is measured; where it does not, the sentences must.
    pub told: Told,
}

/// Whether two figures measure the same in the same way, whatever the time.
pub fn matched(one: &Figure, other: &Figure, around: Around) -> Option<Match> {
    let Around { context, told, .. } = around;
    let measured = measured(one.claim, other.claim)?;
    let clause = dice(&one.clause, &other.clause);
    // 中央财政 says who pays, and not what for.
    let is_payer = is_payer(one) || is_payer(other);
    let shares = within(&one.clause, &other.clause) >= CLAUSE;
    let related = context >= RELATED || shares && !is_payer;
    let named = one.name.named(&other.name);
    let tells = named.as_ref().is_some_and(|named| !named.headless) && told < Told::Vaguely;
    let (ground, sure, score) = match named {
        Some(Named {
            ground,
            sure,
            score,
            headless,
        }) => {
            let is_told = match told {
                Told::Well => related || !headless && !is_payer,
                Told::Hardly => related || sure && !is_payer,
                Told::Vaguely => related,
            };
            let sure = sure && (told == Told::Well || told == Told::Hardly && related);
            is_told.then_some((ground, sure, score))?
        }
        None if told == Told::Vaguely && is_of_one(context, clause, around.topic)
            || context >= RELATED && is_same_figure(one.claim, other.claim) =>
        {
            (Ground::Context, false, 20)
        }
        None => return None,
    };
    let start = Match {
        grounds: Vec::new(),
        sure: !is_elsewhere(one.claim, other.claim),
        score: ((context + clause) * 30.0) as u32,
        tells,
        near: nearness(
            base(one.claim, one.claim.value),
            base(other.claim, other.claim.value),
        ),
    };
    Some(start.and((ground, sure, score)).and(measured))
}

/// Whether a sum has a short name that does not end with what is measured.
pub fn is_payer(figure: &Figure) -> bool {
    let is_sum = figure.claim.unit.as_deref().is_some_and(|unit| {
        let row = units::TABLE.get(unit);
        row.is_some_and(|row| row.kind == units::Kind::Currency)
    });
    let name = figure.name.words;
    let mut ends = value_scope::TABLE.endings(name);
    is_sum
        && figure.name.len() <= SHORT
        && !names::ends_with_money(name)
        && !ends.any(|row| row.kinds.has(Kind::Single))
}

/// Whether two figures whose names do not tell are of one matter, by what is said around them.
fn is_of_one(context: f64, clause: f64, topic: f64) -> bool {
    context >= ALIKE || clause >= SAME_CLAUSE && topic > 0.0
}

/// Whether two claims have one figure, unit and bound included: what is told so in sentences that are alike is one matter.
fn is_same_figure(one: &Claim, other: &Claim) -> bool {
    one.value == other.value && one.unit == other.unit && one.measure == other.measure
}

/// Whether two claims say whose their amount is, and not of one place or kind.
fn is_elsewhere(one: &Claim, other: &Claim) -> bool {
    let (scope, other) = (&one.scope, &other.scope);
    !scope.is_empty() && !other.is_empty() && !scope.iter().any(|word| other.contains(word))
}

/// How alike two sentences, or two clauses, of one matter are, and those of figures whose names do not say what it is.
const RELATED: f64 = 0.2;
const CLAUSE: f64 = 0.3;
const ALIKE: f64 = 0.35;
const SAME_CLAUSE: f64 = 0.5;

/// Characters of a name that many things share: 中央财政.
pub const SHORT: usize = 4;

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
    pub fn told(&self, figure: &Figure<'a>) -> Told {
        if !figure.name.tells() {
            return Told::Vaguely;
        }
        match self.0.get(&key(figure.claim)).map_or(0, HashSet::len) {
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
