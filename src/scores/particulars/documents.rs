//! Documents and laws: 《…》, 〔2024〕12号, and roads and standards by their code (G1817).

use super::{Hint, Kind};

const CAPITALS: [&str; 26] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S",
    "T", "U", "V", "W", "X", "Y", "Z",
];

/// Documents by title, number and code.
pub fn kinds(all: &mut Vec<Kind>) {
    all.push(Kind::new(["《"], titled));
    all.push(Kind::new(["〔"], numbered));
    all.push(Kind::new(CAPITALS, coded));
}

/// 《…》 with at least two characters inside.
fn titled(hint: &Hint) -> bool {
    inside(hint.after(), '《', '》').is_some_and(|(title, _)| title.chars().nth(1).is_some())
}

/// 〔2024〕12号
fn numbered(hint: &Hint) -> bool {
    inside(hint.after(), '〔', '〕')
        .is_some_and(|(year, tail)| year.len() == 4 && tail.contains('号'))
}

/// What stands before the mark `close`, and behind it up to the next mark `open`.
fn inside(rest: &str, open: char, close: char) -> Option<(&str, &str)> {
    let rest = rest.split(open).next()?;
    rest.split_once(close)
}

/// A capital letter and at least two digits: G1817, S315, GB/T 9704.
fn coded(hint: &Hint) -> bool {
    let digits = hint.after().bytes().take(2);
    let stands_alone = |before: &str| !before.ends_with(|c: char| c.is_ascii_alphanumeric());
    digits.filter(u8::is_ascii_digit).count() == 2 && stands_alone(hint.before())
}
