//! Where a document looks, worked out once: by title and headings, by the paragraph, by the sentence's own words.

mod own;
mod root;
mod sections;

use super::document::Reading;
use super::modality::{Modality, PERFECT};
use super::pos::Pos;
use super::tense::{Outlook, Scope, Tense};
use super::time::Time;
use super::token::Token;
use crate::lexicon::Set;
use crate::lexicon::cues::Role;
use crate::model::{HeadingStyle, Span};
use crate::numbering::{leads_on, lists};
use sections::Headed;

/// The outlook of a document whose words, times and modalities are known.
pub(super) fn outlook(reading: &Reading) -> Outlook {
    let mut walk = Walk::new(reading);
    let mut block = usize::MAX;
    for (index, &sentence) in reading.sentences.iter().enumerate() {
        if reading.sentence_blocks[index] != block {
            block = reading.sentence_blocks[index];
            let own = reading.blocks.get(block).map(|block| block.span);
            walk.begin_block(block, own.unwrap_or(sentence).start);
        }
        let passage = walk.passage(index);
        let heading = reading.sentence_is_heading[index];
        let tense = if heading && !reading.heads(index) {
            Tense::Open
        } else {
            // What stands in a row beside who does it, and by when, is to be done.
            let orders = reading.cell_at(sentence.start).is_some();
            own::tense(
                reading,
                index,
                passage,
                orders || walk.expects_orders(passage),
            )
        };
        walk.pledges = tense == Tense::Future && !heading;
        walk.outlook.passages.push(passage);
        walk.outlook.sentences.push(tense);
    }
    walk.outlook
}

/// A document as it is read from its beginning to its end.
struct Walk<'a> {
    reading: &'a Reading<'a>,
    outlook: Outlook,
    sections: Vec<Headed>,
    section: Option<usize>,
    /// Where the passage looks, and where it did before a turn of this paragraph alone.
    current: Scope,
    before: Option<Scope>,
    /// The form of the chapters that a review led to.
    reviewed: Option<HeadingStyle>,
    /// Whether the last sentence looks back by its own words.
    looked_back: bool,
    /// Whether the sentence before, of the same paragraph, looks ahead by its own words.
    pledges: bool,
    at_head: bool,
}

impl<'a> Walk<'a> {
    fn new(reading: &'a Reading<'a>) -> Self {
        let root = root::root(reading);
        let sections = sections::of(reading, root);
        Self {
            reading,
            outlook: Outlook {
                root,
                sections: sections.iter().map(|section| section.scope).collect(),
                passages: Vec::with_capacity(reading.sentences.len()),
                sentences: Vec::with_capacity(reading.sentences.len()),
            },
            sections,
            section: None,
            current: root,
            before: None,
            reviewed: None,
            looked_back: false,
            pledges: false,
            at_head: true,
        }
    }

    /// A new paragraph begins.
    fn begin_block(&mut self, block: usize, start: usize) {
        if let Some(before) = self.before.take() {
            self.current = before;
        }
        let section = self.reading.section_at(start);
        let top = |section: Option<usize>| self.reading.upwards(section).last();
        if top(section) != top(self.section) {
            self.current = top(section).map_or(self.outlook.root, |chapter| {
                self.chapter_scope(chapter, block)
            });
        }
        self.section = section;
        self.pledges = false;
        let scope = self.section_scope();
        // 着力调结构 in a review is what was done, as in a chapter that looks back.
        if !scope.is_open() && !self.is_reviewed(section) {
            self.current = scope;
        }
        self.at_head = true;
    }

