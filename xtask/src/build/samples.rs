//! The sample documents that the page offers: `www/generated/samples.js`. The files themselves go to
//! `dist/seeds/`.

use std::fs;

use minijinja::{Value, context};

use super::templates::render;
use crate::Result;
use crate::files::{seeds, write};
use crate::project::Project;

/// The most characters of a title in the list.
const LONGEST_TITLE: usize = 40;

/// Writes the list.
pub fn build(project: &Project) -> Result {
    let mut samples = Vec::new();
    for file in seeds(project)? {
        let shape = file.file_stem().unwrap_or_default().to_string_lossy();
        // A sample may be in another encoding, which is one of the shapes that files come in.
        samples.push(sample(&shape, &String::from_utf8_lossy(&fs::read(&file)?)));
    }
    let template = include_str!("../../templates/samples.js");
    let module = render("samples.js", template, context! { samples })?;
    write(&project.path("www/generated/samples.js"), module)
}

/// A sample as the page lists it: its title is the first line that is set as one.
fn sample(shape: &str, text: &str) -> Value {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().map(str::trim);
    let title = lines.find(|line| is_title(line)).unwrap_or(shape);
    context! {
        file => format!("seeds/{shape}.txt"),
        shape,
        title => title.chars().take(LONGEST_TITLE).collect::<String>(),
        characters => text.chars().filter(|c| !c.is_whitespace()).count(),
    }
}

/// A title is a line of Chinese with no mark that rows of metadata and sentences have.
fn is_title(line: &str) -> bool {
    let length = line.chars().count();
    let is_chinese = |c: &char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    (6..=LONGEST_TITLE).contains(&length)
        && line.chars().filter(is_chinese).count() * 4 >= length * 3
        && !line.contains(['：', ':', '|', '。', '\t', '　'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_below_a_table_of_metadata_or_is_the_shape() -> Result {
        let text = "\u{feff}发布日期：2024-01-05\n\n在全市工作会议上的讲话\n正文。\n";
        let listed = sample("speech", text);
        assert_eq!(
            listed.get_attr("title")?.to_string(),
            "在全市工作会议上的讲话"
        );
        assert_eq!(listed.get_attr("characters")?.to_string(), "29");
        let untitled = sample("notice", "一，二。\n");
        assert_eq!(untitled.get_attr("title")?.to_string(), "notice");
        Ok(())
    }
}
