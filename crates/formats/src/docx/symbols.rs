//! Signs out of fonts of signs (`w:sym`); the table is `data/symbols.tsv`.

const SYMBOLS: &str = include_str!("../../data/symbols.tsv");

/// The character that a font shows for a code; the code itself where it is a character of its own, the sign for a
/// lost one where nobody knows.
pub(super) fn symbol(font: &str, code: &str) -> char {
    let Ok(code) = u32::from_str_radix(code, 16) else {
        return '\u{FFFD}';
    };
    let in_font = format!("{font}\t{:02X}\t", code & 0xFF);
    let mut rows = SYMBOLS.lines();
    let known = rows.find_map(|row| row.strip_prefix(&in_font)?.chars().next());
    let is_private = (0xF000..=0xF0FF).contains(&code);
    known
        .or_else(|| char::from_u32(code).filter(|_| !is_private))
        .unwrap_or('\u{FFFD}')
}
