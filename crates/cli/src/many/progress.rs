//! How far a run has come, on a terminal: one line of standard error that is written over.

use std::ffi::OsStr;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};
use xushi::strings::say;

use crate::arguments::Language;
use crate::shown;

/// A terminal is written to as seldom as this.
const PAUSE: Duration = Duration::from_millis(100);

/// The most columns of a terminal that the line takes.
const WIDEST: usize = 76;

/// The line, where there is one.
pub struct Progress {
    all: usize,
    done: usize,
    language: Language,
    drawn: Option<Instant>,
    is_there: bool,
}

impl Progress {
    /// For so many files, which are counted only where a terminal shows it; `among_results` is whether results come
    /// meanwhile on standard output.
    pub fn of(count: impl FnOnce() -> usize, among_results: bool, language: Language) -> Self {
        // In one terminal with them it would write over results.
        let is_shown = io::stderr().is_terminal() && !(among_results && io::stdout().is_terminal());
        let all = if is_shown { count() } else { 0 };
        Self {
            all,
            done: 0,
            language,
            drawn: None,
            is_there: false,
        }
    }

    /// A file is done.
    pub fn step(&mut self, file: &OsStr) {
        self.done += 1;
        let is_due = self.drawn.is_none_or(|drawn| drawn.elapsed() >= PAUSE);
        if self.all < 2 || !is_due {
            return;
        }
        let values = [
            ("done", &*self.done.to_string()),
            ("all", &self.all.to_string()),
            ("name", &shown::name(file)),
        ];
        let line = self.language.of(say("cli.progress", &values));
        let _ = write!(io::stderr().lock(), "\r\x1b[K{}", fitting(&line));
        self.drawn = Some(Instant::now());
        self.is_there = true;
    }

    /// Takes the line away, before something else is said and at the end.
    pub fn clear(&mut self) {
        if self.is_there {
            let _ = write!(io::stderr().lock(), "\r\x1b[K");
            self.is_there = false;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// As much of a line as stands in one row.
fn fitting(line: &str) -> String {
    if line.width() <= WIDEST {
        return line.to_owned();
    }
    let mut used = 1;
    let fits = |character: &char| {
        used += character.width().unwrap_or(0);
        used <= WIDEST
    };
    let mut fitting: String = line.chars().take_while(fits).collect();
    fitting.push('…');
    fitting
}
