//! What the tables under `data/` take from a corpus: counts and word lists, never its sentences.
//! `cargo xtask lexicon` runs it; users lack the corpus, so its output is committed.
//!
//! ```text
//! corpus stock FOLDER                the rows of data/stock-phrases.tsv
//! corpus common FOLDER               the rows of data/common-words.tsv
//! corpus rare FOLDER                 the rows of data/rare-words.tsv
//! corpus reference FOLDER DATE       the rows of data/reference.tsv
//! corpus coverage FOLDER             how much of each decade's texts the stock phrases cover
//! corpus sample FOLDER COUNT SEED [counted]
//!                                    phrases drawn at random, for a reader to judge
//! ```
//!
//! FOLDER holds one text a file, each named by its year (`1994.txt`); for `rare` any names will do.

mod common;
mod rare;
mod reference;
mod stock;
mod texts;

use std::error::Error;
use std::path::Path;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [verb, folder, rest @ ..] = arguments.as_slice() else {
        return Err("usage: corpus VERB FOLDER …".into());
    };
    if verb == "rare" {
        return rare::print(&texts::read_all(Path::new(folder))?);
    }
    let texts = texts::read(Path::new(folder))?;
    match (verb.as_str(), rest) {
        ("stock", []) => stock::print(&texts),
        ("common", []) => common::print(&texts),
        ("coverage", []) => stock::coverage(&texts),
        ("sample", [count, seed, only @ ..]) => {
            let counted_only = only.first().is_some_and(|table| table == "counted");
            stock::sample(count.parse()?, seed.parse()?, counted_only);
            Ok(())
        }
        ("reference", [date]) => reference::print(&texts, date),
        _ => Err(format!("there is no verb {verb:?}, or it needs more").into()),
    }
}
