//! The texts of a corpus and the words in them.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use jieba_rs::Jieba;

use crate::Result;

static DICTIONARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.gz"));

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

/// The dictionary that the command line carries, plain.
pub fn dictionary() -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    flate2::read::GzDecoder::new(DICTIONARY).read_to_end(&mut packed)?;
    Ok(packed)
}

/// The segmenter with that dictionary.
pub fn segmenter() -> Result<Jieba> {
    let plain = xushi::language::dictionary::unpack(&dictionary()?)?;
    Ok(Jieba::with_dict(&mut plain.as_slice())?)
}
