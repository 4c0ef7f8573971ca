//! What the layout made of a file against the truth.

use std::collections::{BTreeMap, BTreeSet};

use xushi::layout::{Layout, lay_out};

use crate::files::{File, Truth};
use crate::report::{Report, around};

/// What the layout says of the places of the source.
struct Found {
    /// Whose the character at a byte is.
    owner: BTreeMap<usize, usize>,
    /// Where blocks begin.
    breaks: BTreeSet<usize>,
    /// Each document goes on in the source's order; so does a column that is put together again.
    in_order: bool,
}

impl Found {
    fn new(layouts: &[Layout]) -> Self {
        let (mut owner, mut breaks) = (BTreeMap::new(), BTreeSet::new());
        let mut in_order = true;
        for (number, layout) in layouts.iter().enumerate() {
            let mut before = None;
            for &(text_start, source_start, length) in &layout.source_map {
                let run = &layout.text[text_start..text_start + length];
                for (at, _) in run.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                    let place = Some(source_start + at);
                    in_order &= before < place;
                    before = place;
                    owner.insert(source_start + at, number);
                }
            }
            for block in &layout.blocks {
                let mut runs = layout.source_map.iter().rev();
                let run = runs.find(|run| run.0 <= block.span.start);
                breaks.extend(run.map(|run| run.1 + block.span.start - run.0));
            }
        }
        Self {
            owner,
            breaks,
            in_order,
        }
    }
}

pub fn score(file: &File, report: &mut Report) {
    let layouts = lay_out(&file.source).documents;
    let found = Found::new(&layouts);
    let pairs = characters(file, &found, report);
    let owners: BTreeSet<usize> = pairs.iter().map(|pair| pair.1).collect();
    let counts = [file.documents.len(), layouts.len(), owners.len()];
    let is_matched = counts.iter().all(|count| *count == pairs.len());
    report.judge("files", "", is_matched && found.in_order, || {
        let titles = layouts
            .iter()
            .map(|layout| (&layout.title, layout.text.len()));
        let titles: Vec<_> = titles.collect();
        format!("documents, found, matched {counts:?}; {pairs:?} {titles:?}")
    });
    if file.divided {
        paragraphs(file, &found, report);
    }
    if is_matched {
        for (document, own) in pairs {
            stated(file, document, &layouts[own], report);
        }
    }
}

/// Counts characters that are neither lost nor put in; which document is found as which is returned.
fn characters(file: &File, found: &Found, report: &mut Report) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    let mut wrong: Vec<(&str, usize, usize)> = Vec::new();
    let (mut right, mut all) = (0, 0);
    for (place, truth) in file.truth.iter().enumerate() {
        let fault = match (truth, found.owner.get(&place)) {
            (Truth::Text(document), Some(own)) => {
                pairs.insert((*document, *own));
                (right, all) = (right + 1, all + 1);
                continue;
            }
            (Truth::Text(_), None) => "lost",
            (Truth::Noise, Some(_)) => "put in",
            _ => continue,
        };
        // A character put in takes away from those that are right.
        all += usize::from(fault == "lost");
        right -= usize::from(fault == "put in").min(right);
        match wrong.last_mut() {
            Some(last) if last.0 == fault && place - last.2 < 12 => last.2 = place,
            _ => wrong.push((fault, place, place)),
        }
    }
    report.count("characters", "", right, all);
    for (fault, first, last) in wrong {
        let end = file.source[last..].chars().next().map_or(0, char::len_utf8);
        let words = &file.source[first..last + end];
        report.faults.push(format!("{fault}: {words:?}"));
    }
    pairs
}

/// Counts paragraphs that begin where they should, and blocks that begin inside none.
fn paragraphs(file: &File, found: &Found, report: &mut Report) {
    let shown = |place: usize| around(&file.source[..place], "", &file.source[place..]);
    let begins: BTreeSet<usize> = file.paragraphs.iter().copied().collect();
    for place in begins
        .iter()
        .filter(|place| found.owner.contains_key(place))
    {
        let is_found = found.breaks.contains(place);
        report.judge("paragraphs", "", is_found, || shown(*place));
    }
    let begin_inside = |place: &&usize| {
        let start = begins.range(..**place).next_back();
        let is_inside = start.is_some_and(|&start| {
            let mut between = file.truth[start..**place].iter();
            between.all(|truth| [Truth::Space, Truth::Noise, file.truth[start]].contains(truth))
        });
        is_inside
            && !begins.contains(place)
            && !file.heads.contains(place)
            && matches!(file.truth[**place], Truth::Text(_))
    };
    for place in &found.breaks {
        report.judge("blocks", "", !begin_inside(&place), || shown(*place));
    }
}

/// Counts what a document states.
fn stated(file: &File, document: usize, layout: &Layout, report: &mut Report) {
    let known = &file.documents[document];
    let dense = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    if let Some(title) = &known.title {
        let found = layout.title.as_deref().unwrap_or_default();
        let is_right = dense(found).contains(&dense(title));
        report.judge("titles", "", is_right, || format!("{title} … {found}"));
    }
    if let Some(name) = &known.author {
        let authors = &layout.metadata.authors;
        let is_right = authors.len() == 1 && authors[0].name == *name;
        report.judge("authors", "", is_right, || format!("{name} … {authors:?}"));
    }
    if let Some(date) = &known.date {
        let own = &layout.metadata.date;
        let is_right = own.as_ref().is_some_and(|own| own.value == *date);
        report.judge("dates", "", is_right, || format!("{date} … {own:?}"));
    }
}
