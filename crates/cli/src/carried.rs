//! What the program carries with it.

use std::io;

use xushi::Analyzer;
use xushi::reading::Dictionary;

/// The analyzer with the dictionary that the program carries.
pub fn analyzer() -> io::Result<Analyzer> {
    let dictionary = Dictionary::built_in().map_err(io::Error::other)?;
    Ok(Analyzer::new(dictionary))
}
