//! Files that are no text, told by their first bytes.

/// The first bytes of formats that people drop by mistake, and the format's name.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word/Excel 97"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\0", "XZ"),
    (b"ID3", "MP3"),
    (b"OggS", "OGG"),
    (b"RIFF", "RIFF"),
    (b"\x7fELF", "ELF"),
    (b"\0asm", "WebAssembly"),
    (b"MZ", "EXE"),
    (b"SQLite format 3\0", "SQLite"),
    (b"wOFF", "WOFF"),
    (b"wOF2", "WOFF2"),
    (b"CAJ\0", "CAJ"),
    (b"HN\0\0", "CAJ"),
    (b"KDH ", "KDH"),
];

/// The most bytes that are looked at.
const LOOKED_AT: usize = 64 * 1024;

/// The format of bytes that are no text; an empty name where it is unknown, `None` for text.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(archive(head));
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Some("MP4");
    }
    if head.get(8..12) == Some(b"WEBP") {
        return Some("WebP");
    }
    let named = SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature));
    if let Some((signature, format)) = named {
        // Two letters may begin a text as well: it is binary only with control bytes in it.
        let sure = signature.len() > 3 || !signature.is_ascii() || controls(head) > 0;
        return sure.then_some(format);
    }
    (controls(head) * 10 > head.len()).then_some("")
}

/// What a ZIP archive holds, told by the names of its first parts.
fn archive(head: &[u8]) -> &'static str {
    let holds = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    if holds(b"word/") {
        "Word docx"
    } else if holds(b"xl/") {
        "Excel xlsx"
    } else if holds(b"ppt/") {
        "PowerPoint pptx"
    } else if holds(b"application/vnd.oasis") {
        "OpenDocument"
    } else if holds(b"OFD.xml") {
        "OFD"
    } else {
        "ZIP"
    }
}

/// Bytes that no text has: control codes other than white space.
fn controls(head: &[u8]) -> usize {
    head.iter()
        .filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b))
        .count()
}
