//! Characters to paragraphs and rows; marks among the characters say where they end, where fields and notes are.

use super::pieces::Character;
use super::properties::{Properties, Runs};
use super::styles::Styles;
use crate::lists::{Lists, space_behind};
use crate::model::{Hint, HintKind, Place, SetAsideKind, Span, UnreadKind, WarningCode};
use crate::writing::{Writer, push_visible};

/// What characters belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    Text,
    Notes,
    Heads,
    Macros,
    Comments,
    Boxes,
}

/// What the file says of its characters.
#[derive(Default)]
pub(super) struct Telling {
    pub(super) paragraphs: Runs,
    pub(super) characters: Runs,
    pub(super) styles: Styles,
    pub(super) lists: Lists,
}

/// Writes the stories: the text, its boxes, its notes; heads and comments are set aside.
pub(super) fn write(
    stories: impl IntoIterator<Item = (Story, Vec<Character>)>,
    telling: Telling,
    writer: &mut Writer,
) {
    let mut stories: Vec<_> = stories.into_iter().collect();
    stories.sort_by_key(|(story, _)| match story {
        Story::Text => 0,
        Story::Boxes => 1,
        _ => 2,
    });
    let mut walk = Walk {
        telling,
        writer,
        story: Story::Text,
        line: String::new(),
        cells: Vec::new(),
        cell: String::new(),
        fields: Vec::new(),
        paragraphs: 0,
        tables: 0,
        rows: 0,
        notes: 0,
        marks: Vec::new(),
        in_deleted: false,
        in_inserted: false,
    };
    for (story, characters) in stories {
        if story != Story::Macros {
            walk.story(story, &characters);
        }
    }
}

/// A walk over the stories.
pub(super) struct Walk<'w> {
    telling: Telling,
    pub(super) writer: &'w mut Writer,
    story: Story,
    line: String,
    /// Cells of the row so far, and what the one that is open holds.
    pub(super) cells: Vec<String>,
    pub(super) cell: String,
    /// For each open field, whether its result is being read.
    fields: Vec<bool>,
    pub(super) paragraphs: u32,
    pub(super) tables: u32,
    pub(super) rows: u32,
    notes: u32,
    marks: Vec<Hint>,
    in_deleted: bool,
    in_inserted: bool,
}

