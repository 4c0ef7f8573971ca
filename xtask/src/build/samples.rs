//! The sample documents that the page offers.

use std::fs;
use std::path::PathBuf;

use serde::Serialize;

use crate::Result;
use crate::project::Project;
use crate::stamp::{files_under, write};

/// The most characters of a title in the list.
const LONGEST_TITLE: usize = 40;

/// A sample as the page lists it.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Sample {
    /// The file's address, from the page.
    file: String,
    /// The shape of document that it stands for: the file's name without its ending.
    shape: String,
    /// The first line that is set as a title.
    title: String,
    /// Characters, white space left out.
    characters: usize,
}

/// The sample documents, sorted by name.
///
/// # Errors
///
/// Where the folder cannot be read.
pub fn seeds(project: &Project) -> Result<Vec<PathBuf>> {
    let mut files = files_under(&project.path("seeds"))?;
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    Ok(files)
}

/// Writes `www/generated/samples.js`; the files themselves go to `dist/seeds/`.
pub fn build(project: &Project) -> Result {
    let mut samples = Vec::new();
    for file in seeds(project)? {
        let shape = file.file_stem().unwrap_or_default().to_string_lossy();
        // A sample may be in another encoding, which is one of the shapes that files come in.
        let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
        samples.push(sample(&shape, &text));
    }
    let module = format!(
        "// Written by `cargo xtask build` from seeds/.\n\n\
         /**\n * A sample document: its address from the page, the shape it stands for, its title, and its\n \
         * length in characters without white space.\n \
         * @typedef {{{{file: string, shape: string, title: string, characters: number}}}} Sample\n */\n\n\
         /** @type {{ReadonlyArray<Readonly<Sample>>}} */\n\
         export const samples = Object.freeze({});\n",
        serde_json::to_string_pretty(&samples)?
    );
    write(&project.path("www/generated/samples.js"), module.as_bytes())
}

fn sample(shape: &str, text: &str) -> Sample {
    let text = text.trim_start_matches('\u{feff}');
    let title = text
        .lines()
        .map(str::trim)
        .find(|line| is_title(line))
        .unwrap_or(shape);
    Sample {
        file: format!("seeds/{shape}.txt"),
        shape: shape.to_owned(),
        title: title.chars().take(LONGEST_TITLE).collect(),
        characters: text.chars().filter(|c| !c.is_whitespace()).count(),
    }
}

/// A title is a line of Chinese with no mark that rows of metadata and sentences have.
fn is_title(line: &str) -> bool {
    let length = line.chars().count();
    let chinese = line
        .chars()
        .filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
        .count();
    (6..=LONGEST_TITLE).contains(&length)
        && chinese * 4 >= length * 3
        && !line.contains(['：', ':', '|', '。', '\t', '　'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_metadata_before_the_title_is_stepped_over() {
        let text =
            "\u{feff}索 引 号：0001\n发布日期：2024-01-05\n\n在全市工作会议上的讲话\n正文。\n";
        let sample = sample("website-speech", text);
        assert_eq!(sample.title, "在全市工作会议上的讲话");
        assert_eq!(sample.file, "seeds/website-speech.txt");
        assert_eq!(sample.characters, 37);
    }

    #[test]
    fn a_text_without_a_title_goes_by_its_shape() {
        assert_eq!(sample("notice", "一，二。\n").title, "notice");
    }
}
