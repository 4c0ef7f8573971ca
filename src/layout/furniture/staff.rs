//! Those who made the page: 网络编辑：某某, 一审一校：某某　二审二校：某某.

use super::super::posts::is_name_or_body;
use crate::lexicon::page_staff;

/// The most characters of a line of staff, and of the label before a name.
const LONGEST: usize = 90;
const LONGEST_LABEL: usize = 8;

/// Whether `line` holds nothing but labels of staff with the names of people or bodies.
pub(super) fn is_staff(line: &str) -> bool {
    if line.len() > LONGEST * 3 || !line.contains(is_divider) {
        return false;
    }
    let mut named = 0;
    let mut labels = 0;
    let mut wide = 0;
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(is_space);
        if rest.is_empty() {
            break;
        }
        let end = rest
            .find(|c| is_space(c) || is_divider(c))
            .unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        let after = tail.trim_start_matches(is_space);
        if after.starts_with(is_divider) {
            if labels > 0 && named == 0 || !is_label(word) {
                return false;
            }
            labels += 1;
            named = 0;
            wide = 0;
            rest = after.trim_start_matches(|c| is_divider(c) || is_space(c));
            continue;
        }
        let one = word.chars().nth(1).is_none();
        if labels == 0 || !one && !is_name_or_body(word) {
            return false;
        }
        // A name set wide: 赵　敏
        wide += usize::from(one);
        named += usize::from(!one || wide > 1);
        rest = tail;
    }
    labels > 0 && named > 0
}

fn is_label(word: &str) -> bool {
    word.chars().count() <= LONGEST_LABEL && page_staff::TABLE.longest_at_end(word).is_some()
}

fn is_divider(character: char) -> bool {
    matches!(character, '：' | ':' | '/' | '／' | '|' | '｜' | '丨')
}

fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '、' | '，' | ',' | '；' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn staff_is_told_by_label_and_name() {
        for line in [
            "网络编辑：王小明　值班主编：邓颖",
            "一审一校：孙长庚 二审二校：吴玉珍",
            "责任编辑｜罗素芬　校对｜许建平",
            "编辑 | 曹国栋",
            "监制：赵　敏",
            "供稿：云河县委宣传部",
            "责编：马志强、冯远",
        ] {
            assert!(is_staff(line), "{line}");
        }
    }

    #[test]
    fn other_labels_are_no_staff() {
        for line in [
            "规划编制：抓紧完成",
            "审核：从严把关",
            "作者：王小明",
            "地点：县政府一楼",
            "主持人：王小明",
            "两个制作：",
        ] {
            assert!(!is_staff(line), "{line}");
        }
    }
}
