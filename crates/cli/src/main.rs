//! The program `xushi`.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(xushi_cli::run(env::args_os()))
}
