//! From UTF-8 bytes to UTF-16 code units: once, for every span of an analysis, in this one place.

use crate::model::{
    Analysis, Cited, Document, Finding, Heading, Ledger, Metadata, Span, TextComparison,
};

/// Turns every position of the analysis into UTF-16 code units: those in a document by its text,
/// those in the source by `source_text`.
pub fn to_utf16(analysis: &mut Analysis, source_text: &str) {
    let in_source = Units::new(source_text);
    analysis.source.length = in_source.at(source_text.len());
    for warning in &mut analysis.source.warnings {
        if let Some(span) = &mut warning.span {
            in_source.convert(span);
        }
    }
    for document in &mut analysis.documents {
        let text = std::mem::take(&mut document.text);
        let in_text = Units::new(&text);
        for (text_start, source_start, length) in &mut document.source_map {
            let end = *text_start + *length;
            *length = in_text.at(end) - in_text.at(*text_start);
            *text_start = in_text.at(*text_start);
            *source_start = in_source.at(*source_start);
        }
        for aside in &mut document.set_aside {
            in_source.convert(&mut aside.source_span);
        }
        each_span(document, &mut |span| in_text.convert(span));
        document.text = text;
    }
}

/// Turns the places of a ledger's rows into UTF-16 code units of its document's `text`.
pub fn ledger_to_utf16(ledger: &mut Ledger, text: &str) {
    let rows = ledger.sentences.iter_mut().chain(&mut ledger.items);
    spans_to_utf16(rows.map(|row| &mut row.span), text);
}

/// Turns places of a text into its UTF-16 code units.
pub fn spans_to_utf16<'s>(spans: impl Iterator<Item = &'s mut Span>, text: &str) {
    let in_text = Units::new(text);
    spans.for_each(|span| in_text.convert(span));
}

/// Turns the places of a comparison into UTF-16 code units of its first and of its second document's text.
pub fn comparison_to_utf16(comparison: &mut TextComparison, first: &str, second: &str) {
    let convert = |cited: &mut Option<Cited>, units: &Units| {
        cited
            .iter_mut()
            .for_each(|cited| units.convert(&mut cited.span));
    };
    let (first, second) = (Units::new(first), Units::new(second));
    for row in &mut comparison.results {
        first.convert(&mut row.target.span);
        convert(&mut row.result, &second);
    }
    let targets = comparison.targets.iter_mut();
    let targets = targets.map(|row| (&mut row.first, &mut row.second));
    let tasks = comparison.tasks.iter_mut();
    let tasks = tasks.map(|row| (&mut row.first, &mut row.second));
    let phrases = comparison.phrases.iter_mut();
    let phrases = phrases.map(|row| (&mut row.first, &mut row.second));
    let sentences = comparison.sentences.iter_mut();
    let sentences = sentences.map(|row| (&mut row.first, &mut row.second));
    for (before, after) in targets.chain(tasks).chain(phrases).chain(sentences) {
        convert(before, &first);
        convert(after, &second);
    }
}

