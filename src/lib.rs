//! Xushi 虚实: what a Chinese official text commits to, and what it only says.
//!
//! Data flows one way, stage to stage; this file is the table of contents:
//!
//! ```text
//! bytes ──source──▶ text ──layout──▶ documents ──outline──▶ headings, items
//!                                        │
//!                                        └──reading───▶ Reading: sentences, clauses, sections, words
//!                                                          │
//!       claims ─▶ tasks ─▶ terms ─▶ announcements ─▶ checks ─▶ scores ─▶ vocabulary ─▶ Analysis ──offsets──▶ JSON
//! ```
//!
//! Every stage is a function from values to a value; none knows the page, none panics on any input.

pub mod announcements;
pub mod checks;
pub mod claims;
pub mod compare;
mod held;
pub mod layout;
pub mod ledger;
pub mod lexicon;
pub mod model;
mod numbering;
pub mod offsets;
pub mod outline;
pub mod reading;
pub mod scores;
pub mod source;
pub mod strings;
pub mod tasks;
pub mod terms;
pub mod text;
pub mod vocabulary;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use held::Held;
use layout::{Kept, Stated, StatedParagraph};
use model::{Analysis, Document, Ledger, SCHEMA, Span, TextComparison, Warning, WarningCode};
use reading::{Dictionary, Reading};
use source::SourceError;

/// A step of the analysis, reported as it is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Documents finished.
    pub done: usize,
    /// Documents in all.
    pub documents: usize,
}

/// A document of a file, as it is opened to be compared.
pub struct Opened<'a> {
    /// The file's name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// As for [`Analyzer::analyze_watched`].
    pub kept: &'a [Span],
    /// As for [`Analyzer::analyze_stated`].
    pub stated: Vec<StatedParagraph>,
    /// Which of its documents.
    pub document: usize,
}

/// The whole trip. Holds the dictionary, which is loaded once and used for every text.
pub struct Analyzer {
    dictionary: Dictionary,
}

impl Analyzer {
    /// An analyzer that finds words by a dictionary: there is no analysis without one.
    pub fn new(dictionary: Dictionary) -> Self {
        Self { dictionary }
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
        self.analyze_stated(name, bytes, kept, Vec::new(), watch)
    }

    /// As [`Self::analyze_watched`], for a text that another reader found in an office file: `stated` are the
    /// paragraphs that the file has, in bytes of the decoded text. None of them is joined to another.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn analyze_stated(
        &self,
        name: &str,
        bytes: &[u8],
        kept: &[Span],
        stated: Vec<StatedParagraph>,
        watch: &mut dyn FnMut(Progress),
    ) -> Result<Analysis, SourceError> {
        let (mut analysis, text) = self.in_bytes(name, bytes, kept, stated, watch)?;
        offsets::to_utf16(&mut analysis, &text);
        Ok(analysis)
    }

    /// As [`Self::analyze_stated`], and the ledger of each document.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn ledgers(
        &self,
        name: &str,
        bytes: &[u8],
        kept: &[Span],
        stated: Vec<StatedParagraph>,
    ) -> Result<(Analysis, Vec<Ledger>), SourceError> {
        let (mut analysis, text) = self.in_bytes(name, bytes, kept, stated, &mut |_| ())?;
        let documents = analysis.documents.iter();
        let ledgers = documents.map(|document| {
            let mut ledger = ledger::of(document);
            offsets::ledger_to_utf16(&mut ledger, &document.text);
            ledger
        });
        let ledgers = ledgers.collect();
        offsets::to_utf16(&mut analysis, &text);
        Ok((analysis, ledgers))
    }

    /// Two documents beside each other, each of a file of its own.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`]; and where a file has no such document.
    pub fn compare(
        &self,
        one: Opened,
        other: Opened,
        asked: compare::Asked,
    ) -> Result<TextComparison, SourceError> {
        let at = [one.document, other.document];
        let [one, other] = [self.hold(one)?, self.hold(other)?];
        one.compare(at[0], &other, at[1], asked)
    }

    /// Reads a file that is to be compared with others, whichever of its documents.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn hold(&self, opened: Opened) -> Result<Held, SourceError> {
        let Opened {
            name,
            bytes,
            kept,
            stated,
            ..
        } = opened;
        let (analysis, _) = self.in_bytes(name, bytes, kept, stated, &mut |_| ())?;
        Ok(Held {
            name: name.to_owned(),
            documents: analysis.documents,
        })
    }

    /// The analysis with its spans in bytes, and the text of the source.
    fn in_bytes(
        &self,
        name: &str,
        bytes: &[u8],
        kept: &[Span],
        stated: Vec<StatedParagraph>,
        watch: &mut dyn FnMut(Progress),
    ) -> Result<(Analysis, String), SourceError> {
        let decoded = source::decode(name, bytes)?;
        let keep = Kept::new(offsets::to_bytes(kept, &decoded.text));
        let stated = Stated::new(&decoded.text, stated);
        let layouts = layout::lay_out_knowing(&decoded.text, &keep, &stated);
        let mut source = decoded.source;
        source.kept = kept.to_vec();
        source.warnings.extend(layouts.warnings);
        let count = layouts.documents.len();
        let mut documents = Vec::with_capacity(count);
        for (done, layout) in layouts.documents.into_iter().enumerate() {
            watch(Progress {
                done,
                documents: count,
            });
            let document = self.document(layout);
            let doubts = outline::doubts(&document.text, &document.blocks, &document.outline);
            // Who reads only the warnings of the whole must hear that part of it was not understood.
            let foreign = document.scores.warnings.iter().map(|doubt| doubt.code);
            let foreign = foreign.filter(|code| *code == WarningCode::ReferenceForeign);
            let cut = claims::are_cut(&document.claims).then_some(WarningCode::TooMany);
            for code in doubts.into_iter().chain(foreign).chain(cut) {
                // Which of several documents is unsure is told by its beginning.
                let first = document
                    .source_map
                    .first()
                    .filter(|_| code == WarningCode::Structure);
                let place = first.map(|&(_, start, length)| Span::new(start, start + length));
                let told = |known: &Warning| known.code == code && known.span == place;
                if !source.warnings.iter().any(told) {
                    source.warnings.push(source::warning(code, place));
                }
            }
            documents.push(document);
        }
        watch(Progress {
            done: count,
            documents: count,
        });
        let analysis = Analysis {
            schema: SCHEMA.to_owned(),
            source,
            documents,
        };
        Ok((analysis, decoded.text))
    }

    /// One document, through every stage after the layout.
    fn document(&self, layout: layout::Layout) -> Document {
        let outline = outline::outline(&layout.text, &layout.blocks);
        let reading = Reading::new(&layout, &outline, &self.dictionary);

        let claims = claims::extract(&reading);
        let tasks = tasks::extract(&reading, &claims);
        let wording = terms::scan(reading.text);
        let mut terms = terms::extract(&reading, &wording);
        let markers = reading::Markers::of(&reading);
        let announcements = announcements::find(&reading, &markers);
        let findings = checks::run(&reading, &claims, &announcements, &markers);
        let ladder = scores::ladder(&reading, &claims, &tasks, &wording);
        let mut scores = scores::score(&reading, &claims, &tasks, &terms, &ladder);
        let mut vocabulary = vocabulary::of(&reading);
        vocabulary.add_to(&mut scores);
        terms.append(&mut vocabulary.keywords);
        let statistics = scores::statistics(&reading);
        let sentences = scores::graded(&reading, ladder);

        Document {
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
        }
    }
}
