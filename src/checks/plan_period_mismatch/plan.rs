//! The plans that a text names.

use crate::checks::{Context, Role};
use crate::lexicon::plans::{ROWS, Row, TABLE};
use crate::model::Span;
use crate::text::window_before;

/// A plan named in the text.
pub(super) struct Plan {
    pub(super) span: Span,
    pub(super) row: &'static Row,
}

/// What the text says that the year is to the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Within,
    First,
    Last,
    Nth(i32),
    /// The plan is fulfilled by then.
    By,
}

/// “十四五” and 第十四个五年规划.
pub(super) fn plans(context: &Context) -> Vec<Plan> {
    let text = context.reading.text;
    let mut found = Vec::new();
    // A plan's name holds no mark, so that the next one must close it.
    for pair in context.signs().windows(2) {
        let [(at, open), (end, close)] = *pair else {
            continue;
        };
        if matches!(open, '“' | '"' | '「')
            && matches!(close, '”' | '"' | '」')
            && let Some(row) = TABLE.get(&text[at + open.len_utf8()..end])
        {
            let span = Span::new(at, end + close.len_utf8());
            // “八五”普法规划, 普法“八五”规划: the terms of other things are counted alike.
            let own = Role::OwnNumbers;
            let others = own.begins(&text[span.end..]).or(own.ends(&text[..at]));
            if others.is_none() {
                found.push(Plan { span, row });
            }
        }
    }
    let numbers = Role::PlanNumber.words().iter();
    for (at, _) in numbers.flat_map(|number| text.match_indices(number)) {
        let head = window_before(text, at, 4);
        let Some(start) = head.rfind('第').map(|start| at - head.len() + start) else {
            continue;
        };
        let named = |name: &&&str| text[start..].starts_with(**name);
        found.extend(ROWS.iter().filter_map(|row| {
            let name = row.names.iter().find(named)?;
            let span = Span::new(start, start + name.len());
            Some(Plan { span, row })
        }));
    }
    found.sort_by_key(|plan| plan.span);
    found
}
