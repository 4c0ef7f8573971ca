//! What the 虚实 ladder sees of the sentences that hold no required claim: features with names, and no judgement. What each of
//! them weighs stands in `data/ladder-weights.tsv`; a share is in tenths of the sentence's letters, rounded down.

use super::facts::Known;
use super::particulars::Particulars;
use crate::lexicon::ladder_weights::Feature;
use crate::lexicon::stance_words::Stance;
use crate::model::{Span, Task};
use crate::reading::owners::is_anybody;
use crate::reading::{NameKind, Reading, Tense, Word};
use crate::terms::{Hit, Wording, cover};

/// The share of fixed wording from which a sentence is formulaic by its definition, in tenths.
const FORMULAIC: usize = 6;
/// The most bytes between a number and 内: 5个工作日内.
const REACH: usize = 18;
/// The bytes of a word of one character.
const ONE: usize = 3;

/// The kinds of names, and the features that tell of them.
const NAMED: [(Feature, NameKind); 8] = [
    (Feature::NamedBody, NameKind::Body),
    (Feature::NamedPerson, NameKind::Person),
    (Feature::NamedPlace, NameKind::Place),
    (Feature::NamedDocument, NameKind::Document),
    (Feature::NamedProject, NameKind::Project),
    (Feature::NamedQuoted, NameKind::Quoted),
    (Feature::NamedHonour, NameKind::Honour),
    (Feature::NamedEvent, NameKind::Event),
];
/// More features than a sentence has.
const FEATURES: usize = 48;

/// What is seen of a sentence.
pub struct Seen {
    /// The features that it has, each with how much of it.
    pub features: Vec<(Feature, usize)>,
    /// Its words, by their numbers in the document.
    pub words: Vec<u32>,
}

/// What sees.
pub struct Eyes<'a> {
    pub(super) reading: &'a Reading<'a>,
    wording: &'a [Hit],
    particulars: Particulars<'a>,
    /// What is known of each word of the document, by its number.
    known: Vec<Known<'a>>,
    /// The first word of each sentence.
    firsts: Vec<usize>,
    /// For each sentence whether it holds a task, an owner of one, a deadline of one.
    tasks: Vec<[bool; 3]>,
}

impl<'a> Eyes<'a> {
    /// Looks at a document, given its tasks and the uses of fixed wording in it.
    pub fn new(reading: &'a Reading<'a>, tasks: &[Task], wording: &'a [Hit]) -> Self {
        let mut known: Vec<Known<'a>> = Vec::new();
        for word in &reading.words {
            // Numbers are counted as words appear.
            if word.number as usize == known.len() {
                known.push(Known::of(word, word.span.of(reading.text)));
            }
        }
        let mut of_tasks = vec![[false; 3]; reading.sentences.len()];
        for task in tasks {
            // What a note adds stands in another sentence.
            let inside = |span: Span| task.span.covers(span);
            let mut owners = task.owners.iter();
            let mut deadlines = task.deadlines.iter();
            let owned = owners.any(|owner| inside(owner.span) && !is_anybody(&owner.name));
            let due = deadlines.any(|deadline| inside(deadline.span));
            let sentence = &mut of_tasks[reading.sentence_at(task.span.start)];
            for (all, this) in sentence.iter_mut().zip([true, owned, due]) {
                *all |= this;
            }
        }
        let first = |sentence: &Span| {
            let words = &reading.words;
            words.partition_point(|word| word.span.start < sentence.start)
        };
        Self {
            particulars: Particulars::of(reading, wording),
            firsts: reading.sentences.iter().map(first).collect(),
            tasks: of_tasks,
            reading,
            wording,
            known,
        }
    }

