//! Whether a paragraph leads to a list: 要抓好以下几件事：

use crate::lexicon::announcing::{self, Role};
use crate::lexicon::part_counters::{self, Count};
use crate::lexicon::part_nouns::{self, Is};
use crate::text::numeral::plain_digit;

/// Whether a paragraph ends with words that lead to a list.
pub(crate) fn leads_on(paragraph: &str) -> bool {
    let words = paragraph.trim_end();
    if words.ends_with(['：', ':']) {
        return true;
    }
    let bare = words.trim_end_matches(['。', '；', '！', ' ']);
    let from = bare.rfind(['。', '！', '？', '；']).unwrap_or(0);
    let last = &bare[from..];
    lists(last) || counts_parts(last)
}

/// Whether words say that a list follows them: 现将有关事项通知如下.
pub(crate) fn lists(words: &str) -> bool {
    let mut told = announcing::TABLE.inside(words);
    told.any(|row| row.roles.has(Role::List))
}

/// Whether a number of parts stands in a sentence: 三件事, 五项工作. A clock's (清晨六点，), a count
/// of what was just named (“两横三纵”五条通道) and one that is asked for (办成几件，) lead to nothing.
fn counts_parts(sentence: &str) -> bool {
    let mut before = ' ';
    let mut places = sentence.char_indices();
    while let Some((at, character)) = places.next() {
        let named = matches!(before, '”' | '》');
        before = character;
        let digit = plain_digit(character).is_some_and(|digit| digit > 1);
        if named || !(digit || matches!(character, '几' | '十')) {
            continue;
        }
        let rest = &sentence[at + character.len_utf8()..];
        let mut counters = part_counters::TABLE.beginnings(rest);
        let Some(counter) = counters.find(|row| row.counts.has(Count::List)) else {
            continue;
        };
        before = places.next().map_or(' ', |(_, classifier)| classifier);
        let rest = &rest[counter.word.len()..];
        let counted = rest.is_empty() || rest.starts_with(char::is_alphanumeric);
        let mut nouns = part_nouns::TABLE.beginnings(rest);
        if counted && !(before == '个' && nouns.any(|row| row.is == Is::Time)) {
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
