//! Quantitative claims (量化表述): every number with its unit, its indicator, its sense and its time.
//!
//! ```text
//! sentence ──mention──▶ numbers with units ──predicate──▶ what links each to its subject
//!     ──indicator──▶ what is measured ──measure, bound──▶ in which sense
//!     ──mood, status──▶ promised or done ──period──▶ for when
//! ```
//!
//! The definitions follow the labelling guide of the project's design (claims): a mention is a
//! claim; what is no goal and no result is kept with [`Status::Other`].

mod around;
mod background;
mod indicator;
mod last;
mod measure;
mod mention;
mod owner;
mod period;
mod predicate;
mod quotation;
mod status;

use crate::lexicon::predicates::Role;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Lexeme, Set};
use crate::model::{Claim, Span, Status};
use crate::reading::time::Time;
use crate::reading::{Modality, Reading, Scope, Tense};
use crate::text::numeral;

use around::{Around, surroundings};
use indicator::{Named, Subjects};
use last::Last;
use mention::Mention;
use owner::{Duties, Duty};
use period::Periods;
use predicate::Link;

/// A sentence's text and everything about it that deciding on a mention takes.
struct Scene<'a> {
    /// The document.
    reading: &'a Reading<'a>,
    /// The document's text.
    text: &'a str,
    /// The sentence.
    sentence: Span,
    /// The times in it.
    times: &'a [(Span, Time)],
    /// The numbers in it.
    mentions: &'a [Mention],
    /// Whether it reports and plans nothing.
    reports: bool,
    /// Where the passage looks.
    passage: Scope,
    /// Where the sentence looks.
    tense: Tense,
}

impl Scene<'_> {
    /// The longest entry at the beginning of a stretch that fits, on whole words.
    fn starting(&self, stretch: Span, fits: impl Fn(&Lexeme) -> bool) -> Option<&'static Lexeme> {
        (self.reading.hits.starting(stretch.start))
            .find(|hit| hit.span.end <= stretch.end && fits(hit.lexeme))
            .map(|hit| hit.lexeme)
    }

    /// The longest entry at the end of a stretch that fits, on whole words.
    fn ending(&self, stretch: Span, fits: impl Fn(&Lexeme) -> bool) -> Option<&'static Lexeme> {
        (self.reading.hits.ending(stretch.end))
            .find(|hit| hit.span.start >= stretch.start && fits(hit.lexeme))
            .map(|hit| hit.lexeme)
    }

    /// The word at the end of a stretch that links a number, and how.
    fn predicate_ending(&self, stretch: Span) -> Option<(&'static str, Role)> {
        let lexeme = self.ending(stretch, |lexeme| lexeme.predicate.is_some())?;
        Some((lexeme.word, lexeme.predicate?))
    }

    /// The verbs of a stretch that take a number's object, from left to right, none overlapping.
    fn verbs(&self, stretch: Span) -> Vec<(Span, Verb)> {
        let mut found: Vec<(Span, Verb)> = Vec::new();
        for hit in self.reading.hits.within(stretch) {
            if let Some(verb) = hit.lexeme.verb
                && found
                    .last()
                    .is_none_or(|(last, _)| last.end <= hit.span.start)
            {
                found.push((hit.span, verb));
            }
        }
        found
    }
}

/// The claims of a document, in order.
pub fn extract(reading: &Reading) -> Vec<Claim> {
    let mut extraction = Extraction::new(reading);
    for index in 0..reading.sentences.len() {
        extraction.sentence(index);
    }
    extraction.claims
}

/// What is known while a document is read from its beginning to its end.
struct Extraction<'a> {
    reading: &'a Reading<'a>,
    periods: Periods<'a>,
    duties: Duties<'a>,
    subjects: Subjects,
    /// The paragraph that is read.
    block: usize,
    /// Whether an article of a rule is read.
    in_article: bool,
    claims: Vec<Claim>,
}

/// A mention, how it is linked to its subject and what that is.
struct Read<'s> {
    mention: &'s Mention,
    around: Around,
    link: Link,
    named: Named,
}

impl<'a> Extraction<'a> {
    fn new(reading: &'a Reading<'a>) -> Self {
        Self {
            reading,
            periods: Periods::new(reading),
            duties: Duties::new(reading),
            subjects: Subjects::default(),
            block: usize::MAX,
            in_article: false,
            claims: Vec::new(),
        }
    }

