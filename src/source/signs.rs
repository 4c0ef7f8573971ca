//! A text read by its signs: what is no Chinese character (marks, digits, letters, spaces) is a
//! sixth of a text, and all that most readers of it look at.

/// Whether a byte begins a character of U+4000..=U+9FFF: three bytes each, nearly all of them
/// Chinese, and no mark, digit or space among them.
fn begins_han(byte: u8) -> bool {
    matches!(byte, 0xe4..=0xe9)
}

/// The characters of `text` outside U+4000..=U+9FFF, with their places in bytes.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at = after_han(text, at);
        take(text, &mut at)
    })
}

/// As [`signs`], with the first character of `text` and those that stand right behind a sign,
/// whatever they are: who reads only these sees every character beside the one before it, save
/// inside a row of Chinese characters.
pub(crate) fn turns(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    let mut inside = false;
    std::iter::from_fn(move || {
        if inside {
            at = after_han(text, at);
        }
        inside = text.as_bytes().get(at).copied().is_some_and(begins_han);
        take(text, &mut at)
    })
}

/// Where the row of Chinese characters ends that begins at `at`.
fn after_han(text: &str, mut at: usize) -> usize {
    while text.as_bytes().get(at).copied().is_some_and(begins_han) {
        at += 3;
    }
    at
}

/// The character at `at`, which is moved behind it.
fn take(text: &str, at: &mut usize) -> Option<(usize, char)> {
    let character = text.get(*at..)?.chars().next()?;
    let start = *at;
    *at += character.len_utf8();
    Some((start, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_all_that_is_no_chinese_character() {
        let text = "全市3.5万亩，“增长”①。\n㐂好";
        let read: String = signs(text).map(|(_, sign)| sign).collect();
        assert_eq!(read, "3.5，“”①。\n㐂");
        assert!(signs(text).all(|(at, sign)| text[at..].starts_with(sign)));
        assert_eq!(signs("").count() + signs("全部是字").count(), 0);
    }

    #[test]
    fn turns_are_signs_and_what_stands_behind_them() {
        let text = "全市增长3.5万亩，“一是修路”。";
        let read: String = turns(text).map(|(_, sign)| sign).collect();
        assert_eq!(read, "全3.5万，“一”。");
        assert!(turns(text).all(|(at, sign)| text[at..].starts_with(sign)));
        assert_eq!(turns("").count(), 0);
    }
}
