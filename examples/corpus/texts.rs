//! The texts of a corpus and the words in them.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use jieba_rs::Jieba;
use xushi::layout::{self, Layout};
use xushi::lexicon::words;

use crate::Result;

#[path = "../../build/word_list.rs"]
#[allow(dead_code)]
mod word_list;

/// A text and its year.
pub struct Text {
    pub year: u16,
    pub words: String,
}

impl Text {
    /// The decade, by its first year.
    pub fn decade(&self) -> u16 {
        self.year / 10 * 10
    }

    /// Who gave the report of that year: the head of government, or who stood in for him.
    pub fn author(&self) -> &'static str {
        match self.year {
            ..=1977 => "周恩来",
            1978..=1980 => "华国锋",
            1981..=1987 => "赵紫阳",
            1988..=1998 => "李鹏",
            1999..=2003 => "朱镕基",
            2004..=2013 => "温家宝",
            2014..=2023 => "李克强",
            2024.. => "李强",
        }
    }
}

/// The texts of a folder, by the year that their names begin with.
pub fn read(folder: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if let Some(year) = name.get(..4).and_then(|year| year.parse().ok()) {
            let words = fs::read_to_string(&path)?;
            texts.push(Text { year, words });
        }
    }
    texts.sort_by_key(|text| text.year);
    Ok(texts)
}

/// The words of every text file of a folder and of those in it, in the order of their names.
pub fn read_all(folder: &Path) -> Result<Vec<String>> {
    let dated = read_dated(folder)?.into_iter();
    Ok(dated.map(|(_, words)| words).collect())
}

/// As [`read_all`], each with the year that its file's name begins or ends with, where it does (1994.txt, 青河2024.txt).
pub fn read_dated(folder: &Path) -> Result<Vec<(Option<String>, String)>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        if path.is_dir() {
            texts.extend(read_dated(&path)?);
        } else if path.extension().is_some_and(|end| end == "txt") {
            let decoded = xushi::source::decode("text.txt", &fs::read(&path)?)?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let edges = [name.get(..4), name.get(name.len().saturating_sub(4)..)];
            let mut years = edges.into_iter().flatten().filter(|year| is_year(year));
            texts.push((years.next().map(str::to_owned), decoded.text));
        }
    }
    Ok(texts)
}

/// The document of a text: what the layout took for others beside it is left out.
pub fn longest(text: &str) -> Option<Layout> {
    let documents = layout::lay_out(text).documents.into_iter();
    documents.max_by_key(|layout| layout.text.len())
}

fn is_year(words: &str) -> bool {
    words
        .parse()
        .is_ok_and(|year: u16| (1949..2100).contains(&year))
}

/// The segmenter with every word of jieba's dictionary and those of `data/words.tsv`.
pub fn segmenter() -> Result<Jieba> {
    let plain = word_list::whole(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    Ok(Jieba::with_dict(&mut plain.as_bytes())?)
}

/// The least frequency of a word that the dictionary of an analysis has in any case.
pub const FREQUENT: u64 = word_list::FREQUENT;

/// jieba's words that are less frequent than [`FREQUENT`].
pub fn infrequent() -> Result<HashSet<String>> {
    let plain = word_list::whole(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let added: HashSet<&str> = words::ROWS.iter().map(|row| row.word).collect();
    let known = plain.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        let (word, frequency) = (fields.next()?, fields.next()?.parse::<u64>().ok()?);
        (frequency < FREQUENT && !added.contains(word)).then(|| word.to_owned())
    });
    Ok(known.collect())
}
