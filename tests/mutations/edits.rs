//! Slips made by an edit of the text: `tests/data/edits.tsv`.

use std::ops::Range;

use regex::{Captures, Regex};
use xushi::model::{BlockKind, Bound, Claim, HeadingStyle, Span, TermKind};

use crate::Way;
use crate::host::{Host, Mutation};
use crate::sentences::wrong_weekday;
use crate::support::{Draw, Pattern, Words, is_han, rows};

struct Edit {
    within: String,
    find: Regex,
    put: Pattern,
}

pub fn ways() -> Vec<Way> {
    let words = Words::new();
    let rows = rows("edits").into_iter();
    rows.map(|row| {
        let find = Regex::new(row.get("find"));
        let edit = Edit {
            within: row.get("within").to_owned(),
            find: find.unwrap_or_else(|what| panic!("{}: {what}", row.place)),
            put: row.pattern("put"),
        };
        let groups = edit.find.capture_names().flatten();
        let known: Vec<&str> = groups.chain(["title", "paragraph", "weekday"]).collect();
        edit.put.check(&words, &known);
        let words = words.clone();
        Way::new(row.get("rule"), row.get("slip"), move |host, draw| {
            edit.plant(host, words.clone(), draw)
        })
    })
    .collect()
}

impl Edit {
    fn plant(&self, host: &Host, mut words: Words, draw: &mut Draw) -> Option<Mutation> {
        let places = places(host, &self.within, &words);
        let order = draw.some(&places, places.len()).into_iter();
        let (window, found) = order.into_iter().find_map(|(window, inside)| {
            let is_inside = |found: &Captures| {
                let slip = slip(found);
                inside.start <= window.start + slip.start && window.start + slip.end <= inside.end
            };
            let all = self.find.captures_iter(&host.text[window.clone()]);
            let all: Vec<Captures> = all.filter(is_inside).collect();
            let found = draw.of(0..all.len().max(1));
            Some((window.start, all.into_iter().nth(found)?))
        })?;
        for (name, group) in self.find.capture_names().flatten().zip(groups(&found)) {
            words.bind(name, group);
        }
        if self.put.names("title") {
            let title = host.document.title.as_ref();
            words.bind("title", title.filter(|title| title.chars().count() >= 8)?);
        }
        if self.put.names("paragraph") {
            let paragraphs = self::places(host, "paragraph", &words);
            words.bind("paragraph", &host.text[draw.any(&paragraphs)?.0.clone()]);
        }
        if self.put.names("weekday") {
            let wrong = wrong_weekday(&mut words, draw)?;
            words.bind("weekday", wrong);
        }
        let other = self.put.fill(&mut words, draw);
        let slip = slip(&found);
        let slip = window + slip.start..window + slip.end;
        (host.text[slip.clone()] != other).then(|| host.with(slip, &other))
    }
}

fn groups<'a>(found: &'a Captures) -> impl Iterator<Item = &'a str> {
    let groups = found.iter().skip(1);
    groups.map(|group| group.map_or("", |group| group.as_str()))
}

/// Where the words that are replaced stand.
fn slip(found: &Captures) -> Range<usize> {
    let slip = found.name("slip").or(found.get(0));
    slip.map_or(0..0, |slip| slip.range())
}

/// Where a slip may stand, each with the stretch that its expression is looked for in.
fn places(host: &Host, within: &str, words: &Words) -> Vec<(Range<usize>, Range<usize>)> {
    let long = |span: &Span, than: usize| span.end - span.start > than;
    let document = &host.document;
    let blocks = |kind: BlockKind, than: usize| -> Vec<Span> {
        let blocks = document.blocks.iter().filter(|block| block.kind == kind);
        let spans = blocks.map(|block| block.span);
        spans.filter(|span| long(span, than)).collect()
    };
    let claims = |is_meant: fn(&Claim) -> bool| {
        let claims = document.claims.iter().filter(|claim| is_meant(claim));
        let windows = claims.map(|Claim { span, .. }| {
            let around = Span::new(span.start.saturating_sub(20), span.end + 4);
            (host.range(around), host.range(*span))
        });
        windows.collect()
    };
    let spans: Vec<Span> = match within {
        "text" => return vec![(0..host.text.len(), 0..host.text.len())],
        "claim" => return claims(|_| true),
        "exact" => {
            return claims(|claim| claim.bound == Bound::Exact && claim.value_max.is_none());
        }
        "heading" => blocks(BlockKind::Heading, 8),
        "paragraph" => blocks(BlockKind::Paragraph, 40),
        "chapter" => {
            let headings = host.headings().into_iter();
            let chapters = headings.filter(|heading| heading.style == HeadingStyle::Chapter);
            chapters.map(|heading| heading.span).collect()
        }
        "sentence" => {
            let spans = document.sentences.iter().map(|sentence| sentence.span);
            let whole = spans.filter(|span| long(span, 11) && host.words(*span).ends_with('。'));
            whole.collect()
        }
        "phrase" => {
            let phrases = document.terms.iter().filter(|term| {
                term.kind == TermKind::SetPhrase
                    && term.text.chars().filter(|c| is_han(*c)).count() >= 4
            });
            let spans = phrases.flat_map(|term| term.occurrences.iter().copied());
            spans.filter(|span| long(span, 5)).collect()
        }
        "slogan" => {
            let slogans = document.terms.iter().filter(|term| {
                let mut known = words.list("slogan").iter();
                term.kind == TermKind::Slogan && known.any(|known| term.text.contains(known))
            });
            let spans = slogans.flat_map(|term| term.occurrences.iter().copied());
            spans.collect()
        }
        other => panic!("nothing is called {other}"),
    };
    let ranges = spans.into_iter().map(|span| host.range(span));
    ranges.map(|range| (range.clone(), range)).collect()
}
