//! Files made in code, about places that do not exist.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs
)]

pub mod books;
pub mod pages;
pub mod words;

use std::io::{Cursor, Write};

use xushi_formats::{HintKind, Limits, OfficeError, OfficeText, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub fn text_of(bytes: &[u8]) -> OfficeText {
    read(bytes, &Limits::default()).unwrap()
}

pub fn error_of(bytes: &[u8]) -> OfficeError {
    read(bytes, &Limits::default()).err().unwrap()
}

/// The lines that are not empty.
pub fn lines(text: &OfficeText) -> Vec<&str> {
    text.text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect()
}

/// The stretches of the text that have a hint.
pub fn hinted(text: &OfficeText, wanted: impl Fn(HintKind) -> bool) -> Vec<&str> {
    let hints = text.hints.iter().filter(|hint| wanted(hint.kind));
    hints
        .map(|hint| &text.text[hint.span.start..hint.span.end])
        .collect()
}

/// Every stretch and hint is a stretch of the text.
pub fn check(text: &OfficeText) {
    for span in text
        .stretches
        .iter()
        .map(|it| it.span)
        .chain(text.hints.iter().map(|it| it.span))
    {
        assert!(
            text.text.get(span.start..span.end).is_some(),
            "{span:?} of {:?}",
            text.text
        );
    }
    assert!(
        text.stretches
            .windows(2)
            .all(|pair| pair[0].span.end <= pair[1].span.start)
    );
}
