//! What the page's worker calls: with `source/neighbours.rs` all that knows JavaScript.

use wasm_bindgen::prelude::*;

use crate::compare::Asked;
use crate::layout::StatedParagraph;
use crate::model::Span;
use crate::reading::Dictionary;
use crate::strings::Said;
use crate::{Analyzer, Opened, offsets};

/// What the engine warms up with: a sample that has something of everything.
const WARM_UP: &str = include_str!("../seeds/provincial-work-report.txt");

/// The core as the worker holds it.
#[wasm_bindgen]
pub struct Engine {
    analyzer: Analyzer,
}

#[wasm_bindgen]
impl Engine {
    /// An engine with its dictionary; panics are printed from now on.
    ///
    /// # Errors
    ///
    /// An `Error` with `message` in Chinese and `messageEn`, where the bytes are no dictionary; no
    /// bytes stand for one that did not come.
    #[wasm_bindgen(constructor)]
    pub fn new(dictionary: &[u8]) -> Result<Self, JsValue> {
        console_error_panic_hook::set_once();
        let dictionary = Dictionary::read(dictionary).map_err(|error| refusal(&error.said()))?;
        Ok(Self {
            analyzer: Analyzer::new(dictionary),
        })
    }

    /// Analyses a text of its own, for nothing: tables that are built when they are first asked for
    /// are there after it, and the browser compiles what every analysis runs through.
    #[wasm_bindgen(js_name = warmUp)]
    pub fn warm_up(&self) {
        if let Ok(analysis) = self.analyzer.analyze("warm-up.txt", WARM_UP.as_bytes()) {
            // Nobody waits for the result.
            let _ = object(&analysis);
        }
    }

    /// Analyses a file. `progress` is called with documents done and documents in all. `kept` are
    /// the places in the source that are never set aside: start, end, start, end, in UTF-16 units. `stated`
    /// are the paragraphs that an office file has, whose text is UTF-8: start, end, level of the heading or 0.
    ///
    /// # Errors
    ///
    /// An `Error` with `message` in Chinese and `messageEn`, where the bytes are no text.
    pub fn analyze(
        &self,
        name: &str,
        bytes: &[u8],
        progress: &js_sys::Function,
        kept: Option<Vec<u32>>,
        stated: Option<Vec<u32>>,
    ) -> Result<JsValue, JsValue> {
        let analysis = self.run(name, bytes, kept, stated, Some(progress))?;
        object(&analysis)
    }

    /// The analysis as the command line prints it, byte for byte.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    #[wasm_bindgen(js_name = analyzeToJson)]
    pub fn analyze_to_json(
        &self,
        name: &str,
        bytes: &[u8],
        kept: Option<Vec<u32>>,
        stated: Option<Vec<u32>>,
    ) -> Result<String, JsValue> {
        let analysis = self.run(name, bytes, kept, stated, None)?;
        serde_json::to_string(&analysis).map_err(|error| JsError::from(error).into())
    }

    /// The ledger of each document, as [`crate::model::Ledger`] has it. `kept` and `stated` as for [`Self::analyze`].
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn ledger(
        &self,
        name: &str,
        bytes: &[u8],
        kept: Option<Vec<u32>>,
        stated: Option<Vec<u32>>,
    ) -> Result<JsValue, JsValue> {
        let stated = paragraphs(stated, bytes);
        let ledgers = self.analyzer.ledgers(name, bytes, &spans(kept), stated);
        let (_, ledgers) = ledgers.map_err(|error| refusal(&error.said()))?;
        object(&ledgers)
    }