    /// Where a chapter looks before its own words are heard: back, where a sentence that reviews leads to it and to
    /// those that count on (一年来，我们做了以下工作：（一）…（二）…), up to one that is a plan.
    fn chapter_scope(&mut self, chapter: usize, block: usize) -> Scope {
        let heading = self.reading.sections[chapter].heading;
        if heading.number == Some(1) {
            let above = block.checked_sub(1).map(|at| self.reading.blocks[at].span);
            let leads = above.is_some_and(|span| leads_on(span.of(self.reading.text)));
            let is_review = leads && self.looked_back;
            self.reviewed = is_review.then_some(heading.style);
        }
        if self.sections[chapter].is_plan {
            self.reviewed = None;
        }
        if self.is_reviewed(Some(chapter)) {
            let tense = Tense::Past;
            return Scope { tense, firm: false };
        }
        self.outlook.root
    }

    /// Whether a section stands in a chapter that a review led to.
    fn is_reviewed(&self, section: Option<usize>) -> bool {
        let chapter = self.reading.upwards(section).last();
        let style = chapter.map(|chapter| self.reading.sections[chapter].heading.style);
        style.is_some() && style == self.reviewed
    }

    fn section_scope(&self) -> Scope {
        self.section
            .map_or(Scope::default(), |section| self.outlook.sections[section])
    }

    /// The passage that a sentence stands in, by its first words, else by what stands before it.
    fn passage(&mut self, index: usize) -> Scope {
        let sentence = self.reading.sentences[index];
        let head = own::head_of(self.reading.text, sentence);
        let (back, ahead) = self.turns(index, head);
        self.looked_back = back && !ahead;
        let sets_out = self.sets_out(index);
        let lasts = self.at_head && self.begins_with_turn(sentence);
        if sets_out {
            self.turn(Tense::Future, false);
        } else if ahead && !back {
            self.turn(Tense::Future, lasts);
        } else if back && !ahead && (self.current.is_open() || self.at_head) {
            // In a plan a paragraph that begins with what was done (去年…) says no more than that.
            let lasts = self.at_head && self.section_scope().tense != Tense::Future;
            self.turn(Tense::Past, lasts);
        }
        // 中方愿共建中心。向非洲派遣医疗队20支。: where nothing rules, a sentence without a subject goes on with the pledge before.
        let goes_on = self.pledges && self.current.is_open() && !back;
        if goes_on && self.lacks_subject(index) {
            self.turn(Tense::Future, false);
        }
        self.at_head = false;
        if back && !ahead {
            Scope {
                tense: Tense::Past,
                firm: self.current.firm && self.current.tense == Tense::Past,
            }
        } else {
            self.current
        }
    }

    /// Whether a sentence begins with a verb, or with a preposition and what it has before one (向非洲派遣; not 在此基础上，
    /// nor 把自己的事办好了，).
    fn lacks_subject(&self, index: usize) -> bool {
        let reading = self.reading;
        let sentence = reading.sentences[index];
        let clause = reading.clauses_of(index).first().map(|clause| clause.span);
        let leads = match reading.tokens_in(clause.unwrap_or(sentence)) {
            [first, rest @ ..] if first.pos == Pos::Preposition => {
                let is_done = |token: &Token| token.span.of(reading.text) == PERFECT;
                rest.iter().any(|token| token.pos == Pos::Verb) && !rest.iter().any(is_done)
            }
            [first, ..] => first.pos == Pos::Verb,
            [] => false,
        };
        leads || reading.verb_at_head(sentence).is_some()
    }

    /// A passage turns, for good or for the rest of the paragraph.
    fn turn(&mut self, tense: Tense, lasts: bool) {
        if self.current.tense == tense {
            return;
        }
        if !lasts {
            self.before.get_or_insert(self.current);
        }
        self.current = Scope { tense, firm: false };
    }

    /// Whether a sentence's first word or time turns.
    fn begins_with_turn(&self, sentence: Span) -> bool {
        let roles = Set::of([Role::OpensAhead, Role::Next]);
        let mut words = self.reading.hits.starting(sentence.start);
        words.any(|hit| hit.lexeme.cues.meets(roles))
            || (self.reading.times_in(sentence).first())
                .is_some_and(|(span, _)| span.start == sentence.start)
    }

