//! A document is read: sentences and clauses, then words, times and numbers, then where it looks.

use super::document::{Reading, Section};
use super::hits::Hits;
use super::modality::Modalities;
use super::standing::AllStanding;
use super::tense::Outlook;
use super::time::{self, Clock};
use super::words::Dictionary;
use super::{clock, names, notes, outlook, owners, token, topics};
use crate::layout::Layout;
use crate::model::Heading;
use crate::text::places::Places;

impl<'a> Reading<'a> {
    /// Reads a document that was laid out and outlined, its words by a dictionary.
    pub fn new(layout: &'a Layout, outline: &'a [Heading], dictionary: &Dictionary) -> Self {
        let mut sections = Vec::new();
        for heading in outline {
            flatten(heading, None, &mut sections);
        }
        topics::mark_sentences(&layout.text, &mut sections);
        let sentences = layout.text.len() / SENTENCE;
        let mut reading = Self {
            text: &layout.text,
            title: layout.title.as_deref(),
            kind: layout.kind,
            metadata: &layout.metadata,
            blocks: &layout.blocks,
            cells: &layout.cells,
            figures: &layout.figures,
            outline,
            sections,
            sentences: Vec::with_capacity(sentences),
            sentence_blocks: Vec::with_capacity(sentences),
            sentence_is_heading: Vec::with_capacity(sentences),
            clauses: Vec::with_capacity(layout.text.len() / CLAUSE),
            clock: Clock::default(),
            times: Vec::new(),
            tokens: Vec::new(),
            token_starts: Places::default(),
            numbers: Vec::new(),
            hits: Hits::default(),
            modalities: Modalities::default(),
            outlook: Outlook::default(),
            names: Vec::new(),
            notes: Vec::new(),
            first_leads: false,
            standing: AllStanding::default(),
            words: dictionary.words(&layout.text, &layout.blocks),
        };
        reading.find_sentences();
        reading.find_clauses();
        reading.clock = clock::clock(&reading);
        reading.find_tokens();
        reading.modalities =
            Modalities::of(reading.text, &reading.tokens, &reading.hits, &reading.times);
        reading.standing = owners::standing(&reading);
        reading.notes = notes::find(&reading);
        reading.first_leads = owners::first_leads(&reading);
        reading.outlook = outlook::outlook(&reading);
        reading
    }

    /// The times, the tokens and the names of all sentences.
    fn find_tokens(&mut self) {
        for &sentence in &self.sentences {
            self.times
                .extend(time::find(self.text, sentence, self.clock));
        }
        (self.tokens, self.numbers) = token::tokens(self.text, &self.words, &self.times);
        let starts = self.tokens.iter().map(|token| token.span.start);
        self.token_starts = Places::new(self.text.len(), starts);
        self.hits = Hits::of(self.text, &self.tokens);
        let mut names = Vec::new();
        for &sentence in &self.sentences {
            let (tokens, times) = (self.tokens_in(sentence), self.times_in(sentence));
            names::of_sentence(self.text, sentence, tokens, times, &self.hits, &mut names);
        }
        self.names = names;
    }
}

/// The bytes that most sentences and clauses have at least, to make room for them at once.
const SENTENCE: usize = 90;
const CLAUSE: usize = 30;

fn flatten<'a>(heading: &'a Heading, parent: Option<usize>, sections: &mut Vec<Section<'a>>) {
    let index = sections.len();
    sections.push(Section {
        heading,
        parent,
        is_sentence: false,
    });
    for child in &heading.children {
        flatten(child, Some(index), sections);
    }
}
