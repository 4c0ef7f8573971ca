//! Work that was done from the same inputs is not done again.

use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use crate::Result;
use crate::project::Project;

/// A fingerprint of inputs: files by name and content, settings by their text.
pub struct Inputs {
    hasher: DefaultHasher,
}

impl Inputs {
    /// No inputs yet.
    pub fn new() -> Self {
        Self {
            hasher: DefaultHasher::new(),
        }
    }

    /// Adds a text.
    pub fn text(mut self, text: &str) -> Self {
        self.hasher.write_usize(text.len());
        self.hasher.write(text.as_bytes());
        self
    }

    /// Adds a file, or every file of a folder; what is missing counts as missing.
    pub fn path(mut self, path: &Path) -> Result<Self> {
        for file in files_under(path)? {
            let content = fs::read(&file)?;
            self = self.text(&file.to_string_lossy());
            self.hasher.write_usize(content.len());
            self.hasher.write(&content);
        }
        Ok(self)
    }

    /// The fingerprint as hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        format!("{:016x}", self.hasher.finish())
    }
}

/// The fingerprint of some bytes.
pub fn fingerprint(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

/// Does `work` unless it was done from the same inputs and all `outputs` are there; says whether
/// it did.
pub fn unless_done(
    project: &Project,
    name: &str,
    inputs: &Inputs,
    outputs: &[PathBuf],
    work: impl FnOnce() -> Result,
) -> Result<bool> {
    let stamp = project.path("target/xtask").join(format!("{name}.stamp"));
    let fingerprint = inputs.fingerprint();
    let is_current = fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == fingerprint);
    if is_current && outputs.iter().all(|output| output.exists()) {
        return Ok(false);
    }
    // A run that is broken off must not count as done.
    let _ = fs::remove_file(&stamp);
    work()?;
    write(&stamp, fingerprint.as_bytes())?;
    Ok(true)
}

/// Writes a file and the folders above it.
pub fn write(file: &Path, content: &[u8]) -> Result {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// The files of a folder and the folders in it, sorted; a file gives itself, nothing gives none.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<std::io::Result<Vec<_>>>()?;
        entries.sort();
        for entry in entries {
            found.extend(files_under(&entry)?);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_tells_where_one_text_ends_and_the_next_begins() {
        let one = Inputs::new().text("ab").text("c").fingerprint();
        let other = Inputs::new().text("a").text("bc").fingerprint();
        assert_ne!(one, other);
        assert_eq!(one, Inputs::new().text("ab").text("c").fingerprint());
    }

    #[test]
    fn a_folder_counts_with_all_its_files_and_a_missing_one_as_empty() -> Result {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = files_under(&sources)?;
        assert!(files.contains(&sources.join("main.rs")));
        assert!(files.contains(&sources.join("setup").join("mod.rs")));
        assert!(files_under(&sources.join("no-such-folder"))?.is_empty());
        Ok(())
    }
}
