//! What a character is, answered without the Unicode tables for those that texts are made of.

/// Whether a character is a letter or a digit, as [`char::is_alphanumeric`] has it.
pub fn is_letter(character: char) -> bool {
    match character {
        '\u{4e00}'..='\u{9fff}' => true,
        '\0'..='\u{7f}' => character.is_ascii_alphanumeric(),
        // General punctuation, Chinese marks, full-width marks.
        '\u{2010}'..='\u{2027}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => false,
        _ => character.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_letter;

    #[test]
    fn short_cuts_agree_with_unicode() {
        for character in '\0'..=char::MAX {
            assert_eq!(
                is_letter(character),
                character.is_alphanumeric(),
                "{character:?}"
            );
        }
    }
}
