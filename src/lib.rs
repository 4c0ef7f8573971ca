//! Xushi 虚实: what a Chinese official text commits to, and what it only says.
//!
//! Data flows one way, stage to stage; this file is the table of contents:
//!
//! ```text
//! bytes ──source──▶ text ──layout──▶ documents ──outline──▶ headings, items
//!                                        │
//!                                        └──language──▶ Reading: sentences, clauses, sections
//!                                                          │
//!       claims ─▶ tasks ─▶ terms ─▶ announcements ─▶ checks ─▶ scores ─▶ vocabulary ─▶ Analysis ──offsets──▶ JSON
//! ```
//!
//! Every stage is a function from values to a value; none knows the page, none panics on any input.

pub mod announcements;
pub mod checks;
pub mod claims;
pub mod export;
pub mod language;
pub mod layout;
pub mod lexicon;
pub mod model;
pub mod offsets;
pub mod outline;
pub mod scores;
pub mod source;
pub mod strings;
pub mod tasks;
pub mod terms;
pub mod text;
pub mod vocabulary;
#[cfg(target_arch = "wasm32")]
mod wasm;

use language::{Dictionary, Reading};
use layout::{Kept, Layouts};
use model::{Analysis, Document, SCHEMA, Span, Vocabulary, WarningCode};
use source::{Decoded, SourceError};

/// A step of the analysis, reported as it is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Documents finished.
    pub done: usize,
    /// Documents in all.
    pub documents: usize,
}

/// The whole trip. Holds the dictionary, which is loaded once and used for every text.
#[derive(Default)]
pub struct Analyzer {
    dictionary: Option<Dictionary>,
}

impl Analyzer {
    /// An analyzer without words: structure, claims, tasks, checks and most scores.
    pub fn new() -> Self {
        Self::default()
    }

    /// An analyzer that also segments words: keywords and readability as well.
    pub fn with_dictionary(dictionary: Dictionary) -> Self {
        Self {
            dictionary: Some(dictionary),
        }
    }

    /// Analyses a file's bytes. Spans in the result are UTF-16 code units.
    ///
    /// # Errors
    ///
    /// Where the bytes are no text that can be read; the error says what to do.
    pub fn analyze(&self, name: &str, bytes: &[u8]) -> Result<Analysis, SourceError> {
        self.analyze_watched(name, bytes, &[], &mut |_| ())
    }

    /// As [`Self::analyze`], and tells `watch` how far it has come. Nothing is set aside of what is
    /// `kept`: places in the source in UTF-16 code units, as [`model::SetAside::source_span`] has them.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn analyze_watched(
        &self,
        name: &str,
        bytes: &[u8],
        kept: &[Span],
        watch: &mut dyn FnMut(Progress),
    ) -> Result<Analysis, SourceError> {
        let decoded = source::decode(name, bytes)?;
        let layouts = laid_out(&decoded, kept);
        let mut source = decoded.source;
        source.kept = kept.to_vec();
        source.warnings.extend(layouts.warnings);
        if self.dictionary.is_none() {
            source
                .warnings
                .push(source::warning(WarningCode::NoDictionary, None));
        }
        let count = layouts.documents.len();
        let mut documents = Vec::with_capacity(count);
        for (done, layout) in layouts.documents.into_iter().enumerate() {
            watch(Progress {
                done,
                documents: count,
            });
            let document = self.document(layout);
            for code in outline::doubts(&document.text, &document.blocks, &document.outline) {
                if !source.warnings.iter().any(|known| known.code == code) {
                    source.warnings.push(source::warning(code, None));
                }
            }
            // Who reads only the warnings of the whole must hear that part of it was not understood.
            for doubt in &document.scores.warnings {
                let is_known = source.warnings.iter().any(|known| known.code == doubt.code);
                if doubt.code == WarningCode::ReferenceForeign && !is_known {
                    source.warnings.push(doubt.clone());
                }
            }
            documents.push(document);
        }
        watch(Progress {
            done: count,
            documents: count,
        });
        let mut analysis = Analysis {
            schema: SCHEMA.to_owned(),
            source,
            documents,
        };
        offsets::to_utf16(&mut analysis, &decoded.text);
        Ok(analysis)
    }

    /// What the words of each document tell, and nothing else; none where there is no dictionary.
    /// [`vocabulary::add`] adds it to an analysis of the same bytes that was made without one, and
    /// makes it the same as an analysis with one. Spans are UTF-16 code units.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn vocabularies(
        &self,
        name: &str,
        bytes: &[u8],
        kept: &[Span],
    ) -> Result<Vec<Vocabulary>, SourceError> {
        let decoded = source::decode(name, bytes)?;
        let layouts = laid_out(&decoded, kept);
        let vocabularies = layouts.documents.iter().filter_map(|layout| {
            let outline = outline::outline(&layout.text, &layout.blocks);
            let mut vocabulary = self.vocabulary(&Reading::new(layout, &outline))?;
            offsets::vocabulary_to_utf16(&mut vocabulary, &layout.text);
            Some(vocabulary)
        });
        Ok(vocabularies.collect())
    }

    /// One document, through every stage after the layout.
    fn document(&self, layout: layout::Layout) -> Document {
        let outline = outline::outline(&layout.text, &layout.blocks);
        let reading = Reading::new(&layout, &outline);
        let vocabulary = self.vocabulary(&reading);

        let claims = claims::extract(&reading);
        let tenses = tasks::tenses(&reading);
        let tasks = tasks::extract(&reading, &claims, &tenses);
        let wording = terms::scan(reading.text, 0);
        let terms = terms::extract(&reading, &wording);
        let markers = outline::Markers::of(&reading);
        let announcements = announcements::find(&reading, &markers);
        let findings = checks::run(&reading, &claims, &announcements, &markers);
        let ladder = scores::ladder(&reading, &claims, &tasks, &wording);
        let scores = scores::score(&reading, &claims, &tasks, &tenses, &terms, &ladder);
        let statistics = scores::statistics(&reading);
        let sentences = reading.graded(&ladder);

        let mut document = Document {
            title: layout.title,
            kind: layout.kind,
            metadata: layout.metadata,
            text: layout.text,
            source_map: layout.source_map,
            blocks: layout.blocks,
            set_aside: layout.set_aside,
            outline,
            announcements,
            sentences,
            claims,
            tasks,
            terms,
            findings,
            dismissed: None,
            scores,
            statistics,
        };
        if let Some(vocabulary) = vocabulary {
            vocabulary::add(&mut document, vocabulary);
        }
        document
    }

    fn vocabulary(&self, reading: &Reading) -> Option<Vocabulary> {
        let dictionary = self.dictionary.as_ref()?;
        Some(vocabulary::of(reading, &dictionary.words(reading)))
    }
}

/// The documents of a text, with nothing set aside of what is kept.
fn laid_out(decoded: &Decoded, kept: &[Span]) -> Layouts {
    let keep = Kept::new(offsets::to_bytes(kept, &decoded.text));
    layout::lay_out_keeping(&decoded.text, &keep)
}
