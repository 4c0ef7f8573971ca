//! How a list's numbers are written: 一, 壹, 甲, ①, IV, b.

/// A way to write a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// 1 2 3
    Decimal,
    /// 01 02 03
    DecimalZero,
    /// １ ２ ３
    FullWidth,
    /// 一 二 … 十 … 一百零一
    Chinese,
    /// 一 二 … 一〇
    ChineseDigits,
    /// 壹 贰 … 壹拾
    Legal,
    /// 甲 乙 丙
    Stems,
    /// 子 丑 寅
    Branches,
    /// ① ② ③
    Circled,
    /// ⑴ ⑵ ⑶
    Bracketed,
    /// ⒈ ⒉ ⒊
    Dotted,
    /// ㊀ ㊁ ㊂
    ChineseCircled,
    /// I II III
    UpperRoman,
    /// i ii iii
    LowerRoman,
    /// A B C
    UpperLetter,
    /// a b c
    LowerLetter,
    /// A sign that counts nothing.
    Bullet,
    /// Nothing.
    None,
}

const DIGITS: &str = "〇一二三四五六七八九";
const LEGAL: &str = "零壹贰叁肆伍陆柒捌玖";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

impl Counting {
    /// By the name that OOXML has for it.
    pub(crate) fn of_ooxml(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            "chineseCounting"
            | "chineseCountingThousand"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "japaneseCounting" => Self::Chinese,
            "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
                Self::ChineseDigits
            }
            "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => Self::Legal,
            "ideographTraditional" => Self::Stems,
            "ideographZodiac" => Self::Branches,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Circled,
            "decimalEnclosedParen" => Self::Bracketed,
            "decimalEnclosedFullstop" => Self::Dotted,
            "ideographEnclosedCircle" => Self::ChineseCircled,
            "upperRoman" => Self::UpperRoman,
            "lowerRoman" => Self::LowerRoman,
            "upperLetter" => Self::UpperLetter,
            "lowerLetter" => Self::LowerLetter,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// By the number that Word's binary files have for it ([MS-OSHARED] 2.2.1.3, MSONFC).
    pub(crate) fn of_word(number: u8) -> Self {
        match number {
            1 => Self::UpperRoman,
            2 => Self::LowerRoman,
            3 => Self::UpperLetter,
            4 => Self::LowerLetter,
            10 | 17 | 33 | 35 => Self::ChineseDigits,
            11 | 34 | 37 | 39 => Self::Chinese,
            14 | 19 => Self::FullWidth,
            15 | 38 => Self::Legal,
            18 => Self::Circled,
            22 => Self::DecimalZero,
            23 => Self::Bullet,
            26 => Self::Dotted,
            27 => Self::Bracketed,
            28 => Self::Circled,
            29 => Self::ChineseCircled,
            30 => Self::Stems,
            31 => Self::Branches,
            255 => Self::None,
            _ => Self::Decimal,
        }
    }

    /// By the sample that OpenDocument has for it (`style:num-format`).
    pub(crate) fn of_sample(sample: &str) -> Self {
        let mut characters = sample.chars();
        match characters.next() {
            None => Self::None,
            Some('一') => Self::Chinese,
            Some('壹') => Self::Legal,
            Some('甲') => Self::Stems,
            Some('子') => Self::Branches,
            Some('①') => Self::Circled,
            Some('１') => Self::FullWidth,
            Some('I') => Self::UpperRoman,
            Some('i') => Self::LowerRoman,
            Some('A') => Self::UpperLetter,
            Some('a') => Self::LowerLetter,
            _ => Self::Decimal,
        }
    }

