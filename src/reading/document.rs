//! A document as the later stages read it.

use super::hits::Hits;
use super::modality::Modalities;
use super::names::Name;
use super::note::Note;
use super::standing::AllStanding;
use super::tense::{Outlook, Tense, without_note};
use super::time::{Clock, Time};
use super::token::{Number, Token};
use super::words::Word;
use crate::layout::{FigureCell, TableCell};
use crate::lexicon::cues::Role;
use crate::lexicon::{LEXICON, Set};
use crate::model::{Block, DocumentKind, Heading, Metadata, Span};
use crate::numbering::{Form, marker};
use crate::text::places::Places;

/// A document with its sentences, clauses and sections: what every later stage takes.
pub struct Reading<'a> {
    /// The clean text.
    pub text: &'a str,
    /// The title.
    pub title: Option<&'a str>,
    /// The kind of text.
    pub kind: DocumentKind,
    /// Who, when, where.
    pub metadata: &'a Metadata,
    /// The blocks of `text`.
    pub blocks: &'a [Block],
    /// The cells of tables whose columns say who is to act or when, in order.
    pub cells: &'a [TableCell],
    /// The cells of tables that hold a number, in order.
    pub figures: &'a [FigureCell],
    /// The heading tree.
    pub outline: &'a [Heading],
    /// The headings of the tree one after the other, parents before children.
    pub sections: Vec<Section<'a>>,
    /// The sentences, headings among them.
    pub sentences: Vec<Span>,
    /// For each sentence the index of its block.
    pub sentence_blocks: Vec<usize>,
    /// For each sentence whether it is a heading, title, byline or salutation.
    pub sentence_is_heading: Vec<bool>,
    /// The clauses, in order.
    pub clauses: Vec<Clause>,
    /// The document's own date.
    pub clock: Clock,
    /// The times of all sentences, in order.
    pub times: Vec<(Span, Time)>,
    /// The tokens, in order.
    pub tokens: Vec<Token>,
    pub(super) token_starts: Places,
    /// The numbers, in order.
    pub numbers: Vec<Number>,
    /// The entries of the lexicon on whole words.
    pub hits: Hits,
    /// The words that bind, plan or report.
    pub modalities: Modalities,
    /// Where the text, its sections and its sentences look.
    pub outlook: Outlook,
    /// The names, in order of their beginnings.
    pub names: Vec<Name>,
    /// What only says who is to act and when, in order.
    pub notes: Vec<Note>,
    /// Whether the text says that of the bodies in a note the first one leads: 列第一位的为牵头单位，下同.
    pub first_leads: bool,
    /// Owners whom the text names once for all that follows.
    pub standing: AllStanding,
    /// The words, in order.
    pub words: Vec<Word>,
}

/// A heading and the stretch it rules.
pub struct Section<'a> {
    /// The heading.
    pub heading: &'a Heading,
    /// The index of the section around it.
    pub parent: Option<usize>,
    /// Whether the heading is the first sentence of its paragraph, and names no topic.
    pub is_sentence: bool,
}

/// A stretch between two marks inside a sentence (小句), the closing mark left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: usize,
}

impl<'a> Reading<'a> {
    /// The sentences of running text, with their indices: no headings, titles, bylines and salutations.
    pub fn running_sentences(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        let sentences = self.sentences.iter().copied().enumerate();
        sentences.filter(|(index, _)| !self.sentence_is_heading[*index])
    }

    /// Whether a sentence is a heading of the outline: no title, byline or salutation.
    pub fn heads(&self, index: usize) -> bool {
        let start = self.sentences[index].start;
        let section = || {
            self.section_at(start)
                .map(|section| self.sections[section].heading)
        };
        self.sentence_is_heading[index]
            && section().is_some_and(|heading| heading.span.start == start)
    }

    /// The headings, parents before children.
    pub fn headings(&self) -> impl Iterator<Item = &'a Heading> + Clone + '_ {
        self.sections.iter().map(|section| section.heading)
    }

    /// Whether the text sets rules (规章): by its title (条例, 管理办法), by what it calls itself where it has none
    /// (本技术导则), or, where the title names no plan, by its articles (第一条) or by what ought to be (应).
    pub fn sets_rules(&self) -> bool {
        let title = self
            .title
            .or_else(|| self.calls_itself())
            .unwrap_or_default();
        let mut articles = self.articles();
        LEXICON.ends_with(without_note(title), Role::TitleRules)
            || Tense::of_title(title) != Tense::Future
                && (articles.nth(FEWEST_ARTICLES - 1).is_some() || self.sets_norms())
    }

    /// The paragraphs that begin an article (第三条).
    pub(crate) fn articles(&self) -> impl Iterator<Item = &'a Block> + '_ {
        self.blocks.iter().filter(|block| {
            marker(block.span.of(self.text)).is_some_and(|marker| marker.form == Form::Clause)
        })
    }

    /// Whether many sentences say what ought to be, always and by everybody.
    fn sets_norms(&self) -> bool {
        self.often_holds(Role::Norm, SHARE_OF_NORMS)
    }

    /// Whether a text asks for applications (申报通知): many sentences speak of who may apply, and how.
    pub fn asks_for_applications(&self) -> bool {
        self.often_holds(Role::Applies, SHARE_OF_APPLYING)
    }

