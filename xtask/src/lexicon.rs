//! `cargo xtask lexicon`: tables of `data/` that are counted in a corpus, which users lack; what it writes is
//! committed.

use std::fs;

use crate::Result;
use crate::command::{cargo, output};
use crate::project::Project;
use crate::steps::step;

/// Makes a table anew, or prints what a person judges it by.
///
/// # Errors
///
/// Where the corpus cannot be read, or the core does not compile.
pub fn run(project: &Project, names: &[String]) -> Result {
    let [table, folder, rest @ ..] = names else {
        return Err("a table and a folder are needed: cargo xtask lexicon stock FOLDER".into());
    };
    let file = match table.as_str() {
        "stock" => Some("data/stock-phrases.tsv"),
        "common" => Some("data/common-words.tsv"),
        "rare" => Some("data/rare-words.tsv"),
        "reference" => Some("data/reference.tsv"),
        _ => None,
    };
    let folder = fs::canonicalize(folder)?;
    let mut run = cargo();
    run.args([
        "run",
        "--quiet",
        "--release",
        "--example",
        "corpus",
        "--",
        table,
    ])
    .arg(folder)
    .args(rest)
    .current_dir(&project.root);
    if table == "reference" && rest.is_empty() {
        run.arg(today()?);
    }
    match file {
        Some(file) => step(&format!("Counting for {file}"), || {
            let rows = output(&mut run)?;
            Ok(fs::write(project.path(file), rows)?)
        }),
        None => {
            print!("{}", output(&mut run)?);
            Ok(())
        }
    }
}

/// The day of the machine's clock, ISO 8601.
fn today() -> Result<String> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    // Days to a civil date, after Howard Hinnant's `civil_from_days`, for days after 1970.
    let days = since.as_secs() / 86_400 + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    Ok(format!("{year:04}-{month:02}-{day:02}"))
}
