//! Who is to see to a target, and by when: named in the sentence, or in the bracket behind it.

use std::borrow::Cow;

use super::parts;
use crate::lexicon::cues::Role;
use crate::model::Span;
use crate::reading::time::Period;
use crate::reading::{Reading, ends_clause, owners};
use crate::text::scan::window_after;

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
    /// For each sentence the note that governs it: （由…牵头，6月底前完成） behind it.
    notes: Vec<Option<usize>>,
    /// The duties of the notes, by sentence.
    read: Vec<(usize, Duty)>,
}

impl<'a> Duties<'a> {
    /// Finds the notes. One at the end of a paragraph, or on the lines behind it, governs the
    /// sentences before it, up to the note before.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let mut duties = Self {
            reading,
            notes: vec![None; reading.sentences.len()],
            read: Vec::new(),
        };
        let mut note = None;
        let mut block = usize::MAX;
        for index in (0..reading.sentences.len()).rev() {
            let sentence = reading.sentences[index];
            let is_note = owners::is_note(reading, sentence);
            if reading.sentence_is_heading[index] {
                note = None;
            } else if is_note {
                // Labels on lines of their own (牵头单位：…, 完成时限：…) belong together.
                let duty = duties.note(sentence);
                match duties.read.last_mut() {
                    Some((before, known)) if note == Some(*before) && *before == index + 1 => {
                        known.owner = duty.owner.or(known.owner.take());
                        known.deadline = known.deadline.take().or(duty.deadline);
                        *before = index;
                    }
                    _ => duties.read.push((index, duty)),
                }
                note = Some(index);
            } else {
                let is_other_block = reading.sentence_blocks[index] != block;
                if is_other_block && note != Some(index + 1) {
                    note = None;
                }
                duties.notes[index] = note;
            }
            block = reading.sentence_blocks[index];
        }
        duties.read.reverse();
        duties
    }

    /// The duty of a sentence.
    pub fn of(&self, sentence: usize) -> Duty {
        let span = self.reading.sentences[sentence];
        if self.reading.hits.has(span, Role::Duty) {
            let duty = self.note(span);
            if duty.owner.is_some() {
                return Duty {
                    inside: true,
                    ..duty
                };
            }
        }
        if let Some(note) = self.notes[sentence]
            && let Ok(at) = self.read.binary_search_by_key(&note, |(note, _)| *note)
        {
            return self.read[at].1.clone();
        }
        Duty {
            owner: subject(self.reading, span),
            ..Duty::default()
        }
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
        Cow::Owned(self.note(part))
    }

    fn note(&self, span: Span) -> Duty {
        let names = owners::lead(self.reading, span);
        // The deadline is the last time named; 每年 and the like are none.
        let deadline = (self.reading.times_in(span).iter().rev())
            .filter(|(place, time)| {
                let before = Span::new(span.start, place.start).of(self.reading.text);
                time.deadline || before.ends_with(['：', ':']) && before.contains('时')
            })
            .find_map(|(_, time)| time.period.clone());
        Duty {
            owner: (!names.is_empty()).then(|| names.join("、")),
            deadline,
            inside: false,
        }
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
