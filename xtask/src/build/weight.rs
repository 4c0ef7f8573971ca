//! What the page weighs on the wire.

use std::path::Path;
use std::{array, fs};

use super::DIST;
use super::dist::with_ending;
use crate::Result;
use crate::files::files;

/// Bytes as they are, by gzip, and by brotli; as they are where that saves nothing.
pub type Bytes = [u64; 3];

/// The folders of `dist/` that are no part of the first load: samples and pages about rules are opened on their own,
/// readers are fetched with the first office file, writers with the first that is written, and what PDF needs with the
/// first PDF.
const LATER: [&str; 5] = [
    "seeds",
    "rules",
    "generated/readers",
    "generated/writers",
    "generated/pdf",
];

/// Address and bytes of each file of the first load, without siblings.
pub fn weigh() -> Result<Vec<(String, Bytes)>> {
    let mut weights = weigh_folder("")?;
    weights.retain(|(name, _)| !LATER.iter().any(|folder| name.starts_with(folder)));
    Ok(weights)
}

/// Address and bytes of each file in a folder of `dist/`, without siblings.
pub fn weigh_folder(folder: &str) -> Result<Vec<(String, Bytes)>> {
    let size = |file: &Path| fs::metadata(file).map(|data| data.len());
    let mut weights = Vec::new();
    for file in files(Path::new(DIST).join(folder), "") {
        let name = file.strip_prefix(DIST)?;
        let ending = file.extension().unwrap_or_default();
        // The dictionary ends in .gz and is no sibling: there is no plain form beside it.
        let is_sibling = (ending == "br" || ending == "gz") && file.with_extension("").is_file();
        if is_sibling {
            continue;
        }
        let plain = size(&file)?;
        let smaller = |ending| size(&with_ending(&file, ending)).unwrap_or(plain);
        let bytes = [plain, smaller("gz"), smaller("br")];
        weights.push((name.display().to_string(), bytes));
    }
    Ok(weights)
}

/// The bytes of several files together.
pub fn sum(weights: &[(String, Bytes)]) -> Bytes {
    array::from_fn(|form| weights.iter().map(|(_, bytes)| bytes[form]).sum())
}

/// Prints a table of the larger files; the smaller ones are taken together.
pub fn print() -> Result {
    let weights = weigh()?;
    let all = sum(&weights);
    let is_large = |(_, [plain, ..]): &(String, Bytes)| *plain >= 50_000;
    let (large, small): (Vec<_>, Vec<_>) = weights.into_iter().partition(is_large);
    let smaller = (format!("{} smaller files", small.len()), sum(&small));
    let whole = ("everything of the first load".to_owned(), all);
    println!("{:>10} {:>10} {:>10}", "plain", "gzip", "brotli");
    for (name, [plain, gzip, brotli]) in large.into_iter().chain([smaller, whole]) {
        println!("{plain:>10} {gzip:>10} {brotli:>10}  {name}");
    }
    Ok(())
}
