//! What the targets share: a drawn file is read, and its spans are of its text; a drawn text goes through the core.

pub mod core;

use std::io::{Cursor, Write};

use xushi_formats::{Content, Limits, OfficeText, read_files};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Reads a file as it is dropped.
pub fn read(bytes: &[u8]) {
    for file in read_files("x", bytes, &Limits::default()) {
        if let Content::Office(text) = file.content {
            check(&text);
        }
    }
}

/// Reads a package of parts.
pub fn read_packed(parts: &[(&str, &[u8])]) {
    read(&packed(parts));
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        let written = zip.start_file(*name, options);
        written.expect("a name");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

fn check(text: &OfficeText) {
    let stretches = text.stretches.iter().map(|stretch| stretch.span);
    for span in stretches.chain(text.hints.iter().map(|hint| hint.span)) {
        assert!(text.text.get(span.start..span.end).is_some(), "{span:?}");
        let _ = text.locate(span.start);
    }
    let _ = text.paragraphs();
}

/// A docx whose text is drawn, with lists.
pub fn docx(document: &[u8], numbering: &[u8]) -> Vec<u8> {
    const TYPES: &[u8] = b"<Types><Override ContentType='wordprocessingml.document'/></Types>";
    const RELATIONS: &[u8] = b"<Relationships><Relationship Id='r' Type='x/numbering' Target='numbering.xml'/></Relationships>";
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/document.xml", document),
        ("word/numbering.xml", numbering),
    ])
}