    /// Whether the head of a sentence turns back, and ahead.
    fn turns(&self, index: usize, head: Span) -> (bool, bool) {
        let reading = self.reading;
        let sentence = reading.sentences[index];
        let first = reading
            .clauses_of(index)
            .first()
            .map_or(sentence, |clause| clause.span);
        // A number that stands before the word is not dated by it.
        let end = if first.end < head.end && !reading.numbers_in(first).is_empty() {
            first.end
        } else {
            head.end
        };
        let (hits, times) = (&reading.hits, || reading.times_in(head).iter());
        let mut opens_back = hits.cues(Span::new(sentence.start, end), Role::OpensBack);
        let in_words = opens_back.any(|hit| !hits.compare(hit.span.start));
        let in_times = times()
            .filter(|(span, time)| !self.is_base(sentence, *span, time))
            .any(|(span, time)| {
                span.end <= end
                    && own::is_over(self.reading, time, self.current.tense == Tense::Future)
            });
        // 1986年同1978年相比: two years are compared.
        let mut compare = hits.cues(head, Role::Compares);
        let compares = times().count() >= 2 && compare.any(|hit| hit.span.len() > '字'.len_utf8());
        let back = (in_words || in_times || compares) && !self.is_foundation(first);
        // 今年粮食产量要稳定在…: a paragraph that says what this year is to bring.
        let wants = || {
            times().any(|(span, time)| {
                time.looks == Tense::Open
                    && !time.own_year
                    && (time.period.as_ref())
                        .is_none_or(|period| Some(period.last_year) == reading.clock.year)
                    && (reading.modalities.of_stretch(Span::new(span.end, head.end)))
                        .has(Modality::Wants)
            })
        };
        let ahead = hits.has(head, Set::of([Role::OpensAhead, Role::Next]))
            || times().any(|(_, time)| time.looks == Tense::Future)
            || self.current.is_open() && wants()
            || self.begins_stretch(sentence, head);
        (back, ahead)
    }

    /// Whether a sentence leads to what is planned: 2012年中央预算拟安排如下：….
    fn sets_out(&self, index: usize) -> bool {
        let reading = self.reading;
        let clauses = reading.clauses_of(index).iter().map(|clause| clause.span);
        let planned = Set::of([Modality::Plans, Modality::Wants]);
        let mut leading = clauses.filter(|clause| {
            reading.text[clause.end..].starts_with(['：', ':'])
                && reading.modalities.of_stretch(*clause).meets(planned)
        });
        leading.any(|clause| lists(clause.of(reading.text)))
    }

    /// Whether a paragraph that no heading rules begins with a stretch of years to come.
    fn begins_stretch(&self, sentence: Span, head: Span) -> bool {
        let Some(year) = self.reading.clock.year else {
            return false;
        };
        let mut periods = (self.reading.times_in(head).iter())
            .filter(|(span, time)| !self.is_base(sentence, *span, time))
            .filter_map(|(_, time)| time.period.as_ref());
        self.at_head
            && self.section_scope().is_open()
            && periods
                .any(|period| period.first_year >= year && period.last_year > period.first_year)
    }

    /// 在去年完成…的基础上: what is built on, not what is told.
    fn is_foundation(&self, clause: Span) -> bool {
        clause.of(self.reading.text).ends_with(FOUNDATION)
    }

    /// Whether a time is one to compare with: 比2020年, 由2025年的.
    fn is_base(&self, sentence: Span, place: Span, time: &Time) -> bool {
        let behind = Span::new(place.end, sentence.end).of(self.reading.text);
        behind.trim_start_matches('的').starts_with(FOUNDATION)
            || !time.is_stretch() && self.reading.hits.compare(place.start)
    }

    fn expects_orders(&self, passage: Scope) -> bool {
        match passage.tense {
            Tense::Future => true,
            // A review gives no orders.
            Tense::Past if self.is_reviewed(self.section) => false,
            _ => (self.section).is_some_and(|section| self.sections[section].orders),
        }
    }
}

/// The end of a clause that says what something is built on.
const FOUNDATION: &str = "基础上";
#[cfg(test)]
mod tests;
