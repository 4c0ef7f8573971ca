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

use xushi::strings::{Said, say};

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

/// What came of a text; or what is to be told of it, and what came of it nevertheless.
pub type Worked<Out> = Result<Out, (String, Option<Out>)>;

impl<Out> Done<Out> {
    fn of(name: OsString) -> Self {
        Self {
            name,
            notes: Vec::new(),
            outs: Vec::new(),
            is_refused: false,
        }
    }

    fn add(
        &mut self,
        file: &OsStr,
        input: Result<Input, Said>,
        work: &impl Fn(&OsStr, Result<Input, Said>, &mut Vec<String>) -> Worked<Out>,
    ) {
        match work(file, input, &mut self.notes) {
            Ok(out) => self.outs.push(out),
            Err((why, out)) => {
                self.notes.push(tell::of_file(file, &why));
                self.outs.extend(out);
                self.is_refused = true;
            }
        }
    }
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
        sink: impl FnMut(Out) -> io::Result<()>,
    ) -> io::Result<bool> {
        self.every(
            |_, input, notes| {
                let input = input.map_err(|why| self.language.of(why));
                let out = input.and_then(|input| work(input, notes));
                out.map_err(|why| (why, None))
            },
            sink,
        )
    }

    /// As [`Self::each`], with what stands in the way of reading where a file cannot be read.
    ///
    /// # Errors
    ///
    /// Those of `sink`, which end the run.
    pub fn every<Out: Send>(
        &self,
        work: impl Fn(&OsStr, Result<Input, Said>, &mut Vec<String>) -> Worked<Out> + Sync,
        mut sink: impl FnMut(Out) -> io::Result<()>,
    ) -> io::Result<bool> {
        let entries = || walk::entries(&self.files.files);
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
        work: &impl Fn(&OsStr, Result<Input, Said>, &mut Vec<String>) -> Worked<Out>,
    ) -> Done<Out> {
        let (name, why) = match entry {
            Entry::File(name) => {
                let worked = catch_unwind(AssertUnwindSafe(|| self.worked(&name, work)));
                match worked {
                    Ok(done) => return done,
                    Err(_) => (name, say("cli.failed", &[])),
                }
            }
            Entry::Refused(name, why) => (name, why),
            Entry::Told(name, why) => {
                let mut done = Done::of(name);
                let told = tell::of_file(&done.name, &self.language.of(why));
                done.notes.push(told);
                return done;
            }
        };
        let mut done = Done::of(name.clone());
        done.add(&name, Err(why), work);
        done
    }

    /// What came of a file that is there.
    fn worked<Out>(
        &self,
        name: &OsStr,
        work: &impl Fn(&OsStr, Result<Input, Said>, &mut Vec<String>) -> Worked<Out>,
    ) -> Done<Out> {
        let mut done = Done::of(name.to_owned());
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
            if !self.is_known(&file) {
                done.add(&file, input, work);
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
        let work = |input: Input, _: &mut Vec<String>| match &*input.text.name {
            // As a slip in the program would end it.
            "note.txt" => Ok(nothing[input.text.name.len()].to_string()),
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
