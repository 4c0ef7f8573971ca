//! The readers of office files as the page's worker calls them: the one file of them that knows JavaScript.

mod told;

use told::{ReadFile, Said, byte_spans};
use wasm_bindgen::prelude::*;
use xushi_formats::{
    Comment, Content, Kind, Limits, OfficeError, Page, Properties, Run, kind_of, with_comments,
};

/// Numbers of a run in [`Pages::add`]: left edge, baseline, width, size.
const NUMBERS: usize = 4;

/// Divides the texts of runs in [`Pages::add`]: no text of a page holds it.
const BETWEEN: char = '\u{1}';

/// Panics are printed from now on.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Reads a file, or every file of an archive: an array of at least one [`ReadFile`]. What is for another reader, plain
/// text or a PDF, comes back with its `bytes`.
///
/// # Errors
///
/// None that a file could bring about.
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8]) -> Result<js_sys::Array, JsValue> {
    let limits = Limits::default();
    let files = js_sys::Array::new();
    for file in xushi_formats::read_files(name, bytes, &limits) {
        let (told, raw) = match file.content {
            Content::Office(text) => (ReadFile::office(file.name, *text), None),
            Content::Plain(bytes) => {
                let is_pdf = kind_of(&bytes, &limits) == Ok(Kind::Pdf);
                let outcome = if is_pdf { "pdf" } else { "plain" };
                (ReadFile::other(file.name, outcome), Some(bytes))
            }
            Content::Skipped(_) => (ReadFile::other(file.name, "skipped"), None),
            Content::Refused(error) => (ReadFile::refused(file.name, error), None),
        };
        let object = object(&told)?;
        if let Some(raw) = raw {
            let raw = js_sys::Uint8Array::from(raw.as_slice());
            js_sys::Reflect::set(&object, &"bytes".into(), &raw)?;
        }
        files.push(&object);
    }
    Ok(files)
}

/// What is said of a PDF that the page's reader for it did not open.
///
/// # Errors
///
/// None that a file could bring about.
#[wasm_bindgen]
pub fn refusal(is_encrypted: bool) -> Result<JsValue, JsValue> {
    let error = if is_encrypted {
        OfficeError::Encrypted
    } else {
        OfficeError::Damaged
    };
    object(&Said::by(|language| error.message(language)))
}

/// A docx with comments; every other part of it is as it was. `places` are start and end of each comment, in UTF-16
/// units of the text that [`read`] gives, `words` what each says, its lines as paragraphs.
///
/// # Errors
///
/// What is said (as [`refusal`]) where the file cannot be read again.
#[wasm_bindgen]
pub fn comment(
    bytes: &[u8],
    places: &[u32],
    words: Vec<String>,
    author: &str,
) -> Result<Vec<u8>, JsValue> {
    let limits = Limits::default();
    let refuse = |error: OfficeError| {
        // What is said is an object in any case.
        object(&Said::by(|language| error.message(language))).unwrap_or_else(|error| error)
    };
    let text = xushi_formats::read(bytes, &limits).map_err(refuse)?.text;
    let spans = byte_spans(&text, places).into_iter();
    let comments = spans.zip(words).map(|(span, text)| Comment {
        span,
        author: author.to_owned(),
        text,
    });
    let comments: Vec<Comment> = comments.collect();
    with_comments(bytes, &comments, &limits).map_err(refuse)
}

/// The pages of a PDF, as another reader finds what is written on them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Pages {
    pages: Vec<Page>,
    properties: Properties,
}

#[wasm_bindgen]
impl Pages {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// What the file says of itself; an empty string says nothing.
    pub fn describe(&mut self, title: String, author: String, date: String) {
        let said = |words: String| Some(words).filter(|words| !words.trim().is_empty());
        self.properties = Properties {
            title: said(title),
            author: said(author),
            date: said(date),
        };
    }

    /// Adds a page. `numbers` holds left edge, baseline (downwards), width and size of each run, in the page's units;
    /// `texts` the runs' characters, U+0001 between them.
    pub fn add(&mut self, width: f32, height: f32, numbers: &[f32], texts: &str) {
        let runs = numbers.chunks_exact(NUMBERS).zip(texts.split(BETWEEN));
        let runs = runs.map(|(number, text)| Run {
            x: number[0],
            y: number[1],
            width: number[2],
            size: number[3],
            text: text.to_owned(),
        });
        self.pages.push(Page {
            width,
            height,
            runs: runs.collect(),
        });
    }

    /// The text of all pages, as a [`ReadFile`].
    ///
    /// # Errors
    ///
    /// None that a file could bring about.
    pub fn read(self, name: String) -> Result<JsValue, JsValue> {
        let read = xushi_formats::read_pages(&self.pages, self.properties, &Limits::default());
        object(&match read {
            Ok(text) => ReadFile::office(name, text),
            Err(error) => ReadFile::refused(name, error),
        })
    }
}

fn object(value: &impl serde::Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}
