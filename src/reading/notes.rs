//! Notes (责任单位、时限): what only says who is to act and when, for what stands before it. The reach of a note
//! follows the definition of a task: back to the note before it, inside its own paragraph; on a line of its
//! own to the beginning of its item.

mod stated;

use super::document::Reading;
use super::marks::ends_sentence;
use super::note::Note;
use super::owners;
use super::pos::Pos;
use super::time::Time;
use super::token::{Kind, Token};
use crate::lexicon::Set;
use crate::lexicon::cues::Role as Cue;
use crate::lexicon::duty_words::Role;
use crate::model::Span;
use crate::text::numeral::is_digit;

/// The most notes that are said of the same: a longer run of labels is a list, and no note of what stands above.
const MOST_TOGETHER: usize = 8;

/// The notes of a document, in order.
pub(super) fn find(reading: &Reading) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for (index, sentence) in reading.running_sentences() {
        // What the heads of a table tell of a row is told of the whole of it.
        if let Some(cell) = reading.cell_at(sentence.start) {
            let own = notes.last().is_some_and(|note| note.span == cell.span);
            let (span, reach) = (cell.span, cell.row);
            notes.extend((!cell.duties.is_empty() && !own).then_some(Note { span, reach }));
            continue;
        }
        for span in in_sentence(reading, sentence) {
            let start = reach(reading, index, span, &notes);
            notes.push(Note {
                span,
                reach: Span::new(start, span.end),
            });
        }
    }
    notes
}

impl Reading<'_> {
    /// The notes that stand in a sentence, a heading too.
    pub fn notes_in(&self, sentence: Span) -> Vec<Span> {
        in_sentence(self, sentence)
    }

    /// Whether a time is a point to be reached: by its own words (6月底前), or by the label before it (完成时限：12月), or
    /// at the head of its column.
    pub fn is_due(&self, span: Span, time: &Time) -> bool {
        let colon = self.text[..span.start].trim_end();
        let label = colon.trim_end_matches(['：', ':']).trim_end();
        let cell = self.cell_at(span.start);
        // 于8月1日前报送: a point in time, and none that is compared with.
        let at = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        let before = at.checked_sub(1).map(|before| self.tokens[before]);
        let at_point = time.deadline
            && before.is_some_and(|before| {
                before.span.end == span.start && before.span.of(self.text) == AT
            });
        // 截至6月底: what was reached by then.
        let is_until = || (self.hits.ending(colon.len())).any(|hit| hit.lexeme.is(Cue::Until));
        // 比“十三五”末下降2%: what is compared with is no point to be reached.
        (time.deadline || self.is_subjects_term(span) || self.is_year_ahead(span, time))
            && !is_until()
            && (at_point || !self.hits.compare(span.start))
            || cell.is_some_and(|cell| cell.duties.has(Role::TimeLabel)) && !self.begins(span)
            || (self.hits.ending(label.len())).any(|hit| hit.lexeme.duties.has(Role::TimeLabel))
    }

    /// 2030年入洗率要达到50%: a year that is still to come, which a clause begins with; that of a text's title is the
    /// one that all of it is about.
    fn is_year_ahead(&self, span: Span, time: &Time) -> bool {
        let year = time
            .period
            .as_ref()
            .filter(|period| period.text.len() == YEAR);
        let Some(year) = year.filter(|year| Some(year.last_year) > self.clock.year) else {
            return false;
        };
        let at = self
            .clauses
            .partition_point(|clause| clause.span.start < span.start);
        let heads = (self.clauses.get(at)).is_some_and(|clause| clause.span.start == span.start);
        let is_named = self.title.is_some_and(|title| title.contains(&year.text));
        let by_number = span.of(self.text).starts_with(is_digit);
        self.clock.year.is_some() && heads && !is_named && by_number && !self.begins(span)
    }

    /// 2017年起: whether a time is when something begins.
    fn begins(&self, time: Span) -> bool {
        let at = self
            .tokens
            .partition_point(|token| token.span.start < time.end);
        let next = self
            .tokens
            .get(at)
            .filter(|next| next.span.start == time.end);
        next.is_some_and(|next| matches!(next.span.of(self.text), "起" | "后" | "以后"))
    }

    /// 全县到2027年，…: a point to be reached behind the bare subject of a clause, and a mark behind it.
    fn is_subjects_term(&self, time: Span) -> bool {
        let is_marked = self.text[time.end..].starts_with(['，', ',']);
        let lead = self.text[..time.start].strip_suffix(['到', '至']);
        let Some(lead) = lead.filter(|_| is_marked) else {
            return false;
        };
        let at = self
            .clauses
            .partition_point(|clause| clause.span.end <= lead.len());
        let start = self
            .clauses
            .get(at)
            .map_or(lead.len(), |clause| clause.span.start);
        let subject = self.tokens_in(Span::new(start.min(lead.len()), lead.len()));
        let acts = |token: &Token| {
            matches!(
                token.pos,
                Pos::Verb | Pos::Preposition | Pos::Conjunction | Pos::Particle
            ) || token.kind == Kind::Mark
        };
        (1..=LONGEST_SUBJECT).contains(&subject.len()) && !subject.iter().any(acts)
    }
}

/// The preposition before a point in time.
const AT: &str = "于";

/// The digits of a year.
const YEAR: usize = 4;

/// The most words of a subject that a point to be reached stands behind.
const LONGEST_SUBJECT: usize = 4;

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
fn reach(reading: &Reading, sentence: usize, note: Span, before: &[Note]) -> usize {
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
    let block = reading.sentence_blocks[sentence];
    let paragraph = reading.blocks[block].span.start;
    let start = if is_empty(paragraph) {
        let item = stated::item(reading, note);
        item.map(|section| reading.sections[section].heading.span.start)
            .or_else(|| Some(reading.blocks[block.checked_sub(1)?].span.start))
            .unwrap_or(paragraph)
    } else {
        paragraph
    };
    before.map_or(start, |before| before.span.end.max(start))
}
