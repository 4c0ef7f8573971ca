//! `cargo xtask <verb>`: everything that is done to the project, on a fresh machine too.

mod bench;
mod build;
mod files;
mod page;
mod project;
mod python;
mod rust;
mod serve;
mod setup;
mod steps;
mod test;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;
use clap::builder::PossibleValuesParser;
use project::Project;

type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Everything that is done to Xushi.
///
/// Every verb installs what it needs first; what is there already is not touched.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Verb {
    /// Build the page and serve it on this machine
    Serve {
        /// The port that is tried first; 0 takes any
        #[arg(long)]
        port: Option<u16>,
        /// Serve dist/ as it is
        #[arg(long)]
        no_build: bool,
    },
    /// Build the page into dist/, for any static host
    Build,
    /// Run every test, or the named steps
    Test {
        #[arg(value_parser = PossibleValuesParser::new(test::names()))]
        steps: Vec<String>,
    },
    /// Run the long tests over made files, planted slips and the texts beside, with a report
    Eval,
    /// Give the core's stages and each reader of office files a minute of drawn texts and files
    Fuzz,
    /// Measure the core beside its peers, the page's weight and its start
    Bench,
    /// Format the Rust code
    Fmt {
        /// Only say whether it is formatted
        #[arg(long)]
        check: bool,
    },
    /// Clippy, and the types of the page's JavaScript
    Lint,
    /// Write schema/ from the Rust types
    Contract {
        /// Only say whether it is current
        #[arg(long)]
        check: bool,
    },
    /// Write the pages about the rules of the checks anew, and dist/ with them
    Rules,
    /// Build the wheel for Python and test it in a virtual environment, and on a local cluster of Spark
    Python {
        /// Leave Spark out, which wants Java
        #[arg(long)]
        no_spark: bool,
    },
    /// Take the READMEs' pictures of the page anew
    Screenshot,
    /// Install what is missing, and nothing else
    Setup,
}

fn main() -> ExitCode {
    if let Err(error) = run(Verb::parse()) {
        eprintln!("error: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run(verb: Verb) -> Result {
    let project = Project::open()?;
    match verb {
        Verb::Serve { port, no_build } => serve::run(&project, port, !no_build),
        Verb::Build => build::run(&project),
        Verb::Test { steps } => test::run(&project, &steps),
        Verb::Eval => rust::evaluate(&project),
        Verb::Fuzz => rust::fuzz(&project),
        Verb::Bench => bench::run(&project),
        Verb::Fmt { check } => rust::format(&project, check),
        Verb::Lint => {
            rust::clippy(&project)?;
            build::run(&project)?;
            page::types(&project)
        }
        Verb::Contract { check } => rust::contract(&project, check),
        Verb::Python { no_spark } => python::run(&project, !no_spark, true).map(drop),
        Verb::Rules => setup::for_build(&project).and_then(|_| build::finish(&project)),
        Verb::Screenshot => page::screenshot(&project),
        Verb::Setup => setup::everything(&project),
    }
}
