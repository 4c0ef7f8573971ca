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
    let mut told = announcing::TABLE.inside(last);
    told.any(|row| row.roles.has(Role::List)) || counts_parts(last)
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
        let Some(counter) = list_counter(&sentence[at + character.len_utf8()..]) else {
            continue;
        };
        before = places.next().map_or(' ', |(_, classifier)| classifier);
        let rest = &sentence[at + character.len_utf8() + counter.len()..];
        let counted = rest
            .chars()
            .next()
            .is_none_or(|next| next.is_alphanumeric());
        let time = before == '个'
            && part_nouns::TABLE
                .beginnings(rest)
                .any(|row| row.is == Is::Time);
        if counted && !time {
            return true;
        }
    }
    false
}

/// The classifier that `text` begins with where a list's parts are counted with it.
fn list_counter(text: &str) -> Option<&'static str> {
    let mut rows = part_counters::TABLE.beginnings(text);
    let row = rows.find(|row| row.counts.has(Count::List))?;
    Some(row.word)
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
