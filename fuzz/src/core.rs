//! What holds for any text: spans stand in it, the source map is true, JSON comes back as it was, what was put back stays.

use std::sync::LazyLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use xushi::layout::{self, Kept, Layouts, Stated};
use xushi::model::{Analysis, Span};
use xushi::reading::Dictionary;
use xushi::{Analyzer, Opened, source};

/// The one that every drawn text is given to.
static ANALYZER: LazyLock<Analyzer> =
    LazyLock::new(|| Analyzer::new(Dictionary::built_in().expect("the built-in dictionary")));

/// The pieces of a text that are put back one by one; more of them take long and tell little.
const PUT_BACK: usize = 4;

/// Reads bytes as text.
pub fn decode(bytes: &[u8]) -> Option<String> {
    let decoded = source::decode("x.txt", bytes).ok()?;
    for place in decoded
        .source
        .warnings
        .iter()
        .filter_map(|warning| warning.span)
    {
        assert!(
            decoded.text.get(place.start..place.end).is_some(),
            "{place:?}"
        );
    }
    Some(decoded.text)
}

/// Divides a text into documents, and again with pieces put back.
pub fn lay_out(text: &str) {
    let pieces = |layouts: &Layouts| -> Vec<Span> {
        let pieces = layouts.documents.iter().flat_map(|one| &one.set_aside);
        pieces.map(|piece| piece.source_span).collect()
    };
    let layouts = layout::lay_out(text);
    stands(&layouts, text);
    for piece in pieces(&layouts).into_iter().take(PUT_BACK) {
        let keep = Kept::new(vec![piece]);
        let again = layout::lay_out_knowing(text, &keep, &Stated::default());
        stands(&again, text);
        let aside = pieces(&again)
            .into_iter()
            .any(|other| other.overlaps(piece));
        assert!(!aside, "{:?} was put back", piece.of(text));
    }
}

/// Blocks stand in their document's text, and that in the source.
fn stands(layouts: &Layouts, source: &str) {
    for document in &layouts.documents {
        for block in &document.blocks {
            assert!(
                document
                    .text
                    .get(block.span.start..block.span.end)
                    .is_some()
            );
        }
        for &(at, place, length) in &document.source_map {
            assert_eq!(
                document.text.get(at..at + length),
                source.get(place..place + length)
            );
        }
    }
}

/// Analyses bytes; what is said of them holds.
pub fn analyze(bytes: &[u8]) -> Option<Analysis> {
    let analysis = ANALYZER.analyze("x.txt", bytes).ok()?;
    for document in &analysis.documents {
        let text: Vec<u16> = document.text.encode_utf16().collect();
        let mut value = serde_json::to_value(document).expect("JSON");
        value["set_aside"] = Value::Null;
        spans(&value, &text);
    }
    comes_back(&analysis);
    Some(analysis)
}

/// The ledgers of bytes.
pub fn ledgers(bytes: &[u8]) {
    let Ok((analysis, ledgers)) = ANALYZER.ledgers("x.txt", bytes, &[], Vec::new()) else {
        return;
    };
    for (document, ledger) in analysis.documents.iter().zip(&ledgers) {
        let text: Vec<u16> = document.text.encode_utf16().collect();
        spans(&serde_json::to_value(ledger).expect("JSON"), &text);
        comes_back(ledger);
    }
}

/// Every span of a value stands in `text` and cuts no character.
fn spans(value: &Value, text: &[u16]) {
    let place = |name: &str| value.get(name)?.as_u64().map(|at| at as usize);
    if let (Some(start), Some(end)) = (place("start"), place("end")) {
        let words = text.get(start..end);
        assert!(
            words.is_some_and(|words| String::from_utf16(words).is_ok()),
            "{value}"
        );
    }
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| spans(part, text)),
        Value::Object(parts) => parts.values().for_each(|part| spans(part, text)),
        _ => {}
    }
}

/// JSON back and forth is the same, byte for byte.
fn comes_back<T: Serialize + DeserializeOwned>(value: &T) {
    let json = serde_json::to_string(value).expect("JSON");
    let again: T = serde_json::from_str(&json).expect("what was written");
    assert_eq!(serde_json::to_string(&again).expect("JSON"), json);
}

/// Analyses bytes, and again with all that the checks suggest.
pub fn check(bytes: &[u8]) {
    let Some(analysis) = analyze(bytes) else {
        return;
    };
    for document in &analysis.documents {
        let mut text: Vec<u16> = document.text.encode_utf16().collect();
        let suggestions = document
            .findings
            .iter()
            .filter_map(|one| one.suggestion.as_ref());
        let mut suggestions: Vec<_> = suggestions.collect();
        suggestions.sort_by_key(|suggestion| suggestion.span);
        let mut reached = usize::MAX;
        for suggestion in suggestions.into_iter().rev() {
            let Span { start, end } = suggestion.span;
            if end <= reached {
                text.splice(start..end, suggestion.replacement.encode_utf16());
                reached = start;
            }
        }
        let text = String::from_utf16(&text).expect("whole characters");
        let _ = ANALYZER.analyze("x.txt", text.as_bytes());
    }
}

/// Compares the two halves of bytes, each as a text of its own.
pub fn compare(bytes: &[u8]) {
    let (one, other) = bytes.split_at(bytes.len() / 2);
    let opened = |bytes| Opened {
        name: "x.txt",
        bytes,
        kept: &[],
        stated: Vec::new(),
        document: 0,
    };
    if let Ok(comparison) = ANALYZER.compare(opened(one), opened(other), Default::default()) {
        comes_back(&comparison);
    }
}
