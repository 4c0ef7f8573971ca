//! What a value is compared with: 上年, 2020年, 预算, 全国.

use super::scene::Scene;
use crate::lexicon::predicates::{Compares, Role};
use crate::lexicon::{Lexeme, value_scope};
use crate::model::{Basis, Comparison, Span};
use crate::reading::time::Period;
use crate::reading::{Pos, Tense};

/// What the words `base` name, for a value of the time `own`.
pub(super) fn of(scene: &Scene, base: Span, own: Option<&Period>) -> Comparison {
    let basis = basis(scene, base);
    let period = (basis == Basis::Period).then(|| period(scene, base, own));
    Comparison {
        span: base,
        text: base.of(scene.text).to_owned(),
        basis,
        period: period.flatten().map(|period| period.text),
    }
}

fn basis(scene: &Scene, base: Span) -> Basis {
    let ends = |part: Compares| {
        let ends = |lexeme: &Lexeme| lexeme.compares == Some(part);
        scene.ending(base, ends).is_some()
    };
    let tokens = scene.reading.tokens_in(base);
    let is_time = || {
        let times = |lexeme: &Lexeme| lexeme.links(&[Role::Compared, Role::YearBefore]);
        !scene.reading.times_in(base).is_empty()
            || tokens.iter().any(|token| token.pos == Pos::Time)
            || scene.ending(base, times).is_some()
    };
    let is_place = || {
        tokens.iter().any(|token| {
            let row = value_scope::TABLE.get(token.span.of(scene.text));
            token.pos == Pos::Place
                || row.is_some_and(|row| row.kinds.has(value_scope::Kind::Whole))
        }) || scene.holds(base, |lexeme| lexeme.links(&[Role::Place]))
    };
    if ends(Compares::Plan) {
        Basis::Plan
    } else if ends(Compares::Base) || is_time() {
        Basis::Period
    } else if is_place() {
        Basis::Place
    } else {
        Basis::Other
    }
}

/// The time compared with: 上年 and 同比 count from the value's own.
fn period(scene: &Scene, base: Span, own: Option<&Period>) -> Option<Period> {
    let before = || {
        let own = own.filter(|own| own.first_year == own.last_year)?;
        Some(own.in_year(own.last_year - 1))
    };
    let Some((_, time)) = scene.reading.times_in(base).first() else {
        let year_before = |lexeme: &Lexeme| lexeme.links(&[Role::YearBefore]);
        return scene.ending(base, year_before).and_then(|_| before());
    };
    match time.looks {
        Tense::Past if time.same_period => before(),
        Tense::Past if own.is_some() => before().map(|before| Period::year(before.last_year)),
        _ => time.period.clone(),
    }
}
