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
mod outcome;
mod rows;
mod rules;
mod severity;
mod write;

use std::ffi::OsString;
use std::io;

use clap::Parser as _;

use arguments::{Arguments, Command};
use outcome::Outcome;

/// Runs the command line, the program's own name first, and gives its exit code. `analyze`, `compare` and `ledger`: 0
/// where every file was analysed, 1 where one was not. `check`: 0 where nothing was found, 1 where something was, 2 where
/// a file could not be read. All: 2 where the arguments make no sense.
pub fn run(words: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            return error.print().map_or(2, |()| code);
        }
    };
    let ended = match arguments.command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Ledger(arguments) => ledger::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
    };
    match ended {
        Ok(Outcome::Well) => 0,
        Ok(Outcome::Less) => 1,
        Ok(Outcome::Unread) => 2,
        // The reader went away (`xushi … | head`): nobody is left to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            eprintln!("xushi: {error}");
            2
        }
    }
}
