//! What the words around a time make of it: one to compare with, the year of a document or an award.

use crate::lexicon::cues::Role;
use crate::lexicon::time_words;
use crate::model::Span;
use crate::reading::time::Time;
use crate::reading::{Modality, Pos, Reading, Token};
use crate::text::{figure_length, window_before};

/// Whether the words before a time make it one to compare with: 比, 较, 由.
pub(super) fn compares(reading: &Reading, place: Span, time: &Time) -> bool {
    // 从2016年到2020年: a stretch begins, no comparison.
    let begins = time.is_stretch() && reading.text[..place.start].ends_with(['从', '自', '由']);
    !begins && reading.hits.compare(place.start)
}

/// 2020年水平, 2020年的基础, 相当于2020年的96%: what is compared with.
pub(super) fn is_base(reading: &Reading, place: Span) -> bool {
    let behind = &reading.text[place.end..];
    let of = behind.trim_start_matches('的');
    let at = place.end + behind.len() - of.len();
    let share = figure_length(of);
    let is_share = at > place.end && of[share..].starts_with(['%', '％', '倍']);
    let mut before = reading.hits.ending(place.start);
    if is_share && share > 0 && before.any(|hit| hit.lexeme.is(Role::Restores)) {
        return true;
    }
    let mut words = reading.hits.starting(at);
    words.any(|hit| hit.lexeme.is(Role::Bases))
}

/// A deadline so many years ago binds nobody.
const LONG_AGO: i32 = 3;

/// 1980年前农房: whether a time long past says how old what follows is.
pub(super) fn is_age(reading: &Reading, place: Span, time: &Time) -> bool {
    let ends = time.period.as_ref().map(|period| period.last_year);
    let is_past = ends.zip(reading.clock.year);
    let is_past = is_past.is_some_and(|(ends, year)| ends + LONG_AGO <= year);
    let tokens = &reading.tokens;
    let next = tokens.get(tokens.partition_point(|token| token.span.start < place.end));
    let describes = |next: &Token| next.pos.is_nominal() || next.pos == Pos::Adjective;
    time.deadline && is_past && next.is_some_and(describes)
}

/// The most characters of a document's name before its year: no more are looked at from any time.
const LONGEST_NAME: usize = 100;

/// Whether a time stands inside 《》: the year of a document, not of a figure.
pub(super) fn is_named(reading: &Reading, sentence: Span, place: Span) -> bool {
    let lead = Span::new(sentence.start, place.start).of(reading.text);
    let lead = window_before(lead, lead.len(), LONGEST_NAME);
    lead.rfind('《')
        .is_some_and(|open| !lead[open..].contains('》'))
}

/// 入选2022年百强榜单: the year of what a verb governs, which dates no other clause.
pub(super) fn is_attribute(reading: &Reading, place: Span, time: &Time) -> bool {
    if time.deadline || time.own_year {
        return false;
    }
    let tokens = &reading.tokens;
    let at = tokens.partition_point(|token| token.span.start < place.start);
    let governs = |before: &Token| {
        let mut said = reading.modalities.within(before.span);
        matches!(before.pos, Pos::Verb | Pos::VerbNoun)
            && !said.any(|(span, said)| *span == before.span && *said != Modality::Reports)
    };
    // 创2006年以来新高
    let behind = tokens.get(at + 1..).unwrap_or_default().iter();
    let since =
        |token: &&Token| time_words::TABLE.is(token.span.of(reading.text), time_words::Role::Since);
    let mut behind = behind.skip_while(since);
    (at.checked_sub(1)).is_some_and(|before| governs(&tokens[before]))
        && behind.next().is_some_and(|next| next.pos.is_nominal())
}
