//! What is told of a file, as JavaScript objects. The page's types of them stand in `www/js/office/types.js`.

use serde::Serialize;
use xushi_formats::{
    Kind, Language, LedgerEntry, LedgerSheet, OfficeError, OfficeText, SetAside, SetAsideKind, Span,
};

/// Words in both languages.
#[derive(Serialize)]
pub struct Said {
    zh: String,
    en: String,
}

impl Said {
    /// What `message` says in each language.
    pub fn by(message: impl Fn(Language) -> String) -> Self {
        Self {
            zh: message(Language::Chinese),
            en: message(Language::English),
        }
    }
}

/// A file that was read, or one out of an archive; what is not there has no key.
#[derive(Serialize)]
pub struct ReadFile {
    /// Its name, for a file of an archive with its path inside.
    name: String,
    /// What became of it: `office` with `office`; `plain` and `pdf`, both with `bytes`; `skipped`; `refused` with `said`.
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    office: Option<Office>,
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<Said>,
}

/// The text of an office file, and what is told of it.
#[derive(Serialize)]
struct Office {
    kind: &'static str,
    text: String,
    /// Its paragraphs, ascending: start, end (UTF-16 units of `text`), level of the heading or 0; and the next.
    stated: Vec<u32>,
    warnings: Vec<Said>,
    /// What the file held that is no text.
    unread: Vec<Said>,
    set_aside: Vec<Left>,
    /// Sheets that are task ledgers; no key where none is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ledgers: Vec<Ledger>,
}

/// A sheet that is a task ledger.
#[derive(Serialize)]
struct Ledger {
    sheet: String,
    rows: Vec<Row>,
    /// Rows of the sheet, from 1, that name no task and were left out.
    skipped: Vec<u32>,
    /// Rows of the sheet, from 1, in which a formula has no result.
    unknown: Vec<u32>,
}

/// A row of a ledger, with what stands in each kind of column; `row` is its number in the sheet, from 1.
#[derive(Serialize)]
struct Row {
    row: u32,
    number: String,
    source: String,
    content: String,
    targets: Vec<String>,
    lead: Vec<String>,
    responsible: Vec<String>,
    support: Vec<String>,
    deadlines: Vec<String>,
    progress: String,
    state: String,
    note: String,
}

/// Text of the file that is no part of what it says.
#[derive(Serialize)]
struct Left {
    kind: &'static str,
    text: String,
}

impl ReadFile {
    /// One that gave a text.
    pub fn office(name: String, text: OfficeText) -> Self {
        let warnings = text.warnings.iter();
        let unread = text.unread.iter();
        let office = Office {
            kind: kind(text.kind),
            warnings: warnings
                .map(|warning| Said::by(|language| warning.message(language)))
                .collect(),
            unread: unread
                .map(|unread| Said::by(|language| unread.message(language)))
                .collect(),
            stated: stated(&text),
            set_aside: text.set_aside.into_iter().map(left).collect(),
            ledgers: text.ledgers.into_iter().map(ledger).collect(),
            text: text.text,
        };
        Self {
            office: Some(office),
            ..Self::other(name, "office")
        }
    }

    /// One that was not read, and why.
    pub fn refused(name: String, error: OfficeError) -> Self {
        Self {
            said: Some(Said::by(|language| error.message(language))),
            ..Self::other(name, "refused")
        }
    }

    /// One of which only the outcome is told.
    pub fn other(name: String, outcome: &'static str) -> Self {
        Self {
            name,
            outcome,
            office: None,
            said: None,
        }
    }
}

/// The paragraphs of a text; their spans are bytes there and UTF-16 units here.
fn stated(text: &OfficeText) -> Vec<u32> {
    let mut units = Units::new(&text.text);
    let paragraphs = text.paragraphs().into_iter();
    let told = paragraphs.map(|(span, level)| {
        let (start, end) = (units.at(span.start), units.at(span.end));
        [start, end, u32::from(level)]
    });
    told.flatten().collect()
}

/// Counts UTF-16 units up to places that ascend.
struct Units<'a> {
    text: &'a str,
    bytes: usize,
    units: usize,
}

impl<'a> Units<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            bytes: 0,
            units: 0,
        }
    }

    /// The units before a byte; a place before the last one that was asked for is that one.
    fn at(&mut self, byte: usize) -> u32 {
        let passed = self.text.get(self.bytes..byte).unwrap_or_default();
        self.units += passed.encode_utf16().count();
        self.bytes += passed.len();
        u32::try_from(self.units).unwrap_or(u32::MAX)
    }
}

/// Starts and ends in UTF-16 units of a text, in any order, as spans in bytes.
pub fn byte_spans(text: &str, places: &[u32]) -> Vec<Span> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        starts.push((units, byte));
        units += character.len_utf16();
    }
    let byte = |unit: u32| {
        let at = starts.partition_point(|(before, _)| *before < unit as usize);
        starts.get(at).map_or(text.len(), |(_, byte)| *byte)
    };
    let pairs = places.chunks_exact(2);
    pairs
        .map(|pair| Span {
            start: byte(pair[0]),
            end: byte(pair[1]),
        })
        .collect()
}

/// A kind of file as the page's strings know it.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Docx => "docx",
        Kind::Doc => "doc",
        Kind::Rtf => "rtf",
        Kind::Odt => "odt",
        Kind::Html => "html",
        Kind::Mht => "mht",
        Kind::Sheet => "sheet",
        Kind::Ods => "ods",
        Kind::Ofd => "ofd",
        Kind::Pdf => "pdf",
        Kind::Zip | Kind::Text | Kind::Empty | Kind::Foreign(_) | Kind::Unknown => "other",
    }
}

fn ledger(ledger: LedgerSheet) -> Ledger {
    Ledger {
        sheet: ledger.sheet,
        rows: ledger.rows.into_iter().map(row).collect(),
        skipped: ledger.skipped,
        unknown: ledger.unknown,
    }
}

fn row(entry: LedgerEntry) -> Row {
    Row {
        row: entry.row,
        number: entry.number,
        source: entry.source,
        content: entry.content,
        targets: entry.targets,
        lead: entry.lead,
        responsible: entry.responsible,
        support: entry.support,
        deadlines: entry.deadlines,
        progress: entry.progress,
        state: entry.state,
        note: entry.note,
    }
}

fn left(SetAside { kind, text, .. }: SetAside) -> Left {
    let kind = match kind {
        SetAsideKind::Head => "head",
        SetAsideKind::Foot => "foot",
        SetAsideKind::PageNumber => "page_number",
        SetAsideKind::Contents => "contents",
        SetAsideKind::Menu => "menu",
        SetAsideKind::Comment => "comment",
        SetAsideKind::Cell => "cell",
    };
    Left { kind, text }
}

#[cfg(test)]
mod tests {
    use super::{Units, byte_spans};

    #[test]
    fn units_are_those_of_javascript() {
        let mut units = Units::new("一🀄a\n二");
        let places: Vec<u32> = [3, 7, 8, 9, 12, 4].map(|byte| units.at(byte)).to_vec();
        assert_eq!(places, [1, 3, 4, 5, 6, 6]);
    }

    #[test]
    fn places_of_javascript_are_bytes() {
        let spans = byte_spans("一🀄a\n二", &[5, 6, 1, 3, 9, 9]);
        let bytes: Vec<(usize, usize)> = spans.iter().map(|span| (span.start, span.end)).collect();
        assert_eq!(bytes, [(9, 12), (3, 7), (12, 12)]);
    }
}
