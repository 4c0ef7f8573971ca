//! The walk over the signs of an RTF.

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, WINDOWS_1252};

use super::destinations::{Destination, KNOWN, of};
use super::tokens::Token;
use crate::error::OfficeError;
use crate::lists::space_behind;
use crate::model::{Hint, HintKind, Place, SetAsideKind, Span, UnreadKind, WarningCode};
use crate::writing::{Writer, push_visible};

/// What a group inherits from the one around it.
#[derive(Clone)]
struct Group {
    destination: Destination,
    /// Characters that stand for one of Unicode, for old readers.
    skipped: usize,
    encoding: Option<&'static Encoding>,
    is_deleted: bool,
    is_hidden: bool,
}

/// A walk.
pub(super) struct Walk<'w> {
    writer: &'w mut Writer,
    groups: Vec<Group>,
    most_groups: usize,
    encoding: &'static Encoding,
    fonts: HashMap<i32, Option<&'static Encoding>>,
    font: i32,
    bytes: Vec<u8>,
    /// Characters that are still to be skipped.
    skip: usize,
    /// A half of a character of UTF-16.
    half: Option<u16>,
    is_new: bool,
    texts: HashMap<u8, String>,
    number: String,
    heading: Option<u8>,
    in_table: bool,
    cells: Vec<String>,
    paragraphs: u32,
    tables: u32,
    rows: u32,
    notes: Vec<String>,
}

impl<'w> Walk<'w> {
    pub(super) fn new(writer: &'w mut Writer, most_groups: usize) -> Self {
        let group = Group {
            destination: Destination::Text,
            skipped: 1,
            encoding: None,
            is_deleted: false,
            is_hidden: false,
        };
        Self {
            writer,
            groups: vec![group],
            most_groups,
            encoding: WINDOWS_1252,
            fonts: HashMap::new(),
            font: 0,
            bytes: Vec::new(),
            skip: 0,
            half: None,
            is_new: false,
            texts: HashMap::new(),
            number: String::new(),
            heading: None,
            in_table: false,
            cells: Vec::new(),
            paragraphs: 0,
            tables: 0,
            rows: 0,
            notes: Vec::new(),
        }
    }

    /// Takes the next sign.
    pub(super) fn token(&mut self, token: Token<'_>) -> Result<(), OfficeError> {
        match token {
            Token::Byte(_) if self.skip > 0 => self.skip -= 1,
            Token::Byte(byte) => self.bytes.push(byte),
            Token::Open => {
                self.decode();
                self.skip = 0;
                if self.groups.len() >= self.most_groups {
                    return Err(OfficeError::TooDeep);
                }
                if let Some(group) = self.groups.last().cloned() {
                    self.groups.push(group);
                }
            }
            Token::Close => {
                self.decode();
                self.skip = 0;
                self.close();
            }
            Token::Sign(sign) => {
                self.decode();
                match sign {
                    b'*' => {
                        self.is_new = true;
                        return Ok(());
                    }
                    b'~' => self.push(" "),
                    b'_' => self.push("-"),
                    b'{' | b'}' | b'\\' => self.push(&char::from(sign).to_string()),
                    b'\r' | b'\n' => self.paragraph(),
                    _ => {}
                }
            }
            Token::Word(word, number) => {
                self.decode();
                self.word(word, number);
            }
        }
        self.is_new = false;
        Ok(())
    }

    fn destination(&self) -> Destination {
        self.groups.last().map_or(Destination::Nothing, |group| group.destination)
    }

