//! Where a document's sentences and clauses begin and end.

use super::document::{Clause, Reading};
use super::marks::{ends_clause, ends_sentence};
use crate::model::{BlockKind, HeadingStyle, Span};
use crate::source::signs;
use crate::text::is_digit;

impl Reading<'_> {
    /// Finds the sentences of all blocks.
    pub(super) fn find_sentences(&mut self) {
        // Where a heading ends inside a paragraph a sentence ends too.
        let inline = [HeadingStyle::Inline, HeadingStyle::Dash];
        let topics = self.sections.iter().filter(|section| !section.is_sentence);
        let headings = topics.map(|section| section.heading);
        let mut cuts: Vec<Span> = headings
            .filter(|heading| !inline.contains(&heading.style))
            .map(|heading| heading.span)
            .collect();
        cuts.sort_unstable();
        let mut cut = 0;
        for (index, block) in self.blocks.iter().enumerate() {
            let mut at = block.span.start;
            while cut < cuts.len() && cuts[cut].start < block.span.end {
                let heading = cuts[cut];
                cut += 1;
                if heading.start < at {
                    continue;
                }
                self.cut_sentences(Span::new(at, heading.start), index, false);
                // The mark after a heading belongs to it.
                let end = heading.end.min(block.span.end);
                let behind = &self.text[end..block.span.end];
                let end = block.span.end - behind.trim_start_matches(ends_sentence).len();
                self.push_sentence(Span::new(heading.start, end), index, true);
                at = end;
            }
            let is_heading = !matches!(block.kind, BlockKind::Paragraph | BlockKind::Noise);
            let cells = block.span.begun(self.cells, |cell| cell.span.start);
            if cells.len() < 2 {
                self.cut_sentences(Span::new(at, block.span.end), index, is_heading);
            }
            // The words of two cells are never one sentence.
            for cell in cells.iter().filter(|_| cells.len() > 1) {
                self.cut_sentences(cell.span, index, is_heading);
            }
        }
    }

    fn cut_sentences(&mut self, stretch: Span, block: usize, is_heading: bool) {
        let text = stretch.of(self.text);
        // Only in a long stretch can a sentence be cut where no mark stands.
        if text.len() > 2 * LONGEST_SENTENCE {
            self.cut_at_marks(stretch, text.char_indices(), block, is_heading);
        } else {
            self.cut_at_marks(stretch, signs(text), block, is_heading);
        }
    }

    /// Cuts `stretch` at the marks among its `characters`: all of them, or its signs.
    fn cut_at_marks(
        &mut self,
        stretch: Span,
        characters: impl Iterator<Item = (usize, char)>,
        block: usize,
        is_heading: bool,
    ) {
        let text = stretch.of(self.text);
        let mut start = 0;
        let mut depth = 0_usize;
        let mut characters = characters.peekable();
        while let Some((at, character)) = characters.next() {
            match character {
                '“' | '《' | '（' | '(' | '「' | '『' => depth += 1,
                '”' | '》' | '）' | ')' | '」' | '』' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let length = at + character.len_utf8() - start;
            let breaks = ends_clause(character) || character == '、';
            if length > LONGEST_SENTENCE && breaks || length > 2 * LONGEST_SENTENCE {
                let sentence = Span::new(start, start + length).moved(stretch.start);
                self.push_sentence(sentence, block, is_heading);
                start += length;
                depth = 0;
                continue;
            }
            if !ends_sentence(character) {
                continue;
            }
            let mut end = at + character.len_utf8();
            // Inside quotation marks a sentence goes on, unless it ends just before the closing
            // mark; a quotation that never closes must not swallow the rest.
            if depth > 0
                && !text[end..].starts_with(['”', '』', '」'])
                && at - start < LONGEST_QUOTED
                && closes_soon(&text[at..])
            {
                continue;
            }
            while let Some((_, next)) = characters.next_if(|&(at, next)| {
                at == end && (ends_sentence(next) || matches!(next, '”' | '』' | '」' | '）' | ')'))
            }) {
                end += next.len_utf8();
            }
            depth = 0;
            let sentence = Span::new(start, end).moved(stretch.start);
            self.push_sentence(sentence, block, is_heading);
            start = end;
        }
        let rest = Span::new(stretch.start + start, stretch.end);
        self.push_sentence(rest, block, is_heading);
    }

    fn push_sentence(&mut self, span: Span, block: usize, is_heading: bool) {
        let span = span.trimmed(self.text);
        if !span.is_empty() {
            self.sentences.push(span);
            self.sentence_blocks.push(block);
            self.sentence_is_heading.push(is_heading);
        }
    }

    /// Finds the clauses of all sentences.
    pub(super) fn find_clauses(&mut self) {
        for (index, sentence) in self.sentences.iter().enumerate() {
            let text = sentence.of(self.text);
            let ends = signs(text)
                .filter(|&(_, mark)| ends_clause(mark) || ends_sentence(mark))
                .filter(|&(at, mark)| !stands_in_number(text, at, mark))
                .filter(|&(at, mark)| {
                    !matches!(mark, '，' | ',') || !is_rider(&text[at + mark.len_utf8()..])
                })
                .map(|(at, mark)| (at, at + mark.len_utf8()));
            let mut start = 0;
            for (end, next) in ends.chain([(text.len(), text.len())]) {
                let part = Span::new(start, end).moved(sentence.start);
                let span = part.trimmed(self.text);
                if !span.is_empty() {
                    self.clauses.push(Clause {
                        span,
                        sentence: index,
                    });
                }
                start = next;
            }
        }
    }
}

/// A sentence of more bytes is cut at the next clause: text without a full stop must not make the
/// later stages slow. Sentences that people write stay well below 1,000 characters.
const LONGEST_SENTENCE: usize = 3000;

/// The most bytes of one quotation that are kept in one sentence.
const LONGEST_QUOTED: usize = 1500;

/// Whether a closing mark follows within the next 100 characters.
fn closes_soon(rest: &str) -> bool {
    rest.chars()
        .take(100)
        .any(|c| matches!(c, '”' | '》' | '）' | ')' | '」' | '』'))
}

/// The most characters of what a bracket adds at its end and no clause is: （预计完成数，下同）.
const LONGEST_RIDER: usize = 2;

/// Whether nothing but such a rider stands before the end of a bracket; 修路；（2）治水 opens another one.
fn is_rider(rest: &str) -> bool {
    let mut near = rest.chars().take(LONGEST_RIDER + 1);
    let first = near.find(|mark| matches!(mark, '（' | '(' | '）' | ')'));
    first.is_some_and(|mark| matches!(mark, '）' | ')')) && !rest.starts_with(['）', ')'])
}

/// Whether the mark at `at` stands behind a digit and belongs to the number: 3,722, 33，212 and
/// 34:35:31.
fn stands_in_number(text: &str, at: usize, mark: char) -> bool {
    if !matches!(mark, ',' | '，' | ':' | '：') || !text[..at].ends_with(is_digit) {
        return false;
    }
    let tail = &text[at + mark.len_utf8()..];
    // A fourth digit tells enough: 33，2124 is no number.
    let figures = tail.chars().take(4).take_while(|&c| is_digit(c));
    match figures.count() {
        3 => true,
        digits => digits > 0 && matches!(mark, ':' | '：'),
    }
}
