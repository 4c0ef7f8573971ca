//! Clean articles that lie in files: samples of the project, and the texts that `XUSHI_TEXTS` names.

use std::fs;
use std::path::Path;

use crate::articles::{Article, NUMERALS, Paragraph};
use crate::support::texts;

/// Samples: the file, a title, what the first line begins with, and the first that does not belong to it.
const SAMPLES: [[&str; 4]; 3] = [
    ["provincial-work-report", "政府工作报告", "各位代表：", "\0"],
    [
        "website-speech",
        "在全市高质量发展推进会上的讲话",
        "同志们：",
        "信息来源",
    ],
    [
        "notice-with-owners",
        "北砚县2026年农村供水保障提升行动实施方案",
        "为深入贯彻",
        "抄送",
    ],
];

/// The most characters of a file that one article takes.
const MOST: usize = 4000;

pub fn from_files() -> Vec<Article> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let samples = SAMPLES.iter().filter_map(|[file, title, first, behind]| {
        let text = fs::read_to_string(seeds.join(format!("{file}.txt"))).unwrap();
        let lines = text.lines().skip_while(|line| !line.starts_with(first));
        article(title, lines.take_while(|line| !line.starts_with(behind)))
    });
    let more = texts().into_iter().filter_map(|file| {
        let text = fs::read_to_string(file).unwrap_or_default();
        article("政府工作报告", text.lines())
    });
    samples.chain(more).collect()
}

/// The article of these lines, as far as they are sure to be clean; enough of them have to be.
fn article<'a>(title: &str, lines: impl Iterator<Item = &'a str>) -> Option<Article> {
    let mut article = Article {
        title: title.to_owned(),
        ..Article::default()
    };
    let mut length = 0;
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        let count = line.chars().count();
        let is_first = article.body.is_empty() && article.salutation.is_none();
        if is_first && count < 12 && line.ends_with(['：', '！']) {
            article.salutation = Some(line.to_owned());
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
        let text = line.to_owned();
        article.body.push(Paragraph { text, heading });
        if length > MOST {
            break;
        }
    }
    while article.body.last().is_some_and(|last| last.heading) {
        article.body.pop();
    }
    (article.body.len() > 4).then_some(article)
}

/// Anything but a chapter's heading and a closed paragraph is not sure to be clean.
fn is_clean(line: &str, heading: bool) -> bool {
    let mut chapters = NUMERALS.iter().map(|numeral| format!("{numeral}、"));
    let is_whole = if heading {
        chapters.any(|number| line.starts_with(&number))
    } else {
        line.ends_with(['。', '！'])
    };
    is_whole && !line.contains(['*', '<', '[', '|', '\u{3000}', '=', '{'])
}
