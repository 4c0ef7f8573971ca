//! Slips of headings, items and announced counts.

use std::ops::Range;

use xushi::model::{Announcement, AnnouncementState, Heading, HeadingStyle};

use crate::Way;
use crate::host::{Host, Mutation};
use crate::support::Draw;

pub fn ways() -> Vec<Way> {
    vec![
        Way::new("announced-count", "another count", count_changed),
        Way::new(
            "announced-count",
            "the last part dropped",
            last_part_dropped,
        ),
        Way::new("numbering-gap", "a part dropped", part_dropped),
        Way::new("numbering-gap", "a number skipped", |host, draw| {
            let part = numbered(host, 3, draw)?.last()?;
            renumbered(host, part, part.number? + 1)
        }),
        Way::new("numbering-repeat", "a number repeated", |host, draw| {
            let group = numbered(host, 3, draw)?;
            let part = draw.any(&group[1..])?;
            renumbered(host, part, part.number? - 1)
        }),
        Way::new("level-skip", "（一） to 1.", |host, draw| {
            sections_as(host, draw, |number| format!("{number}."))
        }),
        Way::new("level-skip", "（一） to （1）", |host, draw| {
            sections_as(host, draw, |number| format!("（{number}）"))
        }),
    ]
}

/// Numerals as headings write them, from nought.
const CHINESE: [&str; 21] = [
    "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三",
    "十四", "十五", "十六", "十七", "十八", "十九", "二十",
];

fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十两".contains(c) || c.is_ascii_digit()
}

/// Announcements of some parts that the text keeps.
fn kept(host: &Host, counts: Range<u32>) -> Vec<&Announcement> {
    let all = host.document.announcements.iter();
    let kept = all.filter(|one| one.state == AnnouncementState::Kept);
    kept.filter(|one| counts.contains(&one.count)).collect()
}

fn count_changed(host: &Host, draw: &mut Draw) -> Option<Mutation> {
    let announced = kept(host, 3..10);
    let one = draw.any(&announced)?;
    let start = host.range(one.span).start;
    let (at, numeral) = host
        .words(one.span)
        .char_indices()
        .find(|(_, c)| is_numeral(*c))?;
    let other = one.count + 1 - 2 * u32::from(draw.chance(50));
    let place = start + at..start + at + numeral.len_utf8();
    Some(host.with(place, CHINESE[other as usize]))
}

fn last_part_dropped(host: &Host, draw: &mut Draw) -> Option<Mutation> {
    let headings = host.headings();
    let lasts = kept(host, 3..u32::MAX).into_iter().filter_map(|one| {
        let last = one.items.last()?.span.start;
        headings.iter().find(|heading| heading.span.start == last)
    });
    let lasts: Vec<_> = lasts.collect();
    Some(host.with(host.range(draw.any(&lasts)?.section), ""))
}

/// Headings beside one another, at least so many, whose numbers follow from one.
fn groups(host: &Host, at_least: usize) -> Vec<&[Heading]> {
    let below = host.headings().into_iter();
    let groups = below.map(|heading| &heading.children[..]);
    groups
        .chain([&host.document.outline[..]])
        .filter(|group| {
            let mut numbers = (1..).zip(group.iter());
            group.len() >= at_least
                && numbers.all(|(number, heading)| {
                    heading.number == Some(number) && heading.style == group[0].style
                })
                && number_of(host, &group[0]).is_some()
        })
        .collect()
}

fn numbered<'a>(host: &'a Host, at_least: usize, draw: &mut Draw) -> Option<&'a [Heading]> {
    draw.any(&groups(host, at_least)).copied()
}

/// Where the number of a heading stands.
fn number_of(host: &Host, heading: &Heading) -> Option<Range<usize>> {
    let whole = host.range(heading.span);
    let words = host.words(heading.span);
    let (start, _) = words.char_indices().take(3).find(|(_, c)| is_numeral(*c))?;
    let length = words[start..].find(|c| !is_numeral(c))?;
    Some(whole.start + start..whole.start + start + length)
}

/// The text with another number of a heading, written as it writes its own.
fn renumbered(host: &Host, part: &Heading, number: u32) -> Option<Mutation> {
    let place = number_of(host, part)?;
    if host.text[place.clone()].starts_with(|c: char| c.is_ascii_digit()) {
        return Some(host.with(place, &number.to_string()));
    }
    Some(host.with(place, CHINESE.get(number as usize)?))
}

fn part_dropped(host: &Host, draw: &mut Draw) -> Option<Mutation> {
    let group = numbered(host, 4, draw)?;
    let part = draw.any(&group[1..group.len() - 1])?;
    Some(host.with(host.range(part.section), ""))
}

/// One chapter's sections with other numbers.
fn sections_as(host: &Host, draw: &mut Draw, form: fn(u32) -> String) -> Option<Mutation> {
    let mut sections = groups(host, 2);
    let headings = host.headings();
    sections.retain(|group| {
        group[0].style == HeadingStyle::Section
            && headings.iter().any(|parent| {
                parent.style == HeadingStyle::Chapter && parent.children.first() == group.first()
            })
    });
    let group = draw.any(&sections)?;
    let whole = host.range(group[0].span).start..host.range(group.last()?.span).end;
    let mut words = String::new();
    let mut at = whole.start;
    for part in *group {
        words += &host.text[at..host.range(part.span).start];
        words += &form(part.number?);
        at = number_of(host, part)?.end + '）'.len_utf8();
    }
    words += &host.text[at..whole.end];
    Some(host.with(whole, &words))
}
