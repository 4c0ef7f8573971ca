//! What the layout made of a file against the truth.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use xushi::layout::{Layout, lay_out};

use crate::file::{File, Truth};

/// Counts over files.
#[derive(Default)]
pub struct Score {
    files: usize,
    files_split: usize,
    characters: usize,
    lost: usize,
    added: usize,
    breaks: usize,
    joined: usize,
    cut: usize,
    titles: (usize, usize),
    authors: (usize, usize),
    dates: (usize, usize),
    pub faults: Vec<String>,
}

impl Score {
    pub fn add(&mut self, other: Score) {
        self.files += other.files;
        self.files_split += other.files_split;
        self.characters += other.characters;
        self.lost += other.lost;
        self.added += other.added;
        self.breaks += other.breaks;
        self.joined += other.joined;
        self.cut += other.cut;
        for (own, more) in [
            (&mut self.titles, other.titles),
            (&mut self.authors, other.authors),
            (&mut self.dates, other.dates),
        ] {
            own.0 += more.0;
            own.1 += more.1;
        }
    }

    /// The share of files whose documents are told apart to the last character.
    pub fn split(&self) -> f64 {
        self.files_split as f64 / self.files.max(1) as f64
    }

    /// The share of characters that are neither lost nor put in.
    pub fn characters(&self) -> f64 {
        1.0 - (self.lost + self.added) as f64 / self.characters.max(1) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(
            formatter,
            "{} files, documents split right {:.3}; {} characters, {} lost, {} put in: {:.4}; \
             {} paragraphs, {} joined to another, {} cut; titles {}/{}, authors {}/{}, dates {}/{}",
            self.files,
            self.split(),
            self.characters,
            self.lost,
            self.added,
            self.characters(),
            self.breaks,
            self.joined,
            self.cut,
            self.titles.0,
            self.titles.1,
            self.authors.0,
            self.authors.1,
            self.dates.0,
            self.dates.1,
        )
    }
}

fn dense(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The source byte of every character of a document that is no white space, in the text's order.
fn places(layout: &Layout) -> Vec<usize> {
    let mut places = Vec::new();
    for &(text_start, source_start, length) in &layout.source_map {
        for (at, character) in layout.text[text_start..text_start + length].char_indices() {
            if !character.is_whitespace() {
                places.push(source_start + at);
            }
        }
    }
    places
}

pub fn score(file: &File) -> Score {
    let layouts = lay_out(&file.source).documents;
    let mut score = Score {
        files: 1,
        ..Score::default()
    };
    let mut owner: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found_breaks = BTreeSet::new();
    let mut in_order = true;
    for (number, layout) in layouts.iter().enumerate() {
        let places = places(layout);
        let mut before = None;
        for place in places {
            // A column that is put together again still goes on in the source's order.
            in_order &= before < Some(place);
            before = Some(place);
            owner.insert(place, number);
        }
        for block in &layout.blocks {
            let run = layout
                .source_map
                .iter()
                .rev()
                .find(|run| run.0 <= block.span.start);
            found_breaks.extend(run.map(|run| run.1 + block.span.start - run.0));
        }
    }
    // Characters.
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    let (mut lost, mut added) = (Runs::default(), Runs::default());
    for (place, truth) in file.truth.iter().enumerate() {
        match (truth, owner.get(&place)) {
            (Truth::Text(document), Some(own)) => {
                score.characters += 1;
                pairs.insert((*document, *own));
            }
            (Truth::Text(_), None) => {
                score.characters += 1;
                score.lost += 1;
                lost.add(place);
            }
            (Truth::Noise, Some(_)) => {
                score.added += 1;
                added.add(place);
            }
            _ => {}
        }
    }
    let matched = pairs.len() == file.documents.len()
        && pairs.len() == layouts.len()
        && pairs
            .iter()
            .map(|pair| pair.1)
            .collect::<BTreeSet<_>>()
            .len()
            == pairs.len();
    score.files_split = usize::from(matched && in_order);
    if score.files_split == 0 {
        score.faults.push(format!(
            "split: {} documents, {} found; {pairs:?}",
            file.documents.len(),
            layouts.len()
        ));
        for layout in &layouts {
            let head: String = layout.text.chars().take(40).collect();
            let tail: String = layout
                .text
                .chars()
                .rev()
                .take(25)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            score
                .faults
                .push(format!("    {:?} {head:?} … {tail:?}", layout.title));
        }
    }
    for (what, runs) in [("lost", lost), ("put in", added)] {
        for run in runs.0 {
            score.faults.push(format!(
                "{what}: {:?}",
                &file.source[run.0..file.source.len().min(end_of(&file.source, run.1))]
            ));
        }
    }
    // Paragraphs.
    if file.divided {
        let true_breaks: BTreeSet<usize> = file.paragraphs.iter().copied().collect();
        for &place in &true_breaks {
            if owner.contains_key(&place) {
                score.breaks += 1;
                if !found_breaks.contains(&place) {
                    score.joined += 1;
                    score
                        .faults
                        .push(format!("joined: …{}", around(&file.source, place)));
                }
            }
        }
        for &place in &found_breaks {
            let body = true_breaks
                .range(..place)
                .next_back()
                .is_some_and(|&start| {
                    file.truth[start..place].iter().all(|truth| {
                        matches!(truth, Truth::Space)
                            || *truth == file.truth[start]
                            || *truth == Truth::Noise
                    })
                });
            let heads_line = file.heads.contains(&place);
            if body
                && !true_breaks.contains(&place)
                && !heads_line
                && matches!(file.truth[place], Truth::Text(_))
            {
                score.cut += 1;
                score
                    .faults
                    .push(format!("cut: …{}", around(&file.source, place)));
            }
        }
    }
    // What the documents state.
    if matched {
        for (document, own) in pairs {
            let (known, layout) = (&file.documents[document], &layouts[own]);
            if let Some(title) = &known.title {
                let got = dense(layout.title.as_deref().unwrap_or(""));
                let right = got.contains(&dense(title));
                score.titles.1 += 1;
                score.titles.0 += usize::from(right);
                if !right {
                    score
                        .faults
                        .push(format!("title: {title} … {:?}", layout.title));
                }
            }
            if let Some(name) = &known.author {
                let right =
                    layout.metadata.authors.len() == 1 && layout.metadata.authors[0].name == *name;
                score.authors.1 += 1;
                score.authors.0 += usize::from(right);
                if !right {
                    score
                        .faults
                        .push(format!("author: {name} … {:?}", layout.metadata.authors));
                }
            }
            if let Some(date) = &known.date {
                let right = layout
                    .metadata
                    .date
                    .as_ref()
                    .is_some_and(|own| own.value == *date);
                score.dates.1 += 1;
                score.dates.0 += usize::from(right);
                if !right {
                    score
                        .faults
                        .push(format!("date: {date} … {:?}", layout.metadata.date));
                }
            }
        }
    }
    score
}

fn end_of(source: &str, last: usize) -> usize {
    last + source[last..].chars().next().map_or(0, char::len_utf8)
}

fn around(source: &str, place: usize) -> String {
    let before: Vec<char> = source[..place].chars().rev().take(16).collect();
    let after: String = source[place..].chars().take(16).collect();
    format!("{} ⏐ {after}", before.into_iter().rev().collect::<String>()).replace('\n', "⏎")
}

/// Stretches of places that follow each other closely.
#[derive(Default)]
struct Runs(Vec<(usize, usize)>);

impl Runs {
    fn add(&mut self, place: usize) {
        match self.0.last_mut() {
            Some(last) if place - last.1 < 12 => last.1 = place,
            _ => self.0.push((place, place)),
        }
    }
}
