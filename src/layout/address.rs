//! Whom a text addresses: a hall (同志们：) or the bodies that a notice is sent to (主送机关).

use super::person_names::is_name;
use crate::lexicon::body_endings::Count;
use crate::lexicon::salutations::{Stand, TABLE};
use crate::text::is_longer;

/// 同志们：, 各位代表！
pub(super) fn is_salutation(text: &str) -> bool {
    if text.len() > 150 {
        return false;
    }
    let Some(words) = text.strip_suffix(['：', ':', '！', '!', '，', ',']) else {
        return TABLE.is(text, Stand::Alone);
    };
    let is_hall = || TABLE.ending(words, Stand::Hall).is_some();
    let is_framed = || {
        TABLE.beginning(words, Stand::Begins).is_some()
            && TABLE.ending(words, Stand::Ends).is_some()
    };
    !words.contains(['。', '；', ';', '：', '“'])
        && (TABLE.is(words, Stand::Alone)
            || !text.ends_with(['，', ','])
                && (is_hall() && !words.contains(['，', ',']) && !is_longer(words, 20)
                    || is_framed()))
}

/// The salutation that running text begins with: 各位代表，….
pub(super) fn greeting(text: &str) -> Option<&'static str> {
    Some(TABLE.beginning(text, Stand::Alone)?.words)
}

/// Whether a salutation turns to the deputies of a congress: 各位代表！
pub(super) fn is_to_deputies(salutation: &str) -> bool {
    TABLE.stands_in(salutation, Stand::Deputies)
}

/// 石小川代表, 王芳、李明委员: those whose proposal is answered.
fn is_deputy(words: &str) -> bool {
    let row = TABLE.ending(words, Stand::Proposes);
    let names = row.and_then(|row| words.strip_suffix(row.words));
    names.is_some_and(|names| {
        names
            .split(['、', '，', ' '])
            .all(|name| is_name(name, false))
    })
}

/// Bodies addressed by a notice (主送机关): 各区县人民政府，市直各部门：
pub(super) fn is_addressees(text: &str) -> bool {
    let words = text.strip_suffix(['：', ':']).unwrap_or_default();
    if is_deputy(words) {
        return true;
    }
    if text.len() > 900 || words.contains(['。', '“', '是']) {
        return false;
    }
    let (mut parts, mut fitting) = (0, 0);
    for part in words.split(['，', '、', ',', '；', ';', ' ', '\u{3000}']) {
        let name = part.trim_end_matches(['）', ')']);
        let fits = part.starts_with('各') || Count::Addressee.ends(name);
        parts += usize::from(!part.is_empty());
        fitting += usize::from(fits);
    }
    parts > 0
        && fitting * 3 >= parts * 2
        && (parts > 1 || words.starts_with(['各', '市', '县', '省']) || Count::Lone.ends(words))
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