/// Places of a text in bytes, from UTF-16 code units: the way back. What lies beyond the text ends
/// with it; a place inside a character is moved to the next one.
pub fn to_bytes(spans: &[Span], text: &str) -> Vec<Span> {
    if spans.is_empty() {
        return Vec::new();
    }
    let units = Units::new(text);
    let byte = |unit: usize| {
        let (mut low, mut high) = (0, text.len());
        while low < high {
            let middle = low.midpoint(high);
            if units.at(middle) < unit {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    };
    let spans = spans.iter();
    let spans = spans.map(|span| Span::new(byte(span.start), byte(span.end)));
    spans.collect()
}

/// Calls `visit` with every span that stands in the document's text.
fn each_span(document: &mut Document, visit: &mut dyn FnMut(&mut Span)) {
    each_in_metadata(&mut document.metadata, visit);
    for block in &mut document.blocks {
        visit(&mut block.span);
    }
    for heading in &mut document.outline {
        each_heading(heading, visit);
    }
    for announcement in &mut document.announcements {
        visit(&mut announcement.span);
        visit(&mut announcement.clause);
        let items = announcement.items.iter_mut();
        items.for_each(|item| visit(&mut item.span));
    }
    for sentence in &mut document.sentences {
        visit(&mut sentence.span);
    }
    for claim in &mut document.claims {
        visit(&mut claim.span);
        let whole = claim.of.iter_mut().flat_map(|of| &mut of.span);
        let other = claim.compared_with.iter_mut().map(|other| &mut other.span);
        whole.chain(other).for_each(&mut *visit);
    }
    for task in &mut document.tasks {
        visit(&mut task.span);
        let owners = task.owners.iter_mut();
        owners.for_each(|owner| visit(&mut owner.span));
        let deadlines = task.deadlines.iter_mut();
        deadlines.for_each(|deadline| visit(&mut deadline.span));
        let recurrence = task.recurrence.iter_mut();
        recurrence.for_each(|recurrence| visit(&mut recurrence.span));
    }
    for term in &mut document.terms {
        term.occurrences.iter_mut().for_each(&mut *visit);
    }
    for finding in &mut document.findings {
        each_in_finding(finding, visit);
    }
    for (_, score) in document.scores.document.each_mut() {
        score.evidence.values_mut().flatten().for_each(&mut *visit);
    }
    for section in &mut document.scores.sections {
        visit(&mut section.section);
    }
}

fn each_in_metadata(metadata: &mut Metadata, visit: &mut dyn FnMut(&mut Span)) {
    let authors = metadata.authors.iter_mut().map(|author| &mut author.span);
    let date = metadata.date.iter_mut().flat_map(|date| &mut date.span);
    let stated = [
        &mut metadata.occasion,
        &mut metadata.addressee,
        &mut metadata.issuer,
        &mut metadata.document_number,
        &mut metadata.index_number,
    ];
    let stated = stated.into_iter().flatten();
    let stated = stated.chain(&mut metadata.joint_issuers);
    let stated = stated.flat_map(|stated| &mut stated.span);
    authors.chain(date).chain(stated).for_each(visit);
}

fn each_in_finding(finding: &mut Finding, visit: &mut dyn FnMut(&mut Span)) {
    visit(&mut finding.span);
    let related = finding.related.iter_mut();
    let suggestions = finding.suggestion.iter_mut().chain(&mut finding.elsewhere);
    let suggestions = suggestions.map(|suggestion| &mut suggestion.span);
    let places = related.map(|related| &mut related.span);
    places.chain(suggestions).for_each(visit);
}

fn each_heading(heading: &mut Heading, visit: &mut dyn FnMut(&mut Span)) {
    visit(&mut heading.span);
    visit(&mut heading.section);
    for child in &mut heading.children {
        each_heading(child, visit);
    }
}

/// The UTF-16 positions of the byte positions of a text.
struct Units<'a> {
    bytes: &'a [u8],
    /// That of the beginning of each block.
    blocks: Vec<u32>,
}

/// Bytes of a block.
const BLOCK: usize = 64;

impl<'a> Units<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut blocks = vec![0];
        let mut units = 0;
        for block in bytes.chunks_exact(BLOCK) {
            units += units_begun(block);
            blocks.push(units);
        }
        Self { bytes, blocks }
    }

    /// The position of a byte; inside a character that of its start, beyond the text that of its end.
    fn at(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.bytes.len());
        while self.bytes.get(byte).is_some_and(|&byte| !begins(byte)) {
            byte -= 1;
        }
        let block = byte / BLOCK;
        (self.blocks[block] + units_begun(&self.bytes[block * BLOCK..byte])) as usize
    }

    fn convert(&self, span: &mut Span) {
        *span = Span::new(self.at(span.start), self.at(span.end));
    }
}

/// Whether a byte begins a character.
fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// The code units of the characters that begin in `bytes`; one of four bytes takes two.
fn units_begun(bytes: &[u8]) -> u32 {
    let units = bytes.iter();
    units
        .map(|&byte| u32::from(begins(byte)) + u32::from(byte >= 0xf0))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_utf16_code_units() {
        let units = Units::new("a虚𠀀实");
        let positions: Vec<_> = [0, 1, 4, 8, 11, 99]
            .iter()
            .map(|&byte| units.at(byte))
            .collect();
        assert_eq!(positions, [0, 1, 2, 4, 5, 5]);
    }
}
