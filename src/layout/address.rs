//! Whom a text addresses: a hall (同志们：) or the bodies that a notice is sent to (主送机关).

use super::bodies::ends_as_body;
use crate::lexicon::body_endings::Count;
use crate::lexicon::salutations::{self, Stand};

/// 同志们：, 各位代表！
pub(super) fn is_salutation(text: &str) -> bool {
    if text.len() > 150 {
        return false;
    }
    let is_whole = |words: &str| {
        let row = salutations::TABLE.get(words);
        row.is_some_and(|row| row.stands.has(Stand::Alone))
    };
    let Some(words) = text.strip_suffix(['：', ':', '！', '!', '，', ',']) else {
        return is_whole(text);
    };
    if words.contains(['。', '；', '：', '“']) {
        return false;
    }
    if is_whole(words) {
        return true;
    }
    if text.ends_with(['，', ',']) {
        return false;
    }
    let begins = |stand| {
        let mut rows = salutations::TABLE.beginnings(words);
        rows.any(|row| row.stands.has(stand))
    };
    let ends = |stand| {
        let mut rows = salutations::TABLE.endings(words);
        rows.any(|row| row.stands.has(stand))
    };
    ends(Stand::Hall) && !words.contains(['，', ',']) && words.chars().count() <= 20
        || begins(Stand::Begins) && ends(Stand::Ends)
}

/// The salutation that running text begins with: 各位代表，….
pub(super) fn greeting(text: &str) -> Option<&'static str> {
    let mut rows = salutations::TABLE.beginnings(text);
    let row = rows.find(|row| row.stands.has(Stand::Alone))?;
    Some(row.words)
}

/// Whether a salutation turns to the deputies of a congress: 各位代表！
pub(super) fn is_to_deputies(salutation: &str) -> bool {
    let mut rows = salutations::TABLE.inside(salutation);
    rows.any(|row| row.stands.has(Stand::Deputies))
}

/// Bodies addressed by a notice (主送机关): 各区县人民政府，市直各部门：
pub(super) fn is_addressees(text: &str) -> bool {
    if text.len() > 900 {
        return false;
    }
    let Some(words) = text.strip_suffix(['：', ':']) else {
        return false;
    };
    if words.contains(['。', '“', '是']) {
        return false;
    }
    let (mut parts, mut fitting) = (0, 0);
    for part in words.split(['，', '、', ',', '；', ' ', '\u{3000}']) {
        let name = part.trim_end_matches(['）', ')']);
        let fits = part.starts_with('各') || ends_as_body(name, Count::Addressee);
        parts += usize::from(!part.is_empty());
        fitting += usize::from(fits);
    }
    parts > 0
        && fitting * 3 >= parts * 2
        && (parts > 1
            || words.starts_with(['各', '市', '县', '省'])
            || ends_as_body(words, Count::Lone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salutations_and_addressees_are_told_from_text() {
        for text in [
            "同志们：",
            "各位代表！",
            "尊敬的各位领导、各位来宾：",
            "女士们、先生们：",
            "同志们:",
        ] {
            assert!(is_salutation(text), "{text}");
        }
        for text in [
            "主要做法如下：",
            "各位代表要认真履职。",
            "同志们，过去一年成绩来之不易。",
            "各项工作：",
        ] {
            assert!(!is_salutation(text), "{text}");
        }
        for text in [
            "各区县人民政府，市直各部门：",
            "各镇（街道）、县直各单位：",
            "市发展改革委、市财政局：",
        ] {
            assert!(is_addressees(text), "{text}");
        }
        for text in ["主要做法如下：", "现将有关事项通知如下：", "今年的目标是："]
        {
            assert!(!is_addressees(text), "{text}");
        }
    }
}
