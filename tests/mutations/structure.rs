//! Slips of headings, items and announced counts.

use xushi::model::{AnnouncementState, Heading, HeadingStyle, Span};

use crate::Kind;
use crate::host::{Host, Mutation, pick};
use crate::random::Random;

pub static KINDS: &[Kind] = &[
    Kind {
        rule: "announced-count",
        name: "another count",
        plant: count_changed,
    },
    Kind {
        rule: "announced-count",
        name: "the last part dropped",
        plant: last_part_dropped,
    },
    Kind {
        rule: "numbering-gap",
        name: "a part dropped",
        plant: part_dropped,
    },
    Kind {
        rule: "numbering-gap",
        name: "a number skipped",
        plant: number_skipped,
    },
    Kind {
        rule: "numbering-repeat",
        name: "a number repeated",
        plant: number_repeated,
    },
    Kind {
        rule: "level-skip",
        name: "（一） to 1.",
        plant: sections_to_articles,
    },
    Kind {
        rule: "level-skip",
        name: "（一） to （1）",
        plant: sections_to_items,
    },
    Kind {
        rule: "heading-style",
        name: "（一）、",
        plant: mark_behind_bracket,
    },
    Kind {
        rule: "heading-style",
        name: "1、",
        plant: article_with_comma,
    },
    Kind {
        rule: "heading-style",
        name: "一．",
        plant: chapter_with_dot,
    },
    Kind {
        rule: "heading-style",
        name: "第一、",
        plant: ordinal_with_comma,
    },
    Kind {
        rule: "heading-style",
        name: "首先…第二",
        plant: ordinals_mixed,
    },
];

const CHINESE: [&str; 21] = [
    "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
    "十五", "十六", "十七", "十八", "十九", "二十",
];

fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十两".contains(c) || c.is_ascii_digit()
}

fn count_changed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let kept: Vec<_> = host
        .document
        .announcements
        .iter()
        .filter(|one| one.state == AnnouncementState::Kept && (3..=9).contains(&one.count))
        .collect();
    let one = pick(random, &kept)?;
    let at = (one.span.start..one.span.end).find(|&at| is_numeral(host.characters[at]))?;
    let other = if random.chance(50) {
        one.count + 1
    } else {
        one.count - 1
    };
    Some(host.with(Span::new(at, at + 1), CHINESE[other as usize]))
}

fn last_part_dropped(host: &Host, random: &mut Random) -> Option<Mutation> {
    let kept: Vec<Span> = host
        .document
        .announcements
        .iter()
        .filter(|one| one.state == AnnouncementState::Kept && one.count >= 3)
        .filter_map(|one| {
            let last = one.items.last()?;
            let heading = host
                .headings()
                .into_iter()
                .find(|heading| heading.span.start == last.span.start)?;
            Some(heading.section)
        })
        .collect();
    let part = *pick(random, &kept)?;
    Some(host.with(part, ""))
}

/// Parts in their order whose numbers follow one another, with the group's length.
fn numbered(host: &Host, at_least: usize) -> Vec<&[Heading]> {
    host.groups()
        .into_iter()
        .filter(|group| {
            group.len() >= at_least
                && group.iter().enumerate().all(|(index, heading)| {
                    heading.number == Some(index as u32 + 1) && heading.style == group[0].style
                })
                && number_of(host, &group[0]).is_some()
        })
        .collect()
}

/// Where the number of a heading stands.
fn number_of(host: &Host, heading: &Heading) -> Option<Span> {
    let start = (heading.span.start..heading.span.end.min(heading.span.start + 3))
        .find(|&at| is_numeral(host.characters[at]))?;
    let end = (start..heading.span.end).find(|&at| !is_numeral(host.characters[at]))?;
    Some(Span::new(start, end))
}

/// A number as the heading writes it.
fn written(host: &Host, at: Span, number: u32) -> String {
    if host.characters[at.start].is_ascii_digit() {
        number.to_string()
    } else {
        CHINESE[number as usize].to_owned()
    }
}

fn part_dropped(host: &Host, random: &mut Random) -> Option<Mutation> {
    let groups = numbered(host, 4);
    let group = pick(random, &groups)?;
    let part = &group[random.within(1, group.len() - 2)];
    Some(host.with(part.section, ""))
}

fn number_skipped(host: &Host, random: &mut Random) -> Option<Mutation> {
    let groups = numbered(host, 3);
    let group = pick(random, &groups)?;
    let part = group.last()?;
    let at = number_of(host, part)?;
    Some(host.with(at, &written(host, at, part.number? + 1)))
}

