//! By when what a text sets out is to be reached: 到2025年，…, said once for what follows.

use super::document::Reading;
use super::tense::Tense;
use super::time::Period;
use crate::lexicon::Set;
use crate::lexicon::cues::Role;
use crate::model::{DocumentKind, Span};

/// The most characters before a time that is a clause by itself: 力争到, 确保到.
const LONGEST_LEAD: usize = 4;

/// What opens an item of a list without numbers.
const BULLETS: [char; 4] = ['—', '–', '-', '•'];

/// The time by which what is read is to be reached, from the beginning of a document to its end.
pub struct Horizon<'a> {
    reading: &'a Reading<'a>,
    goal: Option<Goal>,
    /// Whether the items that follow are a list that it opens.
    opens_list: bool,
    /// Whether only items of a list stand between the paragraph that sets it and what is read.
    is_near: bool,
    block: Option<usize>,
    /// Whether the last paragraph began as an item of a list.
    in_item: bool,
}

/// A time by which what follows is to be reached.
#[derive(Clone)]
pub struct Goal {
    /// The time.
    pub period: Period,
    /// Its words.
    pub words: String,
    /// Where they stand.
    pub span: Span,
    /// Whether its paragraph begins with it: what is told behind is all of it, acts too.
    pub leads: bool,
    /// Where the sentence looks that sets it.
    pub tense: Tense,
    /// The section that it stands in.
    pub section: Option<usize>,
}

impl<'a> Horizon<'a> {
    /// Before the first sentence.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        Self {
            reading,
            goal: None,
            opens_list: false,
            is_near: false,
            block: None,
            in_item: false,
        }
    }

    /// Goes on to a sentence; the goal is then that which it sets, or that which was set before and still holds.
    pub fn goes_on(&mut self, index: usize) {
        let reading = self.reading;
        let (block, sentence) = (reading.sentence_blocks[index], reading.sentences[index]);
        let section = reading.section_at(sentence.start);
        let begins = self.block.replace(block) != Some(block);
        if begins {
            // An item may run on in a paragraph of its own.
            let begins_item = |block: usize| {
                let words = reading
                    .blocks
                    .get(block)
                    .map(|block| block.span.of(reading.text));
                words.is_some_and(|words| words.starts_with(BULLETS))
            };
            let is_item = begins_item(block) || self.in_item && begins_item(block + 1);
            self.in_item = begins_item(block);
            self.opens_list &= is_item;
            self.is_near &= is_item;
        }
        let is_over = |goal: &Goal| {
            begins && !self.opens_list && !outlasts(reading, goal, section)
                || !reading.is_inside(section, goal.section)
        };
        if self.goal.as_ref().is_some_and(is_over) {
            self.goal = None;
        }
        if reading.times_in(sentence).is_empty() {
            return;
        }
        let tense = reading.outlook.sentences[index];
        let reached = (tense == Tense::Future)
            .then(|| self.reached(index))
            .flatten();
        let opened = (reached.is_none() && tense != Tense::Past)
            .then(|| self.opened(sentence))
            .flatten();
        self.opens_list = opened.is_some();
        if begins && reached.is_none() && opened.is_none() && self.is_of_other_years(sentence) {
            self.goal = None;
        }
        let mut times = reading.times_in(sentence).iter();
        // Another time to be kept, and what was said before is over.
        self.is_near &= !times.any(|(span, time)| reading.is_due(*span, time));
        if let Some((span, period)) = reached.or(opened) {
            self.is_near = true;
            // （一）供水。到2027年，…: behind the words of a heading, too.
            let heading = index
                .checked_sub(1)
                .map(|above| reading.sentence_is_heading[above]);
            let opens = begins || heading == Some(true);
            let first = reading.clauses_of(index).first();
            self.goal = Some(Goal {
                period,
                leads: opens && first.is_some_and(|first| first.span.covers(span)),
                words: span.of(reading.text).to_owned(),
                span,
                tense,
                section,
            });
        }
    }

    /// 到2035年，…。⏎“十四五”时期主要指标: whether a sentence speaks of years that end with another than the goal's.
    fn is_of_other_years(&self, sentence: Span) -> bool {
        let first = self.reading.times_in(sentence).first();
        let years = first.and_then(|(_, time)| time.period.as_ref());
        (self.goal.as_ref().zip(years)).is_some_and(|(goal, years)| {
            years.first_year < years.last_year && years.last_year != goal.period.last_year
        })
    }

    /// The goal that holds for what is read.
    pub fn goal(&self) -> Option<&Goal> {
        self.goal.as_ref()
    }

    /// The goal, where its own paragraph is read or a list that follows it.
    pub fn near(&self) -> Option<&Goal> {
        self.goal.as_ref().filter(|_| self.is_near)
    }

    /// 到2025年，…: a time that is a clause by itself, by when all is to be reached that follows.
    fn reached(&self, sentence: usize) -> Option<(Span, Period)> {
        let reading = self.reading;
        let mut alone = reading.clauses_of(sentence).iter().filter_map(|clause| {
            let (span, time) = reading.times_in(clause.span).first()?;
            let lead = Span::new(clause.span.start, span.start).of(reading.text);
            // 我宣布新的目标：到2035年，…
            let lead = lead.rsplit(['：', ':']).next().unwrap_or(lead);
            let alone = span.end == clause.span.end && lead.chars().count() <= LONGEST_LEAD;
            (alone && time.deadline && !time.own_year).then_some((span, time))
        });
        // 到2025年，…；到2035年，…: each has its own, and nothing is said of what follows.
        let (span, time) = alone.next().filter(|_| alone.next().is_none())?;
        Some((*span, time.period.clone()?))
    }

    /// 2025年的主要目标是：: the one time of a sentence that sets a list of goals out.
    fn opened(&self, sentence: Span) -> Option<(Span, Period)> {
        let opens = Set::of([Role::OpensAhead, Role::HeadingAhead, Role::Strives]);
        let words = sentence.of(self.reading.text);
        let sets_out = || self.reading.hits.has(sentence, opens);
        match self.reading.times_in(sentence) {
            [(span, time)] if words.ends_with(['：', ':']) && !time.own_year && sets_out() => {
                Some((*span, time.period.clone()?))
            }
            _ => None,
        }
    }
}

/// Whether a goal holds beyond its paragraph. 到2027年，…: a plan's goals go on in the paragraphs behind, in another text but
/// a report in the smaller sections; a report speaks of its own year in them.
fn outlasts(reading: &Reading, goal: &Goal, section: Option<usize>) -> bool {
    match reading.kind {
        DocumentKind::WorkReport | DocumentKind::Speech => false,
        DocumentKind::Notice => true,
        _ => section != goal.section,
    }
}
