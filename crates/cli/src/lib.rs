//! The command line: `xushi analyze FILE…`. Arguments in, output and exit codes out; the work is the core's. The program
//! is a line of this, and so is the one that the wheel for Python brings.

mod analyze;
mod arguments;
mod carried;
mod check;
mod compare;
mod explain;
mod input;
mod ledger;
mod manual;
mod many;
mod outcome;
mod paths;
mod rows;
mod rules;
mod settings;
mod severity;
mod shown;
mod tables;
mod tell;
mod write;

use std::ffi::OsString;
use std::io;

use clap::parser::ValueSource;
use clap::{CommandFactory as _, FromArgMatches as _};

use arguments::{Arguments, Command, Language};
use outcome::Outcome;
use settings::Folders;
use xushi::strings::say;

/// What a shell says of a program that ended because nobody reads what it writes (128 and SIGPIPE).
const PIPE_CLOSED: u8 = 141;

/// Runs the command line, the program's own name first, and gives its exit code. `analyze`, `compare` and `ledger`: 0
/// where every file was read, 1 where one was not. `check`: 0 where nothing was found, 1 where something was, 2 where a
/// file could not be read. All: 2 where the arguments make no sense or the results could not be written, 141 where
/// nobody reads them on.
pub fn run(words: impl IntoIterator<Item = OsString>) -> u8 {
    let (mut command, says_language) = match arguments(words) {
        Ok(read) => read,
        Err(error) => {
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            let printed = error.print();
            return printed.map_or_else(|error| failed(&error, Language::En), |()| code);
        }
    };
    let settings = Folders::new(Language::Zh).of(command.first_file().unwrap_or("-".as_ref()));
    let set = settings.ok().and_then(|settings| settings.language);
    let mut language = Language::En;
    if let Some(own) = command.language() {
        *own = set.filter(|_| !says_language).unwrap_or(*own);
        language = *own;
    }
    let ended = match command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Ledger(arguments) => ledger::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Completions(arguments) => manual::completions(arguments.shell),
        Command::Man(arguments) => manual::page(arguments.command.as_deref()),
    };
    match ended {
        Ok(Outcome::Well) => 0,
        Ok(Outcome::Less) => 1,
        Ok(Outcome::Unread) => 2,
        Err(error) => failed(&error, language),
    }
}

/// What was typed, and whether it says a language.
fn arguments(words: impl IntoIterator<Item = OsString>) -> Result<(Command, bool), clap::Error> {
    let matches = Arguments::command().try_get_matches_from(words)?;
    let of_command = matches.subcommand().map(|(_, matches)| matches);
    let says_language = of_command.is_some_and(|matches| {
        let has_language = matches.try_contains_id("language").unwrap_or(false);
        has_language && matches.value_source("language") == Some(ValueSource::CommandLine)
    });
    let arguments = Arguments::from_arg_matches(&matches)?;
    Ok((arguments.command, says_language))
}

fn failed(error: &io::Error, language: Language) -> u8 {
    // The reader went away (`xushi … | head`): nobody is left to tell.
    if error.kind() == io::ErrorKind::BrokenPipe {
        return PIPE_CLOSED;
    }
    let told = tell::failure(error, language);
    // What the program itself says of an error is whole; else it was standard output that took no more.
    tell::tell(match error.get_ref() {
        Some(_) => told,
        None => language.of(say("cli.not-printed", &[("error", &told)])),
    });
    2
}
