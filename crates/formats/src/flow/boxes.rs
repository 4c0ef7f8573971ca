//! Boxes in a column: small lines at its top, where a sentence of the column before goes on below them. They are read
//! behind that column.

use super::paragraphs::ENDS;
use super::{Column, Line};

/// How small the text of a box is, as a share of the text's size.
const SMALL: f32 = 0.92;

/// Lines of a box that may be as large as the text: its title.
const TITLE: usize = 2;

/// The columns with their boxes behind them.
pub(super) fn behind(columns: Vec<Column>) -> Vec<Column> {
    let mut ordered: Vec<Column> = Vec::with_capacity(columns.len());
    let mut boxed = None;
    for mut column in columns {
        let open = ordered.last().and_then(|before| open(before));
        let lines = open.map_or(0, |open| box_lines(&column, open));
        ordered.extend(boxed.take());
        if lines > 0 {
            let rest = column.lines.split_off(lines);
            boxed = Some(Column { ..column });
            column.lines = rest;
        }
        ordered.push(column);
    }
    ordered.extend(boxed);
    ordered
}

/// The last line of a column, where its sentence goes on in the next one.
fn open(column: &Column) -> Option<&Line> {
    let last = column.lines.last()?;
    let is_full = last.right > column.right - last.size * 1.6;
    (is_full && !last.is_row && !last.text.ends_with(ENDS)).then_some(last)
}

/// How many lines a box has at the top of a column; none where there is none, or nothing goes on below it.
fn box_lines(column: &Column, open: &Line) -> usize {
    let is_small = |line: &&Line| line.size < open.size * SMALL;
    let lines = &column.lines;
    let Some(begin) = lines
        .iter()
        .take(TITLE + 1)
        .position(|line| is_small(&line))
    else {
        return 0;
    };
    let small = lines[begin..].iter().take_while(is_small).count();
    let goes_on = lines.get(begin + small).is_some_and(|line| {
        line.page == open.page && line.left < column.left + line.size && line.size < open.size * 1.1
    });
    if goes_on { begin + small } else { 0 }
}
