//! Words on their way to a terminal. What stands in a text or in a file's name must neither steer the terminal nor turn
//! a line about: control characters (ECMA-48) and the marks of direction (Unicode Standard Annex #9).

use std::ffi::OsStr;
use std::fmt::Write as _;

/// Whether a terminal would obey a character instead of showing it.
fn steers(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// A character of a text as a terminal shows it: white space as one space, so that all stays on its line, and what
/// would steer the terminal as a sign that something is there.
pub fn plain(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        steering if steers(steering) => char::REPLACEMENT_CHARACTER,
        plain => plain,
    }
}

/// Words of a text on one line of a terminal.
pub fn line(words: &str) -> String {
    words.chars().map(plain).collect()
}

/// Several lines for a terminal.
pub fn lines(words: &str) -> String {
    let keep = |character| match character {
        '\n' => '\n',
        other => plain(other),
    };
    words.chars().map(keep).collect()
}

/// A file's name as a result holds it: bytes that are no UTF-8 as `\xFF`.
pub fn written(name: &OsStr) -> String {
    let mut written = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        written.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // A `String` takes all that is written to it.
            let _ = write!(written, "\\x{byte:02X}");
        }
    }
    written
}

/// A file's name as a terminal shows it: on one line, and what would steer the terminal by its number.
pub fn name(name: &OsStr) -> String {
    let mut shown = String::new();
    for character in written(name).chars() {
        if steers(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let steering = "甲\u{1b}[31m乙\u{9b}2J\u{202e}丙\u{2067}丁\r\n\t戊\u{7}";
        assert_eq!(line(steering), "甲�[31m乙�2J�丙�丁   戊�");
        assert_eq!(lines("甲\r\n乙\u{200f}"), "甲 \n乙�");
        let told = name(OsStr::new(steering));
        assert!(!told.chars().any(steers), "{told}");
        assert_eq!(name(OsStr::new("稿\n1\u{1b}.txt")), "稿\\n1\\u{1b}.txt");
    }

    #[test]
    #[cfg(unix)]
    fn a_name_that_is_no_text_is_told_by_its_bytes() {
        use std::os::unix::ffi::OsStrExt as _;
        let odd = OsStr::from_bytes(b"\xb8\xe5.txt");
        assert_eq!(name(odd), "\\xB8\\xE5.txt");
    }
}
