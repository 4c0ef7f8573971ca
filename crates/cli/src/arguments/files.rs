//! Which files a command reads, and how many at a time.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::thread::available_parallelism;

/// What the commands that read many files take.
#[derive(clap::Args)]
pub struct Files {
    /// The files and folders to read, or patterns such as 'drafts/**/*.docx'; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<OsString>,
    /// How many files are read at a time; as many as there are cores where this is not said
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// What standard input is called in results and by its ending
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<OsString>,
}

impl Files {
    /// How many files are read at a time.
    pub fn jobs(&self) -> usize {
        let cores = || available_parallelism().ok();
        self.jobs.or_else(cores).map_or(1, NonZeroUsize::get)
    }
}
