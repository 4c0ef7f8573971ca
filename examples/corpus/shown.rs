//! What a reader judges stock phrases (套话) by: how much of the texts they cover, and some drawn at random.

use std::collections::{BTreeMap, HashSet};

use xushi::lexicon::{stock_phrases, stock_sayings};
use xushi::text::character::is_han;

use crate::{Result, texts};

/// What is counted of the texts of a kind and a decade.
#[derive(Default)]
struct Counted {
    texts: usize,
    characters: usize,
    stock: usize,
    set: usize,
    different: usize,
}

/// Prints the share of the characters that stand in the tables' phrases, by kind of text and decade.
pub fn coverage(texts: &[(Option<String>, String)]) -> Result {
    let mut groups: BTreeMap<(String, String), Counted> = BTreeMap::new();
    for (year, text) in texts {
        let Some(layout) = texts::longest(text) else {
            continue;
        };
        let date = layout
            .metadata
            .date
            .as_ref()
            .map(|date| date.value.as_str());
        let decade = date.or(year.as_deref()).and_then(|date| date.get(..3));
        let decade = decade.map_or("undated".to_owned(), |decade| format!("{decade}0s"));
        let group = groups
            .entry((format!("{:?}", layout.kind), decade))
            .or_default();
        count(&layout.text, group);
    }
    println!(
        "kind\tdecade\ttexts\tin stock phrases %\tin set phrases and slogans %\tdifferent stock phrases a text"
    );
    for ((kind, decade), group) in groups {
        let share = |part: usize| 100.0 * part as f64 / group.characters.max(1) as f64;
        println!(
            "{kind}\t{decade}\t{}\t{:.1}\t{:.1}\t{}",
            group.texts,
            share(group.stock),
            share(group.set),
            group.different / group.texts.max(1)
        );
    }
    Ok(())
}

/// Adds what is counted of a text.
fn count(text: &str, group: &mut Counted) {
    let mut different = HashSet::new();
    group.texts += 1;
    group.characters += text.chars().filter(|&c| is_han(c)).count();
    for hit in xushi::terms::scan(text) {
        let words = hit.span.of(text);
        let length = words.chars().filter(|&c| is_han(c)).count();
        match hit.wording {
            xushi::terms::Wording::StockPhrase => {
                group.stock += length;
                different.insert(words);
            }
            xushi::terms::Wording::SetPhrase | xushi::terms::Wording::Slogan => group.set += length,
            _ => {}
        }
    }
    group.different += different.len();
}

/// Prints `count` phrases drawn at random, to be judged by a reader: from both tables of stock phrases, or
/// from those only that were counted.
pub fn sample(count: usize, seed: u64, counted_only: bool) {
    let mut phrases: Vec<(&str, &str)> = stock_phrases::ROWS
        .iter()
        .map(|row| (row.phrase, "counted"))
        .chain(
            stock_sayings::ROWS
                .iter()
                .map(|row| (row.phrase, "by hand")),
        )
        .filter(|(_, table)| !counted_only || *table == "counted")
        .collect();
    // xorshift64*: the same draw on every machine.
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut drawn = Vec::new();
    while drawn.len() < count && !phrases.is_empty() {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        let place = (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % phrases.len();
        drawn.push(phrases.swap_remove(place));
    }
    drawn.sort_unstable();
    for (phrase, table) in drawn {
        println!("{phrase}\t{table}");
    }
}
