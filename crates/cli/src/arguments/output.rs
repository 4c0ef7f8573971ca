//! Where results go.

use std::path::PathBuf;

/// What the commands take that write a result a file.
#[derive(clap::Args)]
pub struct Output {
    /// Write to this file; to a folder, where it is one or ends in /, a file for each that was read
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Go on with what an earlier run has written to OUT: what is there already is not done again
    #[arg(long, requires = "output")]
    pub resume: bool,
}
