//! What the command line takes.

use clap::{Parser, Subcommand, ValueEnum};
use xushi::strings::Said;

/// Shows what a Chinese official text commits to and what it only says.
#[derive(Parser)]
#[command(name = "xushi", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Analyse texts: structure, claims, tasks, terms, findings and scores
    Analyze(Analyze),
}

/// The arguments of `xushi analyze`.
#[derive(clap::Args)]
pub struct Analyze {
    /// How to print the result: the whole analysis as JSON, a line a file, or its claims as a table
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// The language of heads and messages
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub language: Language,
    /// The files to analyse; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
}

/// The forms of output.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The whole analysis (design: schema/xushi-1.schema.json)
    Json,
    /// The claims, aligned for a terminal
    Table,
    /// The claims as CSV (RFC 4180)
    Csv,
}

/// The languages of heads and messages.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Chinese
    Zh,
    /// English
    En,
}

impl Language {
    /// The words in this language.
    pub fn of(self, said: Said) -> String {
        match self {
            Self::Zh => said.zh,
            Self::En => said.en,
        }
    }
}
