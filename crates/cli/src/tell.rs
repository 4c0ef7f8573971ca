//! What is said beside the results: on standard error, so that standard output holds the results and nothing else.

use std::ffi::OsStr;
use std::fmt::Display;
use std::io::{self, Write as _};

use xushi::strings::{Said, say};

use crate::arguments::Language;
use crate::shown;

/// Says something. Where standard error takes nothing, nobody can be told so; the work goes on, and the exit code
/// says how it ended.
pub fn tell(words: impl Display) {
    let _ = writeln!(io::stderr().lock(), "xushi: {words}");
}

/// What is said of a file.
pub fn of_file(file: &OsStr, words: &str) -> String {
    format!("{}: {}", shown::name(file), shown::line(words))
}

/// What the system says of an error, in the reader's language.
pub fn failure(error: &io::Error, language: Language) -> String {
    language.of(cause(error))
}

/// What the system says of an error.
pub fn cause(error: &io::Error) -> Said {
    if error.get_ref().is_some() {
        let [zh, en] = [(); 2].map(|()| error.to_string());
        return Said { zh, en };
    }
    // The rows are named as the standard library names the kinds; some it does not let us name in a `match`.
    let key = format!("cli.io.{:?}", error.kind());
    let said = say(&key, &[]);
    match said.zh == key {
        true => say("cli.io.other", &[("error", &error.to_string())]),
        false => said,
    }
}
