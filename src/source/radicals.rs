//! Radicals that stand for the characters themselves: ⽣ for 生, as files made from PDF have them.

use crate::lexicon::radicals::TABLE;

/// `text` with every radical as the character that it stands for. Each is of as many bytes and as many UTF-16
/// units, so that all positions stay what they are.
pub(super) fn unified(text: String) -> String {
    if !text.as_bytes().windows(2).any(may_begin) {
        return text;
    }
    let mut unified = String::with_capacity(text.len());
    for character in text.chars() {
        let is_radical = ('\u{2e80}'..='\u{2fd5}').contains(&character);
        let row = is_radical.then(|| TABLE.get(character.encode_utf8(&mut [0; 4])));
        match row.flatten() {
            Some(row) => unified.push_str(row.character),
            None => unified.push(character),
        }
    }
    unified
}

/// Whether two bytes may begin a character from U+2E80 to U+2FFF.
fn may_begin(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0xba..=0xbf])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_the_characters_that_they_stand_for() {
        let read = "⽣产总值增长５％，⼈⼝、⻋辆、⺠⽣";
        let unified = unified(read.to_owned());
        assert_eq!(unified, "生产总值增长５％，人口、车辆、民生");
        assert_eq!(unified.len(), read.len());
    }

    #[test]
    fn every_character_has_the_bytes_of_its_radical() {
        for row in crate::lexicon::radicals::ROWS {
            assert_eq!(row.radical.len(), row.character.len(), "{}", row.radical);
        }
    }
}
