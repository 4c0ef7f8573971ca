//! Quantitative claims (量化表述): every number with its unit, its indicator, its sense and its time.
//!
//! ```text
//! sentence ──mention──▶ numbers with units ──predicate──▶ what links each to its subject
//!     ──indicator──▶ what is measured ──measure, bound──▶ in which sense
//!     ──tense, status──▶ promised or done ──period──▶ for when
//! ```
//!
//! The definitions follow the labelling guide of the project's design (claims): a mention is a
//! claim; what is no goal and no result is kept with [`Status::Other`].

mod around;
mod background;
mod comparison;
mod frame;
mod indicator;
mod last;
mod measure;
mod mention;
mod owner;
mod parts;
mod period;
mod quotation;
mod read;
mod scene;
mod scope;
mod status;
mod table;

use crate::lexicon::Set;
use crate::lexicon::verbs::Verb;
use crate::model::{Claim, Span, Stated, Status};
use crate::numbering::marker;
use crate::reading::{HeadingFrame, Modality, Reading, Scope, Tense};
use crate::text::numeral;

use around::{Around, surroundings};
use frame::{Frame, Link, Noun};
use indicator::Subjects;
use last::Last;
pub(crate) use measure::names_increase;
use owner::{Duties, Duty};
use period::Periods;
use read::Read;
use scene::Scene;

/// The most claims of a sentence: what has more is a row of figures that nobody has divided.
const MOST_IN_SENTENCE: usize = 200;

/// The most claims of a document: what has more is no text, and nobody reads its list.
const MOST: usize = 50_000;

/// The claims of a document, in order; the first where there are too many.
pub fn extract(reading: &Reading) -> Vec<Claim> {
    let mut extraction = Extraction::new(reading);
    for index in 0..reading.sentences.len() {
        extraction.sentence(index);
        if extraction.claims.len() >= MOST {
            extraction.claims.truncate(MOST);
            break;
        }
    }
    extraction.claims
}

/// Whether there may be more claims than these of a document.
pub fn are_cut(claims: &[Claim]) -> bool {
    let mut sentences = claims.chunk_by(|one, next| one.sentence == next.sentence);
    claims.len() >= MOST || sentences.any(|claims| claims.len() >= MOST_IN_SENTENCE)
}

/// What is known while a document is read from its beginning to its end.
struct Extraction<'a> {
    reading: &'a Reading<'a>,
    periods: Periods<'a>,
    duties: Duties<'a>,
    subjects: Subjects,
    /// The paragraph that is read.
    block: usize,
    /// Whether the text is one of rules: its figures are thresholds and quotas.
    is_rules: bool,
    /// What the sections stand over that is neither promised nor done.
    frames: Vec<Option<HeadingFrame>>,
    /// Whether an article of a rule is read.
    in_article: bool,
    /// Whether what is read is a rule, where it is not bound to a day.
    in_rules: bool,
    claims: Vec<Claim>,
}

impl<'a> Extraction<'a> {
    fn new(reading: &'a Reading<'a>) -> Self {
        Self {
            reading,
            periods: Periods::new(reading),
            duties: Duties::new(reading),
            subjects: Subjects::default(),
            block: usize::MAX,
            is_rules: reading.sets_rules() || reading.asks_for_applications(),
            frames: reading.frames(),
            in_article: false,
            in_rules: false,
            claims: Vec::new(),
        }
    }

