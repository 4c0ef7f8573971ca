//! One of two texts, with what comparing asks of it.

use crate::ledger;
use crate::lexicon::{place_levels, value_scope};
use crate::model::{Cited, Claim, Compared, Document, Heading, Sentence, Span, Status};
use crate::text::is_han;

/// A document whose spans are bytes, and the name of the file that it is from.
pub struct Text<'a> {
    /// The document.
    pub document: &'a Document,
    /// The year that it is of: that of its date, of its title, of its file's name, or of most of its targets.
    pub year: Option<i32>,
    /// The place that issues it, with its rank from the state (0) down to the township (4).
    pub place: Option<(&'a str, u32)>,
    /// The file's name.
    name: &'a str,
    /// Of each sentence whether it tells what was done.
    reports: Vec<bool>,
    /// Of each sentence whether it is a heading.
    headings: Vec<bool>,
}

/// So many characters tell by themselves what is spoken of, where few places have them.
const TOPIC: usize = 5;

/// Every run of so many characters, with where it begins.
pub fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = text.char_indices().map(|(at, _)| at).skip(TOPIC);
    let starts = text.char_indices().map(|(at, _)| at);
    let long = text.chars().count() >= TOPIC;
    let ends = ends.chain(long.then_some(text.len()));
    starts.zip(ends).map(|(from, to)| (from, &text[from..to]))
}

impl<'a> Text<'a> {
    /// A document of a file with this name.
    pub fn new(document: &'a Document, name: &'a str) -> Self {
        let mut headings = vec![false; document.sentences.len()];
        mark(&document.outline, &document.sentences, &mut headings);
        Self {
            document,
            year: year_of(document, name),
            place: place_of(document),
            name,
            reports: reports(document),
            headings,
        }
    }

    /// What is told of it beside a comparison.
    pub fn compared(&self) -> Compared {
        let title = self.document.title.clone();
        Compared {
            title: title.unwrap_or_else(|| self.name.to_owned()),
            year: self.year,
            place: self.place.map(|(place, _)| place.to_owned()),
        }
    }

    /// The last year that it reports on: that which most of its results are of.
    pub fn covers(&self) -> Option<i32> {
        let done = self.document.claims.iter();
        let done = done.filter(|claim| claim.status == Status::Actual);
        let ends = done.filter_map(|claim| Some(years(claim.period.as_deref()?)?.1));
        most(ends.filter(|&end| self.year.is_none_or(|year| end <= year)))
    }

    /// Whether a sentence tells what was done.
    pub fn reports(&self, sentence: usize) -> bool {
        self.reports.get(sentence).copied().unwrap_or_default()
    }

    /// Whether a sentence is a heading.
    pub fn heads(&self, sentence: usize) -> bool {
        self.headings.get(sentence).copied().unwrap_or_default()
    }

    /// The words of a sentence.
    pub fn sentence(&self, sentence: usize) -> &'a str {
        let span = self.document.sentences.get(sentence).map(|one| one.span);
        span.map_or("", |span| span.of(&self.document.text).trim())
    }

    /// The sentence that a place stands in.
    pub fn sentence_at(&self, at: usize) -> usize {
        let sentences = &self.document.sentences;
        let before = sentences.partition_point(|sentence| sentence.span.start <= at);
        before.saturating_sub(1)
    }

    /// A claim with its sentence.
    pub fn cite(&self, claim: usize) -> Cited {
        let one = &self.document.claims[claim];
        Cited {
            span: one.span,
            words: self.sentence(one.sentence).to_owned(),
            figure: Some(ledger::amount(one)),
            claim: Some(claim),
            task: None,
        }
    }

    /// A place with the words that are shown of it.
    pub fn cite_words(&self, span: Span, words: &str) -> Cited {
        Cited {
            span,
            words: words.to_owned(),
            figure: None,
            claim: None,
            task: None,
        }
    }
}

/// The first and the last year of a period of the contract.
pub fn years(period: &str) -> Option<(i32, i32)> {
    let year = |part: &str| part.get(..4)?.parse().ok();
    let (from, to) = period.split_once('/').unwrap_or((period, period));
    Some((year(from)?, year(to)?))
}

/// The value that comes most often, of several the first in order.
fn most(values: impl Iterator<Item = i32>) -> Option<i32> {
    let mut values: Vec<i32> = values.collect();
    values.sort_unstable();
    let groups = values.chunk_by(|one, other| one == other).rev();
    let longest = groups.max_by_key(|group| group.len())?;
    longest.first().copied()
}

