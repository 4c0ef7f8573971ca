//! The dictionary that the program carries: the page loads the same as a file.

use std::io::Read as _;
use std::sync::OnceLock;

use super::{Dictionary, DictionaryError};

/// Packed by the build script.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.gz"));

impl Dictionary {
    /// The dictionary that the build made, loaded when it is first asked for.
    ///
    /// # Errors
    ///
    /// Where the program itself is damaged.
    pub fn built_in() -> Result<Self, DictionaryError> {
        static LOADED: OnceLock<Result<Dictionary, DictionaryError>> = OnceLock::new();
        LOADED
            .get_or_init(|| {
                let mut packed = Vec::new();
                flate2::read::GzDecoder::new(PACKED)
                    .read_to_end(&mut packed)
                    .map_err(|_| DictionaryError::Damaged("it cannot be inflated"))?;
                Self::read(&packed)
            })
            .clone()
    }
}
