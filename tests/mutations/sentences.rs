//! Slips that are a sentence of their own: `tests/data/slip-sentences.tsv`.

use xushi::lexicon::events::{Kind as Event, ROWS as EVENTS};
use xushi::lexicon::places::{ROWS as PLACES, Row as Place};
use xushi::lexicon::plans::ROWS as PLANS;
use xushi::model::Measure;

use crate::Way;
use crate::host::{Host, Mutation};
use crate::support::{Draw, Pattern, Words, is_han, rows};

pub fn ways() -> Vec<Way> {
    let words = Words::new();
    let rows = rows("slip-sentences").into_iter();
    rows.map(|row| {
        let (words, about, pattern) = (
            words.clone(),
            row.get("about").to_owned(),
            row.pattern("sentence"),
        );
        pattern.check(&words, known_by(&about));
        Way::new(row.get("rule"), row.get("slip"), move |host, draw| {
            plant(host, &about, &pattern, words.clone(), draw)
        })
    })
    .collect()
}

/// Puts the sentence behind a paragraph, or its two halves behind two.
fn plant(
    host: &Host,
    about: &str,
    pattern: &Pattern,
    mut words: Words,
    draw: &mut Draw,
) -> Option<Mutation> {
    tell(about, host, &mut words, draw)?;
    let sentence = pattern.fill(&mut words, draw);
    let (first, second) = sentence.split_once('¦').unwrap_or((&sentence, ""));
    let ends = host.paragraph_ends();
    let (one, other) = (*draw.any(&ends)?, *draw.any(&ends)?);
    if second.is_empty() {
        return Some(host.with(one..one, first));
    }
    let kept = one.min(other)..one.max(other);
    let between = &host.text[kept.clone()];
    Some(host.with(kept.clone(), &[first, between, second].concat()))
}

/// What a sentence knows by what it is about.
fn known_by(about: &str) -> &'static [&'static str] {
    match about {
        "own" => &["own"],
        "since" => &["event", "year", "count"],
        "held" => &["event", "year"],
        "plan" => &["plan", "first"],
        "day" => &["year", "month", "day", "weekday"],
        "indicator" => &["name", "unit"],
        "prefecture" => &["place", "bare"],
        "county" => &["place"],
        "slogan" => &["wrong"],
        _ => &[],
    }
}

/// Tells the words what the sentence is about, if there is such a thing.
fn tell(about: &str, host: &Host, words: &mut Words, draw: &mut Draw) -> Option<()> {
    match about {
        "own" => words.bind("own", host.year()?),
        "since" => {
            let (event, begun) = event(Event::Since, draw)?;
            let tens = draw.within(2, 10);
            let year = begun + 10 * tens as i32;
            if !(1952..2030).contains(&year) {
                return None;
            }
            let numeral = [
                "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十", "一百",
            ];
            let count = [format!("{tens}0"), numeral[tens - 2].to_owned()];
            words.bind("event", event);
            words.bind("year", year);
            words.bind("count", draw.pick(&count));
        }
        "held" => {
            let (event, year) = event(Event::Held, draw)?;
            words.bind("event", event);
            words.bind("year", year);
        }
        "plan" => {
            let plan = draw.pick(PLANS);
            words.bind("plan", format!("“{}”", plan.plan));
            words.bind("first", plan.first);
        }
        "day" => {
            words.bind("year", draw.within(2015, 2025));
            words.bind("month", draw.within(1, 12));
            words.bind("day", draw.within(1, 28));
            let wrong = wrong_weekday(words, draw)?;
            words.bind("weekday", wrong);
        }
        "indicator" => {
            let (name, unit) = indicator(host, draw);
            words.bind("name", name);
            words.bind("unit", unit);
        }
        "prefecture" => {
            let (provinces, place) = prefecture_elsewhere(draw)?;
            words.bind("place", format!("{}{place}市", draw.pick(&provinces)));
            words.bind("bare", format!("{}{place}", provinces[1]));
        }
        "county" => words.bind("place", county_elsewhere(draw)?),
        "slogan" => {
            let wrong = wrong_slogan(host, words, draw)?;
            words.bind("wrong", wrong);
        }
        _ => {}
    }
    Some(())
}

