//! Where a text came from.

use serde::{Deserialize, Serialize};

use super::Span;

/// The file or paste that was analysed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Source {
    /// The file's name, or a name given to a paste.
    pub name: String,
    /// The media type that was recognised, for instance `text/plain`.
    pub media_type: String,
    /// The encoding that the bytes were read in.
    pub encoding: Encoding,
    /// The length of the decoded text in UTF-16 code units, without a byte order mark.
    pub length: usize,
    /// What a reader should know about how the text was read.
    pub warnings: Vec<Warning>,
    /// The places in the source that a reader put back: they are text, whatever they look like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "contract", ts(optional, as = "Option<Vec<Span>>"))]
    pub kept: Vec<Span>,
}

/// The encodings that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, little-endian.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, big-endian.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// GB 18030, which holds GBK and GB 2312.
    #[serde(rename = "gb18030")]
    Gb18030,
    /// Big5, of Taiwan, Hong Kong and Macao.
    #[serde(rename = "big5")]
    Big5,
    /// EUC-KR with what Windows adds, of Korean texts.
    #[serde(rename = "euc-kr")]
    EucKr,
    /// Shift JIS, of Japanese texts.
    #[serde(rename = "shift_jis")]
    ShiftJis,
}

impl Encoding {
    /// Its name in the WHATWG Encoding Standard, which is the contract's.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
            Self::EucKr => "euc-kr",
            Self::ShiftJis => "shift_jis",
        }
    }
}

/// Something that went less well than it should, and what to do about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Warning {
    /// What happened, for programs.
    pub code: WarningCode,
    /// What happened and what to do, in Chinese.
    pub message: String,
    /// The same in English.
    pub message_en: String,
    /// The place in the source, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// The kinds of warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WarningCode {
    /// There is no text, or nothing but white space.
    Empty,
    /// Hardly any Chinese characters: the results mean little.
    NotChinese,
    /// Some bytes fit no character of the encoding and stand as U+FFFD.
    BadBytes,
    /// The file ends in the middle of a character.
    CutOff,
    /// Control characters were left out.
    ControlCharacters,
    /// The text has markup in it; it is shown as text.
    Markup,
    /// A column could not be put together again; its parts stand in the order of the source.
    BrokenColumn,
    /// The same text stands in the source more than once; the place is that of a copy.
    Duplicate,
    /// Traditional characters: rules and lexicons are made for simplified ones.
    Traditional,
    /// A table of contents stands before the text; its lines are no headings of the outline.
    Contents,
    /// The numbering nests deeper than the outline does.
    Nesting,
    /// There are headings and no text under them.
    TitlesOnly,
    /// Paragraphs are not divided, or break off, or the numbers of headings do not count on: where parts begin and
    /// end is a guess. The place is the beginning of the document.
    Structure,
    /// More results than are listed.
    TooMany,
    /// Too little text for scores to be compared with the reference set.
    ReferenceShort,
    /// Traditional characters: scores are not compared with the reference set.
    ReferenceTraditional,
    /// A good part of the text is in another language: it counts for no Chinese term, and scores are not
    /// compared with the reference set.
    ReferenceForeign,
    /// There is no reference set of the text's kind.
    ReferenceKind,
}
