//! Rows and paths of a site of which the source gives a line to each word: 【字号： / 加大 / 减小 / 】,
//! 首页 / > / 政务公开.

use super::controls;
use super::path;
use crate::model::NoiseKind;
use crate::text::is_longer;

/// The most characters of a word of a row, or of a step of a path.
const LONGEST: usize = 12;

/// For each line the kind of furniture that it is a piece of, if of any.
pub fn pieces(lines: &[&str]) -> Vec<Option<NoiseKind>> {
    let mut found = vec![None; lines.len()];
    let mut start = 0;
    for run in lines.chunk_by(|one, other| is_short(one) && is_short(other)) {
        let kinds = &mut found[start..start + run.len()];
        if run.len() > 1 {
            mark(
                run,
                kinds,
                controls::is_made_of_words,
                controls::is_row,
                NoiseKind::SiteControls,
            );
            mark_paths(run, kinds);
        }
        start += run.len();
    }
    found
}

/// Marks the stretches of lines that all are a `piece` and together a `whole`.
fn mark(
    lines: &[&str],
    kinds: &mut [Option<NoiseKind>],
    piece: impl Fn(&str) -> bool,
    whole: impl Fn(&str) -> bool,
    kind: NoiseKind,
) {
    let mut start = 0;
    for run in lines.chunk_by(|one, other| piece(one) && piece(other)) {
        if run.len() > 1 && whole(&run.join(" ")) {
            kinds[start..start + run.len()].fill(Some(kind));
        }
        start += run.len();
    }
}

/// Marks the paths: arrows alone on their lines, with the steps around them.
fn mark_paths(lines: &[&str], kinds: &mut [Option<NoiseKind>]) {
    let is_arrow = |at: usize| lines.get(at).is_some_and(|line| path::is_arrow(line));
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while !is_arrow(at) && is_arrow(end) && end + 1 < lines.len() && !is_arrow(end + 1) {
            end += 2;
        }
        if end > at + 1 && path::is_breadcrumb(&lines[at..end].join(" ")) {
            kinds[at..end].fill(Some(NoiseKind::Breadcrumb));
        }
        at = end;
    }
}

fn is_short(line: &str) -> bool {
    !is_longer(line, LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<Option<NoiseKind>> {
        pieces(&text.lines().collect::<Vec<_>>())
    }

    #[test]
    fn a_word_a_line_makes_a_row() {
        for text in [
            "下载\n打印\n全屏\n收藏\n【字号：\n加大\n还原\n减小\n】",
            "【字体：\n大\n中\n小\n】",
            "分享到\n微信\n微博\nQQ空间",
        ] {
            let controls = told(text)
                .iter()
                .all(|kind| *kind == Some(NoiseKind::SiteControls));
            assert!(controls, "{text}");
        }
    }

    #[test]
    fn a_step_a_line_makes_a_path() {
        let path = Some(NoiseKind::Breadcrumb);
        assert_eq!(
            told("首页\n>\n政务公开\n>\n县政府文件\n关于加强春灌管理的通知"),
            [path, path, path, path, path, None]
        );
        assert_eq!(told("首页\n»\n新闻中心\n»\n要闻"), [path; 5]);
    }

    #[test]
    fn short_lines_of_a_text_are_no_pieces() {
        for text in [
            "县教育局\n县财政局\n县水务局",
            "大\n云河县夏粮生产",
            "1\n>\n2",
            "一、总体要求\n二、主要任务",
        ] {
            assert!(told(text).iter().all(Option::is_none), "{text}");
        }
    }
}
