//! Numerals in Chinese signs: 三百五十, 一点五万, 二十万亿.

use super::digits::{chinese_digit, large_magnitude, small_magnitude};
use super::value::{Numeral, times};

/// 多 and 余 behind a number, 几 behind 十, 百 or 千: the number is a lower bound.
fn leaves_open(character: char, before: &str) -> bool {
    match character {
        '多' | '余' => true,
        '几' => before.ends_with(['十', '百', '千']),
        _ => false,
    }
}

/// No quantity has more signs: a run of them is read from each of its places, and must not be read to its end.
const MOST_SIGNS: usize = 64;

/// No quantity is as large.
pub(super) const LARGEST: f64 = 1e18;

/// The most figures behind a point.
const MOST_DECIMALS: usize = 6;

/// The figures behind a point: how many there are, their bytes, and the whole number that they make.
struct Decimals {
    count: usize,
    length: usize,
    value: u32,
}

/// The figures that the text behind a point begins with; nothing where it begins with none.
fn decimals(text: &str) -> Option<Decimals> {
    let mut read = Decimals {
        count: 0,
        length: 0,
        value: 0,
    };
    let digits = text.chars().map_while(|c| Some((c, chinese_digit(c)?)));
    for (character, digit) in digits.take(MOST_DECIMALS + 1) {
        read.count += 1;
        read.length += character.len_utf8();
        read.value = read.value * 10 + digit;
    }
    (read.count > 0).then_some(read)
}

/// What the signs of a numeral come to while they are read.
#[derive(Default)]
struct Sum {
    /// In units of one, above the last 亿 or 万.
    total: f64,
    /// Below the next 万 or 亿.
    section: f64,
    /// The figure that no magnitude has taken yet.
    figure: Option<f64>,
}

impl Sum {
    /// 十, 百, 千
    fn small(&mut self, factor: f64) {
        let figure = self.figure.take().filter(|&figure| figure > 0.0);
        self.section += times(figure.unwrap_or(1.0), factor);
    }

    /// 万, 亿; 万亿 is one magnitude, and one alone stands for itself.
    fn large(&mut self, factor: f64) {
        let section = std::mem::take(&mut self.section) + self.figure.take().unwrap_or(0.0);
        // 八万五千亿: what stands below 亿 is counted in it as a whole.
        if self.total > 0.0 && self.total < factor {
            self.total = times(self.total + section, factor);
        } else if section > 0.0 {
            self.total += times(section, factor);
        } else if self.total > 0.0 {
            self.total = times(self.total, factor);
        } else {
            self.total = factor;
        }
    }
}

/// 三百五十, 一点五万, 二十万亿, 百亿.
pub(super) fn read_chinese(text: &str) -> Option<Numeral> {
    let mut sum = Sum::default();
    let mut any_digit = false;
    let mut read = Numeral::begun(false);
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        if read.signs > MOST_SIGNS || sum.total >= LARGEST {
            return None;
        }
        if let Some(value) = chinese_digit(character) {
            if sum.figure.is_some_and(|before| before > 0.0) {
                // 二〇二五, 一九五二: digits side by side are a year or a code, no quantity.
                return None;
            }
            sum.figure = Some(f64::from(value));
            any_digit |= value != 0;
            read.large = false;
        } else if let Some(factor) = small_magnitude(character).filter(|_| !read.large) {
            // 五万|千瓦: no 千 stands behind 万.
            sum.small(factor);
        } else if let Some(factor) = large_magnitude(character) {
            sum.large(factor);
            read.large = true;
        } else if character == '点' && read.signs > 0 && !read.decimal && !read.large {
            let Some(decimals) = decimals(&text[end..]) else {
                break;
            };
            if decimals.count > MOST_DECIMALS {
                return None;
            }
            let parts = 10_f64.powi(decimals.count as i32);
            let whole = sum.figure.unwrap_or(0.0) * parts + f64::from(decimals.value);
            sum.figure = Some(whole / parts);
            read.decimal = true;
            read.signs += decimals.count;
            read.length = end + decimals.length;
            characters.nth(decimals.count - 1);
            continue;
        } else if read.signs > 0 && !read.or_more && leaves_open(character, &text[..at]) {
            read.or_more = true;
            read.length = end;
            continue;
        } else {
            break;
        }
        read.signs += 1;
        read.length = end;
    }
    (read.signs > 0).then(|| Numeral {
        value: sum.total + (sum.section + sum.figure.unwrap_or(0.0)),
        bare: !any_digit && !text.starts_with('十'),
        ..read
    })
}
