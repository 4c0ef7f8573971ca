//! The command line: `xushi analyze FILE…`. Arguments in, output and exit codes out; the work is the library's.

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

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use outcome::Outcome;

/// Runs the command line. `analyze`: 0 where every file was analysed, 1 where one was not; so `compare` and
/// `ledger`. `check`:
/// 0 where nothing was found, 1 where something was, 2 where a file could not be read. Both: 2 where
/// the arguments make no sense.
fn main() -> ExitCode {
    let ended = match Arguments::parse().command {
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
        // The reader went away (`xushi … | head`): nobody is left to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xushi: {error}");
            ExitCode::from(2)
        }
    }
}
