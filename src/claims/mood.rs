//! Whether a stretch of the text looks back (工作回顾) or ahead (目标任务): by heading, by paragraph, by sentence.

use std::sync::OnceLock;

use super::status;
use crate::lexicon::Trie;
use crate::model::{DocumentKind, Span};
use crate::reading::time::{Clock, Time};
use crate::reading::{Reading, Tense};
use crate::text::numeral;

/// The direction in which a stretch looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mood {
    /// 回顾
    Review,
    /// 部署
    Plan,
    /// Neither is said.
    #[default]
    Open,
}

/// Words at a sentence's head that look back.
const BACK: [&str; 5] = ["一年来", "年来", "过去", "去年", "回顾"];
/// Words at a sentence's head that look ahead.
const AHEAD: [&str; 17] = [
    "今后",
    "下一步",
    "下步",
    "接下来",
    "未来",
    "明年",
    "下一阶段",
    "做好今年",
    "今年是",
    "主要预期目标",
    "主要目标",
    "预期目标",
    "总的要求",
    "总体要求",
    "总体思路",
    "指导思想",
    "奋斗目标",
];

/// [`BACK`], then [`AHEAD`], each by its number.
fn directions() -> &'static Trie {
    static WORDS: OnceLock<Trie> = OnceLock::new();
    WORDS.get_or_init(|| Trie::new(BACK.into_iter().chain(AHEAD).zip(0..)))
}

impl From<Tense> for Mood {
    fn from(tense: Tense) -> Self {
        match tense {
            Tense::Past => Self::Review,
            Tense::Future => Self::Plan,
            Tense::Open => Self::Open,
        }
    }
}

/// Where a whole text looks: by its title, and a notice asks for things throughout.
pub fn of_document(reading: &Reading) -> Mood {
    match reading
        .title
        .map_or(Mood::Open, |title| Tense::of_title(title).into())
    {
        Mood::Open if reading.kind == DocumentKind::Notice => Mood::Plan,
        mood => mood,
    }
}

/// The moods of a document, asked for from its beginning to its end.
pub struct Moods<'a> {
    reading: &'a Reading<'a>,
    clock: Clock,
    /// The mood of the text as a whole.
    root: Mood,
    /// For each section the mood that its heading, or the nearest above, gives.
    sections: Vec<Mood>,
    section: Option<usize>,
    current: Mood,
    at_head: bool,
}

impl<'a> Moods<'a> {
    /// Reads the headings.
    pub fn new(reading: &'a Reading<'a>, clock: Clock) -> Self {
        let root = of_document(reading);
        let mut sections: Vec<Mood> = Vec::with_capacity(reading.sections.len());
        for section in &reading.sections {
            let own = Mood::from(Tense::of_heading(&section.heading.title));
            // Inside a chapter with a mood the smaller headings seldom mean one of their own.
            let above = section.parent.map_or(Mood::Open, |parent| sections[parent]);
            sections.push(if above == Mood::Open { own } else { above });
        }
        Self {
            reading,
            clock,
            root,
            sections,
            section: None,
            current: root,
            at_head: true,
        }
    }

    /// A new paragraph begins.
    pub fn begin_block(&mut self, block: usize) {
        let start = self
            .reading
            .blocks
            .get(block)
            .map_or(0, |block| block.span.start);
        let section = self.reading.section_at(start);
        let top = section.map(|section| self.top(section));
        if top != self.section.map(|section| self.top(section)) {
            self.current = self.root;
        }
        self.section = section;
        if let Some(mood) = section
            .map(|section| self.sections[section])
            .filter(|&mood| mood != Mood::Open)
        {
            self.current = mood;
        }
        self.at_head = true;
    }

    fn top(&self, mut section: usize) -> usize {
        while let Some(parent) = self.reading.sections[section].parent {
            section = parent;
        }
        section
    }

