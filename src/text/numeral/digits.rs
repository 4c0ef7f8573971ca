//! The digits and the magnitudes that numerals are made of.

/// The value of an Arabic digit, half or full width.
pub fn digit(character: char) -> Option<u32> {
    match character {
        '0'..='9' => Some(character as u32 - '0' as u32),
        '０'..='９' => Some(character as u32 - '０' as u32),
        _ => None,
    }
}

/// Whether a character is an Arabic digit, half or full width.
pub fn is_digit(character: char) -> bool {
    digit(character).is_some()
}

/// The value of a Chinese digit, 零 to 九; 两 is 2, and Ｏ stands for 〇.
pub fn chinese_digit(character: char) -> Option<u32> {
    Some(match character {
        '〇' | '零' | '○' | 'Ｏ' => 0,
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

/// The same without those that cheques have, which are family names and places too (陆).
pub fn plain_digit(character: char) -> Option<u32> {
    chinese_digit(character).filter(|_| !"壹贰兩叁肆伍陆柒捌玖".contains(character))
}

/// Whether a character may be part of a Chinese numeral.
pub fn in_chinese(character: char) -> bool {
    chinese_digit(character).is_some() || matches!(character, '十' | '百' | '千' | '万' | '亿')
}

/// What a magnitude multiplies by: 十, 百, 千, 万, 亿.
pub fn magnitude(character: char) -> Option<f64> {
    small_magnitude(character).or_else(|| large_magnitude(character))
}

pub(super) fn small_magnitude(character: char) -> Option<f64> {
    Some(match character {
        '十' | '拾' => 10.0,
        '百' | '佰' => 100.0,
        '千' | '仟' => 1000.0,
        _ => return None,
    })
}

pub(super) fn large_magnitude(character: char) -> Option<f64> {
    Some(match character {
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        _ => return None,
    })
}
