//! Clean articles that lie in files: samples of the project and official reports.

use std::fs;
use std::path::Path;

use crate::articles::{Article, NUMERALS, Paragraph, Shape};

/// Clean articles that lie in files: samples of the project and, where they are at hand, official
/// reports beside the repository.
pub fn from_files() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut articles = Vec::new();
    let report =
        fs::read_to_string(root.join("seeds/provincial-work-report.txt")).unwrap_or_default();
    articles.extend(report_from(
        "政府工作报告",
        Shape::Speech,
        report.lines().skip(3),
    ));
    let speech = fs::read_to_string(root.join("seeds/website-speech.txt")).unwrap_or_default();
    let own = speech
        .lines()
        .skip_while(|line| *line != "同志们：")
        .take_while(|line| !line.starts_with("信息来源"));
    articles.extend(report_from(
        "在全市高质量发展推进会上的讲话",
        Shape::Speech,
        own,
    ));
    let notice = fs::read_to_string(root.join("seeds/notice-with-owners.txt")).unwrap_or_default();
    let own = notice
        .lines()
        .skip_while(|line| !line.starts_with("为深入贯彻"))
        .take_while(|line| !line.starts_with("抄送"));
    articles.extend(report_from(
        "北砚县2026年农村供水保障提升行动实施方案",
        Shape::Notice,
        own,
    ));
    let mut files: Vec<_> = fs::read_dir(root.join("../shared/corpus/national"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    for file in files {
        let report = fs::read_to_string(&file).unwrap_or_default();
        articles.extend(report_from("政府工作报告", Shape::Speech, report.lines()));
    }
    articles
}

/// The most characters of a file that one article takes.
const MOST: usize = 4000;

fn report_from<'a>(
    title: &str,
    shape: Shape,
    lines: impl Iterator<Item = &'a str>,
) -> Option<Article> {
    let mut body: Vec<Paragraph> = Vec::new();
    let mut salutation = None;
    let mut length = 0;
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        let count = line.chars().count();
        let heading = count < 40 && !line.ends_with(['。', '：', '！', '；']);
        if body.is_empty() && salutation.is_none() && count < 12 && line.ends_with(['：', '！']) {
            salutation = Some(line.to_owned());
            continue;
        }
        let odd = line.contains(['*', '<', '[', '|', '\u{3000}', '=', '{']);
        // Anything but a chapter's heading and a closed paragraph is not sure to be clean.
        let chapter = NUMERALS
            .iter()
            .any(|numeral| line.starts_with(&format!("{numeral}、")));
        if odd || heading && !chapter || !heading && !line.ends_with(['。', '！']) {
            if length > MOST / 2 {
                break;
            }
            return None;
        }
        length += count;
        body.push(Paragraph {
            text: line.to_owned(),
            heading,
        });
        if length > MOST {
            break;
        }
    }
    while body.last().is_some_and(|last| last.heading) {
        body.pop();
    }
    (body.len() > 4).then(|| Article {
        shape,
        title: vec![title.to_owned()],
        subtitle: None,
        byline: None,
        date: None,
        number: None,
        salutation,
        body,
        signature: Vec::new(),
    })
}
