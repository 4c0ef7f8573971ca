//! Files and standard input, and what is said of them on standard error.

use std::io::{self, Read as _};
use std::path::Path;

use xushi::model::Source;

use crate::arguments::Language;

/// A file as it came.
pub struct Input {
    /// Its name without folders; `-` for standard input.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Reads a file; `-` is standard input.
///
/// # Errors
///
/// What the system says.
pub fn read(file: &str) -> io::Result<Input> {
    if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        return Ok(Input {
            name: "-".to_owned(),
            bytes,
        });
    }
    let name = Path::new(file).file_name().map_or_else(
        || file.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    );
    Ok(Input {
        name,
        bytes: std::fs::read(file)?,
    })
}

/// Says on standard error why a file was not taken.
pub fn refuse(file: &str, message: &str) {
    eprintln!("xushi: {file}: {message}");
}

/// Warnings go to standard error, so that standard output holds the result and nothing else.
pub fn warn(file: &str, source: &Source, language: Language) {
    for warning in &source.warnings {
        let message = language.pick(&warning.message, &warning.message_en);
        eprintln!("xushi: {file}: {message}");
    }
}
