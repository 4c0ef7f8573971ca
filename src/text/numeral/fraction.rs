//! Fractions in words: 百分之五, 千分之三, 三分之一.

use super::arabic::read_arabic;
use super::chinese::read_chinese;
use super::value::Numeral;

/// What stands between the parts of a fraction.
const OF: &str = "分之";

/// No part of a fraction in a text is larger.
const MOST: f64 = 1e6;

/// Reads the fraction that `text` begins with; its value is the part, and [`Numeral::of`] the whole.
pub fn fraction(text: &str) -> Option<Numeral> {
    let whole = read_chinese(text).filter(|whole| whole.value > 1.0)?;
    let tail = text[whole.length..].strip_prefix(OF)?;
    let part =
        (read_chinese(tail).or_else(|| read_arabic(tail))).filter(|part| part.value <= MOST)?;
    Some(Numeral {
        length: whole.length + OF.len() + part.length,
        of: whole.value,
        large: false,
        bare: false,
        signs: whole.signs + part.signs,
        ..part
    })
}
