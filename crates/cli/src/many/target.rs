//! Where the results of many files go: standard output, a file, or a folder with a file for each.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

use xushi::strings::{Said, say};

use super::known::{self, Known, Strange};
use crate::arguments::{Files, Language, Output};
use crate::paths::{is_read, resolved};
use crate::{tell, write};

/// Where results go.
pub struct Target {
    place: Place,
    language: Language,
}

enum Place {
    Standard(io::Stdout),
    File(PathBuf, File),
    /// With the ending of what is written there, and whether what is there is kept.
    Folder(PathBuf, &'static str, bool),
}

/// What the results are.
#[derive(Clone, Copy)]
pub struct Form {
    /// The ending of the name of a file with them, where a folder can be written.
    pub ending: Option<&'static str>,
    /// The name of their form where a result is a line, so that a file of them can be gone on with.
    pub schema: Option<&'static str>,
}

impl Target {
    /// Opens what was asked for, and says what an earlier run has left there.
    ///
    /// # Errors
    ///
    /// In words, where it cannot be written or gone on with.
    pub fn open(
        output: &Output,
        files: &Files,
        form: Form,
        language: Language,
    ) -> io::Result<(Self, Known)> {
        let refused = |said: Said| io::Error::other(language.of(said));
        let target = |place| Self { place, language };
        let Some(path) = &output.output else {
            return Ok((target(Place::Standard(io::stdout())), Known::new()));
        };
        let strange = |why: String| {
            let name = path.as_os_str();
            io::Error::other(tell::of_file(name, &why))
        };
        if path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/") {
            let ending = form
                .ending
                .ok_or_else(|| refused(say("cli.resume.folder", &[])))?;
            let folder = Place::Folder(path.clone(), ending, output.resume);
            return Ok((target(folder), Known::new()));
        }
        if is_read(files, path) {
            return Err(strange(language.of(say("cli.same-file", &[]))));
        }
        if !output.resume {
            let file = File::create(path);
            let file = file.map_err(|error| strange(tell::failure(&error, language)))?;
            return Ok((target(Place::File(path.clone(), file)), Known::new()));
        }
        let schema = form
            .schema
            .ok_or_else(|| refused(say("cli.resume.what", &[])))?;
        let (file, known) = known::reopened(path, schema).map_err(|why| match why {
            Strange::Unread(error) => strange(tell::failure(&error, language)),
            Strange::Foreign(said) => strange(language.of(said)),
        })?;
        if !known.is_empty() {
            let count = known.len().to_string();
            tell::tell(language.of(say("cli.resume.told", &[("count", &count)])));
        }
        Ok((target(Place::File(path.clone(), file)), known))
    }

    /// Whether each file has one of its own.
    pub fn is_folder(&self) -> bool {
        matches!(self.place, Place::Folder(..))
    }

    /// The file with all results, which is not to be read as a text.
    pub fn file(&self) -> Option<PathBuf> {
        match &self.place {
            Place::File(path, _) => Some(resolved(path)),
            _ => None,
        }
    }

    /// Whether results go to standard output.
    pub fn is_standard(&self) -> bool {
        matches!(self.place, Place::Standard(_))
    }

    /// Where a folder holds what came of a file, if it is to be kept.
    pub fn kept(&self) -> Option<(PathBuf, &'static str)> {
        match &self.place {
            Place::Folder(folder, ending, true) => Some((folder.clone(), ending)),
            _ => None,
        }
    }

    /// Writes what is of no one file.
    pub fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.place {
            Place::Standard(out) => out.lock().write_all(bytes),
            Place::File(name, file) => {
                let written = file.write_all(bytes);
                written.map_err(|error| write::unwritten(name, &error, self.language))
            }
            Place::Folder(..) => Ok(()),
        }
    }

    /// Writes what came of a file.
    pub fn put_of(&mut self, file: &OsStr, bytes: &[u8]) -> io::Result<()> {
        let Place::Folder(folder, ending, _) = &self.place else {
            return self.put(bytes);
        };
        let path = path_in(folder, file, ending);
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.map_err(|error| write::unwritten(&path, &error, self.language))?;
        write::replace(&path, bytes, self.language)
    }

    /// All has been written.
    pub fn end(self) -> io::Result<()> {
        match self.place {
            Place::Standard(out) => out.lock().flush(),
            _ => Ok(()),
        }
    }
}

/// Where in a folder stands what came of a file: below its own path, none of it above the folder.
pub fn path_in(folder: &Path, file: &OsStr, ending: &str) -> PathBuf {
    let mut path = folder.to_owned();
    for part in Path::new(file).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::ParentDir => path.push("_up"),
            Component::RootDir => path.push("_root"),
            Component::CurDir | Component::Prefix(_) => {}
        }
    }
    let mut path = path.into_os_string();
    path.push(OsString::from(format!(".{ending}")));
    path.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_result_stands_outside_its_folder() {
        let path = |file| path_in(Path::new("out"), OsStr::new(file), "json");
        assert_eq!(path("a/b.txt"), Path::new("out/a/b.txt.json"));
        assert_eq!(
            path("./a.zip/../../b"),
            Path::new("out/a.zip/_up/_up/b.json")
        );
        assert_eq!(path("/a.txt"), Path::new("out/_root/a.txt.json"));
        assert_eq!(path("-"), Path::new("out/-.json"));
    }
}
