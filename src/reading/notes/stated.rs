//! Notes without a bracket or a label: a sentence that only says who does what stands before it (此项工作由县农业局牵头，
//! 县财政局配合。).

use crate::lexicon::duty_words::Role;
use crate::model::Span;
use crate::reading::document::Reading;
use crate::reading::{ends_clause, ends_sentence, owners};

/// The most words between what points back and what it points to: 上述|3项|工作.
const WORDS_TO_WORK: usize = 4;

/// Whether a sentence says of what stands before it who does it, and orders nothing else.
pub(super) fn says_who(reading: &Reading, sentence: Span) -> bool {
    let mut hits = reading.hits.within(sentence);
    if !hits.any(|hit| hit.lexeme.duties.has(Role::Note)) {
        return false;
    }
    let by =
        (reading.hits.starting(sentence.start)).any(|hit| hit.lexeme.duties.has(Role::LeadsIn));
    let first = reading
        .clauses_of(reading.sentence_at(sentence.start))
        .first();
    let first = first.map_or(sentence, |clause| clause.span);
    // 此项工作由县农业局组织实施，县质监局负责检测: nothing is ordered there.
    let told = || {
        points_back(reading, sentence)
            && only_duties(reading, first)
            && reading.modalities.modals(sentence).next().is_none()
            && !(reading.times_in(sentence).iter()).any(|(_, time)| time.deadline)
    };
    (by && only_duties(reading, sentence) || told()) && !owners::find(reading, sentence).is_empty()
}

/// Whether every clause ends with what somebody does: 由县水利局牵头落实，各乡镇配合。
fn only_duties(reading: &Reading, sentence: Span) -> bool {
    let words = sentence.of(reading.text);
    let clauses = words.split(|mark: char| ends_clause(mark) || ends_sentence(mark));
    let mut clauses = clauses.map(str::trim).filter(|clause| !clause.is_empty());
    clauses.all(|clause| {
        let end = Span::of_part(clause, reading.text).end;
        let mut hits = reading.hits.ending(end);
        hits.any(|hit| hit.lexeme.duties.has(Role::Duty))
    })
}

/// Whether a sentence begins with the work that stands before it: 此项工作, 上述3项任务.
fn points_back(reading: &Reading, sentence: Span) -> bool {
    let Some(start) = pointer(reading, sentence, Role::Above) else {
        return false;
    };
    let behind = reading.tokens_in(Span::new(start, sentence.end));
    let mut near = behind.iter().take(WORDS_TO_WORK);
    near.any(|token| reading.entry(token.span, |entry| entry.duties.has(Role::Work)))
}

/// Where the word ends by which a sentence points back.
fn pointer(reading: &Reading, sentence: Span, role: Role) -> Option<usize> {
    let words = sentence.of(reading.text);
    let start = sentence.end - words.trim_start().len();
    let mut hits = reading.hits.starting(start);
    hits.find(|hit| hit.lexeme.duties.has(role))
        .map(|hit| hit.span.end)
}

/// The section that a note on a line of its own is said of: its own, or that which holds the items that it counts
/// (上述3项工作).
pub(super) fn item(reading: &Reading, note: Span) -> Option<usize> {
    let own = reading.section_at(note.start)?;
    let counts = pointer(reading, note, Role::AboveAll).is_some();
    let mut upwards = reading.upwards(Some(own));
    upwards.next();
    upwards.next().filter(|_| counts).or(Some(own))
}
