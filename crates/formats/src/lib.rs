//! Text out of the files that an office has.
//!
//! [`read_files`] takes the bytes of a file as they lie and tells by its content what it is. A file gives an
//! [`OfficeText`]: its text, hints of what is certain (paragraphs, headings, numbers, cells, notes), a place in the
//! file for each line, warnings, and what was set aside or not read. Nothing here knows the analysis.

mod archive;
mod bytes;
mod counting;
mod doc;
mod docx;
mod encoding;
mod error;
mod flow;
mod html;
mod kind;
mod ledger;
mod limits;
mod lists;
mod model;
mod odf;
mod ofd;
#[cfg(feature = "pdf")]
mod pdf;
mod places;
mod relations;
mod row;
mod rtf;
mod sheet;
mod words;
mod writing;
mod xml;

pub use docx::{Comment, with_comments};
pub use error::OfficeError;
pub use flow::{Page, Run};
pub use kind::{Foreign, Kind, is_office, kind_of};
pub use ledger::{LedgerEntry, LedgerSheet};
pub use limits::Limits;
pub use model::{
    Hint, HintKind, OfficeText, Place, Properties, SetAside, SetAsideKind, Span, Stretch, Unread,
    UnreadKind, Warning, WarningCode,
};
pub use places::Located;
pub use words::Language;

/// A file that was dropped, or one out of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFile {
    /// The name, for a file of an archive with its path inside.
    pub name: String,
    /// What it gave.
    pub content: Content,
}

/// What a file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// An office file's text.
    Office(Box<OfficeText>),
    /// Bytes for another reader: a plain text, whose encoding is for others to find, and, without the feature
    /// `pdf`, a PDF.
    Plain(Vec<u8>),
    /// A picture or an empty file of an archive.
    Skipped(Kind),
    /// Why it was not read.
    Refused(OfficeError),
}

impl OfficeFile {
    pub(crate) fn refused(name: String, error: OfficeError) -> Self {
        let content = Content::Refused(error);
        Self { name, content }
    }
}

/// Reads a file, or every file of an archive. There is always at least one.
#[must_use]
pub fn read_files(name: &str, bytes: &[u8], limits: &Limits) -> Vec<OfficeFile> {
    let name = name.to_owned();
    let kind = match kind_of(bytes, limits) {
        Ok(kind) => kind,
        Err(error) => return vec![OfficeFile::refused(name, error)],
    };
    if kind != Kind::Zip {
        return read_one(name, kind, bytes, limits);
    }
    let mut files = Vec::new();
    if let Err(error) = archive::read_archive("", bytes, limits, 0, &mut files) {
        files.push(OfficeFile::refused(name.clone(), error));
    }
    if files.is_empty() {
        files.push(OfficeFile::refused(name, OfficeError::Unknown));
    }
    files
}

/// Reads a file that is no archive: one text, or those of a sheet that has one a row.
fn read_one(name: String, kind: Kind, bytes: &[u8], limits: &Limits) -> Vec<OfficeFile> {
    let content = match kind {
        Kind::Text | Kind::Empty => Content::Plain(bytes.to_vec()),
        #[cfg(not(feature = "pdf"))]
        Kind::Pdf => Content::Plain(bytes.to_vec()),
        Kind::Sheet | Kind::Ods => match sheet::read_texts(bytes, kind, limits) {
            Ok(texts) if texts.len() > 1 => return texts_of(&name, texts),
            texts => office(texts.map(|texts| texts.into_iter().next().map(|(_, text)| text))),
        },
        _ => office(read(bytes, limits).map(Some)),
    };
    vec![OfficeFile { name, content }]
}

/// A text that was read; none is a file without any.
fn office(text: Result<Option<OfficeText>, OfficeError>) -> Content {
    match text {
        Ok(Some(text)) => Content::Office(Box::new(text)),
        Ok(None) => Content::Refused(OfficeError::Damaged),
        Err(error) => Content::Refused(error),
    }
}

/// The texts of a sheet's rows, named by their titles or their order.
fn texts_of(name: &str, texts: Vec<(Option<String>, OfficeText)>) -> Vec<OfficeFile> {
    let files = texts.into_iter().enumerate();
    files
        .map(|(index, (title, text))| OfficeFile {
            name: format!(
                "{name}/{}",
                title.unwrap_or_else(|| (index + 1).to_string())
            ),
            content: Content::Office(Box::new(text)),
        })
        .collect()
}

/// Makes text of a PDF's pages, whose runs another reader found, as the page's does.
///
/// # Errors
///
/// [`OfficeError::Scan`] for pages without any text, [`OfficeError::Damaged`] where there is no page.
pub fn read_pages(
    pages: &[Page],
    properties: Properties,
    limits: &Limits,
) -> Result<OfficeText, OfficeError> {
    let mut writer = writing::Writer::new(limits);
    writer.properties = properties;
    flow::finish(pages, writer, Kind::Pdf)
}

/// Reads one office file.
///
/// # Errors
///
/// [`OfficeError`] says why a file was not read and what to do; a plain text is [`OfficeError::Unknown`] here.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let kind = kind_of(bytes, limits)?;
    match kind {
        Kind::Doc => doc::read(bytes, limits),
        Kind::Docx => docx::read(bytes, limits),
        Kind::Html => html::read(bytes, limits),
        Kind::Mht => html::read_message(bytes, limits),
        Kind::Sheet | Kind::Ods => sheet::read(bytes, kind, limits),
        Kind::Ofd => ofd::read(bytes, limits),
        #[cfg(feature = "pdf")]
        Kind::Pdf => pdf::read(bytes, limits),
        Kind::Rtf => rtf::read(bytes, limits),
        Kind::Odt => odf::read(bytes, limits),
        Kind::Zip => Err(OfficeError::Archive),
        Kind::Foreign(foreign) => Err(OfficeError::Unsupported(foreign)),
        _ => Err(OfficeError::Unknown),
    }
}
