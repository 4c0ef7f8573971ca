//! Numerals: Arabic, full-width, Chinese and mixed (1.2万亿, 三百五十, ３，７２２, 1亿2000万).

/// A numeral that was read at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeral {
    /// Bytes read, magnitudes and 多, 余 included.
    pub length: usize,
    /// The number, magnitudes multiplied out.
    pub value: f64,
    /// Whether it begins with Arabic digits.
    pub arabic: bool,
    /// Whether 多, 余 or 几 stands in it: the number is a lower bound.
    pub or_more: bool,
    /// Whether it ends in 万 or 亿.
    pub large: bool,
    /// Whether it is a magnitude without a digit: 百亿, 万.
    pub bare: bool,
    /// Whether it has a decimal point.
    pub decimal: bool,
    /// Digits and magnitudes that were read.
    pub signs: usize,
}

/// No quantity in a text has more digits; longer runs are codes.
const MOST_DIGITS: usize = 16;

/// Whether a numeral can begin with a character.
pub fn may_begin(character: char) -> bool {
    digit(character).is_some()
        || chinese_digit(character).is_some()
        || small_magnitude(character).is_some()
        || large_magnitude(character).is_some()
}

/// Reads the numeral that `text` begins with.
pub fn read(text: &str) -> Option<Numeral> {
    let first = text.chars().next()?;
    if !may_begin(first) {
        return None;
    }
    let read = if digit(first).is_some() {
        read_arabic(text)
    } else {
        read_chinese(text)
    }?;
    // 亿亿亿 and the like are no quantity.
    (read.value.is_finite() && read.value < 1e18).then_some(read)
}

/// The value of an Arabic digit, half or full width.
pub fn digit(character: char) -> Option<u32> {
    match character {
        '0'..='9' => Some(character as u32 - '0' as u32),
        '０'..='９' => Some(character as u32 - '０' as u32),
        _ => None,
    }
}

/// The value of a Chinese digit.
pub fn chinese_digit(character: char) -> Option<u32> {
    Some(match character {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '兩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn small_magnitude(character: char) -> Option<f64> {
    Some(match character {
        '十' | '拾' => 10.0,
        '百' | '佰' => 100.0,
        '千' | '仟' => 1000.0,
        _ => return None,
    })
}

fn large_magnitude(character: char) -> Option<f64> {
    Some(match character {
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        _ => return None,
    })
}

/// The length in bytes of the mark of a range that `text` begins with, 0 for none.
pub fn range_mark(text: &str) -> usize {
    ["——", "—", "－", "–", "-", "~", "～", "〜", "至", "到"]
        .iter()
        .find(|mark| text.starts_with(**mark))
        .map_or(0, |mark| mark.len())
}

/// 1,234.5 with what follows: 千, 百万, 万亿, 多.
fn read_arabic(text: &str) -> Option<Numeral> {
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

/// 多 and 余 behind a number, 几 behind 十, 百 or 千: the number is a lower bound.
fn leaves_open(character: char, before: &str) -> bool {
    match character {
        '多' | '余' => true,
        '几' => before.ends_with(['十', '百', '千']),
        _ => false,
    }
}

/// 三百五十, 一点五万, 二十万亿, 百亿.
fn read_chinese(text: &str) -> Option<Numeral> {
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
        } else if let Some(factor) = small_magnitude(character) {
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
        arabic: false,
        or_more,
        large,
        bare: !any_digit && !text.starts_with('十'),
        decimal,
        signs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<(f64, usize)> {
        read(text).map(|numeral| (numeral.value, numeral.length))
    }

    #[test]
    fn arabic_numbers_with_magnitudes() {
        for (text, expected) in [
            ("7.1亿元", 710_000_000.0),
            ("1.2万亿元", 1.2e12),
            ("3,722万元", 37_220_000.0),
            ("３，７２２吨", 3722.0),
            ("33，212万吨", 332_120_000.0),
            ("１．５万人", 15_000.0),
            ("1500余人", 1500.0),
            ("3000多万元", 30_000_000.0),
            ("1亿2000万人", 120_000_000.0),
            ("5千公里", 5000.0),
            ("0.5个", 0.5),
            ("0个", 0.0),
            ("3百万册", 3_000_000.0),
        ] {
            assert_eq!(value(text).map(|v| v.0), Some(expected), "{text}");
        }
    }

    #[test]
    fn chinese_numbers() {
        for (text, expected) in [
            ("三百五十户", 350.0),
            ("二十万亿元", 2e13),
            ("一点五万人", 15_000.0),
            ("十二项", 12.0),
            ("一千零五十人", 1050.0),
            ("两万三千吨", 23_000.0),
            ("二十点九", 20.9),
            ("一百零三点五", 103.5),
            ("一亿二千万人", 120_000_000.0),
            ("百亿", 1e10),
            ("二十多个", 20.0),
        ] {
            assert_eq!(value(text).map(|v| v.0), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_quantity_is_not_read() {
        for text in [
            "二〇二五年",
            "一九五二年",
            "12345678901234567890",
            "亿亿亿亿",
            "点五",
            "元",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn magnitudes_without_digits_are_bare() {
        assert!(read("万平方米").is_some_and(|n| n.bare));
        assert!(read("十个").is_some_and(|n| !n.bare));
        assert!(read("千家").is_some_and(|n| n.bare));
    }
}
