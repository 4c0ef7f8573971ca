//! What the 虚实 ladder sees of the sentences that hold no required claim: features with names, and no judgement. What each of
//! them weighs stands in `data/ladder-weights.tsv`; a share is in tenths of the sentence's letters, rounded down.

use std::sync::LazyLock;

use super::letters::letters;
use super::particulars::Particulars;
use crate::lexicon::ladder_weights::{Feature, Row, TABLE};
use crate::lexicon::name_words::Part;
use crate::lexicon::stance_words::Stance;
use crate::lexicon::{FastMap, common_words, formula_words, generic_modifiers, word_leanings};
use crate::model::{Span, Task};
use crate::reading::owners::is_anybody;
use crate::reading::{NameKind, Pos, Reading, Tense, Word};
use crate::terms::{Hit, Wording, cover};

/// In so many of the reports that `data/common-words.tsv` counts stand the words that nearly all such texts have.
const NEARLY_ALL: u32 = 32;
/// The share of fixed wording from which a sentence is formulaic by its definition, in tenths.
const FORMULAIC: usize = 6;
/// The most bytes between a number and 内: 5个工作日内.
const REACH: usize = 18;

/// What is seen of a sentence.
pub struct Seen {
    /// The features that it has, each with how much of it.
    pub features: Vec<(Feature, usize)>,
    /// Its words, by their numbers in the document.
    pub words: Vec<u32>,
}

/// What sees.
pub struct Eyes<'a> {
    reading: &'a Reading<'a>,
    wording: &'a [Hit],
    particulars: Particulars<'a>,
    /// What is known of each word of the document, by its number.
    known: Vec<Known<'a>>,
    /// The first word of each sentence.
    firsts: Vec<usize>,
    /// For each sentence whether it holds a task, an owner of one, a deadline of one.
    tasks: Vec<[bool; 3]>,
}

/// A word that leans to steps: it, and how much more to concrete and to formulaic than to general.
pub type Leaning = (&'static str, [i32; 2]);

/// The words that lean.
static LEANINGS: LazyLock<FastMap<&str, Leaning>> = LazyLock::new(|| {
    let rows = word_leanings::ROWS.iter();
    let of = |row: &'static word_leanings::Row| {
        let words = row.words.split(' ');
        words.map(|word| (word, (word, [row.concrete, row.formulaic])))
    };
    rows.flat_map(of).collect()
});

