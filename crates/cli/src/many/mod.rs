//! Many files: each is read and worked on by itself, several at a time, and what comes of them is written in their order.
//! One that cannot be read, or on which the program fails, is told and stops none of the others.

mod known;
mod pool;
mod progress;
mod target;
mod walk;

use std::ffi::{OsStr, OsString};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use xushi::strings::say;

use crate::arguments::{Files, Language};
use crate::input::{self, Input, Opened};
use crate::paths::resolved;
use crate::{shown, tell};
pub use known::Known;
use progress::Progress;
pub use target::{Form, Target};
use walk::Entry;

/// The files of a run.
pub struct Many<'a> {
    files: &'a Files,
    language: Language,
    known: Known,
    kept: Option<(PathBuf, &'static str)>,
    /// The file that results are written to, which may lie in a folder that is walked.
    written: Option<PathBuf>,
    /// Whether results come as the files are done, on standard output.
    prints: bool,
}

/// What came of an entry.
struct Done<Out> {
    name: OsString,
    notes: Vec<String>,
    outs: Vec<Out>,
    is_refused: bool,
}

impl<'a> Many<'a> {
    /// All of them, for one result.
    pub fn new(files: &'a Files, language: Language) -> Self {
        Self {
            files,
            language,
            known: Known::new(),
            kept: None,
            written: None,
            prints: false,
        }
    }

    /// Those that the target does not have yet, for a result each.
    pub fn for_target(mut self, target: &Target, known: Known) -> Self {
        self.known = known;
        self.kept = target.kept();
        self.written = target.file();
        self.prints = target.is_standard();
        self
    }

    /// Calls `work` for the text of each file, and of each file in an archive; then `sink` for what came of it, in
    /// order. What `work` notes goes to standard error, in the same order. Says whether every file was read.
    ///
    /// # Errors
    ///
    /// Those of `sink`, which end the run.
    pub fn each<Out: Send>(
        &self,
        work: impl Fn(Input, &mut Vec<String>) -> Result<Out, String> + Sync,
        mut sink: impl FnMut(Out) -> io::Result<()>,
    ) -> io::Result<bool> {
        let entries = || walk::entries(&self.files.files, self.language);
        let mut progress = Progress::of(|| entries().count(), self.prints, self.language);
        let mut all_read = true;
        let work = |entry| self.done(entry, &work);
        pool::in_order(entries(), self.files.jobs(), work, |done| {
            all_read &= !done.is_refused;
            if !done.notes.is_empty() {
                progress.clear();
                done.notes.iter().for_each(tell::tell);
            }
            done.outs.into_iter().try_for_each(&mut sink)?;
            progress.step(&done.name);
            Ok(())
        })?;
        Ok(all_read)
    }

    fn done<Out>(
        &self,
        entry: Entry,
        work: &impl Fn(Input, &mut Vec<String>) -> Result<Out, String>,
    ) -> Done<Out> {
        let (name, why, is_refused) = match entry {
            Entry::File(name) => {
                let worked = catch_unwind(AssertUnwindSafe(|| self.worked(&name, work)));
                match worked {
                    Ok(done) => return done,
                    Err(_) => (name, self.language.of(say("cli.failed", &[])), true),
                }
            }
            Entry::Refused(name, why) => (name, why, true),
            Entry::Told(name, why) => (name, why, false),
        };
        Done {
            notes: vec![tell::of_file(&name, &why)],
            outs: Vec::new(),
            name,
            is_refused,
        }
    }

    /// What came of a file that is there.
    fn worked<Out>(
        &self,
        name: &OsStr,
        work: &impl Fn(Input, &mut Vec<String>) -> Result<Out, String>,
    ) -> Done<Out> {
        let mut done = Done {
            name: name.to_owned(),
            notes: Vec::new(),
            outs: Vec::new(),
            is_refused: false,
        };
        let shown = match &self.files.stdin_filename {
            Some(given) if name == "-" => given,
            _ => name,
        };
        let is_written = |path: &PathBuf| *path == resolved(Path::new(name));
        if self.is_known(shown) || self.written.as_ref().is_some_and(is_written) {
            return done;
        }
        let Opened { notes, texts } = input::open(name, shown, self.language);
        done.notes = notes;
        for (file, input) in texts {
            if self.is_known(&file) {
                continue;
            }
            match input.and_then(|input| work(input, &mut done.notes)) {
                Ok(out) => done.outs.push(out),
                Err(why) => {
                    done.notes.push(tell::of_file(&file, &why));
                    done.is_refused = true;
                }
            }
        }
        done
    }

    /// Whether an earlier run has written what came of a file.
    fn is_known(&self, file: &OsStr) -> bool {
        let in_folder = self.kept.as_ref();
        in_folder.is_some_and(|(folder, ending)| target::path_in(folder, file, ending).exists())
            || (!self.known.is_empty() && self.known.contains_key(&shown::written(file)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_on_which_the_program_fails_stops_none_of_the_others() -> io::Result<()> {
        let files = Files {
            files: ["faulty.txt", "no-such.txt", "note.txt", "clean.txt"]
                .map(|name| format!("tests/fixtures/{name}").into())
                .to_vec(),
            jobs: None,
            stdin_filename: None,
        };
        let mut done = Vec::new();
        let nothing: [usize; 0] = [];
        let work = |input: Input, _: &mut Vec<String>| match &*input.name {
            // As a slip in the program would end it.
            "note.txt" => Ok(nothing[input.name.len()].to_string()),
            name => Ok(name.to_owned()),
        };
        let all_read = Many::new(&files, Language::Zh).each(work, |name| {
            done.push(name);
            Ok(())
        })?;
        assert!(!all_read);
        assert_eq!(done, ["faulty.txt", "clean.txt"]);
        Ok(())
    }
}
