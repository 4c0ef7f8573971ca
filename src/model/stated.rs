//! Words of a text with their place.

use serde::{Deserialize, Serialize};

use super::Span;

/// Something that the text states of itself, with its place. The place is in the document's text;
/// absent where the statement was set aside with page furniture (a newspaper's date line).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Stated {
    /// As the text has it.
    pub value: String,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}
