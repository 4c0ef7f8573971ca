//! Numerals in Chinese signs: 三百五十, 一点五万, 二十万亿.

use super::digits::{chinese_digit, large_magnitude, small_magnitude};
use super::value::Numeral;

/// 多 and 余 behind a number, 几 behind 十, 百 or 千: the number is a lower bound.
fn leaves_open(character: char, before: &str) -> bool {
    match character {
        '多' | '余' => true,
        '几' => before.ends_with(['十', '百', '千']),
        _ => false,
    }
}

/// 三百五十, 一点五万, 二十万亿, 百亿.
pub(super) fn read_chinese(text: &str) -> Option<Numeral> {
    let mut total = 0.0; // in units of one, below the last 亿 or 万
    let mut section = 0.0; // below the next 万 or 亿
    let mut current: Option<f64> = None;
    let mut length = 0;
    let mut signs = 0;
    let mut or_more = false;
    let mut large = false;
    let mut any_digit = false;
    let mut decimal = false;
    let mut zero_before = false;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if let Some(value) = chinese_digit(character) {
            if current.is_some() && !zero_before {
                // 二〇二五, 一九五二: digits side by side are a year or a code, no quantity.
                return None;
            }
            current = Some(f64::from(value));
            zero_before = value == 0;
            any_digit |= value != 0;
            large = false;
        } else if let Some(factor) = small_magnitude(character).filter(|_| !large) {
            // 五万|千瓦: no 千 stands behind 万.
            section += current.take().filter(|&value| value > 0.0).unwrap_or(1.0) * factor;
            zero_before = false;
            large = false;
        } else if let Some(factor) = large_magnitude(character) {
            section += current.take().unwrap_or(0.0);
            zero_before = false;
            if section == 0.0 {
                if total > 0.0 {
                    total *= factor; // 万亿
                } else {
                    section = 1.0;
                    total += section * factor;
                }
            } else {
                total += section * factor;
            }
            section = 0.0;
            large = true;
        } else if character == '点' && signs > 0 && !decimal && !large {
            let tail = &text[at + character.len_utf8()..];
            let fraction: Vec<(usize, u32)> = tail
                .char_indices()
                .map_while(|(at, c)| chinese_digit(c).map(|value| (at + c.len_utf8(), value)))
                .collect();
            let Some(&(tail_length, _)) = fraction.last() else {
                break;
            };
            if fraction.len() > 6 {
                return None;
            }
            let mut scale = 0.1;
            let mut value = 0.0;
            for &(_, digit) in &fraction {
                value += f64::from(digit) * scale;
                scale /= 10.0;
            }
            let rounded = ((current.unwrap_or(0.0) + value) * 1e6).round() / 1e6;
            current = Some(rounded);
            decimal = true;
            signs += fraction.len();
            length = at + character.len_utf8() + tail_length;
            for _ in 0..fraction.len() {
                characters.next();
            }
            continue;
        } else if signs > 0 && !or_more && leaves_open(character, &text[..at]) {
            or_more = true;
            length = at + character.len_utf8();
            continue;
        } else {
            break;
        }
        signs += 1;
        length = at + character.len_utf8();
    }
    if signs == 0 {
        return None;
    }
    total += section + current.unwrap_or(0.0);
    Some(Numeral {
        length,
        value: total,
        of: 1.0,
        arabic: false,
        or_more,
        large,
        bare: !any_digit && !text.starts_with('十'),
        decimal,
        signs,
    })
}