    fn group(&mut self, change: impl FnOnce(&mut Group)) {
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        let is_on = number != Some(0);
        if self.is_new && !KNOWN.contains(&word) {
            self.group(|group| group.destination = Destination::Nothing);
            return;
        }
        match word {
            "pict" => self.writer.unread(UnreadKind::Picture, 1),
            "objdata" => self.writer.unread(UnreadKind::Object, 1),
            _ => {}
        }
        if let Some(destination) = of(word) {
            let around = self.destination();
            // The parts of a head that is skipped are not skipped, those of what is silent are.
            let is_said = matches!(destination, Destination::Title | Destination::Author);
            if around != Destination::Nothing || is_said || word == "ud" {
                self.group(|group| group.destination = destination);
            }
            return;
        }
        match word {
            "ansicpg" => self.encoding = code_page(number.unwrap_or(0)).unwrap_or(self.encoding),
            "f" if self.destination() == Destination::Fonts => self.font = number.unwrap_or(0),
            "fcharset" => {
                self.fonts.insert(self.font, charset(number.unwrap_or(0)));
            }
            "f" => {
                let encoding = self.fonts.get(&number.unwrap_or(0)).copied().flatten();
                self.group(|group| group.encoding = encoding);
            }
            "uc" => self.group(|group| group.skipped = number.unwrap_or(1).clamp(0, 10) as usize),
            "u" => self.unicode(number.unwrap_or(0)),
            "plain" => self.group(|group| (group.is_deleted, group.is_hidden) = (false, false)),
            "deleted" => {
                self.writer.warn(WarningCode::Deleted, usize::from(is_on));
                self.group(|group| group.is_deleted = is_on);
            }
            "revised" => self.writer.warn(WarningCode::Inserted, usize::from(is_on)),
            "v" => {
                self.writer.warn(WarningCode::Hidden, usize::from(is_on));
                self.group(|group| group.is_hidden = is_on);
            }
            _ => self.layout(word, number),
        }
    }

    fn layout(&mut self, word: &str, number: Option<i32>) {
        match word {
            "pard" if self.destination() == Destination::Text => {
                self.in_table = false;
                self.heading = None;
            }
            "intbl" => self.in_table = true,
            "outlinelevel" => {
                let level = number.and_then(|level| u8::try_from(level).ok());
                self.heading = level.filter(|level| *level < 9).map(|level| level + 1);
            }
            "par" | "sect" | "page" => self.paragraph(),
            "line" | "lbr" => self.push("\n"),
            "tab" => self.push("\t"),
            "cell" | "nestcell" => {
                let text = self.take(Destination::Text);
                let cell = format!("{}{text}", std::mem::take(&mut self.number));
                self.cells.push(cell);
            }
            "row" | "nestrow" => self.row(),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "emspace" | "enspace" | "qmspace" => self.push(" "),
            _ => {}
        }
    }

    /// A unit of UTF-16, written as a number that may be below zero.
    fn unicode(&mut self, number: i32) {
        self.skip = self.groups.last().map_or(1, |group| group.skipped);
        let unit = (number & 0xFFFF) as u16;
        let units: Vec<u16> = self.half.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xD800..0xDC00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let text = String::from_utf16_lossy(&units);
        self.push(&text);
    }

