//! The ground floor: characters, numerals and neighbours in a stretch of text. It knows no document, so that
//! every stage may stand on it.

pub mod character;
pub mod numeral;
pub mod places;
pub(crate) mod scan;
