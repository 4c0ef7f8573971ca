//! `cargo xtask <verb>`: everything that is done to the project, on a fresh machine too.

mod bench;
mod build;
mod command;
mod contract;
mod format;
mod lexicon;
mod lint;
mod places;
mod project;
mod screenshot;
mod serve;
mod setup;
mod stamp;
mod steps;
mod test;

use std::error::Error;
use std::process::ExitCode;

use lexopt::prelude::*;
use project::Project;

type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const HELP: &str = "\
cargo xtask <verb>

  serve [--port N] [--no-build]   build the page and serve it on this machine
  build                           build the page into dist/, for any static host
  test [STEP…]                    run every test, or the named steps; --list names them
  bench                           measure the core beside its peers, the page's weight and its start
  fmt [--check]                   format the Rust code
  lint                            clippy, and the types of the page's JavaScript
  contract [--check]              write schema/ from the Rust types
  lexicon TABLE FOLDER            make a table of data/ anew from a corpus of one text a year (1994.txt):
                                  stock, common, rare, reference; or print coverage, sample COUNT SEED [counted]
  rules                           write the pages about the rules of the checks anew, into dist/rules/
  places FOLDER…                  write data/places.tsv from unpacked packages of GB/T 2260
  screenshot                      take the READMEs' pictures of the page anew
  setup                           install what is missing, and nothing else

Every verb installs what it needs first; what is there already is not touched.
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The arguments, taken apart.
#[derive(Debug, Default)]
struct Arguments {
    verb: String,
    names: Vec<String>,
    port: Option<u16>,
    no_build: bool,
    check: bool,
    list: bool,
}

fn run() -> Result {
    let Some(arguments) = parse(lexopt::Parser::from_env())? else {
        print!("{HELP}");
        return Ok(());
    };
    let project = Project::open()?;
    match arguments.verb.as_str() {
        "serve" => serve::run(&project, arguments.port, !arguments.no_build),
        "build" => build::run(&project).map(|_| ()),
        "test" => test::run(&project, &arguments.names, arguments.list),
        "bench" => bench::run_all(&project),
        "fmt" => format::run(&project, arguments.check),
        "lint" => lint::run(&project),
        "contract" => contract::run(&project, arguments.check),
        "lexicon" => lexicon::run(&project, &arguments.names),
        "rules" => build::rule_pages(&project)
            .map(|folder| println!("{}", folder.join("index.html").display())),
        "places" => places::run(&project, &arguments.names),
        "screenshot" => screenshot::take(&project),
        "setup" => setup::everything(&project),
        verb => Err(format!("there is no verb {verb:?}\n\n{HELP}").into()),
    }
}

/// The arguments, or nothing where help was asked for.
fn parse(mut parser: lexopt::Parser) -> Result<Option<Arguments>> {
    let mut arguments = Arguments::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("port") => arguments.port = Some(parser.value()?.parse()?),
            Long("no-build") => arguments.no_build = true,
            Long("check") => arguments.check = true,
            Long("list") => arguments.list = true,
            Value(value) if arguments.verb.is_empty() => arguments.verb = value.string()?,
            Value(value) => arguments.names.push(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok((!arguments.verb.is_empty()).then_some(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Option<Arguments> {
        let words: Vec<_> = std::iter::once(&"xtask").chain(words).collect();
        parse(lexopt::Parser::from_iter(words)).ok().flatten()
    }

    #[test]
    fn a_verb_takes_its_options_in_any_order() {
        let before = parsed(&["--port", "0", "serve", "--no-build"]);
        let after = parsed(&["serve", "--no-build", "--port=0"]);
        for arguments in [before, after] {
            let arguments = arguments.unwrap_or_default();
            assert_eq!(arguments.verb, "serve");
            assert_eq!(arguments.port, Some(0));
            assert!(arguments.no_build);
        }
    }

    #[test]
    fn no_verb_asks_for_help_and_a_strange_option_is_refused() {
        assert!(parsed(&[]).is_none());
        assert!(parsed(&["build", "--help"]).is_none());
        let strange = parse(lexopt::Parser::from_iter(["xtask", "build", "--fast"]));
        assert!(strange.is_err());
    }
}
