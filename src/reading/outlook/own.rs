//! Where a sentence looks by its own words.

use super::super::document::Reading;
use super::super::modality::Modality;
use super::super::pos::Pos;
use super::super::tense::{Scope, Tense};
use super::super::time::Time;
use crate::lexicon::Set;
use crate::lexicon::cues::Role;
use crate::model::Span;
use crate::text::numeral::is_digit;
use crate::text::window_after;

/// Where a sentence looks, by its own words and its passage; a verb at the head of a clause orders where
/// that is expected.
pub(super) fn tense(reading: &Reading, index: usize, passage: Scope, orders: bool) -> Tense {
    let sentence = reading.sentences[index];
    let said = reading.modalities.of_stretch(sentence);
    if passage.firm && passage.tense == Tense::Past {
        return if said.has(Modality::Turns) {
            Tense::Future
        } else {
            Tense::Past
        };
    }
    let plans = passage.tense == Tense::Future;
    let due = || {
        let mut times = reading.times_in(sentence).iter();
        times.any(|(span, time)| {
            reading.is_due(*span, time)
                && !is_over(reading, time, plans)
                && is_ahead(reading, *span)
        })
    };
    let ahead = said.meets(Set::of(Modality::AHEAD)) || said.has(Modality::Turns) || due();
    let begins = || {
        let mut clauses = reading.clauses_of(index).iter();
        clauses.any(|clause| reading.verb_of(clause.span).is_some())
    };
    if ahead && !opens_back(reading, sentence) {
        Tense::Future
    } else if is_compared(reading, sentence) {
        Tense::Past
    } else if orders && begins() && !is_told(reading, index) {
        Tense::Future
    } else if said.meets(Set::of(Modality::BACK)) {
        Tense::Past
    } else {
        Tense::Open
    }
}

/// 与2015年相比，…下降5%: what has changed since a year that is over.
fn is_compared(reading: &Reading, sentence: Span) -> bool {
    let mut times = reading.times_in(sentence).iter();
    times.any(|(span, time)| {
        reading.text[span.end..].starts_with(COMPARED) && is_over(reading, time, false)
    })
}

/// What stands behind a time that something is compared with.
const COMPARED: &str = "相比";

/// Whether a sentence says itself what was done, by more than an attribute: 已建成水厂; not 整合现有平台, 对已建成的水厂进行改造.
fn is_told(reading: &Reading, index: usize) -> bool {
    let sentence = reading.sentences[index];
    let describes = |span: Span, stands: bool| {
        let before = reading.tokens_in(Span::new(sentence.start, span.start));
        let taken = (before.last()).is_some_and(|before| {
            let mut known = reading.hits.starting(before.span.start);
            let opens = known.any(|hit| hit.lexeme.opens.is_some());
            before.span.end == span.start
                && (opens || matches!(before.pos, Pos::Verb | Pos::VerbNoun | Pos::Preposition))
        });
        let clauses = reading.clauses_of(index);
        let at = clauses.partition_point(|clause| clause.span.end <= span.start);
        let behind = clauses.get(at).map_or(span, |clause| {
            Span::new(span.end, clause.span.end.max(span.end))
        });
        stands && (taken || behind.of(reading.text).contains('的'))
    };
    let mut back = reading.modalities.within(sentence);
    back.any(|(span, modality)| {
        Modality::BACK.contains(modality) && !describes(*span, *modality == Modality::Stands)
    })
}

/// Whether a point in time is one to come: 2021年末 may be either, where a text has no date and nothing says up to it (到, 前).
fn is_ahead(reading: &Reading, time: Span) -> bool {
    let words = time.of(reading.text);
    reading.clock.year.is_some()
        || words.ends_with(['前', '内'])
        || reading.text[..time.start].ends_with(['到', '至', '在'])
        || !words.starts_with(is_digit)
}

/// A review that a sentence opens with rules the whole of it.
fn opens_back(reading: &Reading, sentence: Span) -> bool {
    let mut words = reading.hits.starting(sentence.start);
    let head = head_of(reading.text, sentence);
    words.any(|hit| hit.lexeme.is(Role::OpensBack))
        || reading
            .times_in(head)
            .first()
            .is_some_and(|(span, time)| span.start == sentence.start && time.looks == Tense::Past)
}

/// Whether a time is over, by its words, or by the document's date where no plan is set out.
pub(super) fn is_over(reading: &Reading, time: &Time, plans: bool) -> bool {
    let over = || {
        let year = reading.clock.year?;
        Some(time.period.as_ref()?.last_year < year)
    };
    time.looks == Tense::Past && !time.same_period || !plans && over().unwrap_or(false)
}

/// The characters at a sentence's head that turn a passage.
const HEAD: usize = 24;

/// The head of a sentence.
pub(super) fn head_of(text: &str, sentence: Span) -> Span {
    Span::of_part(window_after(sentence.of(text), 0, HEAD), text)
}
