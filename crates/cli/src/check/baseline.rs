//! Baselines: the findings that a folder of texts has today, so that from now on only new ones are told.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use serde::{Deserialize, Serialize};
use xushi::strings::say;

use crate::arguments::Language;
use crate::paths::resolved;
use crate::{shown, tell, write};

const SCHEMA: &str = "xushi-baseline/1";

/// The fingerprints of findings by file; files as they are named from the baseline's own folder.
pub struct Baseline {
    folder: PathBuf,
    written: Written,
}

#[derive(Default, Serialize, Deserialize)]
struct Written {
    schema: String,
    files: BTreeMap<String, BTreeSet<String>>,
}

impl Baseline {
    /// One without findings, to be written to `path`.
    pub fn new(path: &Path) -> Self {
        let schema = SCHEMA.to_owned();
        let files = BTreeMap::new();
        Self {
            folder: folder_of(path),
            written: Written { schema, files },
        }
    }

    /// Reads one.
    ///
    /// # Errors
    ///
    /// In words.
    pub fn read(path: &Path, language: Language) -> io::Result<Self> {
        let refused = |why: String| io::Error::other(tell::of_file(path.as_os_str(), &why));
        let wrong = |error: &str| {
            let said = say("cli.check.baseline.wrong", &[("error", error)]);
            refused(language.of(said))
        };
        let text = fs::read(path).map_err(|error| refused(tell::failure(&error, language)))?;
        let written: Written =
            serde_json::from_slice(&text).map_err(|error| wrong(&error.to_string()))?;
        if written.schema != SCHEMA {
            return Err(wrong(&written.schema));
        }
        let folder = folder_of(path);
        Ok(Self { folder, written })
    }

    /// The fingerprints of a file's findings.
    pub fn of(&self, file: &OsStr) -> Option<&BTreeSet<String>> {
        self.written.files.get(&self.name(file))
    }

    /// Takes the findings of a file.
    pub fn add(&mut self, file: &OsStr, fingerprints: Vec<String>) {
        if !fingerprints.is_empty() {
            let of_file = self.written.files.entry(self.name(file)).or_default();
            of_file.extend(fingerprints);
        }
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// In words.
    pub fn write(&self, path: &Path, language: Language) -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(&self.written)?;
        text.push(b'\n');
        write::replace(path, &text, language)
    }

    /// A file's name from the folder of the baseline, the same from wherever the program is called.
    fn name(&self, file: &OsStr) -> String {
        let path = resolved(Path::new(file));
        let name = path.strip_prefix(&self.folder).unwrap_or(&path);
        shown::written(name.as_os_str()).replace(MAIN_SEPARATOR, "/")
    }
}

fn folder_of(path: &Path) -> PathBuf {
    let path = resolved(path);
    path.parent().unwrap_or(&path).to_owned()
}