    /// `number` written out.
    pub(crate) fn write(self, number: u32) -> String {
        match self {
            Self::Decimal => number.to_string(),
            Self::DecimalZero => format!("{number:02}"),
            Self::FullWidth => {
                let shift = |digit: char| char::from_u32(digit as u32 + 0xFEE0).unwrap_or(digit);
                number.to_string().chars().map(shift).collect()
            }
            Self::Chinese => chinese(number, DIGITS, "十百千"),
            Self::ChineseDigits => {
                let digits = number.to_string();
                let value = |digit: char| digit.to_digit(10).map_or(0, |digit| digit as usize);
                let digits = digits.chars().map(value);
                digits
                    .filter_map(|digit| DIGITS.chars().nth(digit))
                    .collect()
            }
            Self::Legal => chinese(number, LEGAL, "拾佰仟"),
            Self::Stems => cycle(number, STEMS),
            Self::Branches => cycle(number, BRANCHES),
            Self::Circled => sign(number, &[(20, 0x2460), (35, 0x3251), (50, 0x32B1)]),
            Self::Bracketed => sign(number, &[(20, 0x2474)]),
            Self::Dotted => sign(number, &[(20, 0x2488)]),
            Self::ChineseCircled => sign(number, &[(10, 0x3280)]),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).to_lowercase(),
            Self::UpperLetter => letters(number, b'A'),
            Self::LowerLetter => letters(number, b'a'),
            Self::Bullet | Self::None => String::new(),
        }
    }
}

/// Chinese counting up to 9999; beyond that in digits.
fn chinese(number: u32, digits: &str, units: &str) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let digit = |value: u32| digits.chars().nth(value as usize);
    let mut written = String::new();
    let mut wants_zero = false;
    for (power, unit) in [(1000, 2), (100, 1), (10, 0), (1, usize::MAX)] {
        let value = number / power % 10;
        if value == 0 {
            wants_zero = !written.is_empty();
            continue;
        }
        if wants_zero {
            written.push('零');
            wants_zero = false;
        }
        // 十一, but 壹拾壹 and 一百一十.
        let is_plain_ten = power == 10 && number < 20 && units.starts_with('十');
        written.extend(digit(value).filter(|_| !is_plain_ten));
        written.extend(units.chars().nth(unit));
    }
    written
}

fn cycle(number: u32, signs: &str) -> String {
    let count = signs.chars().count();
    let at = (number.max(1) as usize - 1) % count;
    signs.chars().nth(at).map(String::from).unwrap_or_default()
}

/// A sign of its own for each number: ranges end at a number and begin at a code point. Digits where none is left.
fn sign(number: u32, ranges: &[(u32, u32)]) -> String {
    let mut before = 0;
    for (last, code) in ranges {
        if number > before && number <= *last {
            let sign = char::from_u32(code + number - before - 1);
            return sign.map(String::from).unwrap_or_default();
        }
        before = *last;
    }
    number.to_string()
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 9999 {
        return number.to_string();
    }
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            written.push_str(sign);
            number -= value;
        }
    }
    written
}

/// a … z, aa … zz, as Word counts.
fn letters(number: u32, first: u8) -> String {
    let at = number.max(1) - 1;
    let times = (at / 26 + 1).min(10) as usize;
    let letter = char::from(first + (at % 26) as u8);
    std::iter::repeat_n(letter, times).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_writes_them() {
        let cases = [
            (Counting::Chinese, 10, "十"),
            (Counting::Chinese, 11, "十一"),
            (Counting::Chinese, 20, "二十"),
            (Counting::Chinese, 101, "一百零一"),
            (Counting::Chinese, 110, "一百一十"),
            (Counting::Chinese, 1001, "一千零一"),
            (Counting::Legal, 12, "壹拾贰"),
            (Counting::ChineseDigits, 10, "一〇"),
            (Counting::Stems, 11, "甲"),
            (Counting::Circled, 3, "③"),
            (Counting::Circled, 21, "㉑"),
            (Counting::Circled, 51, "51"),
            (Counting::LowerRoman, 14, "xiv"),
            (Counting::UpperLetter, 28, "BB"),
            (Counting::FullWidth, 12, "１２"),
        ];
        for (counting, number, written) in cases {
            assert_eq!(counting.write(number), written);
        }
    }
}
