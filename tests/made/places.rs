//! Where in a text a slip may stand: the column `within` of `tests/data/slips.tsv`.

use std::ops::Range;

use xushi::model::{Announcement, AnnouncementState, BlockKind, Bound, Claim, Heading};
use xushi::model::{HeadingStyle, Measure, Span, Status, TermKind};

use crate::host::{Host, is_han};
use crate::words::Words;

/// A stretch that an expression is looked for in, and the part of it that the slip has to lie in, in bytes.
pub struct Place {
    pub window: Range<usize>,
    pub inside: Range<usize>,
}

pub fn places(host: &Host, within: &str, words: &Words) -> Vec<Place> {
    let spans = match within {
        "text" => vec![Span::new(0, host.length())],
        "claim" => return claims(host, |_| true),
        "exact" => return claims(host, is_exact),
        "single" => return single_values(host, words),
        "end" => paragraph_ends(host),
        "rest" => rests(host),
        "heading" => blocks(host, BlockKind::Heading, 8),
        "paragraph" => blocks(host, BlockKind::Paragraph, 40),
        "sentence" => {
            let spans = host.document.sentences.iter().map(|sentence| sentence.span);
            let is_whole = |span: &Span| length(span) > 11 && host.words(*span).ends_with('。');
            spans.filter(is_whole).collect()
        }
        "phrase" => terms(host, TermKind::SetPhrase, |text| {
            text.chars().filter(|c| is_han(*c)).count() > 3 && text.chars().count() > 5
        }),
        "slogan" => {
            let known = words.list("slogan");
            terms(host, TermKind::Slogan, |text| {
                known.iter().any(|known| text.contains(known))
            })
        }
        "chapter" => headings(host, |heading| heading.style == HeadingStyle::Chapter),
        "announced" => kept(host).iter().map(|one| one.span).collect(),
        "last part" => {
            let all = kept(host).into_iter();
            let lasts: Vec<usize> = all
                .filter_map(|one| Some(one.items.last()?.span.start))
                .collect();
            let headings = host.headings().into_iter();
            let lasts = headings.filter(|heading| lasts.contains(&heading.span.start));
            lasts.map(|heading| heading.section).collect()
        }
        _ => numbered(host, within),
    };
    let ranges = spans.into_iter().map(|span| host.range(span));
    let place = |range: Range<usize>| Place {
        window: range.clone(),
        inside: range,
    };
    ranges.map(place).collect()
}

fn length(span: &Span) -> usize {
    span.end - span.start
}

fn blocks(host: &Host, kind: BlockKind, longer: usize) -> Vec<Span> {
    let blocks = host
        .document
        .blocks
        .iter()
        .filter(|block| block.kind == kind);
    let spans = blocks.map(|block| block.span);
    spans.filter(|span| length(span) > longer).collect()
}

/// Where paragraphs end that are long enough for a sentence more.
fn paragraph_ends(host: &Host) -> Vec<Span> {
    let blocks = host.document.blocks.iter().map(|block| block.span);
    let long = blocks.filter(|span| length(span) > 60 && host.words(*span).ends_with('。'));
    long.map(|span| Span::new(span.end, span.end)).collect()
}

/// From paragraphs beyond the first third to the end of the text.
fn rests(host: &Host) -> Vec<Span> {
    let paragraphs = blocks(host, BlockKind::Paragraph, 40).into_iter();
    let late = paragraphs.filter(|span| span.start > host.length() / 3);
    late.map(|span| Span::new(span.start, host.length()))
        .collect()
}

fn terms(host: &Host, kind: TermKind, is_meant: impl Fn(&str) -> bool) -> Vec<Span> {
    let terms = host.document.terms.iter();
    let terms = terms.filter(|term| term.kind == kind && is_meant(&term.text));
    terms
        .flat_map(|term| term.occurrences.iter().copied())
        .collect()
}

fn claims(host: &Host, is_meant: fn(&Claim) -> bool) -> Vec<Place> {
    let claims = host.document.claims.iter().filter(|claim| is_meant(claim));
    let places = claims.map(|Claim { span, .. }| {
        let around = Span::new(span.start.saturating_sub(20), span.end + 4);
        Place {
            window: host.range(around),
            inside: host.range(*span),
        }
    });
    places.collect()
}

fn is_exact(claim: &Claim) -> bool {
    claim.bound == Bound::Exact && claim.value_max.is_none()
}

/// The first digits of what a place has one value of, each in its sentence.
fn single_values(host: &Host, words: &Words) -> Vec<Place> {
    let is_single = |claim: &&Claim| {
        let before = Span::new(claim.span.start.saturating_sub(24), claim.span.start);
        let mut ends = words.list("single").iter();
        matches!(claim.measure, Measure::Level | Measure::Growth)
            && is_exact(claim)
            && claim.status != Status::Other
            && claim.period.is_some()
            && ends.any(|end| claim.indicator.ends_with(end))
            && host.words(before).contains(&claim.indicator)
    };
    let claims = host.document.claims.iter().filter(is_single);
    let places = claims.filter_map(|claim| {
        let window = host.range(host.document.sentences.get(claim.sentence)?.span);
        let digit = host.range(Span::new(claim.span.start, claim.span.start + 1));
        let is_whole = host.text[window.clone()].ends_with('。');
        is_whole.then_some(Place {
            window,
            inside: digit,
        })
    });
    places.collect()
}

/// Announcements of some parts that the text keeps.
fn kept(host: &Host) -> Vec<&Announcement> {
    let all = host.document.announcements.iter();
    let kept = all.filter(|one| one.state == AnnouncementState::Kept);
    kept.filter(|one| (3..10).contains(&one.count)).collect()
}

fn headings(host: &Host, is_meant: impl Fn(&Heading) -> bool) -> Vec<Span> {
    let headings = host
        .headings()
        .into_iter()
        .filter(|heading| is_meant(heading));
    headings.map(|heading| heading.span).collect()
}

/// Of headings beside one another whose numbers follow from one.
fn numbered(host: &Host, within: &str) -> Vec<Span> {
    let own = host.headings().into_iter();
    let below = own.map(|heading| (&heading.children[..], Some(heading.style)));
    let all = below.chain([(&host.document.outline[..], None)]);
    let follow = all.filter(|(group, _)| {
        let mut numbers = (1..).zip(*group);
        numbers.all(|(number, heading)| {
            heading.number == Some(number) && heading.style == group[0].style
        })
    });
    let spans = follow.flat_map(|(group, above)| match (within, group) {
        ("inner part", [_, inner @ .., _]) if inner.len() > 1 => {
            inner.iter().map(|heading| heading.section).collect()
        }
        ("last number", [_, _, .., last]) => vec![last.span],
        ("later number", [_, later @ ..]) if later.len() > 1 => {
            later.iter().map(|heading| heading.span).collect()
        }
        ("sections", [first, .., last])
            if above == Some(HeadingStyle::Chapter) && first.style == HeadingStyle::Section =>
        {
            vec![Span::new(first.span.start, last.span.end)]
        }
        ("inner part" | "last number" | "later number" | "sections", _) => Vec::new(),
        _ => panic!("nothing is called {within}"),
    });
    spans.collect()
}
