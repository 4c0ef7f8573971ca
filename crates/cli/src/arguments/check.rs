//! The arguments of `xushi check`.

use std::path::PathBuf;

use clap::ValueEnum;
use xushi::model::Severity;

use super::{Files, Language, Output, rule_ids};

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
    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, default_value_t = FailOn::Warning)]
    pub fail_on: FailOn,
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
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
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
