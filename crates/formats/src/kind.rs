//! What a file is, told by its content and never by the ending of its name: a .wps is a ZIP, an OLE file or
//! Microsoft Works; a .doc may be RTF or HTML.

use std::io::Cursor;

use crate::archive::Package;
use crate::error::OfficeError;
use crate::limits::Limits;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Word, or WPS, in a ZIP.
    Docx,
    /// Word, or WPS, in an OLE file.
    Doc,
    /// Rich text.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// HTML.
    Html,
    /// HTML with its parts in a MIME message.
    Mht,
    /// Sheets of Excel or WPS: xlsx, xls, et.
    Sheet,
    /// Sheets of OpenDocument.
    Ods,
    /// OFD, the Chinese format of fixed pages.
    Ofd,
    /// PDF.
    Pdf,
    /// An archive of files.
    Zip,
    /// Plain text in whatever encoding: not read here.
    Text,
    /// Nothing at all.
    Empty,
    /// Known, and not read.
    Foreign(Foreign),
    /// Not known.
    Unknown,
}

/// A kind that is known and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Slides.
    Slides,
    /// Microsoft Works.
    Works,
    /// A picture.
    Picture,
    /// An archive that is no ZIP.
    Archive,
    /// Word before Word 6.
    OldWord,
    /// A book of Excel in a binary form of its own (xlsb).
    BinarySheet,
}

impl Foreign {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Slides => "foreign.slides",
            Self::Works => "foreign.works",
            Self::Picture => "foreign.picture",
            Self::Archive => "foreign.archive",
            Self::OldWord => "foreign.old-word",
            Self::BinarySheet => "foreign.binary-sheet",
        }
    }
}

/// Beginnings of files that are not read.
const FOREIGN: [(&[u8], Foreign); 11] = [
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"II*\0", Foreign::Picture),
    (b"MM\0*", Foreign::Picture),
    (b"BM", Foreign::Picture),
    (b"Rar!", Foreign::Archive),
    (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
    (b"\x1F\x8B", Foreign::Archive),
    (b"\xDB\xA5", Foreign::OldWord),
    (b"\x31\xBE\0\0", Foreign::OldWord),
];

/// How far the beginning of a file is looked at, in bytes.
const HEAD: usize = 4096;

/// Whether bytes are for the readers of office files; plain text, and what nobody knows, are for the analysis. So is a
/// text with tags in it: who saved it as text wants all of it read.
pub fn is_office(name: &str, bytes: &[u8], limits: &Limits) -> bool {
    let name = name.to_ascii_lowercase();
    let named_text = [".txt", ".md"].iter().any(|ending| name.ends_with(ending));
    match kind_of(bytes, limits) {
        Ok(Kind::Html) => !named_text,
        kind => !matches!(
            kind,
            Ok(Kind::Text | Kind::Empty | Kind::Unknown | Kind::Foreign(Foreign::Picture))
        ),
    }
}

/// What the file is.
///
/// # Errors
///
/// [`OfficeError`] where the container of the file cannot be opened.
pub fn kind_of(bytes: &[u8], limits: &Limits) -> Result<Kind, OfficeError> {
    if bytes.len() > limits.file_bytes {
        return Err(OfficeError::TooLarge);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if bytes.is_empty() {
        return Ok(Kind::Empty);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return kind_of_zip(bytes, limits);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return kind_of_ole(bytes);
    }
    // PDF allows for a kilobyte before its mark.
    if find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        return Ok(Kind::Pdf);
    }
    let trimmed = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let trimmed = trimmed.trim_ascii_start();
    if trimmed.starts_with(b"{\\rt") {
        return Ok(Kind::Rtf);
    }
    let is_bitmap_by_chance = |magic: &[u8]| magic == b"BM" && !head.contains(&0);
    let foreign = FOREIGN
        .iter()
        .find(|(magic, _)| head.starts_with(magic) && !is_bitmap_by_chance(magic));
    if let Some((_, foreign)) = foreign {
        return Ok(Kind::Foreign(*foreign));
    }
    Ok(kind_of_text(bytes, trimmed))
}

