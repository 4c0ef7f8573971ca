//! The line above a text of a WeChat account: 原创 方明 柳溪发布

use super::byline::{Byline, person};
use super::person_names::is_name;
use crate::model::Span;

/// What stands behind 原创 above a text of a WeChat account: 方明 柳溪发布
pub(super) fn imprint(line: &str) -> Option<&str> {
    let names = line.strip_prefix("原创")?;
    let words = names.split_whitespace().count();
    let fits = names.starts_with(char::is_whitespace) && line.len() < 120 && words < 5;
    (fits
        && !names.contains(['，', '。', '：', '、'])
        && !names.contains(|c: char| c.is_ascii_digit()))
    .then_some(names.trim())
}

/// The author whom such a line names before the account.
pub(super) fn author_of_imprint(line: &str) -> Option<Byline> {
    let name = imprint(line)?.split_whitespace().next()?;
    is_name(name, false).then(|| Byline {
        people: vec![person(
            line,
            name.to_owned(),
            Span::of_part(name, line),
            None,
        )],
        sure: true,
        labelled: false,
    })
}
