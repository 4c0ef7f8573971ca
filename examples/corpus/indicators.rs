//! The indicators that claims tell of, candidates for `data/indicator-names.tsv`: those written in two ways stand near each
//! other by what they share.

use std::collections::{BTreeMap, BTreeSet};

use xushi::Analyzer;
use xushi::model::Status;
use xushi::reading::Dictionary;

use crate::Result;

/// The texts that a candidate must stand in.
const LEAST: usize = 2;

/// Each indicator with how many texts have it, the most frequent first; beside it the longer ones that hold all its
/// characters in their order, from the first to the last (规上工业增加值, 规模以上工业增加值).
pub fn candidates(texts: &[String]) -> Result<String> {
    let analyzer = Analyzer::new(Dictionary::built_in()?);
    let mut texts_of: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let analysis = analyzer.analyze("text.txt", text.as_bytes())?;
        let claims = analysis.documents.into_iter().flat_map(|it| it.claims);
        let claims = claims.filter(|claim| claim.status != Status::Other && !claim.name.is_empty());
        for name in claims.map(|claim| claim.name).collect::<BTreeSet<_>>() {
            *texts_of.entry(name).or_default() += 1;
        }
    }
    let mut rows: Vec<(usize, &str)> = (texts_of.iter())
        .map(|(name, count)| (*count, &**name))
        .filter(|(count, _)| *count >= LEAST)
        .collect();
    rows.sort_by(|one, other| other.cmp(one));
    let longer = |name: &str| -> Vec<&str> {
        let others = rows.iter().map(|(_, other)| *other);
        others.filter(|other| shortens(name, other)).collect()
    };
    Ok(rows
        .iter()
        .map(|(count, name)| format!("{name}\t{count}\t{}\n", longer(name).join("、")))
        .collect())
}

/// Whether a name is another one with characters left out between its first and its last.
fn shortens(name: &str, other: &str) -> bool {
    let mut characters = other.chars();
    name.len() < other.len()
        && name.chars().next() == other.chars().next()
        && name.chars().next_back() == other.chars().next_back()
        && name.chars().all(|wanted| characters.any(|c| c == wanted))
}