    /// Two documents beside each other, as [`crate::model::TextComparison`] has it. `kind` is `promise`, `level`, `wording`
    /// or empty, where it is to be found; `as_given`: the first is the earlier or upper one, whatever dates and places say.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn compare(
        &self,
        first: &Side,
        second: &Side,
        kind: &str,
        as_given: bool,
    ) -> Result<JsValue, JsValue> {
        let kind = serde_json::Value::from(kind);
        let kind = serde_json::from_value(kind).ok();
        let asked = Asked { kind, as_given };
        let comparison = (self.analyzer).compare(first.opened(), second.opened(), asked);
        object(&comparison.map_err(|error| refusal(&error.said()))?)
    }

    /// What a later report says of each row of the ledger of a plan, as [`crate::model::Progress`] has it: of its rows by
    /// task, and of those by paragraph.
    ///
    /// # Errors
    ///
    /// As [`Self::analyze`].
    pub fn progress(&self, plan: &Side, report: &Side) -> Result<JsValue, JsValue> {
        let hold = |side: &Side| self.analyzer.hold(side.opened());
        let told = hold(plan)
            .and_then(|held| held.progress(plan.document, &hold(report)?, report.document));
        object(&told.map_err(|error| refusal(&error.said()))?)
    }

    fn run(
        &self,
        name: &str,
        bytes: &[u8],
        kept: Option<Vec<u32>>,
        stated: Option<Vec<u32>>,
        progress: Option<&js_sys::Function>,
    ) -> Result<crate::model::Analysis, JsValue> {
        let mut watch = |step: crate::Progress| {
            if let Some(progress) = progress {
                // What the page does with the news is its own affair; a fault there stops nothing.
                let _ = progress.call2(
                    &JsValue::NULL,
                    &JsValue::from(step.done as u32),
                    &JsValue::from(step.documents as u32),
                );
            }
        };
        self.analyzer
            .analyze_stated(
                name,
                bytes,
                &spans(kept),
                paragraphs(stated, bytes),
                &mut watch,
            )
            .map_err(|error| refusal(&error.said()))
    }
}

/// A document of a file, to be compared.
#[wasm_bindgen]
pub struct Side {
    name: String,
    bytes: Vec<u8>,
    kept: Vec<Span>,
    stated: Vec<u32>,
    document: usize,
}

#[wasm_bindgen]
impl Side {
    /// The document of a file with this index. `kept` and `stated` as for [`Engine::analyze`].
    #[wasm_bindgen(constructor)]
    pub fn new(
        name: String,
        bytes: Vec<u8>,
        kept: Option<Vec<u32>>,
        stated: Option<Vec<u32>>,
        document: usize,
    ) -> Self {
        Self {
            name,
            bytes,
            kept: spans(kept),
            stated: stated.unwrap_or_default(),
            document,
        }
    }

    fn opened(&self) -> Opened<'_> {
        Opened {
            name: &self.name,
            bytes: &self.bytes,
            kept: &self.kept,
            stated: paragraphs(Some(self.stated.clone()), &self.bytes),
            document: self.document,
        }
    }
}

/// Start, end, start, end, as spans.
fn spans(ends: Option<Vec<u32>>) -> Vec<Span> {
    ends.unwrap_or_default()
        .chunks_exact(2)
        .map(|pair| Span::new(pair[0] as usize, pair[1] as usize))
        .collect()
}

/// Start, end, level of the heading, as paragraphs in bytes of a text in UTF-8; what is none has none.
fn paragraphs(numbers: Option<Vec<u32>>, bytes: &[u8]) -> Vec<StatedParagraph> {
    let numbers = numbers.unwrap_or_default();
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    let paragraphs = numbers.chunks_exact(3);
    let spans: Vec<Span> = paragraphs
        .clone()
        .map(|one| Span::new(one[0] as usize, one[1] as usize))
        .collect();
    let spans = offsets::to_bytes(&spans, text);
    let levels = paragraphs.map(|one| u8::try_from(one[2]).unwrap_or_default());
    let told = spans.into_iter().zip(levels);
    told.map(|(span, heading)| StatedParagraph { span, heading })
        .collect()
}

fn object(value: &impl serde::Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}

/// A JavaScript `Error` in both languages.
fn refusal(said: &Said) -> JsValue {
    let refusal = js_sys::Error::new(&said.zh);
    // Setting a property of a fresh object cannot fail.
    let _ = js_sys::Reflect::set(&refusal, &"messageEn".into(), &said.en.as_str().into());
    refusal.into()
}