/// A ZIP is what its parts say.
fn kind_of_zip(bytes: &[u8], limits: &Limits) -> Result<Kind, OfficeError> {
    let mut package = Package::open(bytes, limits)?;
    if let Some(types) = package.part("[Content_Types].xml")? {
        let says = |what: &str| find(&types, what.as_bytes()).is_some();
        if says("wordprocessingml") || says("ms-word.document") {
            return Ok(Kind::Docx);
        }
        if says("ms-excel.sheet.binary") {
            return Ok(Kind::Foreign(Foreign::BinarySheet));
        }
        if says("spreadsheetml") || says("ms-excel.sheet") {
            return Ok(Kind::Sheet);
        }
        if says("presentationml") {
            return Ok(Kind::Foreign(Foreign::Slides));
        }
    }
    if let Some(mime) = package.part("mimetype")? {
        let says = |what: &str| find(&mime, what.as_bytes()).is_some();
        if says("opendocument.text") {
            return Ok(Kind::Odt);
        }
        if says("opendocument.spreadsheet") {
            return Ok(Kind::Ods);
        }
        if says("opendocument.presentation") {
            return Ok(Kind::Foreign(Foreign::Slides));
        }
    }
    Ok(if package.has("OFD.xml") {
        Kind::Ofd
    } else if package.has("word/document.xml") {
        Kind::Docx
    } else if package.has("xl/workbook.xml") {
        Kind::Sheet
    } else {
        Kind::Zip
    })
}

/// An OLE file is what its streams are called.
fn kind_of_ole(bytes: &[u8]) -> Result<Kind, OfficeError> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| OfficeError::Damaged)?;
    let has = |name: &str| file.is_stream(name);
    Ok(if has("/EncryptedPackage") || has("/EncryptionInfo") {
        return Err(OfficeError::Encrypted);
    } else if has("/WordDocument") {
        Kind::Doc
    } else if has("/Workbook") || has("/Book") {
        Kind::Sheet
    } else if has("/PowerPoint Document") {
        Kind::Foreign(Foreign::Slides)
    } else if has("/MatOST") || has("/MN0") || has("/CONTENTS") {
        Kind::Foreign(Foreign::Works)
    } else {
        Kind::Unknown
    })
}

/// Tags that no text begins with by chance.
const TAGS: [&str; 9] = [
    "<html",
    "<!doctype",
    "<head",
    "<body",
    "<table",
    "<div",
    "<meta",
    "<script",
    "<p",
];

/// Text is HTML, a MIME message with HTML, or text; `head` is its beginning without a mark or spaces.
fn kind_of_text(bytes: &[u8], head: &[u8]) -> Kind {
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let plain: Vec<u8> = if wide {
        head.iter().copied().filter(|byte| *byte != 0).collect()
    } else {
        head.to_vec()
    };
    let begin = String::from_utf8_lossy(&plain).to_ascii_lowercase();
    let is_message = ["mime-version:", "from:", "content-type:"]
        .iter()
        .any(|header| begin.starts_with(header));
    if is_message && begin.contains("multipart/") && begin.contains("boundary=") {
        return Kind::Mht;
    }
    let is_tag = |tag: &str| {
        begin.find(tag).is_some_and(|at| {
            let next = begin.as_bytes().get(at + tag.len());
            next.is_some_and(|next| matches!(next, b'>' | b' ' | b'\n' | b'\r' | b'\t'))
        })
    };
    let is_markup = begin.starts_with('<') || begin.contains("<html");
    if is_markup && TAGS.iter().any(|tag| is_tag(tag)) {
        return Kind::Html;
    }
    if wide || !bytes.contains(&0) || is_wide_text(head) {
        return Kind::Text;
    }
    Kind::Unknown
}

/// UTF-16 without a mark: every other byte of its ASCII characters is zero, and none of the others are.
fn is_wide_text(head: &[u8]) -> bool {
    let zeros = |parity: usize| {
        let bytes = head.iter().skip(parity).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    even.min(odd) == 0 && even.max(odd) > 0
}

/// Where `needle` first stands in `bytes`.
pub(crate) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window == needle)
}