    /// What is known of a word, by its number.
    pub fn known(&self, number: u32) -> &Known<'a> {
        &self.known[number as usize]
    }

    /// What is seen of a sentence.
    pub fn see(&self, index: usize) -> Seen {
        let sentence = self.reading.sentences[index];
        let words = self.words(index);
        let walked = self.walk(words);
        let letters = walked.letters.max(1);
        let flags = self.particular(sentence);
        let flags = flags.chain(walked.flags());
        let flags = flags.chain(self.of_form(index, sentence, letters));
        let mut features = Vec::with_capacity(FEATURES);
        features.push((Feature::Always, 1));
        features.extend(flags.filter_map(|(feature, has)| has.then_some((feature, 1))));
        let share = |part: usize| part.min(letters) * 10 / letters;
        let walked = walked
            .shares()
            .map(|(feature, part)| (feature, share(part)));
        let fixed = self.fixed(sentence, letters, share);
        features.extend(
            fixed
                .into_iter()
                .chain(walked)
                .filter(|(_, share)| *share > 0),
        );
        // A digit alone is none.
        let mut numbers = Vec::with_capacity(words.len());
        let words = words.iter().filter(|word| word.span.len() >= ONE);
        numbers.extend(words.map(|word| word.number));
        Seen {
            features,
            words: numbers,
        }
    }

    fn words(&self, index: usize) -> &'a [Word] {
        let words = &self.reading.words;
        let from = self.firsts[index];
        let to = self.firsts.get(index + 1).copied();
        &words[from..to.unwrap_or(words.len())]
    }

    /// The kinds of particulars that a sentence names.
    fn particular(&self, sentence: Span) -> impl Iterator<Item = (Feature, bool)> + use<> {
        let bit = |kind: NameKind| 1_u32 << kind as u32;
        let names = self.reading.names_in(sentence).iter();
        let names = names.filter(|name| self.particulars.is_particular(name));
        let named = names.fold(0, |named, name| named | bit(name.kind));
        let kinds = NAMED.into_iter();
        let kinds = kinds.map(move |(feature, kind)| (feature, named & bit(kind) != 0));
        kinds.chain([(Feature::Named, named != 0)])
    }

    /// The form of a sentence: what it does, how it begins and ends, how long it is.
    fn of_form(
        &self,
        index: usize,
        sentence: Span,
        letters: usize,
    ) -> impl Iterator<Item = (Feature, bool)> + use<> {
        let reading = self.reading;
        let words = sentence.of(reading.text).trim();
        let (mut admits, mut mends, mut explains) = (false, false, false);
        for hit in reading.hits.within(sentence) {
            match hit.lexeme.stance {
                Some(Stance::Admits) => admits = true,
                Some(Stance::Mends) => mends = true,
                Some(Stance::Explains) => explains = true,
                None => (),
            }
        }
        let [task, owner, deadline] = self.tasks[index];
        let outlook = reading.outlook.sentences[index];
        let times = reading.times_in(sentence);
        let is_within = |(at, _): (usize, &str)| {
            let from = (sentence.start + at).saturating_sub(REACH);
            let near = Span::new(from.max(sentence.start), sentence.start + at);
            let numbers = reading
                .numbers
                .partition_point(|number| number.0.start < near.start);
            let number = reading.numbers.get(numbers);
            number.is_some_and(|number| near.covers(number.0))
        };
        let within = sentence.of(reading.text).match_indices('内').any(is_within);
        let clauses = reading.clauses_of(index).len().max(1);
        [
            (Feature::Owner, owner),
            (Feature::Deadline, deadline),
            (Feature::Within, within),
            (Feature::Number, !reading.numbers_in(sentence).is_empty()),
            (Feature::Time, !times.is_empty()),
            (Feature::Quotation, words.contains('“')),
            (Feature::Book, words.contains('《')),
            // One that admits does not set out to mend in the same breath.
            (Feature::Admits, admits && !mends),
            (Feature::Explains, explains),
            (Feature::Task, task),
            (Feature::Ahead, outlook == Tense::Future),
            (Feature::Back, outlook == Tense::Past),
            (Feature::Calls, words.ends_with('！')),
            (Feature::Leads, words.ends_with('：')),
            (Feature::Item, words.starts_with('—')),
            (Feature::Tiny, letters <= 10),
            (Feature::Short, letters <= 16),
            (Feature::Long, letters > 60),
            (Feature::Endless, letters > 100),
            (Feature::Terse, letters <= 7 * clauses),
            (Feature::Broad, letters > 14 * clauses),
        ]
        .into_iter()
    }

    /// The shares of a sentence that stand in fixed wording, given what makes a share of letters.
    fn fixed(
        &self,
        sentence: Span,
        letters: usize,
        share: impl Fn(usize) -> usize,
    ) -> [(Feature, usize); 5] {
        let (mut set, mut stock, mut formula) = (0, 0, 0);
        for hit in sentence.begun(self.wording, |hit| hit.span.start) {
            match hit.wording {
                Wording::SetPhrase | Wording::Slogan => set += hit.span.len() / 3,
                Wording::StockPhrase => stock += hit.span.len() / 3,
                Wording::FormulaWord => formula += hit.span.len() / 3,
                Wording::Grammar => (),
            }
        }
        let cover = cover(self.reading.text, sentence, letters, self.wording).share() * 10.0;
        let cover = cover as usize;
        [
            (Feature::Set, share(set)),
            (Feature::Stock, share(stock)),
            (Feature::Formula, share(formula)),
            (Feature::Cover, cover),
            (Feature::Fixed, usize::from(cover >= FORMULAIC)),
        ]
    }
}
