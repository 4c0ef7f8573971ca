//! `xushi completions SHELL` and `xushi man [COMMAND]`: what shells and `man` know of the arguments, made of the arguments.

use std::io::{self, Write as _};

use clap::CommandFactory as _;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::arguments::Arguments;
use crate::outcome::Outcome;

/// Prints what a shell needs to complete the arguments.
pub fn completions(shell: Shell) -> io::Result<Outcome> {
    // What writes to the shell's file itself panics where the file is full.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "xushi", &mut script);
    print(&script)
}

/// Prints the manual page of the program, or of one of its commands.
pub fn page(name: Option<&str>) -> io::Result<Outcome> {
    let mut program = Arguments::command();
    // A command is called by its whole name.
    program.build();
    let command = name.and_then(|name| program.find_subcommand(name));
    let told = command.unwrap_or(&program);
    let mut page = Vec::new();
    Man::new(told.clone()).render(&mut page)?;
    print(&page)
}

fn print(bytes: &[u8]) -> io::Result<Outcome> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(Outcome::Well)
}
