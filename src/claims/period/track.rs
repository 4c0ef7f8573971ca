//! The times that govern a document's figures, as it is read from its beginning to its end.

use super::super::indicator;
use super::led::{Led, Times};
use super::place::{compares, is_age, is_attribute, is_base, is_named};
use crate::model::Span;
use crate::reading::time::{Period, Time};
use crate::reading::{Horizon, Reading, Tense};

/// The most characters before a time that heads its sentence.
const LONGEST_HEAD: usize = 8;

/// The periods of a document, asked for from its beginning to its end.
pub struct Periods<'a> {
    pub(super) reading: &'a Reading<'a>,
    /// The last time in the paragraph that is no comparison.
    pub(super) paragraph: Option<Led>,
    /// The last stretch of several years in the paragraph.
    pub(super) stretch: Option<Period>,
    /// 到2025年，…: by when what the rest of a section sets out is to be reached.
    pub(super) horizon: Horizon<'a>,
    /// The time of the title, where that says what the whole text is about.
    root: Option<Times>,
    /// For each section the times of its heading, or of the nearest above.
    sections: Vec<Option<Times>>,
    /// Of a section whose heading has two times the one that its paragraphs are about since one began with it:
    /// 刚刚过去的2025年很不平凡。
    part: Option<(Option<usize>, Period)>,
    /// The section that is read.
    section: Option<usize>,
    sentence: Span,
    /// Whether the sentence is the first of its paragraph.
    new_block: bool,
}

impl<'a> Periods<'a> {
    /// Reads the headings.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let outlook = &reading.outlook;
        let root = reading
            .title
            .filter(|_| !outlook.root.is_open())
            .and_then(|title| Times::of(reading, title));
        let mut sections: Vec<Option<Times>> = Vec::with_capacity(reading.sections.len());
        for (section, scope) in reading.sections.iter().zip(&outlook.sections) {
            // How things stand is not of the years that a plan's title names, nor what comes next of
            // those that a review's does.
            let turns = !scope.is_open() && scope.tense != outlook.root.tense;
            let above = match section.parent {
                Some(parent) => sections[parent].clone(),
                None => root.clone().filter(|_| !turns),
            };
            sections.push(Times::of(reading, &section.heading.title).or(above));
        }
        Self {
            reading,
            paragraph: None,
            stretch: None,
            horizon: Horizon::new(reading),
            part: None,
            section: None,
            root,
            sections,
            sentence: Span::default(),
            new_block: true,
        }
    }

    /// The time of the section that is read, for what looks so.
    pub(super) fn heading(&self, tense: Tense) -> Option<Period> {
        // What a review tells without a word of time is not of the time to come.
        let tense = if self.is_review() { Tense::Past } else { tense };
        let part = (self.part.as_ref()).filter(|(section, _)| {
            tense != Tense::Future && self.reading.is_inside(self.section, *section)
        });
        match part {
            Some((_, period)) => Some(period.clone()),
            None => Some(self.times()?.looking(tense)),
        }
    }

    /// The outermost section around the one that is read whose times it has.
    fn chapter(&self) -> Option<usize> {
        let times = self.times();
        let mut section = self.section?;
        while let Some(parent) = self.reading.sections[section].parent
            && self.sections[parent].as_ref() == times
        {
            section = parent;
        }
        Some(section)
    }

    /// Whether the section that is read looks back.
    pub(super) fn is_review(&self) -> bool {
        let scope = (self.section).and_then(|section| self.reading.outlook.sections.get(section));
        scope.is_some_and(|scope| scope.tense == Tense::Past)
    }

    /// The times of the section that is read.
    fn times(&self) -> Option<&Times> {
        match self.section {
            Some(section) => self.sections[section].as_ref(),
            None => self.root.as_ref(),
        }
    }

    /// A new paragraph begins.
    pub fn begin_block(&mut self) {
        self.paragraph = None;
        self.stretch = None;
        self.new_block = true;
    }

    /// A new sentence begins; the last time of the one before goes on.
    pub fn begin_sentence(&mut self, index: usize) {
        let reading = self.reading;
        self.sentence = reading.sentences[index];
        let section = reading.section_at(self.sentence.start);
        // What was done when a chapter began goes on being told; what is to be done does not.
        if section != self.section {
            self.paragraph = self.paragraph.take().filter(|led| led.tense == Tense::Past);
        }
        self.section = section;
        self.horizon.goes_on(index);
        let opens_block = std::mem::take(&mut self.new_block);
        // 各位代表！刚刚过去的2025年，….
        let words = self.sentence.of(reading.text);
        self.new_block = opens_block && is_call(words);
        let times = reading.times_in(self.sentence);
        if times.is_empty() {
            return;
        }
        let tense = reading.outlook.sentences[index];
        let passage = reading.outlook.passages[index].tense;
        // A time at the sentence's head rules what follows it.
        let head = times.iter().find(|(span, time)| {
            let lead = Span::new(self.sentence.start, span.start).of(reading.text);
            !time.own_year
                && lead.chars().take(LONGEST_HEAD + 1).count() <= LONGEST_HEAD
                && !compares(reading, *span, time)
                && !is_base(reading, *span)
                && !is_named(reading, self.sentence, *span)
                && !is_age(reading, *span, time)
                && !self.is_object(lead, *span, time)
        });
        let Some((time, period)) =
            head.and_then(|(_, time)| Some((time, self.in_tense(time, passage)?)))
        else {
            return;
        };
        if opens_block
            && self
                .times()
                .is_some_and(|times| times.has_two_with(&period))
        {
            self.part = Some((self.chapter(), period.clone()));
        }
        // A quarter rules its own sentence, not the paragraph.
        let year = match period.text.contains('-') {
            true => Period::year(period.last_year),
            false => period.clone(),
        };
        if time.is_stretch() {
            self.stretch = Some(period);
        }
        self.paragraph = Some(Led {
            period: year,
            tense,
        });
    }

    /// 落实2030年碳达峰目标, 入选2022年百强榜单: the year of what is done or won, not of the sentences that follow.
    fn is_object(&self, lead: &str, place: Span, time: &Time) -> bool {
        let year = time.period.as_ref().map(|period| period.last_year);
        let goes_on =
            (self.reading.text[place.end..self.sentence.end]).starts_with(char::is_alphanumeric);
        year.is_some_and(|year| Some(year) != self.reading.clock.year)
            && (is_attribute(self.reading, place, time)
                || goes_on && !time.deadline && indicator::ends_in_act(lead))
    }
}

/// 各位代表！: whether a sentence only calls those who listen.
fn is_call(sentence: &str) -> bool {
    let words = sentence.trim_end_matches(['！', '：', '!', ':']);
    words.len() < sentence.len() && words.chars().nth(LONGEST_HEAD).is_none()
}
