//! What a reader of warnings and errors is told, in Chinese and in English; the words stand in `data/words.tsv`.

/// The language of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    Chinese,
    /// English.
    English,
}

const WORDS: &str = include_str!("../data/words.tsv");

/// The words of `key`, with `{count}` and the like as they stand in the table; empty where the table
/// has no such row, which a test rules out.
pub(crate) fn words(key: &str, language: Language) -> &'static str {
    let row = WORDS
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix('\t'));
    let mut cells = row.unwrap_or_default().split('\t');
    let chinese = cells.next().unwrap_or_default();
    match language {
        Language::Chinese => chinese,
        Language::English => cells.next().unwrap_or_default(),
    }
}

/// The words of `key` with a number for `{count}`.
pub(crate) fn counted(key: &str, count: usize, language: Language) -> String {
    words(key, language).replace("{count}", &count.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_both_languages() {
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').filter(|cell| !cell.is_empty()).count(), 3);
        }
    }
}
