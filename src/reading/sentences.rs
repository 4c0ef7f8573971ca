//! Where a document's sentences and clauses begin and end.

use super::document::{Clause, Reading};
use super::marks::{ends_clause, ends_sentence};
use crate::model::{BlockKind, HeadingStyle, Span};
use crate::source::signs;
use crate::text::numeral::digit;

impl Reading<'_> {
    /// Finds the sentences of all blocks.
    pub(super) fn find_sentences(&mut self) {
        // Where a heading ends inside a paragraph a sentence ends too.
        let mut cuts: Vec<Span> = self
            .sections
            .iter()
            .filter(|section| {
                !matches!(
                    section.heading.style,
                    HeadingStyle::Inline | HeadingStyle::Dash
                )
            })
            .map(|section| section.heading.span)
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
                let mut end = heading.end.min(block.span.end);
                while let Some(mark) = self.text[end..block.span.end].chars().next() {
                    if !ends_sentence(mark) {
                        break;
                    }
                    end += mark.len_utf8();
                }
                self.push_sentence(Span::new(heading.start, end), index, true);
                at = end;
            }
            let is_heading = !matches!(block.kind, BlockKind::Paragraph | BlockKind::Noise);
            self.cut_sentences(Span::new(at, block.span.end), index, is_heading);
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
                let end = start + length;
                let cut = Span::new(stretch.start + start, stretch.start + end);
                self.push_sentence(cut, block, is_heading);
                start = end;
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
            self.push_sentence(
                Span::new(stretch.start + start, stretch.start + end),
                block,
                is_heading,
            );
            start = end;
        }
        self.push_sentence(
            Span::new(stretch.start + start, stretch.end),
            block,
            is_heading,
        );
    }

    fn push_sentence(&mut self, span: Span, block: usize, is_heading: bool) {
        let text = span.of(self.text).trim_start();
        let trimmed = text.trim_end();
        if trimmed.is_empty() {
            return;
        }
        let start = span.end - text.len();
        self.sentences.push(Span::new(start, start + trimmed.len()));
        self.sentence_blocks.push(block);
        self.sentence_is_heading.push(is_heading);
    }

    /// Finds the clauses of all sentences.
    pub(super) fn find_clauses(&mut self) {
        for (index, sentence) in self.sentences.iter().enumerate() {
            let text = sentence.of(self.text);
            let mut start = 0;
            for (at, mark) in signs(text) {
                if (ends_clause(mark) || ends_sentence(mark)) && !stands_in_number(text, at, mark) {
                    push_clause(
                        &mut self.clauses,
                        text,
                        *sentence,
                        Span::new(start, at),
                        index,
                    );
                    start = at + mark.len_utf8();
                }
            }
            push_clause(
                &mut self.clauses,
                text,
                *sentence,
                Span::new(start, text.len()),
                index,
            );
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

fn push_clause(clauses: &mut Vec<Clause>, text: &str, sentence: Span, part: Span, index: usize) {
    let words = part.of(text).trim_start();
    let trimmed = words.trim_end();
    if trimmed.is_empty() {
        return;
    }
    let start = sentence.start + part.end - words.len();
    clauses.push(Clause {
        span: Span::new(start, start + trimmed.len()),
        sentence: index,
    });
}

/// Whether the mark at `at` stands behind a digit and belongs to the number: 3,722, 33，212 and
/// 34:35:31.
fn stands_in_number(text: &str, at: usize, mark: char) -> bool {
    if !matches!(mark, ',' | '，' | ':' | '：')
        || !text[..at].ends_with(|before| digit(before).is_some())
    {
        return false;
    }
    let tail = &text[at + mark.len_utf8()..];
    // A fourth digit tells enough: 33，2124 is no number.
    let digits = || {
        tail.chars()
            .take(4)
            .take_while(|&c| digit(c).is_some())
            .count()
    };
    match mark {
        ',' | '，' => digits() == 3,
        _ => digits() > 0,
    }
}
