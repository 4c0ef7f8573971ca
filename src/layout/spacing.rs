//! Spaces that are no more than spacing: between characters set wide (新 增 就 业), inside a number (1 2 0 0 万).

use crate::text::character::is_han;

/// The fewest single characters with a space between each two that are set wide.
const WIDE: usize = 5;

/// How many of them are looked at on either side.
const AROUND: usize = 9;

/// How many of them are Chinese at least: figures in a row are cells.
const HAN: usize = 3;

/// Whether the space at `at` of `text`, of `length` bytes, is left out of the clean text.
pub(super) fn is_spacing(text: &str, at: usize, length: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + length..]);
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let points = is_digit(first) && is_point(last) || is_digit(last) && is_point(first);
    if points && is_inside_number(before, after) {
        return true;
    }
    let head = singles(before.chars().rev());
    let tail = singles(after.chars());
    let characters = || head.0.iter().chain(&tail.0).flatten();
    let number = is_digit(last) && is_digit(first) && characters().count() > 0;
    if number && digits(&head) + digits(&tail) > 1 {
        // 达到7 4 7 7 2 亿元: words stand before the number, and a unit behind it.
        return borders(&head).is_some_and(is_han)
            && borders(&tail).is_some_and(|c| is_han(c) || c == '%');
    }
    let han = characters().filter(|c| is_han(**c)).count();
    let all = characters().count();
    all >= WIDE && han >= HAN && head.0[0].is_some() && tail.0[0].is_some()
}

/// Single characters with a space between each two, and the character that ends them.
type Singles = ([Option<char>; AROUND], Option<char>);

/// The single characters, at most [`AROUND`], that a walk meets, each with a space behind it; and what stands behind
/// them.
fn singles(mut walk: impl Iterator<Item = char>) -> Singles {
    let mut found = [None; AROUND];
    let mut next = walk.next();
    for place in &mut found {
        let Some(character) = next.filter(|character| !character.is_whitespace()) else {
            return (found, next);
        };
        match walk.next() {
            Some(' ' | '\u{3000}') => {
                *place = Some(character);
                next = walk.next();
            }
            // The last of a stretch at its end, or a digit beside words.
            other => {
                let alone = other.is_none_or(|other| {
                    !other.is_alphanumeric() || is_digit(character) != is_digit(other)
                });
                if alone {
                    *place = Some(character);
                    return (found, other);
                }
                return (found, Some(character));
            }
        }
    }
    (found, None)
}

/// How many digits the single characters begin with.
fn digits(singles: &Singles) -> usize {
    let characters = singles.0.iter().flatten();
    characters
        .take_while(|character| is_digit(**character))
        .count()
}

/// The first character of them that is no digit, or what stands behind them.
fn borders(singles: &Singles) -> Option<char> {
    let characters = singles.0.iter().flatten().copied();
    characters
        .chain(singles.1)
        .find(|character| !is_digit(*character))
}

/// Whether a point before a space is that of a number: 增长6. 5%; not 见表1. 2031年.
fn is_inside_number(before: &str, after: &str) -> bool {
    let point = before.trim_end_matches(|c| is_point(c) || c == ' ');
    let whole = point.trim_end_matches(is_digit);
    let after = after.trim_start_matches(|c| is_point(c) || c == ' ');
    let fraction = after.trim_start_matches(is_digit);
    let is_year = after.len() - fraction.len() == 4 && fraction.starts_with('年');
    whole.len() < point.len()
        && fraction.len() < after.len()
        && whole.ends_with(is_han)
        && !is_year
        && !fraction.is_empty()
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit() || ('０'..='９').contains(&character)
}

fn is_point(character: char) -> bool {
    matches!(character, '.' | '．' | '·' | '﹒')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        let keep = |(at, character): (usize, char)| {
            let length = character.len_utf8();
            (!matches!(character, ' ' | '\u{3000}') || !is_spacing(text, at, length))
                .then_some(character)
        };
        text.char_indices().filter_map(keep).collect()
    }

    #[test]
    fn spacing_is_left_out() {
        for (text, read) in [
            (
                "新 增 就 业 1 2 0 0 万 人 以 上。",
                "新增就业1200万人以上。",
            ),
            (
                "国内生产总值达到7 4 7 7 2 亿元",
                "国内生产总值达到74772 亿元",
            ),
            ("增长6. 5%，产量4· 47亿吨", "增长6.5%，产量4·47亿吨"),
            ("坚 持 改 革 开 放，", "坚持改革开放，"),
            ("种　茶　9　1　0　亩　，　增　收　。", "种茶910亩，增收。"),
            ("每亩产量5 · 31吨", "每亩产量5·31吨"),
        ] {
            assert_eq!(clean(text), read);
        }
    }

    #[test]
    fn spaces_that_divide_stay() {
        for text in [
            "王 小 明",
            "县长 王建国",
            "到 2025 年，建成 500 个以上",
            "序号 1 2 3",
            "2021 2022 2023年",
            "凝心聚力 开拓进取",
            "见表1. 2031年完成",
            "5G 和 6G",
        ] {
            assert_eq!(clean(text), text);
        }
    }
}
