//! What a library prints below a text: the note on its licence.

use super::lines::Line;
use crate::lexicon::licences::{Role, TABLE};

/// The most lines of a note, and of what stands around it.
const MOST_LINES: usize = 60;

/// The most bytes of a note.
const LONGEST: usize = 3000;

/// The first of the lines at the end of `source` that belong to the note on its licence; the
/// number of lines where there is none.
pub(super) fn foot(source: &str, lines: &[Line]) -> usize {
    let text = |at: usize| lines[at].span.of(source);
    let mut end = lines.len();
    while end > 0
        && TABLE
            .get(text(end - 1))
            .is_some_and(|row| row.roles.has(Role::Leftover))
    {
        end -= 1;
    }
    let from = lines.len().saturating_sub(MOST_LINES);
    for at in (from..end).rev() {
        let length = source.len() - lines[at].span.start;
        if length > LONGEST {
            break;
        }
        let opens = TABLE
            .beginnings(text(at))
            .any(|row| row.roles.has(Role::Opens));
        if !opens || !lines[at].gap {
            continue;
        }
        let note = &source[lines[at].span.start..];
        if TABLE.inside(note).any(|row| row.roles.has(Role::Subject)) {
            return at;
        }
    }
    end
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
