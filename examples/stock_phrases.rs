//! Counts the wording that official texts share, for `data/stock-phrases.tsv`.
//!
//! ```text
//! cargo run --release --example stock_phrases -- FOLDER              candidates, most widespread first
//! cargo run --release --example stock_phrases -- FOLDER TABLE.tsv    the table with its counts renewed
//! cargo run --release --example stock_phrases -- FOLDER --words      the rows of data/common-words.tsv
//! ```
//!
//! FOLDER holds one text a file, each named by its year (`1994.txt`). A candidate is a run of two to
//! five words, 4 to 10 characters long, that stands in at least [`LEAST_DOCUMENTS`] texts of at least
//! [`LEAST_DECADES`] decades, begins and ends with a content word, holds no name, number or mark, and
//! is no mere part of a longer candidate that is as widespread. What remains is read by a person: the
//! table holds what was kept, and phrases that a person added; the second form counts both.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use jieba_rs::Jieba;

/// The texts that a candidate must stand in.
const LEAST_DOCUMENTS: usize = 6;
/// The decades that these must be spread over.
const LEAST_DECADES: usize = 2;
/// The texts that a common word must stand in.
const LEAST_COMMON: usize = 5;
/// The words of the longest candidate.
const LONGEST: usize = 5;

static DICTIONARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.gz"));

/// Words at which no candidate begins or ends.
const GRAMMAR: &str = "的了和与及或在是有为以对从把被将向到等也都又还就而但并之其这那要会能可我们他们一不中上下内外前后个各所于使让由给同跟比着过地得";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let texts = match arguments.first() {
        Some(folder) => read_texts(Path::new(folder))?,
        None => return Err("usage: stock_phrases FOLDER [TABLE.tsv]".into()),
    };
    let words_only = arguments.get(1).is_some_and(|mode| mode == "--words");
    if let Some(table) = arguments.get(1).filter(|_| !words_only) {
        return renew(Path::new(table), &texts);
    }
    let mut dictionary = Vec::new();
    flate2::read::GzDecoder::new(DICTIONARY).read_to_end(&mut dictionary)?;
    let jieba = Jieba::with_dict(&mut dictionary.as_slice())?;

    if words_only {
        print_common_words(&jieba, &texts);
        return Ok(());
    }
    let mut years: HashMap<&str, BTreeSet<u16>> = HashMap::new();
    for (year, text) in &texts {
        let grams: BTreeSet<&str> = text.lines().flat_map(|line| grams(&jieba, line)).collect();
        for gram in grams {
            years.entry(gram).or_default().insert(*year);
        }
    }
    years.retain(|_, years| years.len() >= LEAST_DOCUMENTS && decades(years) >= LEAST_DECADES);
    let mut candidates: BTreeMap<&str, BTreeSet<u16>> = years.into_iter().collect();
    let parts: BTreeSet<String> = candidates
        .iter()
        .flat_map(|(gram, years)| parts(gram).into_iter().map(move |part| (part, years.len())))
        .filter(|(part, count)| {
            candidates
                .get(part.as_str())
                .is_some_and(|own| own.len() * 4 <= count * 5)
        })
        .map(|(part, _)| part)
        .collect();
    candidates.retain(|gram, _| !parts.contains(*gram));
    let mut rows: Vec<_> = candidates.into_iter().collect();
    rows.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
    for (gram, years) in rows {
        print_row(&[gram], &years);
    }
    Ok(())
}

/// The texts of a folder by the year that their names begin with.
fn read_texts(folder: &Path) -> Result<Vec<(u16, String)>, Box<dyn Error>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(year) = name.get(..4).and_then(|year| year.parse().ok()) {
            texts.push((year, fs::read_to_string(&path)?));
        }
    }
    texts.sort();
    Ok(texts)
}

/// The runs of words of a line that may be candidates.
fn grams<'a>(jieba: &Jieba, line: &'a str) -> Vec<&'a str> {
    let base = line.as_ptr() as usize;
    let words: Vec<(usize, usize, bool, bool)> = jieba
        .tag(line, false)
        .into_iter()
        .map(|token| {
            let start = token.word.as_ptr() as usize - base;
            let name = matches!(
                token.tag,
                "nr" | "ns" | "nt" | "nrt" | "nrfg" | "m" | "x" | "eng" | "t" | "j"
            ) || !token.word.chars().all(is_han);
            let edge = !GRAMMAR.contains(token.word);
            (start, start + token.word.len(), name, edge)
        })
        .collect();
    let mut found = Vec::new();
    for from in 0..words.len() {
        for to in from..words.len().min(from + LONGEST) {
            if words[to].2 {
                break;
            }
            let gram = &line[words[from].0..words[to].1];
            let length = gram.chars().count();
            if length > 10 {
                break;
            }
            if length >= 4 && words[from].3 && words[to].3 {
                found.push(gram);
            }
        }
    }
    found
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// The shorter runs inside a run.
fn parts(gram: &str) -> Vec<String> {
    let characters: Vec<char> = gram.chars().collect();
    let mut parts = Vec::new();
    for from in 0..characters.len() {
        for to in from + 4..=characters.len() {
            if to - from < characters.len() {
                parts.push(characters[from..to].iter().collect());
            }
        }
    }
    parts
}

fn decades(years: &BTreeSet<u16>) -> usize {
    years
        .iter()
        .map(|year| year / 10)
        .collect::<BTreeSet<_>>()
        .len()
}

fn print_row(columns: &[&str], years: &BTreeSet<u16>) {
    let first = years.first().map(ToString::to_string).unwrap_or_default();
    let last = years.last().map(ToString::to_string).unwrap_or_default();
    println!("{}\t{}\t{first}\t{last}", columns.join("\t"), years.len());
}

/// Prints a table whose last three columns are texts, first and last year, counted anew.
fn renew(table: &Path, texts: &[(u16, String)]) -> Result<(), Box<dyn Error>> {
    for line in fs::read_to_string(table)?.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            println!("{line}");
            continue;
        }
        let phrase = line.split('\t').next().unwrap_or_default();
        let years = texts
            .iter()
            .filter(|(_, text)| text.contains(phrase))
            .map(|(year, _)| *year)
            .collect();
        print_row(&[phrase], &years);
    }
    Ok(())
}

/// Prints the words of two to four characters that stand in at least [`LEAST_COMMON`] texts, names
/// left out, with the number of texts.
fn print_common_words(jieba: &Jieba, texts: &[(u16, String)]) {
    let mut documents: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, text) in texts {
        let words: BTreeSet<&str> = text
            .lines()
            .flat_map(|line| jieba.tag(line, false))
            .filter(|token| {
                let length = token.word.chars().count();
                (2..=4).contains(&length)
                    && token.word.chars().all(is_han)
                    && !matches!(
                        token.tag,
                        "nr" | "ns" | "nt" | "nrt" | "nrfg" | "m" | "x" | "eng"
                    )
            })
            .map(|token| token.word)
            .collect();
        for word in words {
            *documents.entry(word).or_default() += 1;
        }
    }
    println!(
        "# word: of two to four characters, names aside\tdocuments: national government reports of 1954–2025 (48) that hold it, counted by examples/stock_phrases.rs"
    );
    for (word, count) in documents
        .into_iter()
        .filter(|(_, count)| *count >= LEAST_COMMON)
    {
        println!("{word}\t{count}");
    }
}
