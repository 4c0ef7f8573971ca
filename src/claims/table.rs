//! Figures of tables: the indicator by the name of the row, unit and time by the head of the column, or by the lines above
//! the table (单位：亿元).

use super::measure::amount_of;
use super::scope;
use crate::layout::FigureCell;
use crate::lexicon::cues::Role;
use crate::lexicon::predicates::{Amount, Role as Links, TABLE as PREDICATES};
use crate::lexicon::units::{Kind, Row, TABLE as UNITS};
use crate::lexicon::{LEXICON, Set, grammar};
use crate::model::{Bound, Claim, Measure, Span, Status};
use crate::reading::time::{self, Period};
use crate::reading::{Pos, Reading, Scope, Tense};
use crate::text::numeral;

/// The lines above a table that may say its unit and time.
const LINES_ABOVE: usize = 2;

/// A unit as a head gives it, with its magnitude: 亿元 is 元 by 100,000,000.
#[derive(Clone, Copy)]
struct Unit {
    row: &'static Row,
    times: f64,
}

/// The claim that a cell of a table makes in the sentence `index`; none where no unit is told.
pub(super) fn claim(
    reading: &Reading,
    cell: &FigureCell,
    index: usize,
    passage: Scope,
) -> Option<Claim> {
    let words = |span: Span| span.of(reading.text);
    let above = above(reading, cell.table);
    let (name, head) = (words(cell.row), words(cell.head));
    let (value, own) = figure(words(cell.span))?;
    let percent = || {
        UNITS
            .longest_at_end(head)
            .filter(|row| row.kind == Kind::Percent)
    };
    let unit = own
        .or_else(|| bracketed(head))
        .or_else(|| percent().map(|row| Unit { row, times: 1.0 }))
        .or_else(|| bracketed(name))
        .or_else(|| above.lines().find_map(stated_unit))?;
    let times = |words: &str| time::in_title(words, reading.clock).into_iter().next();
    let period = times(head)
        .or_else(|| times(name))
        .or_else(|| above.lines().rev().find_map(times));
    let heads_name = times(name).is_some() || is_place(reading, cell.row);
    let named = if heads_name { cell.head } else { cell.row };
    let indicator = bare(words(named)).to_owned();
    let (mut scope, common) = scope::of_name(reading, &indicator, named.start);
    if heads_name && times(name).is_none() {
        scope.insert(0, name.to_owned());
    }
    let status = status(reading, head, period.as_ref(), passage);
    Some(Claim {
        span: cell.span,
        text: words(cell.span).to_owned(),
        value: numeral::times(value, unit.times),
        value_max: None,
        unit: Some(match unit.row.name {
            "" => unit.row.unit.to_owned(),
            name => name.to_owned(),
        }),
        bound: Bound::Exact,
        measure: measure(&indicator, head, unit.row.kind),
        indicator,
        name: common,
        scope,
        of: None,
        compared_with: None,
        status,
        period: period.map(|period| period.text),
        owner: None,
        commitment: None,
        sentence: index,
        section: reading.section_path(cell.span.start),
        because: vec!["because.table".to_owned()],
    })
}

/// The lines right above a table.
fn above<'t>(reading: &Reading<'t>, table: usize) -> &'t str {
    let head = reading.text[..table].trim_end();
    let start = head.rmatch_indices('\n').nth(LINES_ABOVE - 1);
    &head[start.map_or(0, |(at, _)| at)..]
}

/// The value of a cell, and the unit where it has one; none where it is more than that (2—3, 1 200 300).
fn figure(cell: &str) -> Option<(f64, Option<Unit>)> {
    let bare = cell.trim_start_matches(['-', '－', '−', '+', '＋']);
    let number = numeral::read(bare)?;
    let sign = if cell.starts_with(['-', '－', '−']) {
        -1.0
    } else {
        1.0
    };
    let rest = bare[number.length..].trim();
    let unit = UNITS.get(rest).map(|row| Unit { row, times: 1.0 });
    (number.of == 1.0 && (rest.is_empty() || unit.is_some())).then_some((sign * number.value, unit))
}

/// A unit, with or without a magnitude: 亿元, %.
fn unit(words: &str) -> Option<Unit> {
    let words = words.trim();
    let magnitude = numeral::read(words).filter(|number| number.bare);
    let (times, length) = magnitude.map_or((1.0, 0), |number| (number.value, number.length));
    let row = UNITS.get(&words[length..])?;
    Some(Unit { row, times })
}

/// The unit in the last bracket of a head: 粮食产量（万吨）, 增长（%）.
fn bracketed(head: &str) -> Option<Unit> {
    let inside = head.trim_end_matches(['）', ')']);
    (inside.len() < head.len()).then(|| inside.rsplit(['（', '(']).next().and_then(unit))?
}

/// The unit behind a colon: 单位：亿元.
fn stated_unit(line: &str) -> Option<Unit> {
    let mut parts = line.split(['：', ':']).skip(1);
    parts.find_map(|part| unit(part.split(['）', ')', '，', '、', ' ']).next()?))
}

/// A name without its bracket, the number before it and what makes it a part: 其中：城镇.
fn bare(name: &str) -> &str {
    let name = name.split(['（', '(']).next().unwrap_or(name).trim();
    let number = crate::numbering::marker(name).map_or(0, |number| number.length);
    let name = name[number..].trim_start_matches(['#', ' ', '\u{3000}']);
    match grammar::TABLE.behind(name) {
        Some((row, rest)) if row.role == grammar::Role::Within => {
            rest.trim_start_matches(['：', ':', ' ', '\u{3000}'])
        }
        _ => name,
    }
}

/// Whether a row is named by a place alone.
fn is_place(reading: &Reading, row: Span) -> bool {
    let tokens = reading.tokens_in(row);
    !tokens.is_empty() && tokens.iter().all(|token| token.pos == Pos::Place)
}

fn measure(indicator: &str, head: &str, kind: Kind) -> Measure {
    let grows = |word: &str| {
        let row = PREDICATES.longest_at_end(word);
        row.is_some_and(|row| matches!(row.role, Some(Links::Up | Links::Down | Links::Rate)))
    };
    let head = bare(head).trim_end_matches(['%', '％']);
    let amount = amount_of(head).or_else(|| amount_of(indicator));
    match kind {
        Kind::Percent if amount == Some(Amount::Growth) || grows(head) || grows(indicator) => {
            Measure::Growth
        }
        Kind::Percent if amount == Some(Amount::Share) => Measure::Share,
        Kind::Point => Measure::Change,
        _ if grows(head) => Measure::Change,
        _ => Measure::Level,
    }
}

/// Planned, where head, time or passage says so; else reached.
fn status(reading: &Reading, head: &str, period: Option<&Period>, passage: Scope) -> Status {
    let plans = Set::of([Role::HeadingAhead, Role::TitleAhead, Role::Ahead]);
    let later = |period: &Period| reading.clock.year.map(|year| period.last_year > year);
    let is_plan = LEXICON.roles_in(head).meets(plans)
        || period
            .and_then(later)
            .unwrap_or(passage.tense == Tense::Future);
    if is_plan {
        Status::Target
    } else {
        Status::Actual
    }
}