    fn sentence(&mut self, index: usize) {
        let reading = self.reading;
        let sentence = reading.sentences[index];
        if reading.sentence_blocks[index] != self.block {
            self.block = reading.sentence_blocks[index];
            self.subjects = Subjects::default();
            self.periods.begin_block();
        }
        let times = reading.times_in(sentence);
        self.periods.begin_sentence(index);
        if reading.sentence_is_heading[index] {
            return;
        }
        let mentions = mention::find(reading.text, sentence, times);
        if mentions.is_empty() {
            return;
        }
        let duty = self.duties.of(index);
        let scene = Scene {
            reading,
            text: reading.text,
            sentence,
            times,
            mentions: &mentions,
            reports: only_reports(reading, sentence),
            // What somebody is to see to is still to be done.
            passage: match reading.outlook.passages[index] {
                passage if passage.is_open() && duty.owner.is_some() => Scope::firm(Tense::Future),
                passage => passage,
            },
            tense: reading.outlook.sentences[index],
        };
        self.subjects.begin_sentence();
        let section = reading.section_path(sentence.start);
        self.in_article = section.iter().any(|title| is_article(title));
        let mut last = Last::default();
        for (at, mention) in mentions.iter().enumerate() {
            let duty = self.duties.at(index, mention.span, &duty);
            let mut claim = self.claim(&scene, index, at, &mut last, &duty);
            claim.section.clone_from(&section);
            self.claims.push(claim);
        }
    }

    /// The claim that the mention `at` of a sentence makes, without its section.
    fn claim(
        &mut self,
        scene: &Scene,
        index: usize,
        at: usize,
        last: &mut Last,
        duty: &Duty,
    ) -> Claim {
        let mention = &scene.mentions[at];
        let around = surroundings(self.reading, scene, index, at);
        let link = link(scene, at, &around, last);
        let mut named = self.subjects.name(scene, at, &around, &link);
        let adds = if last.adds_to_list(scene, at, &around, &link, &named) {
            named.verb = last.verb;
            last.adds
        } else {
            named.verb == Some(Verb::Up) && around.left.of(scene.text).contains("新增")
        };
        let read = Read {
            mention,
            around,
            link,
            named,
        };
        let mut measured = measure::of(scene, &read);
        if let Some((measure, because)) = last.carried_measure(scene, at, &read) {
            (measured.measure, measured.because) = (measure, because);
        }
        let Read {
            around,
            link,
            named,
            ..
        } = &read;
        let when = self.periods.of(scene, mention, around, link);
        let judged = status::judge(scene, mention, around, link, when.as_ref());
        let is_rule = judged.commitment.is_none() && self.in_article;
        let (status, why) = if is_rule || background::is(scene, mention, around, link, named) {
            (Status::Other, "because.background")
        } else {
            (judged.status, judged.because)
        };
        let period = self
            .periods
            .settle(when, status, scene.passage, link, duty.deadline.as_ref());
        let mut because = vec![measured.because.to_owned(), why.to_owned()];
        if period.is_none() && period::is_undated(scene, around) {
            because.push("because.undated".to_owned());
        }
        let claim = Claim {
            span: mention.span,
            text: mention.span.of(scene.text).to_owned(),
            value: measured.value,
            value_max: measured.value_max,
            unit: mention
                .unit
                .clone()
                .or_else(|| mention::unit_of_people(&named.indicator)),
            bound: measured.bound,
            measure: measured.measure,
            indicator: named.indicator.clone(),
            status,
            period: period.map(|period| period.text),
            owner: duty.owner.clone().filter(|_| status == Status::Target),
            commitment: judged.commitment.map(str::to_owned),
            sentence: index,
            section: Vec::new(),
            because,
        };
        *last = Last {
            verb: named.verb,
            adds,
            measure: Some(measured.measure),
            link: read.link,
        };
        claim
    }
}

/// 第十七条 …: an article of a rule, whose numbers are thresholds and no goals.
fn is_article(title: &str) -> bool {
    let number = title
        .strip_prefix('第')
        .and_then(|rest| Some((rest, numeral::read(rest)?)));
    number.is_some_and(|(rest, number)| rest[number.length..].starts_with('条'))
}

/// Whether a sentence reports: 同比, 已, 了, and nothing in it plans.
fn only_reports(reading: &Reading, sentence: Span) -> bool {
    let said = reading.modalities.of_stretch(sentence);
    said.meets(Set::of([Modality::Reports, Modality::Stands]))
        && !said.meets(Set::of([
            Modality::Commits,
            Modality::Strives,
            Modality::Wants,
            Modality::Plans,
            Modality::Turns,
        ]))
}

/// How a mention is linked to its subject; in a list, what links the first links them all.
fn link(scene: &Scene, at: usize, around: &Around, last: &Last) -> Link {
    let mut link = predicate::read(scene, &scene.mentions[at], around.left);
    if !link.linked && last::continues_list(scene, at, around, &last.link) {
        // 增长3.5%、6%、5%
        link = Link {
            rest: Span::new(around.left.end, around.left.end),
            ..last.link
        };
    }
    if link.reaches && around.follows_mention && link.rest.is_empty() {
        // 比重由18.5%提高到46.3%: both are shares.
        link.share |= last.link.share;
        link.share_noun |= last.link.share_noun;
        link.rate |= last.link.rate && last.link.baseline;
    }
    // 现代工业所占的比重，由33%上升到34%
    link.share_noun |= link.rest.is_empty()
        && !around.follows_mention
        && indicator::is_share_clause(scene, around);
    link
}