    fn sentence(&mut self, index: usize) {
        let reading = self.reading;
        let mut sentence = reading.sentences[index];
        if reading.sentence_blocks[index] != self.block {
            self.block = reading.sentence_blocks[index];
            self.subjects = Subjects::default();
            self.periods.begin_block();
        }
        let times = reading.times_in(sentence);
        self.periods.begin_sentence(index);
        let is_heading = reading.sentence_is_heading[index];
        if is_heading {
            if !reading.heads(index) {
                return;
            }
            // Its number counts nothing.
            sentence.start += marker(sentence.of(reading.text)).map_or(0, |number| number.length);
        }
        let figures = reading.figures_in(sentence);
        if !figures.is_empty() {
            let passage = reading.outlook.passages[index];
            let told = figures
                .iter()
                .filter_map(|cell| table::claim(reading, cell, index, passage));
            self.claims.extend(told);
            return;
        }
        let mut mentions = mention::find(reading, sentence);
        mentions.truncate(MOST_IN_SENTENCE);
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
            clauses: reading.clauses_of(index),
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
        let framed = (reading.section_at(sentence.start)).and_then(|section| self.frames[section]);
        self.in_rules = self.is_rules || framed.is_some();
        let mut last = Last::default();
        for (at, mention) in mentions.iter().enumerate() {
            let duty = self.duties.at(index, mention.span, &duty);
            let mut claim = self.claim(&scene, index, at, &mut last, &duty);
            claim.section.clone_from(&section);
            // 三张清单, 四个现代化: what a heading counts without a goal or a result is its topic.
            let names = claim.indicator.is_empty() || claim.status == Status::Other;
            if !(is_heading && names) {
                self.claims.push(claim);
            }
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
        let read = self.read(scene, at, last);
        let mut measured = measure::of(scene, &read);
        if let Some((measure, because)) = last.carried_measure(scene, at, &read) {
            (measured.measure, measured.because) = (measure, because);
        }
        let (mention, around) = (read.mention, &read.around);
        let (link, named) = (&read.link, &read.named);
        let when = self.periods.of(scene, &read);
        let judged = status::judge(scene, &read, when.as_ref());
        let is_due = (when.as_ref())
            .is_some_and(|when| when.deadline || when.is_future(scene.reading.clock));
        let rules = || self.in_rules || background::is_norm(scene, around.left);
        let is_rule = judged.commitment.is_none()
            && (self.in_article || judged.status == Status::Target && !is_due && rules());
        let (status, why) = if is_rule || background::is(scene, mention, around, link, named) {
            (Status::Other, "because.background")
        } else {
            (judged.status, judged.because)
        };
        let period = self
            .periods
            .settle(when, status, scene, &read, duty.deadline.as_ref());
        let mut because = vec![measured.because.to_owned(), why.to_owned()];
        if period.is_none() && period::is_undated(scene, around) {
            because.push("because.undated".to_owned());
        }
        let (scope, name) = scope::told(scene, named);
        let base = link.base.filter(|base| !base.is_empty());
        let claim = Claim {
            span: mention.span,
            text: mention.span.of(scene.text).to_owned(),
            value: measured.value,
            value_max: measured.value_max,
            unit: (mention.unit.as_deref())
                .or_else(|| mention::unit_of_people(&named.indicator))
                .map(str::to_owned),
            bound: measured.bound,
            measure: measured.measure,
            indicator: named.indicator.clone(),
            name,
            scope,
            of: (link.whole).map(|whole| Stated {
                value: whole.of(scene.text).to_owned(),
                span: Some(whole),
            }),
            compared_with: base.map(|base| comparison::of(scene, base, period.as_ref())),
            status,
            period: period.map(|period| period.text),
            owner: duty.owner.clone().filter(|_| status == Status::Target),
            commitment: judged.commitment.map(str::to_owned),
            sentence: index,
            section: Vec::new(),
            because,
        };
        *last = Last::of(&read, measured.measure);
        claim
    }

    /// The mention `at` of a sentence, its link and its name.
    fn read<'s>(&mut self, scene: &Scene<'s>, at: usize, last: &Last) -> Read<'s> {
        let around = surroundings(scene, at);
        let link = link(scene, at, &around, last);
        let named = self.subjects.name(scene, at, &around, &link);
        let adds = named.verb == Some(Verb::Up) && scene.holds(around.left, |word| word.adds);
        let mut read = Read {
            mention: &scene.mentions[at],
            around,
            link,
            named,
            adds,
        };
        if last.adds_to_list(scene, at, &read) {
            (read.named.verb, read.adds) = (last.verb, last.adds);
        }
        read
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
    said.meets(Set::of(Modality::BACK))
        && !said.meets(Set::of(Modality::AHEAD))
        && !said.has(Modality::Turns)
}

/// How a mention is linked to its subject; in a list, what links the first links them all.
fn link(scene: &Scene, at: usize, around: &Around, last: &Last) -> Link {
    let mut link = frame::read(scene, &scene.mentions[at], around.left);
    if !link.linked() && last::continues_list(scene, at, around, &last.link) {
        // 增长3.5%、6%、5%
        link = Link {
            rest: Span::new(around.left.end, around.left.end),
            ..last.link
        };
    }
    if link.reaches() && around.follows_mention && link.rest.is_empty() {
        // 比重由18.5%提高到46.3%: both are shares.
        let carried = last.link.rate() && last.link.frame == Frame::Baseline;
        link.noun = match last.link.share() {
            true => Some(Noun::Share),
            false => link.noun.or(last.link.noun.filter(|_| carried)),
        };
    }
    // 现代工业所占的比重，由33%上升到34%
    if link.rest.is_empty() && !around.follows_mention && indicator::is_share_clause(scene, around)
    {
        link.noun = Some(Noun::Share);
    }
    link
}