    /// Makes characters of the bytes so far.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let own = self.groups.last().and_then(|group| group.encoding);
        let (text, _) = own.unwrap_or(self.encoding).decode_without_bom_handling(&bytes);
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        let Some(group) = self.groups.last() else {
            return;
        };
        let is_out = group.is_deleted || group.is_hidden;
        if is_out || matches!(group.destination, Destination::Nothing | Destination::Fonts) {
            return;
        }
        if group.destination == Destination::Number {
            push_visible(&mut self.number, text);
            return;
        }
        let to = self.texts.entry(group.destination as u8).or_default();
        match text {
            "\n" => to.push('\n'),
            text => push_visible(to, text),
        }
    }

    fn take(&mut self, destination: Destination) -> String {
        self.texts.remove(&(destination as u8)).unwrap_or_default()
    }

    fn place(&self) -> Place {
        Place { paragraph: Some(self.paragraphs), ..Place::default() }
    }

    fn close(&mut self) {
        let Some(closed) = self.groups.pop() else {
            return;
        };
        let around = self.groups.last().map(|group| group.destination);
        if self.groups.is_empty() {
            // More groups are closed than were opened.
            self.groups.push(closed);
            return;
        }
        if around == Some(closed.destination) {
            return;
        }
        let text = match closed.destination {
            Destination::Text | Destination::Number | Destination::Nothing | Destination::Fonts => {
                return;
            }
            destination => self.take(destination),
        };
        let place = self.place();
        let said = Some(text.trim().trim_end_matches(';').to_owned()).filter(|text| !text.is_empty());
        match closed.destination {
            Destination::Head => self.writer.set_aside(SetAsideKind::Head, &text, place),
            Destination::Foot => self.writer.set_aside(SetAsideKind::Foot, &text, place),
            Destination::Comment => {
                self.writer.warn(WarningCode::Comments, 1);
                self.writer.set_aside(SetAsideKind::Comment, &text, place);
            }
            Destination::Note => self.notes.push(text),
            Destination::Title => self.writer.properties.title = said,
            Destination::Author => self.writer.properties.author = said,
            _ => {}
        }
    }

    /// Ends a paragraph; one of a note, a head or a cell ends a line.
    fn paragraph(&mut self) {
        let destination = self.destination();
        if destination != Destination::Text || self.in_table {
            let to = self.texts.entry(destination as u8).or_default();
            if to.ends_with(|c: char| c.is_alphanumeric()) {
                to.push(' ');
            }
            return;
        }
        self.paragraphs += 1;
        self.rows = 0;
        let text = self.take(Destination::Text);
        let number = std::mem::take(&mut self.number);
        let number = number.trim();
        let mut hints = Vec::new();
        let text = if number.is_empty() || text.trim().is_empty() {
            text
        } else {
            let span = Span { start: 0, end: number.len() };
            hints.push(Hint { span, kind: HintKind::Number(1) });
            format!("{number}{}{}", space_behind(number, text.trim_start()), text.trim_start())
        };
        let span = Span { start: 0, end: text.len() };
        hints.push(Hint { span, kind: HintKind::Paragraph });
        if let Some(level) = self.heading {
            hints.push(Hint { span, kind: HintKind::Heading(level) });
        }
        let place = self.place();
        self.writer.paragraph(&text, &hints, place);
    }

    fn row(&mut self) {
        self.tables += u32::from(self.rows == 0);
        self.rows += 1;
        self.paragraphs += 1;
        let (table, row) = (self.tables, self.rows);
        let mut text = String::new();
        let mut hints = Vec::new();
        for (column, cell) in (1..).zip(std::mem::take(&mut self.cells)) {
            if column > 1 {
                text.push('\t');
            }
            let start = text.len();
            text.push_str(cell.replace(['\n', '\t'], " ").trim());
            let span = Span { start, end: text.len() };
            hints.push(Hint { span, kind: HintKind::Cell { table, row, column } });
        }
        let span = Span { start: 0, end: text.len() };
        hints.push(Hint { span, kind: HintKind::Row { table, row } });
        let place = self.place();
        self.writer.paragraph(&text, &hints, place);
    }

    /// Writes what is left, and the notes.
    pub(super) fn finish(&mut self) {
        self.decode();
        self.groups.truncate(1);
        self.in_table = false;
        self.paragraph();
        if !self.cells.is_empty() {
            self.row();
        }
        for (number, note) in (1..).zip(std::mem::take(&mut self.notes)) {
            let note = note.trim();
            let span = Span { start: 0, end: note.len() };
            let hints = [HintKind::Paragraph, HintKind::Note(number)];
            let hints = hints.map(|kind| Hint { span, kind });
            let place = self.place();
            self.writer.paragraph(note, &hints, place);
        }
    }
}

fn code_page(number: i32) -> Option<&'static Encoding> {
    match number {
        936 | 54936 => Some(GB18030),
        950 => Some(BIG5),
        932 => Some(SHIFT_JIS),
        949 => Some(EUC_KR),
        65001 => Some(encoding_rs::UTF_8),
        _ => None,
    }
}

/// The encoding of a font's set of characters; Western fonts say nothing, and then the document's counts.
fn charset(number: i32) -> Option<&'static Encoding> {
    match number {
        134 => Some(GB18030),
        136 => Some(BIG5),
        128 => Some(SHIFT_JIS),
        129 => Some(EUC_KR),
        _ => None,
    }
}
