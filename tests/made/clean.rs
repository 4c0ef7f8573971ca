//! Clean articles that lie in files: samples of the project, and the texts that `XUSHI_TEXTS` names.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::Block;
use crate::rows::rows;

/// An article in the blocks that articles of a shape have.
pub struct Clean {
    pub title: String,
    /// Each with the name of the part.
    pub parts: [(&'static str, Block); 4],
}

/// The most characters of a file that one article takes.
const MOST: usize = 4000;

/// A sample of the project.
pub fn sample(name: &str) -> PathBuf {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    seeds.join(format!("{name}.txt"))
}

/// More clean texts, in the order of their names: those of the folder `XUSHI_TEXTS`.
pub fn texts() -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("XUSHI_TEXTS") else {
        return Vec::new();
    };
    let entries = fs::read_dir(&folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

pub fn articles() -> Vec<Clean> {
    let samples = rows("samples").into_iter();
    let samples = samples.filter_map(|row| {
        let [title, first, behind] = ["title", "first", "behind"].map(|column| row.get(column));
        let text = fs::read_to_string(sample(row.get("file"))).unwrap();
        let lines = text.lines().skip_while(|line| !line.starts_with(first));
        let is_own = |line: &&str| behind.is_empty() || !line.starts_with(behind);
        (!title.is_empty()).then(|| article(title, lines.take_while(is_own)))?
    });
    let more = texts().into_iter().filter_map(|file| {
        let text = fs::read_to_string(file).unwrap_or_default();
        article("政府工作报告", text.lines())
    });
    samples.chain(more).collect()
}

/// The article of these lines, as far as they are sure to be clean; enough of them have to be.
fn article<'a>(title: &str, lines: impl Iterator<Item = &'a str>) -> Option<Clean> {
    let (mut address, mut body) = (Block::new(), Block::new());
    let mut length = 0;
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        let count = line.chars().count();
        if body.is_empty() && address.is_empty() && count < 12 && line.ends_with(['：', '！']) {
            address.push(format!("H {line}"));
            continue;
        }
        let heading = count < 40 && !line.ends_with(['。', '：', '！', '；']);
        if !is_clean(line, heading) {
            if length > MOST / 2 {
                break;
            }
            return None;
        }
        length += count;
        body.push(format!("{} {line}", if heading { 'S' } else { 'P' }));
        if length > MOST {
            break;
        }
    }
    while body.last().is_some_and(|last| last.starts_with('S')) {
        body.pop();
    }
    let parts = [
        ("below", Block::new()),
        ("address", address),
        ("body", body),
        ("end", Block::new()),
    ];
    let title = title.to_owned();
    (parts[2].1.len() > 4).then_some(Clean { title, parts })
}

/// Anything but a chapter's heading and a closed paragraph is not sure to be clean.
fn is_clean(line: &str, heading: bool) -> bool {
    let is_whole = if heading {
        let number = line.split_once('、').map_or("", |(number, _)| number);
        !number.is_empty() && number.chars().all(|c| "一二三四五六七八九十".contains(c))
    } else {
        line.ends_with(['。', '！'])
    };
    is_whole && !line.contains(['*', '<', '[', '|', '\u{3000}', '=', '{', '¦', '¡'])
}
