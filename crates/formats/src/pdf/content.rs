//! The operators of a page's content that place text.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::Font;
use super::matrix::{Matrix, matrix, number};
use crate::flow::{self, Run};
use crate::limits::Limits;

/// What `q` keeps and `Q` brings back.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// Reads contents, with the fonts of all pages.
pub(super) struct Interpreter<'a> {
    document: &'a Document,
    limits: &'a Limits,
    fonts: HashMap<ObjectId, Rc<Font>>,
    operations: usize,
    /// Pictures that were drawn.
    pub(super) pictures: usize,
    runs: Vec<Run>,
}

/// How deep forms stand in forms, and how much of all contents is read.
const FORMS: usize = 8;
const OPERATIONS: usize = 20_000_000;

impl<'a> Interpreter<'a> {
    pub(super) fn new(document: &'a Document, limits: &'a Limits) -> Self {
        Self {
            document,
            limits,
            fonts: HashMap::new(),
            operations: 0,
            pictures: 0,
            runs: Vec::new(),
        }
    }

    /// The runs of a page.
    pub(super) fn page(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
        start: Matrix,
    ) -> Vec<Run> {
        let state = State {
            matrix: start,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.content(content, resources, state, 0);
        std::mem::take(&mut self.runs)
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
        mut state: State,
        depth: usize,
    ) {
        let Ok(content) = Content::decode(content) else {
            return;
        };
        let mut kept: Vec<State> = Vec::new();
        let mut text = Text::default();
        for operation in &content.operations {
            self.operations += 1;
            if self.operations > OPERATIONS {
                return;
            }
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "q" if kept.len() < 1000 => kept.push(state.clone()),
                "Q" => {
                    if let Some(last) = kept.pop() {
                        state = last;
                    }
                }
                "cm" => {
                    if let Some(matrix) = matrix(operands) {
                        state.matrix = matrix.then(state.matrix);
                    }
                }
                "Tf" => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    state.font = name.and_then(|name| self.font(resources, name));
                    state.size = number(operands, 1);
                }
                "Do" => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    if let Some(name) = name {
                        self.draw(name, resources, &state, depth);
                    }
                }
                other => self.text(other, operands, &mut state, &mut text),
            }
        }
    }

    fn text(&mut self, operator: &str, operands: &[Object], state: &mut State, text: &mut Text) {
        match operator {
            "BT" => *text = Text::default(),
            "Tc" => state.letter_space = number(operands, 0),
            "Tw" => state.word_space = number(operands, 0),
            "Tz" => state.stretch = number(operands, 0) / 100.0,
            "TL" => state.leading = number(operands, 0),
            "Ts" => state.rise = number(operands, 0),
            "Td" => text.next_line(number(operands, 0), number(operands, 1)),
            "TD" => {
                state.leading = -number(operands, 1);
                text.next_line(number(operands, 0), number(operands, 1));
            }
            "Tm" => {
                if let Some(matrix) = matrix(operands) {
                    (text.line, text.matrix) = (matrix, matrix);
                }
            }
            "T*" => text.next_line(0.0, -state.leading),
            "Tj" => self.show(operands.first(), state, text),
            "'" => {
                text.next_line(0.0, -state.leading);
                self.show(operands.first(), state, text);
            }
            "\"" => {
                state.word_space = number(operands, 0);
                state.letter_space = number(operands, 1);
                text.next_line(0.0, -state.leading);
                self.show(operands.get(2), state, text);
            }
            "TJ" => {
                let parts = operands.first().and_then(|parts| parts.as_array().ok());
                for part in parts.into_iter().flatten() {
                    match part.as_float() {
                        Ok(back) => {
                            let x = -back / 1000.0 * state.size * state.stretch;
                            text.matrix = Matrix::shift(x, 0.0).then(text.matrix);
                        }
                        Err(_) => self.show(Some(part), state, text),
                    }
                }
            }
            _ => {}
        }
    }

    /// Shows a string.
    fn show(&mut self, string: Option<&Object>, state: &State, text: &mut Text) {
        let bytes = string.and_then(|string| string.as_str().ok());
        let (Some(bytes), Some(font)) = (bytes, state.font.clone()) else {
            return;
        };
        for glyph in font.glyphs(bytes) {
            let place = Matrix::shift(0.0, state.rise)
                .then(text.matrix)
                .then(state.matrix);
            let [a, b, c, d, x, y] = place.0;
            let across = (a * a + b * b).sqrt() * state.stretch.abs();
            let size = (c * c + d * d).sqrt() * state.size.abs();
            let space = if glyph.is_space {
                state.word_space
            } else {
                0.0
            };
            let width = glyph.width * state.size;
            // Text that stands on its side is no line of the page.
            if b.abs() <= a.abs() * 0.3 && a * state.size > 0.0 {
                let run = Run {
                    x,
                    y,
                    width: width * across,
                    size,
                    text: glyph.text,
                };
                flow::add(&mut self.runs, run);
            }
            let advance = (width + state.letter_space + space) * state.stretch;
            text.matrix = Matrix::shift(advance, 0.0).then(text.matrix);
        }
    }

    fn draw(
        &mut self,
        name: &[u8],
        resources: Option<&'a Dictionary>,
        state: &State,
        depth: usize,
    ) {
        let document = self.document;
        let object = resources.and_then(|resources| find(document, resources, b"XObject", name));
        let Some(Object::Stream(stream)) = object else {
            return;
        };
        match stream.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => self.pictures += 1,
            Ok(b"Form") if depth < FORMS => {
                let Ok(content) = stream.get_plain_content_with_limit(self.limits.part_bytes)
                else {
                    return;
                };
                let own = stream.dict.get(b"Resources").ok();
                let own = own.and_then(|own| document.dereference(own).ok());
                let own = own.and_then(|(_, own)| own.as_dict().ok());
                let form = stream.dict.get(b"Matrix").and_then(Object::as_array);
                let form = form
                    .ok()
                    .and_then(|form| matrix(form))
                    .unwrap_or(Matrix::UNIT);
                let mut inside = state.clone();
                inside.matrix = form.then(state.matrix);
                self.content(&content, own.or(resources), inside, depth + 1);
            }
            _ => {}
        }
    }

    fn font(&mut self, resources: Option<&'a Dictionary>, name: &[u8]) -> Option<Rc<Font>> {
        let fonts = self
            .document
            .dereference(resources?.get(b"Font").ok()?)
            .ok()?
            .1;
        let entry = fonts.as_dict().ok()?.get(name).ok()?;
        let id = entry.as_reference().ok();
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Some(known.clone());
        }
        let (_, font) = self.document.dereference(entry).ok()?;
        let font = Rc::new(Font::read(self.document, font.as_dict().ok()?, self.limits));
        if let Some(id) = id {
            self.fonts.insert(id, font.clone());
        }
        Some(font)
    }
}

/// Where text goes on.
struct Text {
    line: Matrix,
    matrix: Matrix,
}

impl Default for Text {
    fn default() -> Self {
        Self {
            line: Matrix::UNIT,
            matrix: Matrix::UNIT,
        }
    }
}

impl Text {
    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.matrix = self.line;
    }
}

fn find<'a>(
    document: &'a Document,
    resources: &'a Dictionary,
    group: &[u8],
    name: &[u8],
) -> Option<&'a Object> {
    let (_, group) = document.dereference(resources.get(group).ok()?).ok()?;
    let (_, object) = document
        .dereference(group.as_dict().ok()?.get(name).ok()?)
        .ok()?;
    Some(object)
}
