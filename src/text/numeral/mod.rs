//! Numerals: Arabic, full-width, Chinese and mixed (1.2万亿, 三百五十, ３，７２２, 1亿2000万).

mod arabic;
mod chinese;
mod digits;
mod fraction;
mod value;
mod whole;

use crate::text::character::CharacterSet;

use arabic::read_arabic;
use chinese::{LARGEST, read_chinese};
pub use digits::{chinese_digit, digit, in_chinese, is_digit, magnitude, plain_digit};
pub use fraction::fraction;
pub use value::{Numeral, times};
pub use whole::{number_before, ordinal, small, small_chinese, whole_arabic, whole_chinese};

/// The characters that a numeral can begin with.
static SIGNS: CharacterSet<53> = CharacterSet::new([
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６',
    '７', '８', '９', '〇', '零', '○', '一', '壹', '二', '两', '贰', '兩', '三', '叁', '四', '肆',
    '五', '伍', '六', '陆', '七', '柒', '八', '捌', '九', '玖', '十', '拾', '百', '佰', '千', '仟',
    '万', '萬', '亿', '億',
]);

/// Whether a numeral can begin with a character.
pub fn may_begin(character: char) -> bool {
    SIGNS.has(character)
}

/// Reads the numeral that `text` begins with.
pub fn read(text: &str) -> Option<Numeral> {
    let first = text.chars().next()?;
    if !may_begin(first) {
        return None;
    }
    let read = if is_digit(first) {
        read_arabic(text)
    } else {
        read_chinese(text)
    }?;
    // 陆缆, 伍家: a digit of cheques alone is a name, or part of a word.
    let is_cheque = first != '兩' && chinese_digit(first).is_some() && !in_chinese(first);
    if is_cheque && read.signs == 1 {
        return None;
    }
    // 亿亿亿 and the like are no quantity.
    (read.value.is_finite() && read.value < LARGEST).then_some(read)
}

/// The length in bytes of the mark of a range that `text` begins with, 0 for none.
pub fn range_mark(text: &str) -> usize {
    ["——", "—", "－", "–", "-", "~", "～", "〜", "至", "到"]
        .iter()
        .find(|mark| text.starts_with(**mark))
        .map_or(0, |mark| mark.len())
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
            ("八万五千亿元", 8.5e12),
            ("三万零六百亿斤", 3.06e12),
            ("二万亿元", 2e12),
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
