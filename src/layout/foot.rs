//! The foot of a page: addresses (地址：…　邮编：…), links of the site, the note on a text's licence.

use super::furniture::of_line;
use super::lines::Line;
use crate::lexicon::foot_words::{Role, Row, TABLE};
use crate::model::NoiseKind;

/// The most lines at the end of a source that hold addresses.
const MOST_ADDRESSES: usize = 20;

/// The most lines of a note, and its most bytes.
const MOST_NOTES: usize = 60;
const LONGEST_NOTE: usize = 3000;

/// The first of the lines at the end of `source` that are the foot of its page; the number of lines
/// where there is none. An address is part of it where a line beside it is surely the site's: a
/// notice ends with an address of its own.
pub(super) fn foot(source: &str, lines: &[Line]) -> usize {
    let end = note(source, lines);
    let mut sure = false;
    let mut first = end;
    for at in (end.saturating_sub(MOST_ADDRESSES)..end).rev() {
        let text = lines[at].span.of(source);
        match of_line(text) {
            Some(NoiseKind::SiteControls | NoiseKind::Advertisement) => sure = true,
            None if !is_address(text) => break,
            _ => {}
        }
        first = at;
    }
    if sure { first } else { end }
}

/// The first of the lines at the end of `source` that belong to the note on its licence.
fn note(source: &str, lines: &[Line]) -> usize {
    let is = |role| move |row: &Row| row.roles.has(role);
    let text = |line: &Line| line.span.of(source);
    let leftover = |line: &Line| TABLE.get(text(line)).is_some_and(is(Role::Leftover));
    let last = lines.iter().rposition(|line| !leftover(line));
    let end = last.map_or(0, |last| last + 1);
    let near = |at: &usize| source.len() - lines[*at].span.start <= LONGEST_NOTE;
    let mut places = (lines.len().saturating_sub(MOST_NOTES)..end)
        .rev()
        .take_while(near);
    let opens = places.find(|&at| {
        lines[at].gap
            && TABLE.beginnings(text(&lines[at])).any(is(Role::Opens))
            && TABLE
                .inside(&source[lines[at].span.start..])
                .any(is(Role::Subject))
    });
    opens.unwrap_or(end)
}

/// Whether every field of `line` is labelled as a part of an address.
pub(super) fn is_address(line: &str) -> bool {
    let mut labels = TABLE
        .beginnings(line)
        .filter(|row| row.roles.has(Role::Label));
    line.len() < 360
        && labels.next().is_some_and(|row| {
            let rest = line[row.words.len()..].trim_start();
            rest.starts_with(['：', ':'])
        })
        && !line.contains(['。', '；'])
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn kept(source: &str) -> Vec<&str> {
        let cut = lines(source);
        let end = foot(source, &cut.lines);
        cut.lines[..end]
            .iter()
            .map(|line| line.span.of(source))
            .collect()
    }

    #[test]
    fn a_note_on_the_licence_is_no_text() {
        let note = "\n\n此作品在\n云河国\n属于\n公有领域\n。\n\n注：有人不同意。\n\nPublic domain\nfalse\n";
        assert_eq!(
            kept(&format!("谢谢大家！\n{note}")),
            ["谢谢大家！"],
            "{note}"
        );
        assert_eq!(kept("再接再厉！\n\ntrue\nfalse"), ["再接再厉！"]);
    }

    #[test]
    fn a_text_about_the_law_is_kept() {
        let text = "要宣传著作权法。\n\n本作品展共展出八十件。\n\n全年举办三次。";
        assert_eq!(kept(text).len(), 3);
    }
}
