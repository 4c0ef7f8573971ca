//! Numeric slogans (数字提法) by their form: “三化一扶”, “五个统筹”, “四水四定”.

use crate::text::character::is_han;
use crate::text::numeral;

/// Numerals that a slogan may begin with.
fn is_numeral(character: char) -> bool {
    numeral_value(character).is_some()
}

/// How much a numeral of a slogan counts.
pub fn numeral_value(character: char) -> Option<usize> {
    numeral::plain_digit(character)
        .filter(|&value| value > 0)
        .or((character == '十').then_some(10))
        .map(|value| value as usize)
}

/// What makes a quotation that begins with a numeral a number, a date or a rank, and no slogan.
const NO_SLOGAN: [char; 16] = [
    '年', '月', '日', '时', '点', '分', '级', '期', '届', '次', '号', '亿', '万', '千', '百', '元',
];

/// The length in bytes, both marks included, of the quoted numeric slogan that `rest` begins with.
/// A slogan has three to eight Han characters, begins with a numeral, and where that is 一 holds
/// another one (一老一小, not 一子落).
pub fn quoted(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('“')?.chars();
    let of_slogan = |c: &char| is_han(*c) || matches!(c, '、' | '，');
    let characters: Vec<char> = inside.take(9).take_while(of_slogan).collect();
    let [first, second, _, ..] = characters[..] else {
        return None;
    };
    let numerals = characters.iter().filter(|c| is_numeral(**c)).count();
    // “十四五” is a plan: numerals alone are no slogan.
    let is_slogan = is_numeral(first)
        && numerals < characters.len()
        && !NO_SLOGAN.contains(&second)
        && !is_numeral(second)
        && (first != '一' || numerals >= 2);
    let length: usize = characters.iter().map(|c| c.len_utf8()).sum();
    let end = '“'.len_utf8() + length;
    let behind = rest[end..]
        .strip_prefix('”')
        .filter(|_| characters.len() <= 8);
    (is_slogan && behind.is_some()).then_some(end + '”'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn slogans_are_told_by_their_form() {
        for slogan in ["四个意识", "三化一扶", "六廉并举", "一站一策", "两高三低"]
        {
            assert!(quoted(&format!("“{slogan}”建设")).is_some(), "{slogan}");
        }
    }

    #[test]
    fn plans_dates_and_sayings_are_none() {
        for other in [
            "十四五",
            "五年规划",
            "一盘棋",
            "一二三产",
            "三月",
            "幸福里",
            "二十届三中全会精神",
        ] {
            assert!(quoted(&format!("“{other}”建设")).is_none(), "{other}");
        }
        assert!(quoted("“四个意识").is_none());
    }
}