/// An event of a kind, with its year.
fn event(kind: Event, draw: &mut Draw) -> Option<(&'static str, i32)> {
    let events: Vec<_> = EVENTS.iter().filter(|row| row.kind == kind).collect();
    let event = draw.any(&events)?;
    Some((event.event, event.year as i32))
}

/// A day of the week that the day known to the words is not.
pub fn wrong_weekday(words: &mut Words, draw: &mut Draw) -> Option<&'static str> {
    // Sakamoto: 0 is Sunday.
    const SHIFT: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let mut number = |name| words.say(name, draw)?.parse::<usize>().ok();
    let (year, month, day) = (number("year")?, number("month")?, number("day")?);
    let year = if month < 3 { year - 1 } else { year };
    let shift = SHIFT.get(month.checked_sub(1)?)?;
    let right = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7;
    Some(["日", "一", "二", "三", "四", "五", "六"][(right + draw.within(1, 6)) % 7])
}

/// An indicator of the text with its unit, or one of any text's.
fn indicator(host: &Host, draw: &mut Draw) -> (String, String) {
    let claims = host.document.claims.iter().filter(|claim| {
        claim.measure == Measure::Level
            && (3..=10).contains(&claim.indicator.chars().count())
            && claim.indicator.chars().all(is_han)
    });
    let named: Vec<(String, String)> = claims
        .filter_map(|claim| Some((claim.indicator.clone(), claim.unit.clone()?)))
        .filter(|(_, unit)| {
            ["户", "家", "公里", "个", "人", "吨", "亩", "所"].contains(&unit.as_str())
        })
        .collect();
    let known = || ("规上企业".into(), "家".into());
    draw.any(&named).cloned().unwrap_or_else(known)
}

/// A slogan with one character wrong, of the text where it has one.
fn wrong_slogan(host: &Host, words: &mut Words, draw: &mut Draw) -> Option<String> {
    let right = words.say("slogan", draw)?;
    let characters: Vec<(usize, char)> = right
        .char_indices()
        .filter(|(_, c)| !"一二三四五六七八九十两双个大位项、".contains(*c))
        .collect();
    let (at, character) = *draw.any(&characters)?;
    let other = words.say("other", draw)?;
    let wrong = [&right[..at], &other, &right[at + character.len_utf8()..]].concat();
    (wrong != right && !host.text.contains(&wrong)).then_some(wrong)
}

/// A province by its short and its full name, and a prefecture that does not lie in it.
fn prefecture_elsewhere(draw: &mut Draw) -> Option<([String; 2], &'static str)> {
    let prefectures: Vec<&Place> = PLACES
        .iter()
        .filter(|row| {
            row.level.is_empty()
                && row.parents.len() < 2
                && row.children.concat().len() > 20
                && (2..=4).contains(&row.place.chars().count())
        })
        .collect();
    let is_province = |row: &&Place| ["省", "自治区"].contains(&row.level);
    let provinces: Vec<&Place> = PLACES.iter().filter(is_province).collect();
    let (place, province) = (draw.any(&prefectures)?, draw.any(&provinces)?);
    let names = [
        province.place.to_owned(),
        [province.place, province.level].concat(),
    ];
    (place.parents != [province.place]).then_some((names, place.place))
}

/// A county's name behind a prefecture that it does not lie in.
fn county_elsewhere(draw: &mut Draw) -> Option<String> {
    let is_prefecture = |row: &&Place| {
        row.level.is_empty() && row.children.len() > 4 && row.place.chars().count() == 2
    };
    let prefectures: Vec<&Place> = PLACES.iter().filter(is_prefecture).collect();
    let (place, other) = (draw.any(&prefectures)?, draw.any(&prefectures)?);
    let counties: Vec<&str> = place
        .children
        .iter()
        .copied()
        .filter(|name| name.chars().count() == 2 && !name.ends_with(['县', '区', '市']))
        .collect();
    let county = draw.any(&counties)?;
    // Names that several places have are no slips.
    let of_it = |row: &&Place| row.children.contains(county);
    let is_slip = PLACES.iter().filter(of_it).count() == 1
        && !other.children.concat().contains(county)
        && other.place != place.place;
    is_slip.then(|| format!("{}市{county}县", other.place))
}
