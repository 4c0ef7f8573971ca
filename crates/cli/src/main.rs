//! The command line: `xushi analyze FILE…`. Arguments in, output and exit codes out; the work is the library's.

mod analyze;
mod arguments;
mod carried;
mod check;
mod compare;
mod explain;
mod input;
mod ledger;
mod many;
mod outcome;
mod rows;
mod rules;
mod severity;
mod shown;
mod tell;
mod write;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command, Language};
use outcome::Outcome;
use xushi::strings::say;

/// What a shell says of a program that ended because nobody reads what it writes (128 and SIGPIPE).
const PIPE_CLOSED: u8 = 141;

/// Runs the command line. `analyze`, `compare` and `ledger`: 0 where every file was read, 1 where one was not. `check`:
/// 0 where nothing was found, 1 where something was, 2 where a file could not be read. All: 2 where the arguments make
/// no sense or the results could not be written.
fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            return match error.print() {
                Ok(()) => ExitCode::from(code),
                Err(error) => failed(&error, Language::En),
            };
        }
    };
    let language = arguments.command.language();
    let ended = match arguments.command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Ledger(arguments) => ledger::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
    };
    match ended {
        Ok(Outcome::Well) => ExitCode::SUCCESS,
        Ok(Outcome::Less) => ExitCode::from(1),
        Ok(Outcome::Unread) => ExitCode::from(2),
        Err(error) => failed(&error, language),
    }
}

fn failed(error: &io::Error, language: Language) -> ExitCode {
    // The reader went away (`xushi … | head`): nobody is left to tell.
    if error.kind() == io::ErrorKind::BrokenPipe {
        return ExitCode::from(PIPE_CLOSED);
    }
    let told = tell::failure(error, language);
    // What the program itself says of an error is whole; else it was standard output that took no more.
    tell::tell(match error.get_ref() {
        Some(_) => told,
        None => language.of(say("cli.not-printed", &[("error", &told)])),
    });
    ExitCode::from(2)
}
