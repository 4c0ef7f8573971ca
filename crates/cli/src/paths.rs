//! Where a named file really lies.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::Files;

/// The path of a file from the root, without links and `..`. Of what is not there (standard input under a name, a file in
/// an archive) it is so as far as there is something.
pub fn resolved(path: &Path) -> PathBuf {
    for there in path.ancestors() {
        let named = match there.as_os_str().is_empty() {
            true => Path::new("."),
            false => there,
        };
        if let (Ok(found), Ok(rest)) = (fs::canonicalize(named), path.strip_prefix(there)) {
            return found.join(rest);
        }
    }
    path.to_owned()
}

/// Whether a file that is to be written is one of those to read.
pub fn is_read(files: &Files, written: &Path) -> bool {
    let written = resolved(written);
    let mut named = files.files.iter().filter(|file| *file != "-");
    named.any(|file| resolved(Path::new(file)) == written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_about_is_left() {
        let whole = resolved(Path::new("Cargo.toml"));
        assert!(whole.is_absolute());
        assert_eq!(resolved(Path::new("src/../Cargo.toml")), whole);
        let inside = resolved(Path::new("./src/../Cargo.toml/in/a.txt"));
        assert_eq!(inside, whole.join("in/a.txt"));
    }
}
