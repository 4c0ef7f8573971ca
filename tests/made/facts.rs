//! What sentences with a slip are about: events, plans, days, places, indicators of the text.

use xushi::lexicon::events::{Kind as Event, ROWS as EVENTS};
use xushi::lexicon::places::{ROWS as PLACES, Row as Place};
use xushi::lexicon::plans::ROWS as PLANS;
use xushi::model::{Claim, Measure};

use crate::draw::Draw;
use crate::host::{Host, is_han};
use crate::words::{Words, numeral};

/// Tells the words what the sentence is about (`tests/data/slips.tsv`), if there is such a thing.
pub fn tell(about: &str, host: &Host, words: &mut Words, draw: &mut Draw) -> Option<()> {
    match about {
        "own" => words.tell("own", host.year()?),
        "since" => {
            let (event, begun) = event(Event::Since, draw)?;
            let tens = draw.within(2, 10) as i64;
            let year = begun + 10 * tens;
            if !(1952..2030).contains(&year) {
                return None;
            }
            let is_hundred = (tens == 10).then(|| "一百".to_owned());
            let written = is_hundred.unwrap_or_else(|| numeral(10 * tens));
            words.tell("event", event);
            words.tell("year", year);
            words.tell("count", draw.pick(&[format!("{tens}0"), written]));
        }
        "held" => {
            let (event, year) = event(Event::Held, draw)?;
            words.tell("event", event);
            words.tell("year", year);
        }
        "plan" => {
            let plan = draw.pick(PLANS);
            words.tell("plan", format!("“{}”", plan.plan));
            words.tell("first", plan.first);
        }
        "day" => {
            words.tell("year", draw.within(2015, 2025));
            words.tell("month", draw.within(1, 12));
            words.tell("day", draw.within(1, 28));
            tell_weekday(words, draw)?;
        }
        "indicator" => {
            let is_meant = |claim: &&Claim| {
                let name = &claim.indicator;
                let is_counted = |unit| words.list("counted").contains(unit);
                claim.measure == Measure::Level
                    && (3..=10).contains(&name.chars().count())
                    && name.chars().all(is_han)
                    && claim.unit.as_ref().is_some_and(is_counted)
            };
            let claims: Vec<&Claim> = host.document.claims.iter().filter(is_meant).collect();
            let claim = draw.any(&claims)?;
            words.tell("name", &claim.indicator);
            words.tell("unit", claim.unit.as_ref()?);
        }
        "prefecture" => {
            let (short, full, place) = prefecture_elsewhere(draw)?;
            words.tell("place", format!("{}{place}市", draw.pick(&[&short, &full])));
            words.tell("bare", format!("{full}{place}"));
        }
        "county" => words.tell("place", county_elsewhere(draw)?),
        _ => {}
    }
    Some(())
}

/// An event of a kind, with its year.
fn event(kind: Event, draw: &mut Draw) -> Option<(&'static str, i64)> {
    let events: Vec<_> = EVENTS.iter().filter(|row| row.kind == kind).collect();
    let event = draw.any(&events)?;
    Some((event.event, event.year as i64))
}

/// Tells a day of the week that the day known to the words is not.
pub fn tell_weekday(words: &mut Words, draw: &mut Draw) -> Option<()> {
    // Sakamoto: 0 is Sunday.
    const SHIFT: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let number = |name| words.known(name)?.parse::<usize>().ok();
    let (year, month, day) = (number("year")?, number("month")?, number("day")?);
    let year = if month < 3 { year - 1 } else { year };
    let shift = SHIFT.get(month.checked_sub(1)?)?;
    let right = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7;
    let wrong = "日一二三四五六"
        .chars()
        .nth((right + draw.within(1, 6)) % 7);
    words.tell("weekday", wrong?);
    Some(())
}

/// Names of two characters are told from other words by nothing but the tables.
fn is_short(name: &str) -> bool {
    name.chars().count() == 2
}

fn places(is_meant: impl Fn(&Place) -> bool) -> Vec<&'static Place> {
    PLACES.iter().filter(|row| is_meant(row)).collect()
}

/// A province by its short and its full name, and a prefecture that does not lie in it.
fn prefecture_elsewhere(draw: &mut Draw) -> Option<(String, String, &'static str)> {
    let prefectures = places(|row| {
        row.level.is_empty()
            && row.parents.len() < 2
            && row.children.concat().len() > 20
            && (2..=4).contains(&row.place.chars().count())
    });
    let provinces = places(|row| row.level.ends_with(['省', '区']));
    let (place, province) = (draw.any(&prefectures)?, draw.any(&provinces)?);
    let full = [province.place, province.level].concat();
    let is_slip = place.parents != [province.place];
    is_slip.then(|| (province.place.to_owned(), full, place.place))
}

/// A county's name behind a prefecture that it does not lie in.
fn county_elsewhere(draw: &mut Draw) -> Option<String> {
    let prefectures =
        places(|row| row.level.is_empty() && row.children.len() > 4 && is_short(row.place));
    let (place, other) = (draw.any(&prefectures)?, draw.any(&prefectures)?);
    let counties = place.children.iter().filter(|name| is_short(name));
    let counties: Vec<_> = counties
        .filter(|name| !name.ends_with(['县', '区', '市']))
        .collect();
    let county = **draw.any(&counties)?;
    // Names that several places have are no slips.
    let is_slip = places(|row| row.children.contains(&county)).len() == 1
        && !other.children.concat().contains(county)
        && other.place != place.place;
    is_slip.then(|| format!("{}市{county}县", other.place))
}
