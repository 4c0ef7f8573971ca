//! Numerals that begin with Arabic digits: 1,234.5, 1.2万亿, 1亿2000万.

use super::{MOST_DIGITS, Numeral, digit, large_magnitude, small_magnitude};

/// 1,234.5 with what follows: 千, 百万, 万亿, 多.
pub(super) fn read_arabic(text: &str) -> Option<Numeral> {
    let mut total = 0.0;
    let mut at = 0;
    let mut read = Numeral {
        length: 0,
        value: 0.0,
        arabic: true,
        or_more: false,
        large: false,
        bare: false,
        decimal: false,
        signs: 0,
    };
    let mut last_scale = f64::INFINITY;
    // 1亿2000万: a part a round, each of a smaller magnitude.
    while let Some((length, digits, fraction)) = read_digits(&text[at..]) {
        if digits.len() > MOST_DIGITS {
            return None;
        }
        let mut end = at + length;
        let mut scale = 1.0;
        let mut power = 0;
        let mut large = false;
        let mut more = false;
        // 1,286.4 亿元: a space may stand before the magnitude.
        let spaced = text[end..].trim_start_matches([' ', '\u{a0}', '\u{3000}']);
        let spaces = text.len() - end - spaced.len();
        if (1..=6).contains(&spaces) && spaced.starts_with(['万', '亿']) {
            end += spaces;
        }
        while let Some(character) = text[end..].chars().next() {
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
        if scale > 1e16 || scale >= last_scale {
            break;
        }
        let exponent = scale.log10().round() as i32 - fraction as i32;
        let part: f64 = format!("{digits}e{exponent}").parse().ok()?;
        total += part;
        at = end;
        read.signs += digits.len() + power;
        read.decimal |= fraction > 0;
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

/// Bytes read, the digits without marks, and how many of them stand after the point.
fn read_digits(text: &str) -> Option<(usize, String, usize)> {
    let mut digits = String::new();
    let mut length = 0;
    let mut fraction = 0;
    let mut in_fraction = false;
    let mut grouped = false;
    for (at, character) in text.char_indices() {
        if let Some(value) = digit(character) {
            digits.extend(char::from_digit(value, 10));
            fraction += usize::from(in_fraction);
            length = at + character.len_utf8();
            if digits.len() > MOST_DIGITS {
                // It is a code already, however long it goes on.
                break;
            }
            continue;
        }
        let after = &text[at + character.len_utf8()..];
        let mut following = after.chars();
        let three = following
            .by_ref()
            .take(3)
            .filter(|&c| digit(c).is_some())
            .count()
            == 3;
        let fourth = following.next().is_some_and(|c| digit(c).is_some());
        let is_group = matches!(character, ',' | '，')
            && !in_fraction
            && !digits.is_empty()
            && digits.len() <= 15
            && (digits.len() <= 3 || grouped)
            && three
            && !fourth;
        grouped |= is_group;
        let is_point = (matches!(character, '.' | '．' | '·'))
            && !in_fraction
            && !digits.is_empty()
            && after.chars().next().is_some_and(|c| digit(c).is_some());
        if is_point {
            in_fraction = true;
        } else if !is_group {
            break;
        }
    }
    (!digits.is_empty()).then_some((length, digits, fraction))
}
