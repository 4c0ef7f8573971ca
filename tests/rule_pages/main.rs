//! The pages about the rules, `docs/rules/` for readers of the repository and `www/rules/` for
//! readers of a finding, are those of the registry and its tables.
//!
//! With `XUSHI_WRITE_RULES` set they are written; `cargo xtask rules` does that.

mod html;
mod markdown;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use xushi::Analyzer;
use xushi::checks::{Documentation, RULES, Rule};
use xushi::language::Dictionary;
use xushi::model::{Finding, Severity};
use xushi::offsets::to_bytes;
use xushi::strings::{Said, say};

/// A rule with all that its page shows.
struct Page {
    rule: &'static Rule,
    said: Documentation,
    /// The finding of the text that trips it, with its place in bytes of `shown`.
    finding: Option<Finding>,
    /// The text that trips it, as it was read.
    shown: String,
}

#[test]
fn the_pages_about_the_rules_are_current() {
    let pages: Vec<Page> = RULES.iter().filter_map(|rule| page(rule)).collect();
    assert_eq!(pages.len(), RULES.len(), "a rule is not documented");
    let mut files = BTreeMap::new();
    files.insert("docs/rules/README.md".to_owned(), markdown::index(&pages));
    files.insert("www/rules/index.html".to_owned(), html::index(&pages));
    for page in &pages {
        let id = page.rule.id;
        files.insert(format!("docs/rules/{id}.md"), markdown::page(page));
        files.insert(format!("www/rules/{id}.html"), html::page(page));
    }
    for folder in ["docs/rules", "www/rules"] {
        settle(folder, &files);
    }
}

fn page(rule: &'static Rule) -> Option<Page> {
    let said = rule.documentation()?;
    let analysis = Analyzer::new(Dictionary::built_in().ok()?)
        .analyze("example.txt", said.trips.as_bytes())
        .ok()?;
    let found = analysis.documents.into_iter().find_map(|document| {
        let mut found = document.findings.into_iter();
        let mut finding = found.find(|finding| finding.rule == rule.id)?;
        finding.span = *to_bytes(&[finding.span], &document.text).first()?;
        Some((finding, document.text))
    });
    let (finding, shown) = match found {
        Some((finding, text)) => (Some(finding), text),
        None => (None, said.trips.clone()),
    };
    Some(Page {
        rule,
        said,
        finding,
        shown,
    })
}

fn severity(severity: Severity) -> Said {
    match severity {
        Severity::Error => say("cli.severity.error", &[]),
        Severity::Warning => say("cli.severity.warning", &[]),
        Severity::Info => say("cli.severity.info", &[]),
    }
}

/// Compares the files of a folder with those wanted, or writes them.
fn settle(folder: &str, wanted: &BTreeMap<String, String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let writes = env::var_os("XUSHI_WRITE_RULES").is_some();
    for (name, content) in wanted.iter().filter(|(name, _)| name.starts_with(folder)) {
        if writes {
            assert!(
                fs::write(root.join(name), content).is_ok(),
                "{name} cannot be written"
            );
        }
        let found = fs::read_to_string(root.join(name)).unwrap_or_default();
        assert!(
            found == *content,
            "{name} is stale: `cargo xtask rules` writes it anew"
        );
    }
    for entry in fs::read_dir(root.join(folder))
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if wanted.contains_key(&name) {
            continue;
        }
        if writes {
            assert!(
                fs::remove_file(root.join(&name)).is_ok(),
                "{name} cannot be removed"
            );
        } else {
            let gone = false;
            assert!(
                gone,
                "{name} is about no rule: `cargo xtask rules` removes it"
            );
        }
    }
}
