//! From UTF-8 bytes to UTF-16 code units: once, for every span of an analysis, in this one place.

use crate::model::{Analysis, Document, Heading, Span};

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
        let in_text = Units::new(&document.text);
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
        let first = units.at.partition_point(|&at| (at as usize) < unit);
        first.min(text.len())
    };
    spans
        .iter()
        .map(|span| Span::new(byte(span.start), byte(span.end)))
        .collect()
}

/// Calls `visit` with every span that stands in the document's text.
fn each_span(document: &mut Document, visit: &mut dyn FnMut(&mut Span)) {
    let metadata = &mut document.metadata;
    metadata
        .authors
        .iter_mut()
        .for_each(|author| visit(&mut author.span));
    metadata
        .date
        .iter_mut()
        .filter_map(|date| date.span.as_mut())
        .for_each(&mut *visit);
    [
        &mut metadata.occasion,
        &mut metadata.addressee,
        &mut metadata.issuer,
        &mut metadata.document_number,
        &mut metadata.index_number,
    ]
    .into_iter()
    .flatten()
    .chain(&mut metadata.joint_issuers)
    .filter_map(|stated| stated.span.as_mut())
    .for_each(&mut *visit);
    document
        .blocks
        .iter_mut()
        .for_each(|block| visit(&mut block.span));
    document
        .outline
        .iter_mut()
        .for_each(|heading| each_heading(heading, visit));
    for announcement in &mut document.announcements {
        visit(&mut announcement.span);
        visit(&mut announcement.clause);
        announcement
            .items
            .iter_mut()
            .for_each(|item| visit(&mut item.span));
    }
    document
        .sentences
        .iter_mut()
        .for_each(|sentence| visit(&mut sentence.span));
    document
        .claims
        .iter_mut()
        .for_each(|claim| visit(&mut claim.span));
    document
        .tasks
        .iter_mut()
        .for_each(|task| visit(&mut task.span));
    document
        .terms
        .iter_mut()
        .flat_map(|term| &mut term.occurrences)
        .for_each(&mut *visit);
    for finding in &mut document.findings {
        visit(&mut finding.span);
        finding
            .related
            .iter_mut()
            .for_each(|related| visit(&mut related.span));
        finding
            .suggestion
            .iter_mut()
            .for_each(|suggestion| visit(&mut suggestion.span));
    }
    let scores = &mut document.scores.document;
    for score in [
        &mut scores.specificity,
        &mut scores.formula_density,
        &mut scores.accountability,
        &mut scores.target_firmness,
        &mut scores.outlook,
        &mut scores.readability,
        &mut scores.parallelism,
    ] {
        score.evidence.values_mut().flatten().for_each(&mut *visit);
    }
    document
        .scores
        .sections
        .iter_mut()
        .for_each(|section| visit(&mut section.section));
}

fn each_heading(heading: &mut Heading, visit: &mut dyn FnMut(&mut Span)) {
    visit(&mut heading.span);
    visit(&mut heading.section);
    for child in &mut heading.children {
        each_heading(child, visit);
    }
}

/// The UTF-16 position of every byte position of a text.
struct Units {
    /// One entry a byte, and one past the end; inside a character, the character's start.
    at: Vec<u32>,
}

impl Units {
    fn new(text: &str) -> Self {
        let mut at = Vec::with_capacity(text.len() + 1);
        let (mut start, mut units) = (0, 0);
        for byte in text.bytes() {
            if byte & 0b1100_0000 != 0b1000_0000 {
                start = units;
                // A character of four bytes takes two code units.
                units += if byte >= 0xf0 { 2 } else { 1 };
            }
            at.push(start);
        }
        at.push(units);
        Self { at }
    }

    fn at(&self, byte: usize) -> usize {
        self.at
            .get(byte)
            .or(self.at.last())
            .map_or(0, |&units| units as usize)
    }

    fn convert(&self, span: &mut Span) {
        *span = Span::new(self.at(span.start), self.at(span.end));
    }
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
