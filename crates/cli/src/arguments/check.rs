//! The arguments of `xushi check`.

use std::path::PathBuf;

use clap::ValueEnum;
use serde::Deserialize;
use xushi::model::Severity;

use super::{Files, Language, Output, rule_ids};
use crate::settings::Profile;

/// The arguments of `xushi check`.
#[derive(clap::Args)]
#[command(
    after_help = "Exit code: 0 no finding as bad as --fail-on, 1 at least one, \
                        2 strange arguments or a file that could not be read."
)]
pub struct Check {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// The language of messages
    #[arg(long, visible_alias = "lang", value_enum, default_value_t = Language::Zh)]
    pub language: Language,
    /// Apply only these rules (comma-separated, or given again)
    #[arg(long = "rule", value_name = "ID", value_delimiter = ',', value_parser = rule_ids(), hide_possible_values = true)]
    pub only: Vec<String>,
    /// Leave these rules out (comma-separated, or given again)
    #[arg(long, value_name = "ID", value_delimiter = ',', value_parser = rule_ids(), hide_possible_values = true)]
    pub ignore: Vec<String>,
    /// Write FILE, a docx, to OUT with each finding as a comment at its place
    #[arg(long, value_name = "OUT", conflicts_with_all = ["output", "resume"])]
    pub comments: Option<PathBuf>,
    /// The least severity that makes the exit code 1; warning where this and xushi.toml say nothing
    #[arg(long, value_enum)]
    pub fail_on: Option<FailOn>,
    /// Which rules a text is held to; all where this and xushi.toml say nothing
    #[arg(long, value_enum)]
    pub profile: Option<Profile>,
    /// Leave out the findings that this file has
    #[arg(long, value_name = "BASELINE")]
    pub baseline: Option<PathBuf>,
    /// Write all findings to this file, to be left out from now on
    #[arg(long, value_name = "BASELINE", conflicts_with_all = ["baseline", "fix", "diff", "comments", "resume"])]
    pub write_baseline: Option<PathBuf>,
    /// Do what is suggested, in the files themselves; `-` is printed as it then is
    #[arg(long, conflicts_with_all = ["comments", "resume"])]
    pub fix: bool,
    /// Print what `--fix` would change and change nothing; the exit code is 1 where it would
    #[arg(long, conflicts_with_all = ["fix", "comments", "resume", "format"])]
    pub diff: bool,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub files: Files,
}

/// The forms of output of `check`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: place, message, the line with the place marked
    Text,
    /// A list of findings
    Json,
    /// The findings of a file in a line, with its name; a run that was broken off can be gone on with
    Jsonl,
    /// SARIF 2.1.0, for editors and CI systems
    Sarif,
    /// Notes at the lines of a change, as GitHub's workflows print them
    Github,
}

/// From which severity on findings make the exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// The text contradicts itself or the calendar
    Error,
    /// Very likely a slip, or worse
    Warning,
    /// Any finding
    Info,
    /// None: the exit code is 0 whatever was found
    Never,
}

impl FailOn {
    /// Whether a finding of this severity makes the exit code 1.
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity != Severity::Info,
            Self::Info => true,
            Self::Never => false,
        }
    }
}