fn year_of(document: &Document, name: &str) -> Option<i32> {
    let dated = document.metadata.date.as_ref();
    let dated = dated.and_then(|date| Some(years(&date.value)?.1));
    let titled = || document.title.as_deref().and_then(year_in);
    let planned = || {
        let targets = document.claims.iter();
        let targets = targets.filter(|claim| claim.status == Status::Target);
        most(targets.filter_map(own_year))
    };
    dated
        .or_else(titled)
        .or_else(|| year_in(name))
        .or_else(planned)
}

/// The year of a claim that is of one year.
fn own_year(claim: &Claim) -> Option<i32> {
    let (first, last) = years(claim.period.as_deref()?)?;
    (first == last).then_some(last)
}

/// The one year that a name bears.
fn year_in(name: &str) -> Option<i32> {
    let numbers = name.split(|character: char| !character.is_ascii_digit());
    let mut years = numbers.filter(|number| number.len() == 4);
    let year = years.next()?.parse().ok()?;
    let is_alone = years.next().is_none();
    (is_alone && (1900..2100).contains(&year)).then_some(year)
}

/// The place that issues a document: by its issuer, its speaker's body, its meeting or its title.
fn place_of(document: &Document) -> Option<(&str, u32)> {
    let metadata = &document.metadata;
    let bodies = metadata.authors.iter();
    let bodies = bodies.flat_map(|author| [&author.organisation, &author.role]);
    let issuer = [&metadata.issuer, &metadata.occasion];
    let issuer = issuer.into_iter().flatten().map(|stated| &stated.value);
    let stated = issuer.chain(bodies.flatten());
    let mut stated = stated.filter_map(|words| place_at_head(words));
    stated.next().or_else(|| {
        let title = document.title.as_deref()?;
        let (place, rank) = place_at_head(title)?;
        // 青川县2026年…: what goes on with a year, or with whose government it is, is no noun.
        let next = title[place.len()..].chars().next()?;
        (next.is_ascii_digit() || next == '人').then_some((place, rank))
    })
}

/// The place that a name begins with, with its rank.
fn place_at_head(words: &str) -> Option<(&str, u32)> {
    let row = place_levels::TABLE.longest(words).filter(|row| row.alone);
    if let Some(row) = row {
        return Some((row.word, row.rank));
    }
    for (at, _) in words.char_indices() {
        let (before, rest) = words.split_at(at);
        if before.chars().any(|character| !is_han(character)) || before.chars().count() > LONGEST {
            return None;
        }
        let row = place_levels::TABLE.longest(rest).filter(|row| !row.alone);
        let Some(row) = row.filter(|_| before.chars().count() >= 2) else {
            continue;
        };
        // 全县 names none.
        let whole = before.char_indices().next_back();
        let end = at + row.word.len();
        let is_whole = whole.is_some_and(|(last, _)| value_scope::TABLE.has(&words[last..end]));
        return (!is_whole).then_some((&words[..end], row.rank));
    }
    None
}

/// Marks the sentences that are headings, of all levels.
fn mark(headings: &[Heading], sentences: &[Sentence], marked: &mut [bool]) {
    for heading in headings {
        let at = sentences.partition_point(|one| one.span.start < heading.span.start);
        if (sentences.get(at)).is_some_and(|one| one.span.start == heading.span.start) {
            marked[at] = true;
        }
        mark(&heading.children, sentences, marked);
    }
}

/// Characters of the longest place's name, without the word for its level.
const LONGEST: usize = 9;

/// Of each sentence whether it tells what was done: no target stands in it, and a result does, or no task does and its
/// part of the text, up to the next heading of the highest level, has more results than tasks.
fn reports(document: &Document) -> Vec<bool> {
    let count = document.sentences.len();
    let (mut done, mut ahead) = (vec![false; count], vec![false; count]);
    for claim in &document.claims {
        match claim.status {
            Status::Actual => done[claim.sentence] = true,
            Status::Target => ahead[claim.sentence] = true,
            Status::Other => {}
        }
    }
    let wanted = ahead.clone();
    let starts = &document.sentences;
    for task in &document.tasks {
        let at = starts.partition_point(|sentence| sentence.span.start <= task.span.start);
        if let Some(sentence) = ahead.get_mut(at.saturating_sub(1)) {
            *sentence = true;
        }
    }
    let mut from = 0;
    let mut parts: Vec<usize> = (document.outline.iter())
        .map(|heading| starts.partition_point(|one| one.span.start < heading.section.start))
        .collect();
    parts.push(count);
    let mut told = vec![false; count];
    for to in parts {
        let part = from..to.max(from);
        let tally = |flags: &[bool]| flags[part.clone()].iter().filter(|flag| **flag).count();
        let looks_back = tally(&done) > tally(&ahead);
        for at in part {
            told[at] = !wanted[at] && (done[at] || looks_back && !ahead[at]);
        }
        from = to.max(from);
    }
    told
}
