//! From what was named on the command line to files: folders are walked, patterns that the shell left are spread out.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};
use xushi::strings::{Said, say};

use crate::tell;

/// What is taken of a folder, by the endings of names; a file that is named itself is read whatever its name.
const ENDINGS: [&str; 25] = [
    "txt", "text", "md", "markdown", "docx", "docm", "doc", "wps", "wpt", "rtf", "odt", "ods",
    "xlsx", "xlsm", "xls", "et", "pdf", "ofd", "html", "htm", "shtml", "xhtml", "mht", "mhtml",
    "zip",
];

/// A file to read, or something that is none.
pub enum Entry {
    /// A file, or `-`.
    File(OsString),
    /// What could not be read, and why.
    Refused(OsString, Said),
    /// What was left out without loss, and why.
    Told(OsString, Said),
}

/// All files of what was named, in its order; those of a folder by name.
pub fn entries(named: &[OsString]) -> impl Iterator<Item = Entry> {
    named.iter().flat_map(|name| spread(name))
}

fn spread<'a>(name: &'a OsStr) -> Box<dyn Iterator<Item = Entry> + 'a> {
    let one = |entry| Box::new(std::iter::once(entry));
    if name != "-" {
        match fs::metadata(name) {
            Ok(data) if data.is_dir() => return Box::new(folder(name)),
            Err(error) if error.kind() == io::ErrorKind::NotFound && is_pattern(name) => {
                return Box::new(pattern(name));
            }
            _ => {}
        }
    }
    one(Entry::File(name.to_owned()))
}

/// The readable files below a folder, links followed; hidden ones are left out.
fn folder(name: &OsStr) -> impl Iterator<Item = Entry> {
    let walk = WalkDir::new(name)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name()));
    let mut entries = walk
        .filter_map(|entry| match entry {
            Ok(entry) => taken(&entry).then(|| Entry::File(entry.into_path().into_os_string())),
            Err(error) => Some(refused(&error)),
        })
        .peekable();
    let empty = entries.peek().is_none().then(|| {
        let why = say("cli.walk.empty", &[]);
        Entry::Told(name.to_owned(), why)
    });
    entries.chain(empty)
}

fn taken(entry: &DirEntry) -> bool {
    let ending = Path::new(entry.file_name()).extension();
    let ending = ending.map(OsStr::to_ascii_lowercase);
    entry.file_type().is_file()
        && ending.is_some_and(|ending| ENDINGS.iter().any(|it| ending == *it))
}

/// Hidden files, and those that office programs keep beside an open one (`~$plan.docx`).
fn is_hidden(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(b".") || name.starts_with(b"~$")
}

fn refused(error: &walkdir::Error) -> Entry {
    let name = error.path().map(Path::as_os_str).unwrap_or_default();
    if error.loop_ancestor().is_some() {
        let why = say("cli.walk.loop", &[]);
        return Entry::Told(name.to_owned(), why);
    }
    let why = match error.io_error() {
        Some(error) => tell::cause(error),
        None => tell::cause(&io::Error::other(error.to_string())),
    };
    Entry::Refused(name.to_owned(), why)
}

fn is_pattern(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.iter().any(|byte| b"*?[".contains(byte))
}

/// The files that fit a pattern, by name; `**` stands for any folders.
fn pattern(name: &OsStr) -> impl Iterator<Item = Entry> {
    let paths = name.to_str().and_then(|pattern| glob::glob(pattern).ok());
    let mut entries = paths
        .into_iter()
        .flatten()
        .filter(|path| path.as_ref().map_or(true, |path| !path.is_dir()))
        .map(|path| match path {
            Ok(path) => Entry::File(path.into_os_string()),
            Err(error) => {
                let why = tell::cause(error.error());
                Entry::Refused(error.path().as_os_str().to_owned(), why)
            }
        })
        .peekable();
    let none = entries.peek().is_none().then(|| {
        let why = say("cli.walk.none", &[]);
        Entry::Refused(name.to_owned(), why)
    });
    entries.chain(none)
}