    /// The mood of a sentence, by its first words, else by what stands before it.
    pub fn of_sentence(&mut self, sentence: Span, times: &[(Span, Time)]) -> Mood {
        let text = sentence.of(self.reading.text);
        let head_end = text.char_indices().nth(24).map_or(text.len(), |(at, _)| at);
        let head = &text[..head_end];
        let mut ahead = false;
        let mut back = false;
        // Of a word that looks back only the first place counts.
        let mut seen = [false; BACK.len()];
        // A number that stands before the word is not dated by it.
        let first_clause = || {
            head.find(['，', '：', '；'])
                .filter(|&at| head[..at].contains(|c| numeral::digit(c).is_some() || c == '百'))
                .unwrap_or(head.len())
        };
        // 在去年完成…的基础上: what is built on, not what is told.
        let base = || {
            text[..text.find('，').unwrap_or(text.len())]
                .strip_suffix("基础上")
                .map_or(0, str::len)
        };
        directions().each(head, |at, _, number| match seen.get_mut(number as usize) {
            None => ahead = true,
            Some(seen) if !*seen => {
                *seen = true;
                back |= (base()..first_clause()).contains(&at)
                    && !head[..at].ends_with(['比', '较', '同']);
            }
            Some(_) => {}
        });
        // 1986年同1978年相比: two years are compared.
        let at_head = times
            .iter()
            .take_while(|(span, _)| span.start < sentence.start + head_end);
        let compares = at_head.count() >= 2 && head.contains("相比");
        let back = back || compares || self.looks_back(sentence, head_end, times);
        // 今年粮食产量要稳定在…: a paragraph that says what this year is to bring.
        let ahead = ahead
            || self.current == Mood::Open
                && head
                    .find("今年")
                    .is_some_and(|at| status::modal(&head[at..]).is_some());
        let ahead = ahead || self.looks_ahead(sentence, head_end, times);
        if ahead && !back {
            self.current = Mood::Plan;
        } else if back
            && !ahead
            && (self.current == Mood::Open || self.at_head && self.section_mood() != Mood::Plan)
        {
            self.current = Mood::Review;
        }
        self.at_head = false;
        if back && !ahead {
            Mood::Review
        } else {
            self.current
        }
    }

    fn section_mood(&self) -> Mood {
        self.section
            .map_or(Mood::Open, |section| self.sections[section])
    }

    /// Whether the sentence begins with a time that is over.
    fn looks_back(&self, sentence: Span, head: usize, times: &[(Span, Time)]) -> bool {
        let Some(year) = self.clock.year else {
            return false;
        };
        times
            .iter()
            .take_while(|(span, _)| span.start < sentence.start + head)
            .filter(|(span, time)| !self.is_base(sentence, *span, time))
            .filter_map(|(_, time)| time.period.as_ref())
            .any(|period| period.last_year < year && self.current != Mood::Plan)
    }

    /// Whether a paragraph that no heading rules begins with a stretch of years to come.
    fn looks_ahead(&self, sentence: Span, head: usize, times: &[(Span, Time)]) -> bool {
        let Some(year) = self.clock.year else {
            return false;
        };
        self.at_head
            && self.section_mood() == Mood::Open
            && times
                .iter()
                .take_while(|(span, _)| span.start < sentence.start + head)
                .filter(|(span, time)| !self.is_base(sentence, *span, time))
                .filter_map(|(_, time)| time.period.as_ref())
                .any(|period| period.first_year >= year && period.last_year > period.first_year)
    }

    /// Whether a time is one to compare with: 比2020年, 由2025年的.
    fn is_base(&self, sentence: Span, place: Span, time: &Time) -> bool {
        let stretches = time
            .period
            .as_ref()
            .is_some_and(|period| period.first_year < period.last_year);
        let before = Span::new(sentence.start, place.start).of(self.reading.text);
        let behind = Span::new(place.end, sentence.end).of(self.reading.text);
        let clause = &behind[..behind.find('，').unwrap_or(behind.len())];
        clause.ends_with("基础上")
            || behind.trim_start_matches('的').starts_with("基础上")
            || !stretches && before.ends_with(['比', '较', '由', '从', '同', '与', '自'])
    }

    /// Whether the text is of a kind that sets tasks.
    pub fn sets_tasks(kind: DocumentKind) -> bool {
        matches!(
            kind,
            DocumentKind::Notice | DocumentKind::WorkReport | DocumentKind::Speech
        )
    }
}
