//! Analyses in, tables out.

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use xushi::model::{Analysis, Claim, Document, Finding, Sentence, Source, Span, Task};
use xushi::offsets;
use xushi::strings::Said;

use crate::column::Row;
use crate::documents::Entry;
use crate::scores::Figure;
use crate::sheet::Sheet;
use crate::table::Table;
use crate::{claims, documents, findings, scores, sentences, tasks};

/// Tables that are being filled.
pub struct Tables {
    documents: Option<Sheet<Entry>>,
    claims: Option<Sheet<Claim>>,
    tasks: Option<Sheet<Task>>,
    findings: Option<Sheet<Finding>>,
    sentences: Option<Sheet<Sentence>>,
    scores: Option<Sheet<Figure>>,
}

/// The document that rows are of.
struct Place<'a> {
    name: &'a str,
    source: Option<&'a Source>,
    document: Option<usize>,
    text: &'a str,
}

impl Tables {
    /// Empty tables, of those that are asked for.
    #[must_use]
    pub fn new(asked: &[Table]) -> Self {
        let has = |table| asked.contains(&table);
        Self {
            documents: has(Table::Documents).then(|| Sheet::new(documents::COLUMNS)),
            claims: has(Table::Claims).then(|| Sheet::new(claims::COLUMNS)),
            tasks: has(Table::Tasks).then(|| Sheet::new(tasks::COLUMNS)),
            findings: has(Table::Findings).then(|| Sheet::new(findings::COLUMNS)),
            sentences: has(Table::Sentences).then(|| Sheet::new(sentences::COLUMNS)),
            scores: has(Table::Scores).then(|| Sheet::new(scores::COLUMNS)),
        }
    }

    /// Adds what was found in a source, under the name that the caller has for it.
    ///
    /// # Errors
    ///
    /// As [`Self::finish`].
    pub fn add(&mut self, name: &str, analysis: Analysis) -> Result<(), ArrowError> {
        let Analysis {
            source, documents, ..
        } = analysis;
        if documents.is_empty() {
            return self.entry(name, Some(&source), None, &Entry::Empty);
        }
        for (number, mut document) in documents.into_iter().enumerate() {
            self.document(name, &source, number, &mut document)?;
            let entry = Entry::Found(Box::new(document));
            self.entry(name, Some(&source), Some(number), &entry)?;
        }
        Ok(())
    }

    /// Adds a source that could not be read, and why.
    ///
    /// # Errors
    ///
    /// As [`Self::finish`].
    pub fn refuse(&mut self, name: &str, reason: Said) -> Result<(), ArrowError> {
        self.entry(name, None, None, &Entry::Refused(reason))
    }

    fn entry(
        &mut self,
        name: &str,
        source: Option<&Source>,
        document: Option<usize>,
        entry: &Entry,
    ) -> Result<(), ArrowError> {
        let place = Place {
            name,
            source,
            document,
            text: "",
        };
        fill(
            &mut self.documents,
            &place,
            std::slice::from_ref(entry),
            None,
        )
    }

    fn document(
        &mut self,
        name: &str,
        source: &Source,
        number: usize,
        document: &mut Document,
    ) -> Result<(), ArrowError> {
        let figures = match self.scores {
            Some(_) => scores::figures(&mut document.scores, &document.outline),
            None => Vec::new(),
        };
        let place = Place {
            name,
            source: Some(source),
            document: Some(number),
            text: &document.text,
        };
        fill(&mut self.claims, &place, &document.claims, None)?;
        fill(
            &mut self.tasks,
            &place,
            &document.tasks,
            Some(|task| task.span),
        )?;
        fill(
            &mut self.findings,
            &place,
            &document.findings,
            Some(|finding| finding.span),
        )?;
        fill(
            &mut self.sentences,
            &place,
            &document.sentences,
            Some(|sentence| sentence.span),
        )?;
        fill(&mut self.scores, &place, &figures, None)
    }

    /// The tables that were asked for, with the rows since the last time: none, one or more batches each.
    ///
    /// # Errors
    ///
    /// Where columns and schema are at odds, which none of these tables are.
    pub fn finish(&mut self) -> Result<Vec<(Table, Vec<RecordBatch>)>, ArrowError> {
        let mut finished = Vec::new();
        let mut put = |table, batches: Option<Result<_, _>>| {
            finished.extend(batches.transpose()?.map(|batches| (table, batches)));
            Ok::<(), ArrowError>(())
        };
        put(Table::Documents, self.documents.as_mut().map(Sheet::finish))?;
        put(Table::Claims, self.claims.as_mut().map(Sheet::finish))?;
        put(Table::Tasks, self.tasks.as_mut().map(Sheet::finish))?;
        put(Table::Findings, self.findings.as_mut().map(Sheet::finish))?;
        put(Table::Sentences, self.sentences.as_mut().map(Sheet::finish))?;
        put(Table::Scores, self.scores.as_mut().map(Sheet::finish))?;
        Ok(finished)
    }
}

/// Adds a row for each item, with the words at its place where `span` tells it.
fn fill<T>(
    sheet: &mut Option<Sheet<T>>,
    place: &Place,
    items: &[T],
    span: Option<fn(&T) -> Span>,
) -> Result<(), ArrowError> {
    let Some(sheet) = sheet else {
        return Ok(());
    };
    let spans = items
        .iter()
        .map(|item| span.map_or(Span::default(), |span| span(item)));
    let spans: Vec<Span> = spans.collect();
    let spans = match span {
        // All places at once: what tells bytes from units is made of the whole text.
        Some(_) => offsets::to_bytes(&spans, place.text),
        None => spans,
    };
    for (index, (item, span)) in items.iter().zip(spans).enumerate() {
        sheet.add(&Row {
            name: place.name,
            source: place.source,
            document: place.document,
            index,
            words: span.of(place.text),
            item,
        })?;
    }
    Ok(())
}
