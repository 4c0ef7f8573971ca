//! Who is to see to a target, and by when: named in the sentence, or in the bracket behind it.

use std::borrow::Cow;

use super::parts;
use crate::lexicon::cues::Role;
use crate::model::Span;
use crate::reading::time::Period;
use crate::reading::{Reading, ends_clause, owners};
use crate::text::window_after;

/// An owner and a deadline, as far as the text gives them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duty {
    /// Who leads; several are divided by 、.
    pub owner: Option<String>,
    /// By when.
    pub deadline: Option<Period>,
    /// Whether the sentence itself names them, and no note behind it.
    pub inside: bool,
}

/// The duties of a document's sentences.
pub struct Duties<'a> {
    reading: &'a Reading<'a>,
    /// Those of the reading's notes, in their order.
    notes: Vec<Duty>,
}

impl<'a> Duties<'a> {
    /// Reads the notes.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let notes = reading.notes.iter();
        let notes = notes.map(|note| duty(reading, note.span)).collect();
        Self { reading, notes }
    }

    /// The duty of a sentence.
    pub fn of(&self, sentence: usize) -> Duty {
        let span = self.reading.sentences[sentence];
        if self.reading.hits.has(span, Role::Duty) {
            let duty = duty(self.reading, span);
            if duty.owner.is_some() {
                return Duty {
                    inside: true,
                    ..duty
                };
            }
        }
        let mut noted = Duty::default();
        let mut is_noted = false;
        for at in self.reading.notes_over(span.start) {
            is_noted = true;
            let duty = &self.notes[at];
            noted.owner = noted.owner.or_else(|| duty.owner.clone());
            noted.deadline = duty.deadline.clone().or(noted.deadline);
        }
        if !is_noted {
            noted.owner = subject(self.reading, span);
        }
        noted
    }

    /// The duty of a mention: where a sentence gives each of its parts an owner (甲局负责…；乙局负责…),
    /// that of its own part.
    pub fn at<'d>(&self, sentence: usize, mention: Span, whole: &'d Duty) -> Cow<'d, Duty> {
        if !whole.inside {
            return Cow::Borrowed(whole);
        }
        let span = self.reading.sentences[sentence];
        let part = parts::around(self.reading.text, span, mention);
        if part == span {
            return Cow::Borrowed(whole);
        }
        Cow::Owned(duty(self.reading, part))
    }
}

/// The duty that a stretch names.
fn duty(reading: &Reading, span: Span) -> Duty {
    let owners = owners::find(reading, span);
    let names = owners::answerable(&owners);
    // The deadline is the last time named; 每年 and the like are none.
    let deadline = (reading.times_in(span).iter().rev())
        .filter(|(place, time)| reading.is_due(*place, time))
        .find_map(|(_, time)| time.period.clone());
    Duty {
        owner: (!names.is_empty()).then(|| names.join("、")),
        deadline,
        inside: false,
    }
}

/// The most characters of the head of a sentence that names who is to act.
const HEAD: usize = 24;

/// 市财政局要于6月底前…: the body that heads a sentence.
fn subject(reading: &Reading, sentence: Span) -> Option<String> {
    let head = window_after(sentence.of(reading.text), 0, HEAD);
    let end = head.find(ends_clause).unwrap_or(head.len());
    let names = owners::subject(reading, Span::new(sentence.start, sentence.start + end));
    (!names.is_empty() && names.iter().all(|name| owners::is_office(name)))
        .then(|| names.join("、"))
}
