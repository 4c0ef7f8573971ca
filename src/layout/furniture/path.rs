//! Where a page stands on its site: 首页 > 政务公开 > 正文.

use crate::lexicon::path_words::{Stand, TABLE};
use crate::text::is_longer;

/// The most characters of a path, and of one step.
const LONGEST: usize = 70;
const LONGEST_STEP: usize = 16;

/// Whether `line` is a path of links.
pub(super) fn is_breadcrumb(line: &str) -> bool {
    let divided = line.len() <= LONGEST * 3 && line.contains(is_divider);
    if !divided || is_longer(line, LONGEST - 1) {
        return false;
    }
    let arrows = line.matches(ARROWS).count();
    // 首页 | 新闻中心 | 政务公开: a row of links
    let home = TABLE.beginning(line, Stand::Home).is_some();
    let cells = line.matches(['|', '｜', '丨']).count();
    if arrows >= 2 || home && (arrows == 1 || cells >= 2) {
        return true;
    }
    // 当前位置：, 所在栏目：
    let path = line.split_once(['：', ':']).filter(|(label, _)| {
        !is_longer(label, LONGEST_STEP) && TABLE.ending(label.trim_end(), Stand::Label).is_some()
    });
    let steps: Vec<&str> = path
        .map_or(line, |(_, path)| path)
        .split(is_divider)
        .map(str::trim)
        .filter(|step| !step.is_empty())
        .collect();
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
        return false;
    };
    let fits = steps.len() > 1
        && steps.iter().all(|step| {
            !is_longer(step, LONGEST_STEP) && !step.contains(['。', '，', '；', ';', '：', '“'])
        });
    let begins = TABLE.ending(first, Stand::First).is_some();
    fits && (path.is_some() || begins || TABLE.is(last, Stand::Last))
}

/// What leads from one step to the next.
const ARROWS: [char; 5] = ['>', '»', '›', '＞', '→'];

/// Whether `line` is an arrow alone.
pub(super) fn is_arrow(line: &str) -> bool {
    line.strip_suffix(ARROWS).is_some_and(str::is_empty)
}

fn is_divider(character: char) -> bool {
    [
        '>', '»', '›', '＞', '→', '/', '／', '|', '｜', '丨', '-', '—', '·', '\\', '【', '】', '[',
        ']',
    ]
    .contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_by_their_steps() {
        for line in [
            "首页 / 新闻中心 / 要闻",
            "所在栏目：首页 > 工作动态",
            "【首页】-【理论园地】-【正文】",
            "云河县门户网站 · 政务公开",
            "政务公开-领导讲话-正文",
        ] {
            assert!(is_breadcrumb(line), "{line}");
        }
        for line in [
            "2024-2025年",
            "产业园-开发区一体化",
            "位置优越",
            "战略位置：居于中部",
            "融合发展/协同创新",
        ] {
            assert!(!is_breadcrumb(line), "{line}");
        }
    }
}