impl Walk<'_> {
    fn story(&mut self, story: Story, characters: &[Character]) {
        self.story = story;
        self.fields.clear();
        let mut before = None;
        for character in characters {
            // A row ends by a second mark where nothing is known of paragraphs.
            let is_second = before == Some('\u{7}');
            self.character(*character, is_second);
            before = Some(character.value);
        }
        self.end(Properties::default());
        self.row();
    }

    fn character(&mut self, character: Character, is_second: bool) {
        match character.value {
            '\r' | '\u{C}' | '\u{E}' => {
                let properties = self.telling.paragraphs.at(character.at);
                self.end(properties);
            }
            '\u{7}' => {
                let properties = self.telling.paragraphs.at(character.at);
                if properties.ends_row || (is_second && !properties.in_table) {
                    self.row();
                } else {
                    self.end(Properties {
                        in_table: true,
                        ..properties
                    });
                    self.cells.push(std::mem::take(&mut self.cell));
                }
            }
            '\u{13}' => self.fields.push(false),
            '\u{14}' => {
                if let Some(last) = self.fields.last_mut() {
                    *last = true;
                }
            }
            '\u{15}' => drop(self.fields.pop()),
            '\u{1}' | '\u{8}' => {
                if self.story == Story::Text {
                    self.writer.unread(UnreadKind::Picture, 1);
                }
            }
            '\u{2}' => self.note(),
            '\u{5}' => {
                if self.story == Story::Text {
                    self.writer.warn(WarningCode::Comments, 1);
                }
            }
            _ if self.fields.contains(&false) => {}
            _ if self.is_out(character) => {}
            '\u{B}' => self.line.push('\n'),
            '\u{1E}' => self.line.push('-'),
            '\u{1F}' => {}
            value => push_visible(&mut self.line, value.encode_utf8(&mut [0; 4])),
        }
    }

    /// Whether a character is deleted or hidden; each stretch is counted once.
    fn is_out(&mut self, character: Character) -> bool {
        let properties = self.telling.characters.at(character.at);
        let is_deleted = properties.is_deleted || properties.is_hidden;
        if is_deleted && !self.in_deleted {
            let code = if properties.is_deleted {
                WarningCode::Deleted
            } else {
                WarningCode::Hidden
            };
            self.writer.warn(code, 1);
        }
        if properties.is_inserted && !is_deleted && !self.in_inserted {
            self.writer.warn(WarningCode::Inserted, 1);
        }
        self.in_deleted = is_deleted;
        self.in_inserted = properties.is_inserted && !is_deleted;
        is_deleted
    }

    /// The mark of a note: in the text its place, in the notes the beginning of the next.
    fn note(&mut self) {
        if self.story == Story::Text {
            self.notes += 1;
            let end = self.line.len();
            let kind = HintKind::NoteMark(self.notes);
            self.marks.push(Hint {
                span: Span { start: end, end },
                kind,
            });
        }
    }

    /// Ends a paragraph.
    fn end(&mut self, properties: Properties) {
        let line = std::mem::take(&mut self.line);
        let marks = std::mem::take(&mut self.marks);
        self.paragraphs += 1;
        let place = Place {
            paragraph: Some(self.paragraphs),
            ..Place::default()
        };
        match self.story {
            Story::Heads => self.writer.set_aside(SetAsideKind::Head, &line, place),
            Story::Comments => self.writer.set_aside(SetAsideKind::Comment, &line, place),
            _ if self.telling.styles.is_contents(properties.style) => {
                self.writer.set_aside(SetAsideKind::Contents, &line, place);
            }
            _ => self.paragraph(line, marks, properties, place),
        }
    }

    fn paragraph(&mut self, line: String, marks: Vec<Hint>, properties: Properties, place: Place) {
        let (text, mut hints) = self.numbered(line, marks, properties);
        if properties.in_table {
            if self.cell.ends_with(|c: char| c.is_alphanumeric()) && !text.is_empty() {
                self.cell.push(' ');
            }
            self.cell.push_str(text.replace(['\n', '\t'], " ").trim());
            return;
        }
        self.rows = 0;
        let whole = Span {
            start: 0,
            end: text.trim_end().len(),
        };
        let heading = match properties.outline {
            Some(level @ 0..=8) => Some(level + 1),
            Some(_) => None,
            None => self.telling.styles.heading(properties.style),
        };
        let kinds = [
            Some(HintKind::Paragraph),
            heading.map(|level| match level {
                0 => HintKind::Title,
                level => HintKind::Heading(level),
            }),
            (self.story == Story::Boxes).then_some(HintKind::TextBox),
            (self.story == Story::Notes).then_some(HintKind::Note(self.notes)),
        ];
        let kinds = kinds.into_iter().flatten();
        hints.extend(kinds.map(|kind| Hint { span: whole, kind }));
        self.writer.paragraph(&text, &hints, place);
    }

    /// The paragraph with its automatic number.
    fn numbered(
        &mut self,
        line: String,
        mut hints: Vec<Hint>,
        properties: Properties,
    ) -> (String, Vec<Hint>) {
        let (list, level) = self.telling.styles.list(properties.style);
        let list = properties.list.or(list).filter(|list| *list > 0);
        let Some(list) = list.filter(|_| !line.trim().is_empty()) else {
            return (line, hints);
        };
        let level = properties.list_level.or(level).unwrap_or(0);
        let Some(number) = self.telling.lists.next(u32::from(list), usize::from(level)) else {
            return (line, hints);
        };
        let line = line.trim_start();
        let before = format!("{number}{}", space_behind(&number, line));
        for hint in &mut hints {
            hint.span.start += before.len();
            hint.span.end += before.len();
        }
        let kind = match number.len() {
            0 => HintKind::Bullet(level.saturating_add(1)),
            _ => HintKind::Number(level.saturating_add(1)),
        };
        let span = Span {
            start: 0,
            end: number.len(),
        };
        hints.push(Hint { span, kind });
        (format!("{before}{line}"), hints)
    }
}
