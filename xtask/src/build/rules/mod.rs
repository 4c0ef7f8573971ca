//! The pages about the rules of the checks, which findings lead to: `rules/` of the page.

mod html;

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

use super::strings;
use crate::Result;
use crate::command::{cargo, output};
use crate::project::Project;
use crate::stamp::{Inputs, unless_done, write};
use crate::steps::step;

/// In both languages.
#[derive(Debug, Clone, Deserialize)]
pub struct Said {
    zh: String,
    en: String,
}

/// A rule as `xushi rules --format json` tells of it.
#[derive(Debug, Deserialize)]
pub struct Rule {
    id: String,
    group: String,
    severity: String,
    name: Said,
    what: Said,
    why: Said,
    source: Said,
    silent: String,
    found: Found,
}

/// What a rule finds in its example.
#[derive(Debug, Deserialize)]
pub struct Found {
    before: String,
    words: String,
    after: String,
    message: Said,
}

/// The pages, by their addresses.
///
/// # Errors
///
/// Where the core does not compile, or a rule finds nothing in its own example.
pub fn pages(project: &Project) -> Result<Vec<(PathBuf, String)>> {
    let rules: Vec<Rule> = serde_json::from_str(&listed(project)?)?;
    let strings = strings::read(project)?;
    let pages = html::Pages { strings: &strings };
    let address = |name: &str| PathBuf::from(format!("rules/{name}.html"));
    let mut written = vec![(address("index"), pages.index(&rules))];
    written.extend(
        rules
            .iter()
            .map(|rule| (address(&rule.id), pages.page(rule))),
    );
    Ok(written)
}

/// What the command line says of the rules. Only the core knows what a rule finds in its example, so
/// that it is compiled for this machine, unless it was asked since it last changed.
fn listed(project: &Project) -> Result<String> {
    let list = project.path("target/xtask/rules.json");
    let mut inputs = Inputs::new();
    for source in ["src", "data", "build", "Cargo.toml", "Cargo.lock"] {
        inputs = inputs.path(&project.path(source))?;
    }
    unless_done(
        project,
        "rules",
        &inputs,
        std::slice::from_ref(&list),
        || {
            step("Asking the core about its rules", || {
                let rules = output(
                    cargo()
                        .args(["run", "--quiet", "--bin", "xushi", "--"])
                        .args(["rules", "--format", "json"])
                        .current_dir(&project.root),
                )?;
                write(&list, rules.as_bytes())
            })
        },
    )?;
    Ok(fs::read_to_string(&list)?)
}
