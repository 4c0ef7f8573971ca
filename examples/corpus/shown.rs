//! What a reader judges stock phrases (套话) by: how much of the texts they cover, and some drawn at random.

use std::collections::{BTreeMap, HashSet};

use xushi::lexicon::{stock_phrases, stock_sayings};
use xushi::text::character::is_han;

use crate::Result;
use crate::texts::Text;

/// Prints the share of the characters of each decade's reports that stand in the tables' phrases.
pub fn coverage(texts: &[Text]) -> Result {
    let mut decades: BTreeMap<u16, (usize, usize, usize, usize, usize)> = BTreeMap::new();
    for text in texts {
        let row = decades.entry(text.decade()).or_default();
        row.0 += 1;
        row.1 += text.words.chars().filter(|&c| is_han(c)).count();
        let mut different = HashSet::new();
        for hit in xushi::terms::scan(&text.words) {
            let words = hit.span.of(&text.words);
            let length = words.chars().filter(|&c| is_han(c)).count();
            match hit.wording {
                xushi::terms::Wording::StockPhrase => {
                    row.2 += length;
                    different.insert(words);
                }
                xushi::terms::Wording::SetPhrase | xushi::terms::Wording::Slogan => row.3 += length,
                _ => {}
            }
        }
        row.4 += different.len();
    }
    println!(
        "decade\treports\tHan characters\tin stock phrases %\tin set phrases and slogans %\tdifferent stock phrases a report"
    );
    for (decade, (reports, characters, stock, set, different)) in decades {
        let share = |part: usize| 100.0 * part as f64 / characters.max(1) as f64;
        println!(
            "{decade}s\t{reports}\t{characters}\t{:.1}\t{:.1}\t{}",
            share(stock),
            share(set),
            different / reports.max(1)
        );
    }
    Ok(())
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
