//! The number of a document (发文字号).

use crate::text::numeral::digit;

/// 云政发〔2024〕3号, 云办字[2024]12号, 第18号
pub(super) fn is_document_number(text: &str) -> bool {
    if text.len() > 90 || !text.trim_end_matches(['）', ')', ' ']).ends_with('号') {
        return false;
    }
    let counted = text.strip_prefix('第').map(str::trim_start);
    // 20XX年　第XXX号, in a form that is to be filled in
    let blank = text.rsplit_once('第').is_some_and(|(_, number)| {
        let number = number.trim_end_matches('号');
        !number.is_empty()
            && number
                .chars()
                .all(|c| matches!(c, 'X' | 'x' | '×' | '_' | ' '))
    });
    year_digits(text).is_some()
        || blank
        || text.len() < 16
            && counted.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The year in a document's number: 云政发〔２００２〕79号
pub(super) fn year(number: &str) -> Option<String> {
    let year = year_digits(number)?;
    (1949..2100).contains(&year).then(|| year.to_string())
}

/// The four digits inside a number's bracket: 〔2024〕
fn year_digits(number: &str) -> Option<u32> {
    let open = number
        .find(['〔', '[', '［', '【', '﹝'])
        .or_else(|| number.find(['（', '(']).filter(|at| *at > 0))?;
    let inside = number[open..].chars().skip(1);
    let digits: Vec<u32> = inside.map_while(digit).collect();
    (digits.len() == 4).then(|| digits.iter().fold(0, |year, digit| year * 10 + digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_number_is_read_in_any_digits() {
        assert_eq!(year("云政发〔２００２〕７９号").as_deref(), Some("2002"));
        assert_eq!(year("云政办〔2031〕7号").as_deref(), Some("2031"));
        assert_eq!(year("第18号"), None);
    }
}
