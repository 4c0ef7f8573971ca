//! What stands beside the text: notes, heads, feet, comments.

use super::Context;
use super::body::Body;
use super::parts::by_id;
use super::runs::{Line, Runs};
use super::trace::NoteMark;
use crate::model::{HintKind, Place, SetAsideKind};
use crate::xml::Element;

/// Writes the notes that a text refers to behind it, in their order. `parts` are footnotes and endnotes.
pub(super) fn notes(context: &mut Context<'_>, parts: [Option<&Element>; 2], marks: &[NoteMark]) {
    let notes = parts.map(|part| part.map(by_id).unwrap_or_default());
    for (number, mark) in (1..).zip(marks) {
        let note = notes[usize::from(mark.is_end)].get(mark.id.as_str());
        if let Some(note) = note {
            let mut walk = Body::new(context, note, mark.run.clone());
            walk.blocks(note, Some(HintKind::Note(number)));
            walk.finish();
        }
    }
}

/// Sets the text of heads, feet and comments aside, a root or a comment at a time.
pub(super) fn set_aside(context: &mut Context<'_>, root: &Element, kind: SetAsideKind) {
    let mut runs = Runs::default();
    let mut text = String::new();
    let mut lines: Vec<&Element> = vec![root];
    root.walk(&mut |element| {
        if &*element.name == "p" {
            lines.push(element);
        }
        &*element.name != "Fallback"
    });
    for element in lines.into_iter().skip(1) {
        let mut line = Line::default();
        runs.gather(element, &mut line);
        if !text.is_empty() && !line.text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line.text);
    }
    context.writer.set_aside(kind, &text, Place::default());
}