fn number_repeated(host: &Host, random: &mut Random) -> Option<Mutation> {
    let groups = numbered(host, 3);
    let group = pick(random, &groups)?;
    let part = &group[random.within(1, group.len() - 1)];
    let at = number_of(host, part)?;
    Some(host.with(at, &written(host, at, part.number? - 1)))
}

fn sections_to_articles(host: &Host, random: &mut Random) -> Option<Mutation> {
    sections_as(host, random, |number| format!("{number}."))
}

fn sections_to_items(host: &Host, random: &mut Random) -> Option<Mutation> {
    sections_as(host, random, |number| format!("（{number}）"))
}

/// One chapter's sections with other numbers.
fn sections_as(host: &Host, random: &mut Random, form: fn(u32) -> String) -> Option<Mutation> {
    let groups: Vec<_> = numbered(host, 2)
        .into_iter()
        .filter(|group| {
            group[0].style == HeadingStyle::Section
                && host.headings().iter().any(|parent| {
                    parent.style == HeadingStyle::Chapter
                        && parent.children.first() == group.first()
                })
        })
        .collect();
    let group = pick(random, &groups)?;
    let whole = Span::new(group[0].span.start, group.last()?.span.end);
    let mut words = String::new();
    let mut at = whole.start;
    for part in *group {
        let number = number_of(host, part)?;
        words += &host.words(Span::new(at, part.span.start));
        words += &form(part.number?);
        at = number.end + 1;
    }
    words += &host.words(Span::new(at, whole.end));
    Some(host.with(whole, &words))
}

/// The headings whose words begin as `begins` says, with the place behind.
fn beginnings(host: &Host, begins: impl Fn(&str) -> Option<usize>) -> Vec<Span> {
    host.document
        .blocks
        .iter()
        .filter_map(|block| {
            let length = begins(&host.from(block.span.start, 6))?;
            Some(Span::new(block.span.start, block.span.start + length))
        })
        .collect()
}

fn mark_behind_bracket(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places = beginnings(host, |words| {
        words
            .starts_with('（')
            .then(|| words.chars().position(|c| c == '）'))?
            .map(|at| at + 1)
    });
    let at = *pick(random, &places)?;
    Some(host.with(Span::new(at.end, at.end), random.word(&["、", "，", "."])))
}

fn article_with_comma(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places = beginnings(host, |words| {
        let digits = words.chars().take_while(char::is_ascii_digit).count();
        (digits > 0 && words.chars().nth(digits) == Some('.')).then_some(digits)
    });
    let places = if places.is_empty() {
        // A section's number is as good a place.
        beginnings(host, |words| words.starts_with('（').then_some(2))
            .into_iter()
            .map(|at| (Span::new(at.start, at.end + 1), "1、"))
            .collect()
    } else {
        places
            .into_iter()
            .map(|at| (Span::new(at.end, at.end + 1), "、"))
            .collect::<Vec<_>>()
    };
    let (at, words) = *pick(random, &places)?;
    Some(host.with(at, words))
}

fn chapter_with_dot(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places: Vec<_> = host
        .headings()
        .into_iter()
        .filter(|heading| heading.style == HeadingStyle::Chapter)
        .filter_map(|heading| number_of(host, heading))
        .filter(|number| host.characters[number.end] == '、')
        .collect();
    let at = pick(random, &places)?.end;
    Some(host.with(Span::new(at, at + 1), random.word(&[".", "．", "，"])))
}

fn ordinal_with_comma(host: &Host, random: &mut Random) -> Option<Mutation> {
    let places: Vec<usize> = ["第一，", "第二，", "第三，", "其一，", "其二，"]
        .iter()
        .flat_map(|words| host.places(words))
        .filter(|&at| at == 0 || matches!(host.characters[at - 1], '。' | '\n' | '；' | '：'))
        .collect();
    let at = *pick(random, &places)?;
    Some(host.with(Span::new(at + 2, at + 3), "、"))
}

fn ordinals_mixed(host: &Host, random: &mut Random) -> Option<Mutation> {
    let things = [
        "把底数摸清",
        "把责任压实",
        "把短板补齐",
        "把服务做细",
        "把队伍带好",
    ];
    let some = random.some(&things, 3);
    let (first, second, third) = (some[0], some[1], some[2]);
    let sentence = match random.below(3) {
        0 => format!("首先，要{first}。第二，要{second}。第三，要{third}。"),
        1 => format!("第一，要{first}；其次，要{second}；最后，要{third}。"),
        _ => format!("工作中，首先要{first}；第二，要{second}；第三，要{third}。"),
    };
    host.with_sentence(random, &sentence)
}
