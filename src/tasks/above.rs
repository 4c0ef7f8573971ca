//! What stands above a task and is said of it too: the note of a heading (一、供水（县水利局牵头）), the time of a
//! phase (动员部署（2026年3月）。), and headings under which nothing is ordered (基本原则).

use super::clauses::clauses;
use super::who_when::deadlines;
use crate::lexicon::cues::Role;
use crate::model::{Deadline, Owner, Span, Task};
use crate::reading::{HeadingFrame, Reading, ends_clause, ends_sentence, owners};

/// What the headings of a document say of what stands under them.
pub(super) struct Above {
    sections: Vec<Said>,
}

/// What one heading says.
struct Said {
    owners: Vec<Owner>,
    deadlines: Vec<Deadline>,
    frame: Option<HeadingFrame>,
}

impl Above {
    pub(super) fn new(reading: &Reading) -> Self {
        let mut sections: Vec<Said> = Vec::with_capacity(reading.sections.len());
        for (section, frame) in reading.sections.iter().zip(reading.frames()) {
            let heading = section.heading;
            let sentence = reading.sentences[reading.sentence_at(heading.span.start)];
            let (mut owners, mut due) = (Vec::new(), phase(reading, sentence));
            for note in reading.notes_in(sentence) {
                owners::add(&mut owners, owners::find(reading, note));
                due.extend(deadlines(reading, note));
            }
            sections.push(Said {
                owners,
                deadlines: due,
                frame,
            });
        }
        Self { sections }
    }

    /// Whether the headings above a stretch say that nothing is ordered there, but what has an owner or a day.
    pub(super) fn frames(&self, reading: &Reading, stretch: Span) -> bool {
        let section = reading.section_at(stretch.start);
        match section.and_then(|section| self.sections[section].frame) {
            Some(HeadingFrame::Principles) => true,
            Some(HeadingFrame::Standards) => !drafts(reading, stretch),
            None => false,
        }
    }

    /// Gives a task that names nobody, or no time, what the nearest heading does.
    pub(super) fn complete(&self, reading: &Reading, task: &mut Task) {
        for section in reading.upwards(reading.section_at(task.span.start)) {
            let said = &self.sections[section];
            if task.owners.is_empty() {
                task.owners.clone_from(&said.owners);
            }
            if task.deadlines.is_empty() {
                task.deadlines.clone_from(&said.deadlines);
            }
        }
    }
}

/// The phase that the paragraph is about which is read: 动员部署（2026年3月）。 dates what stands behind it.
#[derive(Default)]
pub(super) struct Phase {
    block: Option<usize>,
    named: Vec<Deadline>,
    is_behind: bool,
}

impl Phase {
    /// Goes on to a sentence.
    pub(super) fn goes_on(&mut self, reading: &Reading, sentence: usize) {
        let block = reading.sentence_blocks[sentence];
        let begins = self.block.replace(block) != Some(block);
        if begins {
            self.named = phase(reading, reading.sentences[sentence]);
        }
        // A sentence alone dates itself.
        self.is_behind = !begins || reading.sentence_blocks.get(sentence + 1) != Some(&block);
    }

    /// By when its paragraph is to be done.
    pub(super) fn deadlines(&self) -> &[Deadline] {
        if self.is_behind { &self.named } else { &[] }
    }
}

/// The month or day that stands alone in a bracket at the end of what names a phase: 动员部署（2026年3月）. A stretch of
/// months tells how long it lasts, not by when it ends.
fn phase(reading: &Reading, head: Span) -> Vec<Deadline> {
    let words = head.of(reading.text).trim_end_matches(|mark: char| {
        ends_sentence(mark) || ends_clause(mark) || mark.is_whitespace()
    });
    let Some(inside) = words.strip_suffix(['）', ')']) else {
        return Vec::new();
    };
    let end = head.start + inside.len();
    let fills =
        |span: Span| span.end == end && reading.text[head.start..span.start].ends_with(['（', '(']);
    let times = reading
        .times_in(head)
        .iter()
        .filter(|(span, _)| fills(*span));
    let points = times.filter_map(|(span, time)| {
        let period = &time.period.as_ref()?.text;
        (period.contains('-') && !period.contains('/')).then(|| Deadline {
            value: Some(period.clone()),
            text: span.of(reading.text).to_owned(),
            span: *span,
        })
    });
    points.collect()
}

/// Whether something is drafted in a stretch: 研制…标准.
fn drafts(reading: &Reading, stretch: Span) -> bool {
    let mut heads = clauses(reading, stretch).filter_map(|clause| {
        let start = reading.verb_of(clause)?.start;
        Some(Span::new(start, clause.end))
    });
    heads.any(|head| {
        let tokens = reading.tokens_in(head);
        let verb = tokens[..tokens.len().min(DEPTH_OF_VERB)].last();
        let head = verb.map_or(head, |verb| Span::new(head.start, verb.span.end));
        reading.hits.cues(head, Role::Drafts).next().is_some()
    })
}

/// The words of a head among which its verb stands: 加快研制.
const DEPTH_OF_VERB: usize = 2;
