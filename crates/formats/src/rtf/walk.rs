//! The walk over the signs of an RTF.

use std::collections::HashMap;

use super::codes::charset;
use super::destinations::{Destination, KNOWN, of};
use super::tokens::Token;
use crate::encoding::{self, Encoding};
use crate::error::OfficeError;
use crate::model::{Place, SetAsideKind, UnreadKind, WarningCode};
use crate::writing::{Writer, push_visible};

/// What a group inherits from the one around it.
#[derive(Clone)]
pub(super) struct Group {
    destination: Destination,
    /// Characters that stand for one of Unicode, for old readers.
    skipped: usize,
    encoding: Option<Encoding>,
    is_deleted: bool,
    is_hidden: bool,
}

/// A walk.
pub(super) struct Walk<'w> {
    pub(super) writer: &'w mut Writer,
    pub(super) groups: Vec<Group>,
    most_groups: usize,
    encoding: Encoding,
    fonts: HashMap<i32, Option<Encoding>>,
    font: i32,
    bytes: Vec<u8>,
    /// Characters that are still to be skipped.
    skip: usize,
    /// A half of a character of UTF-16.
    half: Option<u16>,
    is_new: bool,
    pub(super) texts: HashMap<u8, String>,
    pub(super) number: String,
    pub(super) heading: Option<u8>,
    pub(super) in_table: bool,
    pub(super) cells: Vec<String>,
    pub(super) paragraphs: u32,
    pub(super) tables: u32,
    pub(super) rows: u32,
    pub(super) notes: Vec<String>,
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
            encoding: encoding::WESTERN,
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

    pub(super) fn destination(&self) -> Destination {
        self.groups
            .last()
            .map_or(Destination::Nothing, |group| group.destination)
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
            "ansicpg" => {
                if let Some(named) = encoding::of_code_page(number.unwrap_or(0)) {
                    self.encoding = named;
                }
            }
            "f" if self.destination() == Destination::Fonts => self.font = number.unwrap_or(0),
            "fcharset" => {
                self.fonts.insert(self.font, charset(number.unwrap_or(0)));
            }
            "f" => {
                let encoding = self.fonts.get(&number.unwrap_or(0)).cloned().flatten();
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
    pub(super) fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let own = self.groups.last().and_then(|group| group.encoding.as_ref());
        let text = own.unwrap_or(&self.encoding).text(&bytes);
        self.push(&text);
    }

    pub(super) fn push(&mut self, text: &str) {
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

    pub(super) fn take(&mut self, destination: Destination) -> String {
        self.texts.remove(&(destination as u8)).unwrap_or_default()
    }

    pub(super) fn place(&self) -> Place {
        Place {
            paragraph: Some(self.paragraphs),
            ..Place::default()
        }
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
        let said =
            Some(text.trim().trim_end_matches(';').to_owned()).filter(|text| !text.is_empty());
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
}
