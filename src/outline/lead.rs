//! Whether a paragraph leads to a list: 要抓好以下几件事：

use crate::model::{Block, BlockKind};

/// Words that point to what follows.
const POINTING: &[&str] = &["以下", "下列", "如下", "这样"];

/// What parts are counted with, after a number.
const NUMBERS: &str = "几两二三四五六七八九十";

/// Classifiers that a number of parts is counted with.
const CLASSIFIERS: &[char] = &['个', '件', '点', '条', '项', '方', '大', '句', '种', '类'];

/// What is counted with 个 and is no part of a text: 三个月
const TIMES: &[&str] = &["月", "季度", "小时", "多月", "星期", "工作日"];

/// Whether the paragraph before block `index` announces the list that begins there.
pub(super) fn leads(text: &str, blocks: &[Block], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|at| blocks.get(at)) else {
        return false;
    };
    if before.kind != BlockKind::Paragraph {
        return false;
    }
    leads_on(before.span.of(text))
}

/// Whether a paragraph ends with words that lead to a list.
pub(crate) fn leads_on(paragraph: &str) -> bool {
    let words = paragraph.trim_end();
    if words.ends_with(['：', ':']) {
        return true;
    }
    let bare = words.trim_end_matches(['。', '；', '！', ' ']);
    let from = bare.rfind(['。', '！', '？', '；']).unwrap_or(0);
    let last = &bare[from..];
    POINTING.iter().any(|word| last.contains(word)) || counts_parts(last)
}

/// Whether a number of parts stands in a sentence: 三件事, 五项工作. A clock's (清晨六点，), a count
/// of what was just named (“两横三纵”五条通道) and one that is asked for (办成几件，) lead to nothing.
fn counts_parts(sentence: &str) -> bool {
    let mut before = ' ';
    let mut characters = sentence.char_indices().peekable();
    while let Some((_, character)) = characters.next() {
        let named = matches!(before, '”' | '》');
        before = character;
        if named || !NUMBERS.contains(character) {
            continue;
        }
        let Some((_, classifier)) = characters.next_if(|next| CLASSIFIERS.contains(&next.1)) else {
            continue;
        };
        before = classifier;
        let rest = characters.peek().map_or("", |next| &sentence[next.0..]);
        let counted = rest
            .chars()
            .next()
            .is_none_or(|next| next.is_alphanumeric());
        let time = classifier == '个' && TIMES.iter().any(|word| rest.starts_with(word));
        if counted && !time {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::leads_on;

    #[test]
    fn a_paragraph_that_counts_or_points_leads_to_a_list() {
        for text in [
            "要抓好以下几件事：",
            "现将有关事项通知如下，请遵照执行。",
            "今年重点做好五项工作。",
            "下面，我讲三点意见",
            "着重把握几个关系。",
        ] {
            assert!(leads_on(text), "{text}");
        }
    }

    #[test]
    fn a_clock_a_span_of_time_and_a_count_of_what_was_named_lead_to_nothing() {
        for text in [
            "凌晨五点，码头上已经有人卸货。",
            "工程前后用了三个月，比原定提前。",
            "账目公开到户，修了几条，一看便知。",
            "全镇围绕“稳粮、扩菜”两大任务，力争年底见效。",
            "大家一条心，事情就好办。",
        ] {
            assert!(!leads_on(text), "{text}");
        }
    }
}
