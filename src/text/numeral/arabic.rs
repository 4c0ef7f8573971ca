//! Numerals that begin with Arabic digits: 1,234.5, 1.2万亿, 1亿2000万.

use super::digits::{digit, is_digit, large_magnitude, small_magnitude};
use super::value::{EXACT, Numeral};

/// No quantity in a text has more digits; longer runs are codes.
const MOST_DIGITS: usize = 16;

/// Nor does one have a larger magnitude.
const LARGEST: f64 = 1e16;

/// 1,234.5 with what follows: 千, 百万, 万亿, 多.
pub(super) fn read_arabic(text: &str) -> Option<Numeral> {
    let mut total = 0.0;
    let mut at = 0;
    let mut read = Numeral::begun(true);
    let mut last_scale = f64::INFINITY;
    // 1亿2000万: a part a round, each of a smaller magnitude.
    while let Some(digits) = read_digits(&text[at..]) {
        if digits.count > MOST_DIGITS {
            return None;
        }
        let mut end = at + digits.length;
        let mut scale = 1.0;
        let mut power = 0;
        let mut large = false;
        let mut more = false;
        // 1,286.4 亿元: a space may stand before the magnitude.
        let spaced = text[end..].trim_start_matches([' ', '\u{a0}', '\u{3000}']);
        let spaces = text.len() - end - spaced.len();
        if (1..=6).contains(&spaces) && spaced.starts_with(['万', '亿', '余']) {
            end += spaces;
        }
        while scale <= LARGEST
            && let Some(character) = text[end..].chars().next()
        {
            if let Some(factor) = small_magnitude(character) {
                // 5十 is nobody's way of writing; 3千, 5百万 are.
                if character == '十' || large {
                    break;
                }
                scale *= factor;
            } else if let Some(factor) = large_magnitude(character) {
                scale *= factor;
                large = true;
            } else if matches!(character, '多' | '余') && !more {
                more = true;
            } else {
                break;
            }
            end += character.len_utf8();
            power += 1;
        }
        if scale > LARGEST || scale >= last_scale {
            break;
        }
        let power_of_ten = scale.log10().round() as i32;
        total += scaled(digits.value, power_of_ten - digits.fraction as i32)?;
        at = end;
        read.signs += digits.count + power;
        read.decimal |= digits.fraction > 0;
        read.or_more |= more;
        read.large = large;
        last_scale = scale;
        if scale <= 1.0 || more {
            break;
        }
    }
    if at == 0 {
        return None;
    }
    read.length = at;
    read.value = total;
    Some(read)
}

/// A run of digits, with the marks between them.
struct Digits {
    /// Bytes read.
    length: usize,
    /// The number that the digits make without a point.
    value: u64,
    /// How many there are.
    count: usize,
    /// How many of them stand after the point.
    fraction: usize,
}

/// The digits that a text begins with.
fn read_digits(text: &str) -> Option<Digits> {
    let mut read = Digits {
        length: 0,
        value: 0,
        count: 0,
        fraction: 0,
    };
    let mut in_fraction = false;
    let mut grouped = false;
    for (at, character) in text.char_indices() {
        if let Some(value) = digit(character) {
            read.value = read.value * 10 + u64::from(value);
            read.count += 1;
            read.fraction += usize::from(in_fraction);
            read.length = at + character.len_utf8();
            if read.count > MOST_DIGITS {
                // It is a code already, however long it goes on.
                break;
            }
            continue;
        }
        if read.count == 0 || in_fraction && character != ' ' {
            break;
        }
        let after = &text[at + character.len_utf8()..];
        match character {
            ',' | '，' if read.count <= 3 || grouped && read.count <= 15 => {
                let mut following = after.chars().map(is_digit);
                if following.by_ref().take(3).filter(|&is| is).count() < 3
                    || following.next() == Some(true)
                {
                    break;
                }
                grouped = true;
            }
            '.' | '．' | '·' | '﹒' | '・' | '•'
                if after.starts_with(is_digit) && !names_year(after) =>
            {
                in_fraction = true
            }
            '·' if after.starts_with(' ') && set_apart(&after[1..]) => in_fraction = true,
            // 1 2 %: digits that a scan has set apart.
            ' ' if set_apart(after) => {}
            _ => break,
        }
    }
    (read.count > 0).then_some(read)
}

/// Whether a text begins with a year: 1．2031年6月底前 is a number of a list with what stands behind it.
fn names_year(text: &str) -> bool {
    let mut characters = text.chars();
    characters.by_ref().take(4).all(is_digit) && characters.next() == Some('年')
}

/// Whether the digits that a text begins with end at a sign of percent, so that those before a space are
/// of the same number.
fn set_apart(text: &str) -> bool {
    let rest = text.trim_start_matches(is_digit);
    rest.len() < text.len() && rest.trim_start_matches(' ').starts_with(['%', '％'])
}

/// `value` × 10^`exponent`, as the decimal number would be read: two numbers that are exact give
/// a result that is rounded once (Clinger 1990).
fn scaled(value: u64, exponent: i32) -> Option<f64> {
    if value <= EXACT as u64 && exponent.unsigned_abs() <= 22 {
        let power = 10_f64.powi(exponent.abs());
        let value = value as f64;
        return Some(if exponent < 0 {
            value / power
        } else {
            value * power
        });
    }
    format!("{value}e{exponent}").parse().ok()
}
