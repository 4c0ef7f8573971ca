//! What the command line takes.

mod check;
mod files;
mod output;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use serde::Deserialize;
use xushi::checks::RULES;
use xushi::strings::Said;
use xushi_tables::Table;

pub use check::{Check, CheckFormat, FailOn};
pub use files::Files;
pub use output::Output;

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
    /// Check texts: where one contradicts itself, the calendar or its form
    Check(Check),
    /// Compare two texts: promise and result, upper and lower level, or two wordings
    Compare(Compare),
    /// Write a task ledger: who is to do what by when, a row a task
    Ledger(Ledger),
    /// List the rules of `check`, or explain some of them
    Rules(Rules),
    /// Print what a shell needs to complete the arguments
    Completions(Completions),
    /// Print the manual page, as `man -l -` shows it
    Man(Man),
}

impl Command {
    /// The language of heads and messages, where there are some.
    pub fn language(&mut self) -> Option<&mut Language> {
        match self {
            Self::Analyze(arguments) => Some(&mut arguments.language),
            Self::Check(arguments) => Some(&mut arguments.language),
            Self::Compare(arguments) => Some(&mut arguments.language),
            Self::Ledger(arguments) => Some(&mut arguments.language),
            Self::Rules(arguments) => Some(&mut arguments.language),
            Self::Completions(_) | Self::Man(_) => None,
        }
    }

    /// The file that is named first.
    pub fn first_file(&self) -> Option<&OsStr> {
        let files = match self {
            Self::Analyze(arguments) => &arguments.files,
            Self::Check(arguments) => &arguments.files,
            Self::Ledger(arguments) => &arguments.files,
            Self::Compare(arguments) => return Some(&arguments.first),
            Self::Rules(_) | Self::Completions(_) | Self::Man(_) => return None,
        };
        let first = files.files.first()?;
        let named = files.stdin_filename.as_ref();
        Some(named.filter(|_| first == "-").unwrap_or(first))
    }
}

/// The arguments of `xushi analyze`.
#[derive(clap::Args)]
pub struct Analyze {
    /// How to print the result: the whole analysis as JSON, a line a file, its claims as a table, or all as tables
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Of Parquet only these tables (comma-separated, or given again); all of them where this is not said
    #[arg(long = "table", value_name = "TABLE", value_delimiter = ',', value_parser = tables(), requires = "format")]
    pub tables: Vec<Table>,
    /// The language of heads and messages
    #[arg(long, visible_alias = "lang", value_enum, default_value_t = Language::Zh)]
    pub language: Language,
    /// Instead of the result, print each line with what it was taken for and why
    #[arg(long, conflicts_with = "format")]
    pub explain: bool,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub files: Files,
}

/// The arguments of `xushi ledger`.
#[derive(clap::Args)]
pub struct Ledger {
    /// The file to write, by its ending xlsx, docx, csv or md; without it Markdown goes to standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// What a row is
    #[arg(long, value_enum, default_value_t = By::Sentence)]
    pub by: By,
    /// Add a column for each quarter, with the deadlines that fall in it
    #[arg(long)]
    pub quarters: bool,
    /// A later report: its sentence and figure for each row, and a proposed state
    #[arg(long, value_name = "FILE")]
    pub report: Option<OsString>,
    /// Where nobody is said to lead, let the body that is named first lead
    #[arg(long)]
    pub first_leads: bool,
    /// The language of heads and messages
    #[arg(long, visible_alias = "lang", value_enum, default_value_t = Language::Zh)]
    pub language: Language,
    #[command(flatten)]
    pub files: Files,
}

/// What a row of a ledger is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// A task: a sentence, or a part of one
    Sentence,
    /// A paragraph with all its tasks
    Item,
}

/// The arguments of `xushi compare`.
#[derive(clap::Args)]
pub struct Compare {
    /// What two texts are compared for; without it that is found
    #[arg(long, value_enum)]
    pub kind: Option<CompareKind>,
    /// How to print the comparison
    #[arg(long, value_enum, default_value_t = CompareFormat::Table)]
    pub format: CompareFormat,
    /// Let the first file be the earlier or upper text, whatever dates and places say
    #[arg(long)]
    pub as_given: bool,
    /// The file to write; without it the result goes to standard output
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// The language of heads and messages
    #[arg(long, visible_alias = "lang", value_enum, default_value_t = Language::Zh)]
    pub language: Language,
    /// The earlier or upper text; `-` is standard input
    #[arg(value_name = "A")]
    pub first: OsString,
    /// The later or lower text; more make a matrix of indicators over the years
    #[arg(value_name = "B", required = true)]
    pub others: Vec<OsString>,
}

/// What two texts are compared for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CompareKind {
    /// What was promised, and what became of it
    Promise,
    /// What a lower text takes up of an upper one's tasks
    Level,
    /// What came, went and moved in the wording
    Wording,
}

/// The forms of output of `compare`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// Aligned for a terminal
    Table,
    /// CSV (RFC 4180)
    Csv,
    /// The whole comparison
    Json,
    /// A workbook
    Xlsx,
    /// Markdown
    Md,
}

/// The arguments of `xushi rules`.
#[derive(clap::Args)]
pub struct Rules {
    /// How to print the rules
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub format: RulesFormat,
    /// The language of names and explanations
    #[arg(long, visible_alias = "lang", value_enum, default_value_t = Language::Zh)]
    pub language: Language,
    /// The rules to explain; without one all are listed
    #[arg(value_name = "ID", value_parser = rule_ids(), hide_possible_values = true)]
    pub ids: Vec<String>,
}

/// The arguments of `xushi completions`.
#[derive(clap::Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

/// The arguments of `xushi man`.
#[derive(clap::Args)]
pub struct Man {
    /// The command to tell of; without one the program as a whole
    #[arg(value_parser = ["analyze", "check", "compare", "ledger", "rules"])]
    pub command: Option<String>,
}

/// The rules' ids; clap names near ones where an id is unknown.
fn rule_ids() -> PossibleValuesParser {
    PossibleValuesParser::new(RULES.iter().map(|rule| rule.id))
}

/// The tables by their names.
fn tables() -> impl TypedValueParser<Value = Table> {
    let names = PossibleValuesParser::new(Table::ALL.map(Table::name));
    names.try_map(|name| Table::named(&name).ok_or("no table"))
}

/// The forms of output of `analyze`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The whole analysis (design: schema/xushi-2.schema.json)
    Json,
    /// The same with the file's name, a line a file; a run that was broken off can be gone on with
    Jsonl,
    /// The claims, aligned for a terminal
    Table,
    /// The claims as CSV (RFC 4180)
    Csv,
    /// Documents, claims, tasks, findings, sentences and scores as tables, a file each in the folder OUT, or one in a file
    Parquet,
}

/// The forms of output of `rules`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// For people
    Text,
    /// A list of rules, in both languages
    Json,
}

/// The languages of heads and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
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

    /// The one of two wordings that is in this language.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
