//! Rows of buttons and counters: 分享到：微信 微博, 已有 1203 人浏览, 字号：[大] [中] [小].
//!
//! Sites word them without end, from few words: a line that holds nothing but such words, figures
//! and marks is one.

use super::super::shape;
use crate::lexicon::page_controls::{Role, TABLE};

/// The most characters of a row.
const LONGEST: usize = 60;

/// What a line of nothing but words of controls, figures and marks holds.
#[derive(Default)]
struct Words {
    alone: usize,
    controls: usize,
    helps: usize,
    sizes: usize,
    counted: bool,
}

/// Whether `line` is a row of controls.
pub(super) fn is_row(line: &str) -> bool {
    if line.len() > LONGEST * 3 {
        return false;
    }
    if is_file_size(line) {
        return true;
    }
    let line = &*shape::narrow(line);
    let Some(words) = words(line) else {
        return false;
    };
    words.alone > 0
        || words.controls > 1
        || words.controls > 0 && (words.counted || words.helps > 0)
        // [大] [中] [小], A- A A+
        || words.sizes > 1 && !line.contains(['、', '，'])
        || words.counted && words.sizes == 0 && words.helps == 0 && is_clock(line)
}

/// Whether `line` holds nothing but words of controls and marks, so that it may be a piece of a row.
pub(super) fn is_made_of_words(line: &str) -> bool {
    line.len() <= LONGEST * 3 && words(&shape::narrow(line)).is_some_and(|words| !words.counted)
}

/// The words of a line that holds no others.
fn words(line: &str) -> Option<Words> {
    let mut found = Words::default();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if let Some(row) = TABLE.longest(rest) {
            // Latin letters count as whole words only.
            let tail = &rest[row.words.len()..];
            let latin = |c: char| c.is_ascii_alphabetic();
            if row.words.ends_with(latin) && tail.starts_with(latin) {
                return None;
            }
            match row.role {
                Role::Alone => found.alone += 1,
                Role::Control => found.controls += 1,
                Role::Help => found.helps += 1,
            }
            found.sizes += usize::from(row.size);
            rest = tail;
            continue;
        }
        // 点击上方“柳溪发布”关注我们 names the account.
        let named = rest.strip_prefix('“').and_then(|rest| rest.split_once('”'));
        if let Some((_, tail)) = named.filter(|(name, _)| found.alone > 0 && name.len() < 48) {
            rest = tail;
            continue;
        }
        if first.is_ascii_digit() {
            found.counted = true;
        } else if !is_mark(first) {
            return None;
        }
        rest = &rest[first.len_utf8()..];
    }
    Some(found)
}

/// 25.50 KB, the size of a file to be loaded.
fn is_file_size(line: &str) -> bool {
    let number = line
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .trim_end();
    let unit = line[number.len()..].trim_start().to_ascii_uppercase();
    matches!(&*unit, "KB" | "MB" | "GB")
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && !number.is_empty()
}

/// 0:00 / 5:32, the clock of a player.
fn is_clock(line: &str) -> bool {
    line.matches(':').count() == 2 && line.matches('/').count() == 1
}

fn is_mark(character: char) -> bool {
    character.is_whitespace()
        || [
            '：', ':', '|', '｜', '丨', '/', '／', '、', '，', ',', '.', '-', '—', '+', '>', '<',
            '《', '》', '“', '”', '【', '】', '[', ']', '（', '）', '(', ')', '！', '!', '·', '×',
            '↓', '↑', '→', '←', '▼', '▲', '▶', '#', '～', '~', '…',
        ]
        .contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_controls_are_told_by_their_words() {
        for line in [
            "字号：[大] [中] [小]",
            "A- A A+",
            "分享到：微信 微博 QQ空间",
            "已有 1203 人浏览",
            "阅读：1.2万",
            "保存 | 打印 | 关闭",
            "点击上方蓝字关注我们",
            "长按识别二维码 关注",
            "↑点击上方“柳溪发布”关注我们",
            "点个“在看”你最好看",
            "在小说阅读器读本章",
            "上一期　下一期",
            "0:00 / 5:32",
            "请输入关键字 搜索",
            "收藏 12 评论 3 点赞 40",
        ] {
            assert!(is_row(line), "{line}");
        }
    }

    #[test]
    fn words_of_a_text_are_no_controls() {
        for line in [
            "关注民生",
            "“柳溪发布”关注民生",
            "阅读推广",
            "下载量突破十万次",
            "大、中、小学",
            "评论",
            "版面",
            "2024",
            "第3期",
            "3月5日",
            "手机支付",
            "语音识别技术",
            "APP上线",
            "打印机",
        ] {
            assert!(!is_row(line), "{line}");
        }
    }
}
