//! The word list of the program and of the page: jieba's own, cut down to what such texts need, with
//! the words of `data/words.tsv`. The build script and the program that counts
//! `data/rare-words.tsv` include this file, so that there is one list.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The tag of what is a word of jieba's dictionary, and none here.
const NO_WORD: &str = "none";

/// A word of jieba's dictionary that is at least so frequent stays; one below only where
/// `data/rare-words.tsv` has it.
pub const FREQUENT: u64 = 20;

/// The word list that every analysis uses, plain: a line a word, `word frequency tag`. `root` is the
/// folder of the repository.
///
/// # Errors
///
/// Where jieba's dictionary or a table of `data/` cannot be read.
pub fn plain(root: &Path) -> io::Result<String> {
    let rare = fs::read_to_string(root.join("data/rare-words.tsv"))?;
    let words = added(root)?;
    Ok(with_words(&cut_down(&jieba(root)?, &rare), &words))
}

/// As [`plain`], with every word of jieba's dictionary.
///
/// # Errors
///
/// As [`plain`].
pub fn whole(root: &Path) -> io::Result<String> {
    Ok(with_words(&jieba(root)?, &added(root)?))
}

/// The table of the words that are added.
fn added(root: &Path) -> io::Result<String> {
    let words = fs::read_to_string(root.join("data/words.tsv"))?;
    let tags = fs::read_to_string(root.join("data/tags.tsv"))?;
    checked(&words, &tags).map_err(io::Error::other)?;
    Ok(words)
}

/// Checks that each row of the table of words is a word, a tab and a tag that the table of tags has.
fn checked(words: &str, tags: &str) -> Result<(), String> {
    let tags = tags.lines().filter_map(|line| line.split_once('\t'));
    let tags: BTreeSet<&str> = tags.map(|(tag, _)| tag).chain([NO_WORD]).collect();
    for (at, line) in words.lines().enumerate() {
        if rows(line).next().is_none() {
            continue;
        }
        let place = format!("data/words.tsv:{}", at + 1);
        match line.split_once('\t') {
            None => {
                return Err(format!(
                    "{place}: a word, a tab and its tag are wanted: {line}"
                ));
            }
            Some((_, tag)) if !tags.contains(tag) => {
                return Err(format!("{place}: no tag of data/tags.tsv: {tag}"));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// jieba's own dictionary: it comes with the crate's source, so the repository holds no copy.
fn jieba(root: &Path) -> io::Result<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .current_dir(root)
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|error| {
        let said = String::from_utf8_lossy(&output.stderr);
        io::Error::other(format!("cargo metadata: {error}: {said}"))
    })?;
    let manifest: PathBuf = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["name"] == "jieba-rs")
        .and_then(|package| package["manifest_path"].as_str())
        .ok_or_else(|| io::Error::other("cargo metadata does not know jieba-rs"))?
        .into();
    let file = manifest.with_file_name("src").join("data/dict.txt");
    fs::read_to_string(&file)
        .map_err(|error| io::Error::other(format!("{}: {error}", file.display())))
}

/// The rows of a table, without its comments and its header.
fn rows(table: &str) -> impl Iterator<Item = &str> {
    let lines = table.lines();
    lines.filter(|line| !line.starts_with('#') && !line.starts_with("word:"))
}

/// The words of a plain dictionary that are frequent, or stand in the table `rare` (`word`).
fn cut_down(dictionary: &str, rare: &str) -> String {
    let rare: BTreeSet<&str> = rows(rare).collect();
    let mut kept = String::new();
    for line in dictionary.lines() {
        let mut fields = line.split_whitespace();
        let (Some(word), Some(frequency)) = (fields.next(), fields.next()) else {
            continue;
        };
        let frequent = frequency
            .parse::<u64>()
            .is_ok_and(|times| times >= FREQUENT);
        if frequent || rare.contains(word) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// The plain dictionary with the words of `data/words.tsv` (`word`, `tag`): the tag is set right of those that it
/// has, and each that it lacks gets the least frequency that keeps it whole: above that of its likeliest
/// parts taken together.
fn with_words(dictionary: &str, table: &str) -> String {
    let mut added: BTreeMap<&str, &str> = rows(table)
        .filter_map(|line| line.split_once('\t'))
        .collect();
    let mut known: BTreeMap<&str, f64> = BTreeMap::new();
    let mut all = String::new();
    for line in dictionary.lines() {
        let mut fields = line.split_whitespace();
        let (Some(word), Some(frequency), tag) = (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let tag = added.remove(word).or(tag).unwrap_or_default();
        if tag == NO_WORD {
            continue;
        }
        known.insert(word, frequency.parse().unwrap_or_default());
        all.push_str(&format!("{word} {frequency} {tag}\n"));
    }
    let total: f64 = known.values().sum();
    added.retain(|_, tag| *tag != NO_WORD);
    for (word, tag) in added {
        let frequency = (likeliest(word, &known, total) * total).floor() + 1.0;
        all.push_str(&format!("{word} {frequency} {tag}\n"));
    }
    all
}

/// The probability of the likeliest parts that `word` can be cut into. A character that is no word
/// counts as one seen once, as jieba counts it.
fn likeliest(word: &str, known: &BTreeMap<&str, f64>, total: f64) -> f64 {
    let ends: Vec<usize> = word
        .char_indices()
        .map(|(at, _)| at)
        .chain([word.len()])
        .collect();
    let mut best = vec![0.0_f64; ends.len()];
    best[0] = 1.0;
    for to in 1..ends.len() {
        for from in 0..to {
            let count = match known.get(&word[ends[from]..ends[to]]) {
                Some(&count) => count.max(1.0),
                None if to - from == 1 => 1.0,
                None => continue,
            };
            best[to] = best[to].max(best[from] * count / total);
        }
    }
    best.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_without_its_tab_or_with_an_unknown_tag_is_told() {
        let tags = "tag:key\tpos:enum(noun,verb)\nn\tnoun\nv\tverb\n";
        assert_eq!(
            checked("# words\nword:key\ttag:text\n河长制\tn\n", tags),
            Ok(())
        );
        let told = |words: &str| checked(words, tags).err().unwrap_or_default();
        assert!(told("河长制 n\n").starts_with("data/words.tsv:1: a word, a tab"));
        assert!(told("治水\tv\n河长制\tq9\n").ends_with(":2: no tag of data/tags.tsv: q9"));
    }

    #[test]
    fn words_are_added_with_the_least_frequency_that_keeps_them_whole() {
        let added = with_words(
            "双 100 m\n碳 50 n\n人民 850 nr\n",
            "# word\ttag\n双碳\tn\n人民\tn\n",
        );
        assert_eq!(added, "双 100 m\n碳 50 n\n人民 850 n\n双碳 6 n\n");
        assert_eq!(with_words("", ""), "");
    }

    #[test]
    fn rare_words_stay_where_the_table_has_them() {
        let words = "人民 850 n\n河长 3 n\n陂塘 3 n\n二十 20 m\n";
        assert_eq!(
            cut_down(words, "# word\n河长\n"),
            "人民 850 n\n河长 3 n\n二十 20 m\n"
        );
    }
}
