//! A file that was read once and is compared with others.

use crate::compare::{self, Asked};
use crate::model::{Document, Progress, Span, TextComparison};
use crate::source::SourceError;
use crate::{ledger, offsets};

/// A file with its documents.
pub struct Held {
    /// The file's name.
    pub(crate) name: String,
    /// Its documents, with their spans in bytes.
    pub(crate) documents: Vec<Document>,
}

impl Held {
    /// How many documents it has.
    pub fn count(&self) -> usize {
        self.documents.len()
    }

    /// The index of its longest document, of several the first, and its title.
    pub fn longest(&self) -> Option<(usize, Option<&str>)> {
        let documents = self.documents.iter().enumerate().rev();
        let longest = documents.max_by_key(|(_, one)| one.text.len());
        longest.map(|(at, document)| (at, document.title.as_deref()))
    }

    /// Compares one of its documents with one of another file. Spans are UTF-16 code units, each in its own text.
    ///
    /// # Errors
    ///
    /// Where a file has no such document.
    pub fn compare(
        &self,
        document: usize,
        other: &Self,
        its: usize,
        asked: Asked,
    ) -> Result<TextComparison, SourceError> {
        let (one, two) = (self.document(document)?, other.document(its)?);
        let mut comparison = compare::of((one, &self.name), (two, &other.name), asked);
        let (first, second) = match comparison.swapped {
            true => (two, one),
            false => (one, two),
        };
        offsets::comparison_to_utf16(&mut comparison, &first.text, &second.text);
        Ok(comparison)
    }

    /// What a later report says of each row of the ledger of a document: of its rows by task, and of those by paragraph. Their
    /// places are UTF-16 code units of its text.
    ///
    /// # Errors
    ///
    /// As [`Self::compare`].
    pub fn progress(
        &self,
        document: usize,
        report: &Self,
        its: usize,
    ) -> Result<[Vec<Progress>; 2], SourceError> {
        let (plan, later) = (self.document(document)?, report.document(its)?);
        let ledger = ledger::of(plan);
        let rows = ledger.sentences.iter().chain(&ledger.items);
        let rows: Vec<Span> = rows.map(|row| row.span).collect();
        let mut told = compare::progress::of((plan, &self.name), (later, &report.name), &rows);
        offsets::spans_to_utf16(told.iter_mut().map(|one| &mut one.span), &plan.text);
        let by_item = told.split_off(ledger.sentences.len());
        Ok([told, by_item])
    }

    fn document(&self, at: usize) -> Result<&Document, SourceError> {
        self.documents.get(at).ok_or(SourceError::Missing)
    }
}
