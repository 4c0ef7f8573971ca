//! The years in which set phrases (提法) and numeric slogans stand in dated texts, for `data/phrase-years.tsv`.

use std::collections::{BTreeMap, BTreeSet};

use xushi::lexicon::{set_phrases, slogans};
use xushi::terms::Wording;

use crate::{Result, texts};

/// A phrase that fewer texts have says more of these texts than of its time.
const LEAST: usize = 2;

/// The phrases of `data/set-phrases.tsv` and `data/slogans.tsv` with the first and the last year of a text that has them, and how
/// many have them. A text is of the year that its file's name has, else of the date that it bears.
pub fn table(texts: &[(Option<String>, String)]) -> Result<String> {
    let mut years: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    let mut dated = Vec::new();
    for (name, text) in texts {
        let Some(layout) = texts::longest(text) else {
            continue;
        };
        let date = layout
            .metadata
            .date
            .as_ref()
            .map(|date| date.value.as_str());
        let year = name
            .as_deref()
            .or(date)
            .and_then(|date| date.get(..4)?.parse().ok());
        let Some(year) = year else {
            continue;
        };
        dated.push(year);
        for phrase in phrases(&layout.text) {
            years.entry(phrase).or_default().push(year);
        }
    }
    let ends = |years: &[u16]| Some((*years.iter().min()?, *years.iter().max()?));
    let (first, last) = ends(&dated).ok_or("no text has a year")?;
    let mut rows = format!(
        "# phrase: of set-phrases.tsv or slogans.tsv\tfirst, last: the years of the first and the last text that has it\ttexts: how many of {} texts of {first} to {last} have it, {LEAST} at least, counted by `cargo run --example corpus years`\nphrase:key\tfirst:number\tlast:number\ttexts:number\n",
        dated.len(),
    );
    for (phrase, years) in years.iter().filter(|(_, years)| years.len() >= LEAST) {
        if let Some((first, last)) = ends(years) {
            rows += &format!("{phrase}\t{first}\t{last}\t{}\n", years.len());
        }
    }
    Ok(rows)
}

/// The entries of the two tables that stand in a text, each once: those inside longer ones, too.
fn phrases(text: &str) -> BTreeSet<&'static str> {
    let hits = xushi::terms::scan(text).into_iter();
    let fixed = hits.filter(|hit| matches!(hit.wording, Wording::SetPhrase | Wording::Slogan));
    let mut entries = BTreeSet::new();
    for hit in fixed {
        let words = hit.span.of(text);
        for (at, _) in words.char_indices() {
            let sets = set_phrases::TABLE.beginnings(&words[at..]);
            entries.extend(sets.map(|row| row.phrase));
            let slogans = slogans::TABLE.beginnings(&words[at..]);
            entries.extend(slogans.map(|row| row.slogan));
        }
    }
    entries
}
