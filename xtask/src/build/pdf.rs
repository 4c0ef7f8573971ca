//! pdf.js, which reads PDF on the page: from npm to a folder of our own, fetched with the first PDF.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::files::{files, is_current, name, write};

/// Where it goes.
const FOLDER: &str = "www/generated/pdf";

/// Where npm has put it.
const PACKAGE: &str = "node_modules/pdfjs-dist";

/// Copies both halves in the form for older browsers, as .js for hosts that do not know .mjs, and the tables for fonts that name characters by
/// their place in a Chinese, Japanese or Korean collection.
pub fn build() -> Result {
    let marker = Path::new(FOLDER).join("pdf.worker.js");
    if is_current(&marker, "package-lock.json xtask/src/build/pdf.rs") {
        return Ok(());
    }
    for table in files(format!("{PACKAGE}/cmaps"), ".bcmap") {
        write(
            Path::new(FOLDER).join("cmaps").join(name(&table)),
            fs::read(&table)?,
        )?;
    }
    for half in ["pdf", "pdf.worker"] {
        let from = format!("{PACKAGE}/legacy/build/{half}.min.mjs");
        write(
            Path::new(FOLDER).join(format!("{half}.js")),
            fs::read(from)?,
        )?;
    }
    Ok(())
}