/// What is known of a word.
#[derive(Clone, Copy, Default)]
pub struct Known<'a> {
    /// The word.
    pub word: &'a str,
    letters: usize,
    common: bool,
    rare: bool,
    /// Its weights, where it has some of its own.
    pub row: Option<&'static Row>,
    /// What it leans to by the company that it keeps.
    pub leaning: Option<Leaning>,
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
    pub fn known(&self, number: u32) -> Known<'a> {
        self.known.get(number as usize).copied().unwrap_or_default()
    }

    /// What is seen of a sentence.
    pub fn see(&self, index: usize) -> Seen {
        let sentence = self.reading.sentences[index];
        let letters = letters(sentence.of(self.reading.text)).max(1);
        let words = self.words(index);
        let flags = self.particular(sentence);
        let flags = flags.chain(self.of_words(words));
        let flags = flags.chain(self.of_form(index, sentence, letters));
        let flags = flags.filter_map(|(feature, has)| has.then_some((feature, 1)));
        let shares = self.shares(sentence, words, letters);
        let mut features: Vec<(Feature, usize)> = flags.collect();
        features.push((Feature::Always, 1));
        features.extend(shares.into_iter().filter(|(_, share)| *share > 0));
        // A digit alone is none.
        let words = words.iter().filter(|word| word.span.len() >= 3);
        Seen {
            features,
            words: words.map(|word| word.number).collect(),
        }
    }

    fn words(&self, index: usize) -> &'a [Word] {
        let words = &self.reading.words;
        let from = self.firsts[index];
        let to = self.firsts.get(index + 1).copied();
        &words[from..to.unwrap_or(words.len())]
    }

    /// The kinds of particulars that a sentence names.
    fn particular(&self, sentence: Span) -> impl Iterator<Item = (Feature, bool)> + '_ {
        let names = self.reading.names_in(sentence).iter();
        let names: Vec<NameKind> = names
            .filter(|name| self.particulars.is_particular(name))
            .map(|name| name.kind)
            .collect();
        let kinds = [
            (Feature::NamedBody, NameKind::Body),
            (Feature::NamedPerson, NameKind::Person),
            (Feature::NamedPlace, NameKind::Place),
            (Feature::NamedDocument, NameKind::Document),
            (Feature::NamedProject, NameKind::Project),
            (Feature::NamedQuoted, NameKind::Quoted),
            (Feature::NamedHonour, NameKind::Honour),
            (Feature::NamedEvent, NameKind::Event),
        ];
        let any = !names.is_empty();
        let kinds = kinds
            .into_iter()
            .map(move |(feature, kind)| (feature, names.contains(&kind)));
        kinds.chain([(Feature::Named, any)])
    }

    /// Words that may name somebody or something.
    fn of_words(&self, words: &'a [Word]) -> impl Iterator<Item = (Feature, bool)> + 'a {
        let text = self.reading.text;
        let invoked = |word: &Word| {
            let mut hits = self.reading.hits.starting(word.span.start);
            hits.any(|hit| hit.lexeme.names.has(Part::Invoked))
        };
        let long = |word: &&Word| word.span.len() >= 6;
        let has = |pos: Pos| words.iter().filter(long).any(|word| word.pos == pos);
        let mut persons = words
            .iter()
            .filter(long)
            .filter(|word| word.pos == Pos::Person);
        let capitals = |word: &Word| {
            let letters = word.span.of(text).bytes();
            word.pos == Pos::Foreign && letters.filter(u8::is_ascii_uppercase).count() >= 2
        };
        let rare = words.iter().any(|word| self.known(word.number).rare);
        [
            (Feature::Person, persons.any(|word| !invoked(word))),
            (Feature::Body, has(Pos::Body)),
            (Feature::Place, has(Pos::Place)),
            (
                Feature::Foreign,
                words.iter().any(|word| word.pos == Pos::Foreign),
            ),
            (Feature::Capitals, words.iter().any(capitals)),
            (Feature::AnyRare, rare),
        ]
        .into_iter()
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
        let does = |stance: Stance| {
            let mut hits = reading.hits.within(sentence);
            hits.any(|hit| hit.lexeme.stance == Some(stance))
        };
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
            (
                Feature::Admits,
                does(Stance::Admits) && !does(Stance::Mends),
            ),
            (Feature::Explains, does(Stance::Explains)),
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

    /// The shares of a sentence that stand in wording and in words of a kind.
    fn shares(&self, sentence: Span, words: &[Word], letters: usize) -> [(Feature, usize); 10] {
        let text = self.reading.text;
        let share = |part: usize| part.min(letters) * 10 / letters;
        let in_wording = |kinds: &[Wording]| {
            let hits = sentence.begun(self.wording, |hit| hit.span.start).iter();
            let hits = hits.filter(|hit| kinds.contains(&hit.wording));
            share(hits.map(|hit| hit.span.len() / 3).sum())
        };
        let in_words = |fits: &dyn Fn(&Word) -> bool| {
            let words = words.iter().filter(|word| fits(word));
            share(words.map(|word| self.known(word.number).letters).sum())
        };
        let fixed = cover(text, sentence, self.wording).share() * 10.0;
        let fixed = fixed as usize;
        [
            (
                Feature::Set,
                in_wording(&[Wording::SetPhrase, Wording::Slogan]),
            ),
            (Feature::Stock, in_wording(&[Wording::StockPhrase])),
            (Feature::Formula, in_wording(&[Wording::FormulaWord])),
            (Feature::Cover, fixed),
            (Feature::Fixed, usize::from(fixed >= FORMULAIC)),
            (
                Feature::Rare,
                in_words(&|word| self.known(word.number).rare),
            ),
            (
                Feature::Common,
                in_words(&|word| self.known(word.number).common),
            ),
            (Feature::Verbs, in_words(&|word| word.pos == Pos::Verb)),
            (
                Feature::Manner,
                in_words(&|word| matches!(word.pos, Pos::Adverb | Pos::Adjective)),
            ),
            (Feature::Idioms, in_words(&|word| word.pos == Pos::Phrase)),
        ]
    }
}

impl<'a> Known<'a> {
    fn of(word: &Word, words: &'a str) -> Self {
        let documents = common_words::TABLE.get(words).map(|row| row.documents);
        let formula = || formula_words::TABLE.has(words) || generic_modifiers::TABLE.has(words);
        let named = word.span.len() >= 6 && (word.pos.is_nominal() || word.pos == Pos::Other);
        Self {
            word: words,
            letters: letters(words),
            common: documents.is_some_and(|documents| documents >= NEARLY_ALL),
            rare: named && documents.is_none() && !formula(),
            row: TABLE.get(words),
            leaning: LEANINGS.get(words).copied(),
        }
    }
}