    /// Whether one of `share` sentences, and enough of them, holds a word that plays a role.
    fn often_holds(&self, role: Role, share: usize) -> bool {
        let sentences = self.running_sentences();
        let holding = sentences.filter(|(_, sentence)| self.hits.has(*sentence, Set::from(role)));
        let count = holding.count();
        count >= FEWEST_TELLING && count * share >= self.sentences.len()
    }

    /// The index of the sentence that holds `position`, or of the last one before it.
    pub fn sentence_at(&self, position: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.start <= position)
            .saturating_sub(1)
    }

    /// The names that begin in a stretch.
    pub fn names_in(&self, stretch: Span) -> &[Name] {
        stretch.begun(&self.names, |name| name.span.start)
    }

    /// The notes that cover a place, by their indices: those that stand behind it, or around it.
    pub fn notes_over(&self, place: usize) -> impl Iterator<Item = usize> + '_ {
        // Reaches ascend as notes do, and those that share one follow each other.
        let from = self.notes.partition_point(|note| note.reach.end <= place);
        (from..self.notes.len()).take_while(move |&at| self.notes[at].reach.start <= place)
    }

    /// The note that a part stands in.
    pub fn note_of(&self, part: Span) -> Option<Span> {
        let mut notes = self.notes_over(part.start).map(|at| self.notes[at].span);
        notes.find(|note| note.covers(part))
    }

    /// Whether a place stands in the cell of a table that says what is to be done: the longest of its row that says neither
    /// who nor when.
    pub fn is_task_cell(&self, position: usize) -> bool {
        let Some(cell) = self.cell_at(position) else {
            return false;
        };
        let row = cell.row.begun(self.cells, |cell| cell.span.start).iter();
        let longest = row
            .filter(|cell| cell.duties.is_empty())
            .max_by_key(|cell| cell.span.len());
        longest.is_some_and(|longest| longest.span == cell.span)
    }

    /// The cell of a table of tasks that holds a place.
    pub fn cell_at(&self, place: usize) -> Option<&'a TableCell> {
        let at = self.cells.partition_point(|cell| cell.span.end <= place);
        self.cells.get(at).filter(|cell| cell.span.start <= place)
    }

    /// The cells with a number that stand in a stretch.
    pub fn figures_in(&self, stretch: Span) -> &'a [FigureCell] {
        stretch.begun(self.figures, |cell| cell.span.start)
    }

    /// The tokens that stand in a stretch.
    pub fn tokens_in(&self, stretch: Span) -> &[Token] {
        let start = |index: usize| Some(self.tokens.get(index)?.span.start);
        let from = self.token_starts.first(stretch.start, start);
        let mut to = self.token_starts.first(stretch.end, start);
        // The last one may go on behind the stretch.
        if to > from && self.tokens[to - 1].span.end > stretch.end {
            to -= 1;
        }
        &self.tokens[from..to.max(from)]
    }

    /// The times that stand in a stretch.
    pub fn times_in(&self, stretch: Span) -> &[(Span, Time)] {
        within(&self.times, stretch, |time| time.0)
    }

    /// The numbers that stand in a stretch, those inside times aside.
    pub fn numbers_in(&self, stretch: Span) -> &[Number] {
        within(&self.numbers, stretch, |number| number.0)
    }

    /// The clauses of a sentence.
    pub fn clauses_of(&self, sentence: usize) -> &[Clause] {
        Span::new(sentence, sentence + 1).begun(&self.clauses, |clause| clause.sentence)
    }

    /// The index of the innermost section around `position`.
    pub fn section_at(&self, position: usize) -> Option<usize> {
        let begun =
            (self.sections).partition_point(|section| section.heading.section.start <= position);
        self.upwards(begun.checked_sub(1))
            .find(|&index| self.sections[index].heading.section.contains(position))
    }

    /// A section and those around it, by their indices.
    pub(crate) fn upwards(&self, section: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(section, |&index| self.sections[index].parent)
    }

    /// Whether a section is `outer` or stands in it; all stand in the text itself.
    pub(crate) fn is_inside(&self, section: Option<usize>, outer: Option<usize>) -> bool {
        outer.is_none_or(|outer| self.upwards(section).any(|one| one == outer))
    }

    /// The titles of the headings around `position`, outermost first.
    pub fn section_path(&self, position: usize) -> Vec<String> {
        let around = self.upwards(self.section_at(position));
        let mut path: Vec<String> = around
            .map(|index| self.sections[index].heading.title.clone())
            .collect();
        path.reverse();
        path
    }
}

/// The fewest sentences that tell what kind of text one is.
const FEWEST_TELLING: usize = 6;
/// Which part of the sentences of a text of rules say what ought to be: a fourth.
const SHARE_OF_NORMS: usize = 4;
/// Which part of the sentences of a text that asks for applications speak of them: a fifth.
const SHARE_OF_APPLYING: usize = 5;

/// The fewest articles that make rules of a text.
const FEWEST_ARTICLES: usize = 5;

/// The items that stand whole in a stretch; they ascend and do not overlap.
fn within<T>(items: &[T], stretch: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let from = items.partition_point(|item| span(item).start < stretch.start);
    let to = items.partition_point(|item| span(item).end <= stretch.end);
    &items[from..to.max(from)]
}
