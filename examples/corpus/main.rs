//! What the tables under `data/` take from a corpus: counts and word lists, never its sentences.
//! Users lack the corpus, so the tables that it writes are committed.
//!
//! ```text
//! cargo run --release --example corpus -- VERB FOLDER …
//!
//! stock FOLDER                writes data/stock-phrases.tsv
//! common FOLDER               writes data/common-words.tsv
//! rare FOLDER                 writes data/rare-words.tsv
//! reference FOLDER DATE       writes data/reference.tsv; DATE, as in 2026-11-28, is the day of computing
//! years FOLDER                writes data/phrase-years.tsv
//! indicators FOLDER           the indicators of claims, candidates for data/indicator-names.tsv
//! coverage FOLDER             how much of the texts the stock phrases cover, by kind and decade
//! sample FOLDER COUNT SEED [counted]
//!                             phrases drawn at random, for a reader to judge
//! ```
//!
//! FOLDER holds one text a file, each named by its year (`1994.txt`); for `rare`, `reference`, `years` and `coverage` any names and folders will do.

mod common;
mod indicators;
mod orders;
mod rare;
mod reference;
mod shown;
mod stock;
mod texts;
mod years;

use std::error::Error;
use std::fs;
use std::path::Path;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [verb, folder, rest @ ..] = arguments.as_slice() else {
        return Err("usage: corpus VERB FOLDER …".into());
    };
    let folder = Path::new(folder);
    let texts = || texts::read(folder);
    let (file, rows) = match (verb.as_str(), rest) {
        ("stock", []) => ("stock-phrases.tsv", stock::table(&texts()?)?),
        ("common", []) => ("common-words.tsv", common::table(&texts()?)?),
        ("rare", []) => ("rare-words.tsv", rare::table(&texts::read_all(folder)?)?),
        ("reference", [date]) => (
            "reference.tsv",
            reference::table(&texts::read_dated(folder)?, date)?,
        ),
        ("years", []) => (
            "phrase-years.tsv",
            years::table(&texts::read_dated(folder)?)?,
        ),
        ("orders", []) => {
            print!("{}", orders::candidates(&texts::read_all(folder)?)?);
            return Ok(());
        }
        ("indicators", []) => {
            print!("{}", indicators::candidates(&texts::read_all(folder)?)?);
            return Ok(());
        }
        ("coverage", []) => return shown::coverage(&texts::read_dated(folder)?),
        ("sample", [count, seed, only @ ..]) => {
            let counted_only = only.first().is_some_and(|table| table == "counted");
            shown::sample(count.parse()?, seed.parse()?, counted_only);
            return Ok(());
        }
        _ => return Err(format!("there is no verb {verb:?}, or it needs more").into()),
    };
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    Ok(fs::write(data.join(file), rows)?)
}
