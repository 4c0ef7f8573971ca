//! What the wheel carries with it.

use std::sync::OnceLock;

use xushi::Analyzer;
use xushi::reading::{Dictionary, DictionaryError};

/// The analyzer with its dictionary, loaded once a process, when it is first asked for.
///
/// # Errors
///
/// Where the wheel itself is damaged.
pub fn analyzer() -> Result<&'static Analyzer, DictionaryError> {
    static LOADED: OnceLock<Result<Analyzer, DictionaryError>> = OnceLock::new();
    let loaded = LOADED.get_or_init(|| Dictionary::built_in().map(Analyzer::new));
    loaded.as_ref().map_err(Clone::clone)
}
