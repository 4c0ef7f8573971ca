//! Notes (责任单位、时限): what only says who is to act and when, for what stands before it. The reach of a note
//! follows the definition of a task: back to the note before it, inside its own paragraph; on a line of its
//! own to the beginning of its item.

mod closing;
mod stated;

use closing::{Closing, Found};

use super::document::Reading;
use super::marks::ends_sentence;
use super::note::Note;
use super::owners;
use super::token::{Kind, Token};
use crate::lexicon::Set;
use crate::lexicon::duty_words::Role;
use crate::model::Span;

/// The most notes that are said of the same: a longer run of labels is a list, and no note of what stands above.
const MOST_TOGETHER: usize = 8;

/// The notes of a document, in order.
pub(super) fn find(reading: &Reading) -> Vec<Note> {
    let found = found(reading);
    let closing = Closing::of(reading, &found);
    let mut notes: Vec<Note> = Vec::with_capacity(found.len());
    for one in found {
        let reach = one.row.unwrap_or_else(|| {
            let start = reach(reading, &one, &notes, &closing);
            Span::new(start, one.span.end)
        });
        let span = one.span;
        notes.push(Note { span, reach });
    }
    notes
}

fn found(reading: &Reading) -> Vec<Found> {
    let mut notes: Vec<Found> = Vec::new();
    for (index, sentence) in reading.running_sentences() {
        // What the heads of a table tell of a row is told of the whole of it.
        if let Some(cell) = reading.cell_at(sentence.start) {
            let own = notes.last().is_some_and(|note| note.span == cell.span);
            notes.extend((!cell.duties.is_empty() && !own).then_some(Found {
                span: cell.span,
                sentence: index,
                row: Some(cell.row),
            }));
            continue;
        }
        notes.extend(
            in_sentence(reading, sentence)
                .into_iter()
                .map(|span| Found {
                    span,
                    sentence: index,
                    row: None,
                }),
        );
    }
    notes
}

impl Reading<'_> {
    /// The notes that stand in a sentence, a heading too.
    pub fn notes_in(&self, sentence: Span) -> Vec<Span> {
        in_sentence(self, sentence)
    }
}

/// The notes of a sentence: the whole of one that begins with a label or only says who does what stands before it, and
/// brackets.
fn in_sentence(reading: &Reading, sentence: Span) -> Vec<Span> {
    let tokens = reading.tokens_in(sentence);
    let is_open = |token: &Token| starts(reading, token, &OPENING);
    let is_labelled = (tokens.first()).is_some_and(|first| is_labelled(reading, first.span.start));
    if is_labelled || stated::says_who(reading, sentence) {
        return vec![sentence];
    }
    let mut notes = Vec::new();
    let closes = closes(reading, tokens);
    let mut at = 0;
    while let Some(open) = tokens.get(at) {
        let closing = closes[at];
        at += 1;
        if open.kind != Kind::Mark || !is_open(open) {
            continue;
        }
        let length = closing - at;
        let nothing = Span::new(sentence.end, sentence.end);
        let close = tokens.get(closing).map_or(nothing, |token| token.span);
        let inside = Span::new(open.span.end, close.start);
        // What only says by when is a note where nothing but a mark follows.
        let next = tokens.get(at + length + 1);
        let closes = next.is_none_or(|next| next.kind == Kind::Mark);
        let ends = reading.text[..open.span.start].ends_with(ends_sentence);
        if is_note(reading, inside, closes) || ends && owners::are_listed(reading, inside) {
            notes.push(Span::new(open.span.start, close.end));
            at += length + 1;
        }
    }
    notes
}

/// For each token that opens a bracket the one that closes it, or that behind the last one.
fn closes(reading: &Reading, tokens: &[Token]) -> Vec<usize> {
    let mut closes = vec![tokens.len(); tokens.len()];
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if starts(reading, token, &OPENING) {
            open.push(at);
        } else if starts(reading, token, &CLOSING)
            && let Some(opening) = open.pop()
        {
            closes[opening] = at;
        }
    }
    closes
}

const OPENING: [char; 6] = ['（', '(', '［', '[', '【', '〔'];
const CLOSING: [char; 6] = ['）', ')', '］', ']', '】', '〕'];

fn starts(reading: &Reading, token: &Token, marks: &[char]) -> bool {
    token.span.of(reading.text).starts_with(marks)
}

/// Whether a label stands at a place, with its colon or a gap behind it.
fn is_labelled(reading: &Reading, at: usize) -> bool {
    let labels = Set::of([Role::Label, Role::TimeLabel]);
    (reading.hits.starting(at))
        .filter(|hit| hit.lexeme.duties.meets(labels))
        .any(|hit| {
            let behind = &reading.text[hit.span.end..];
            behind.starts_with(|mark: char| matches!(mark, '：' | ':') || mark.is_whitespace())
        })
}

/// Whether the inside of a bracket says who and when: 由…牵头, …负责, 责任单位：…, 6月底前完成.
fn is_note(reading: &Reading, inside: Span, closes: bool) -> bool {
    if is_labelled(reading, inside.start) {
        return true;
    }
    let acts = (reading.hits.within(inside)).any(|hit| hit.lexeme.duties.has(Role::Note));
    acts && !owners::find(reading, inside).is_empty()
        || closes && (reading.times_in(inside).iter()).any(|(_, time)| time.deadline)
}

/// Where the reach of a note begins that stands in a sentence.
fn reach(reading: &Reading, found: &Found, before: &[Note], closing: &Closing) -> usize {
    let note = found.span;
    // Labels on lines of their own (牵头单位：…, 完成时限：…) belong together, as many as one item has.
    let together = before.iter().rev().take(MOST_TOGETHER);
    let starts = together.map(|note| note.reach.start).collect::<Vec<_>>();
    let belongs = starts.len() < MOST_TOGETHER || starts.first() != starts.last();
    let is_empty = |from: usize| {
        let between = Span::new(from.min(note.start), note.start);
        !between.of(reading.text).contains(char::is_alphanumeric)
    };
    let before = before.last();
    if let Some(before) = before.filter(|before| belongs && is_empty(before.span.end)) {
        return before.reach.start;
    }
    let block = reading.sentence_blocks[found.sentence];
    let paragraph = reading.blocks[block].span.start;
    let start = if is_empty(paragraph) {
        let closed = closing.section(reading, note);
        let item = closed.or_else(|| stated::item(reading, note));
        item.map(|section| reading.sections[section].heading.span.start)
            .or_else(|| Some(reading.blocks[block.checked_sub(1)?].span.start))
            .unwrap_or(paragraph)
    } else {
        paragraph
    };
    before.map_or(start, |before| before.span.end.max(start))
}
