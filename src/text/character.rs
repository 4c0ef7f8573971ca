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

/// Whether a character is a Chinese one: of the basic block, of extension A, or of the planes after.
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}')
}

/// A set of characters. Every character of a text may be asked for: a bit for each member, by its
/// lowest bits, tells nearly all others in one step.
pub struct CharacterSet<const COUNT: usize> {
    filter: [u64; FILTER_BITS / 64],
    members: [char; COUNT],
}

const FILTER_BITS: usize = 4096;

impl<const COUNT: usize> CharacterSet<COUNT> {
    /// The set of `members`, in any order.
    pub const fn new(members: [char; COUNT]) -> Self {
        let mut filter = [0; FILTER_BITS / 64];
        let mut at = 0;
        while at < COUNT {
            let place = members[at] as usize % FILTER_BITS;
            filter[place / 64] |= 1 << (place % 64);
            at += 1;
        }
        Self { filter, members }
    }

    /// Whether a character is a member.
    pub fn has(&self, character: char) -> bool {
        let place = character as usize % FILTER_BITS;
        self.filter[place / 64] & (1 << (place % 64)) != 0 && self.members.contains(&character)
    }
}

#[cfg(test)]
mod tests {
    use super::{CharacterSet, is_letter};

    #[test]
    fn a_set_has_its_members_only() {
        static SET: CharacterSet<4> = CharacterSet::new(['亿', '一', '７', '7']);
        let members = ('\0'..=char::MAX).filter(|&character| SET.has(character));
        assert_eq!(members.collect::<String>(), "7一亿７");
    }

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
