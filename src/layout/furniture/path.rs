//! Where a page stands on its site: 首页 > 政务公开 > 正文.

/// The most characters of a path, and of one step.
const LONGEST: usize = 70;
const LONGEST_STEP: usize = 16;

/// Whether `line` is a path of links.
pub(super) fn is_breadcrumb(line: &str) -> bool {
    let divided = line.len() <= LONGEST * 3 && line.contains(is_divider);
    if !divided || line.chars().count() >= LONGEST {
        return false;
    }
    let arrows = line
        .chars()
        .filter(|c| matches!(c, '>' | '»' | '›' | '＞' | '→'))
        .count();
    // 首页 | 新闻中心 | 政务公开: a row of links
    let home = line.starts_with("首页") || line.starts_with("网站首页");
    let cells = line.matches(['|', '｜', '丨']).count();
    if arrows >= 2 || home && (arrows == 1 || cells >= 2) {
        return true;
    }
    // 当前位置：, 所在栏目：
    let path = line
        .split_once(['：', ':'])
        .filter(|(label, _)| {
            label.chars().count() <= LONGEST_STEP
                && ["位置", "栏目", "您在", "所在"]
                    .iter()
                    .any(|word| label.trim_end().ends_with(word))
        })
        .map(|(_, path)| path);
    let labelled = path.is_some();
    let steps: Vec<&str> = path
        .unwrap_or(line)
        .split(is_divider)
        .map(str::trim)
        .filter(|step| !step.is_empty())
        .collect();
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
        return false;
    };
    let fits = steps.len() > 1
        && steps.iter().all(|step| {
            step.chars().count() <= LONGEST_STEP && !step.contains(['。', '，', '；', '：', '“'])
        });
    let begins = first.ends_with("首页") || first.ends_with("门户网站");
    let ends = matches!(
        *last,
        "正文" | "内容" | "详情" | "内容页" | "详细内容" | "文章正文" | "信息详情"
    );
    fits && (labelled || begins || ends)
}

fn is_divider(character: char) -> bool {
    matches!(
        character,
        '>' | '»'
            | '›'
            | '＞'
            | '→'
            | '/'
            | '／'
            | '|'
            | '｜'
            | '丨'
            | '-'
            | '—'
            | '·'
            | '\\'
            | '【'
            | '】'
            | '['
            | ']'
    )
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
