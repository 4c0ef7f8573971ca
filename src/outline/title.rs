//! Where the words end that are the title of a paragraph or an item.

/// The most characters of a heading that is the first sentence of a paragraph.
pub(super) const LONGEST_TITLE: usize = 60;

/// The most characters of an item's first sentence that are its title.
const LONGEST_ITEM: usize = 40;

/// Where the title of a paragraph ends: after its first sentence, or its first clause where that
/// is too long.
pub(super) fn title_end(words: &str, from: usize, longest: usize) -> usize {
    let mut clause = None;
    let mut depth = 0_usize;
    for (count, (at, character)) in words[from..].char_indices().enumerate() {
        let at = from + at;
        match character {
            '“' | '《' | '（' | '(' => depth += 1,
            '”' | '》' | '）' | ')' => depth = depth.saturating_sub(1),
            '。' | '！' | '？' | '；' | '!' | '?' | ';' if depth == 0 => return at,
            '：' | ':' if depth == 0 && count > 1 => return at,
            '\u{3000}' if depth == 0 && count > 3 => return at,
            '，' | ',' if count > 3 && clause.is_none() => clause = Some(at),
            _ => {}
        }
        if count >= longest {
            return clause.unwrap_or(at);
        }
    }
    words.len()
}

/// Where an item's title ends: after its first sentence, or its first clause where that is long.
pub(super) fn item_end(words: &str, from: usize) -> usize {
    let bare = words[from..].trim_start_matches(['，', '、', ',', '：', ' ']);
    title_end(words, words.len() - bare.len(), LONGEST_ITEM)
}
