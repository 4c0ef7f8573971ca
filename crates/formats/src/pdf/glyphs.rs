//! Names of glyphs of simple fonts: those that official texts have, and names that say a code.

const NAMES: &str = include_str!("../../data/glyphs.tsv");

/// The characters of a glyph's name.
pub(super) fn named(name: &str) -> Option<String> {
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return Some(only.to_string());
    }
    let known = NAMES
        .lines()
        .find_map(|row| row.strip_prefix(name)?.strip_prefix('\t'));
    if let Some(known) = known {
        return Some(known.to_owned());
    }
    let digits = name
        .strip_prefix("uni")
        .or_else(|| name.strip_prefix('u'))?;
    let code = u32::from_str_radix(digits.get(..4.max(digits.len().min(6)))?, 16).ok()?;
    char::from_u32(code).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_letters_words_or_codes() {
        assert_eq!(named("A").as_deref(), Some("A"));
        assert_eq!(named("seven").as_deref(), Some("7"));
        assert_eq!(named("uni5E02").as_deref(), Some("市"));
        assert_eq!(named("g12"), None);
    }
}
