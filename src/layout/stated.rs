//! What the file that a text came in says of its paragraphs: a word processor knows where one ends, a text does not.

use super::keep::Kept;
use super::lines::{Line, Lines, lines};
use super::shape;
use crate::model::Span;

/// A paragraph as its file has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedParagraph {
    /// Where it stands: bytes of the source.
    pub span: Span,
    /// The level of its heading from 1; 0 where it is none.
    pub heading: u8,
}

/// What a file says of its paragraphs.
#[derive(Debug, Default)]
pub struct Stated {
    /// Ascending.
    paragraphs: Vec<StatedParagraph>,
}

/// Half characters from which on a paragraph is more than a heading.
const LONG: u16 = 60;

/// One in so many long paragraphs may stop in mid-sentence where paragraphs are paragraphs.
const BROKEN: usize = 4;

impl Stated {
    /// Takes what a file says of `source`, in any order. Where many paragraphs stop in mid-sentence they are lines of
    /// a column that were put into a file as they stood, and say nothing.
    pub fn new(source: &str, mut paragraphs: Vec<StatedParagraph>) -> Self {
        paragraphs.sort_by_key(|paragraph| paragraph.span);
        let words = paragraphs.iter().filter_map(|paragraph| {
            let Span { start, end } = paragraph.span;
            source.get(start..end).map(str::trim_end)
        });
        // Three bytes are a character, and that is two half ones.
        let long = words.filter(|words| words.len() / 3 * 2 > usize::from(LONG));
        let (mut all, mut open) = (0, 0);
        for words in long {
            all += 1;
            open += usize::from(!shape::is_closed(words));
        }
        if open * BROKEN > all {
            paragraphs.clear();
        }
        Self { paragraphs }
    }

    /// Cuts the source into lines that know which of them begin a paragraph, and which are headings.
    pub(super) fn lines(&self, source: &str, keep: &Kept) -> Lines {
        let mut cut = lines(source, keep);
        self.tell(&mut cut.lines);
        cut
    }

    fn tell(&self, lines: &mut [Line]) {
        let mut before = 0;
        for line in lines {
            let start = line.span.start;
            let begun = self
                .paragraphs
                .partition_point(|paragraph| paragraph.span.start <= start);
            line.begins = begun > before;
            before = begun;
            let paragraph = begun.checked_sub(1).and_then(|at| self.paragraphs.get(at));
            if let Some(paragraph) = paragraph
                && line.mark == 0
                && start < paragraph.span.end
                && line.width <= LONG
            {
                line.mark = paragraph.heading;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lay_out_knowing;
    use super::*;
    use crate::model::BlockKind;

    /// The blocks of `lines`, each stated as a paragraph with the level before it.
    fn blocks(lines: &[(u8, &str)]) -> Vec<(BlockKind, String)> {
        let mut source = String::new();
        let mut paragraphs = Vec::new();
        for &(heading, line) in lines {
            let span = Span::new(source.len(), source.len() + line.len());
            paragraphs.push(StatedParagraph { span, heading });
            source.push_str(line);
            source.push('\n');
        }
        let stated = Stated::new(&source, paragraphs);
        let layouts = lay_out_knowing(&source, &Kept::default(), &stated);
        let blocks = layouts.documents.iter().flat_map(|layout| {
            let told =
                |block: &crate::model::Block| (block.kind, block.span.of(&layout.text).to_owned());
            layout.blocks.iter().map(told)
        });
        blocks.collect()
    }

    const LONG: &str = "全镇新修机耕道十二公里，疏浚沟渠八千米，改造老旧泵站三座，受益农田四千余亩，群众出行和灌溉条件明显改善。";

    #[test]
    fn a_paragraph_that_stops_anywhere_ends_where_its_file_ends_it() {
        let open =
            "同时要看到，我镇基础设施仍然薄弱，产业层次不高，村级集体经济收入来源单一，一些干部";
        let lines = [
            (0, LONG),
            (0, LONG),
            (0, LONG),
            (0, open),
            (0, "作风不够扎实。"),
        ];
        let blocks = blocks(&lines);
        assert!(blocks.iter().any(|(_, words)| words == open), "{blocks:?}");
    }

    #[test]
    fn a_heading_is_what_its_file_makes_one() {
        let blocks = blocks(&[(0, LONG), (2, "沟渠畅通"), (0, LONG)]);
        let heading = blocks.iter().find(|(_, words)| words == "沟渠畅通");
        assert_eq!(heading.map(|(kind, _)| *kind), Some(BlockKind::Heading));
    }

    #[test]
    fn lines_of_a_column_are_no_paragraphs() {
        let lines = [
            (
                0,
                "全镇新修机耕道十二公里，疏浚沟渠八千米，改造老旧泵站三座，受益农田",
            ),
            (
                0,
                "四千余亩，群众出行和灌溉条件明显改善。今年还要继续推进高标准农田建",
            ),
            (
                0,
                "设，确保年底前完成全部工程的竣工验收，并且落实好长效管护责任和资金",
            ),
            (0, "保障，让农民真正得到实惠。"),
        ];
        assert_eq!(blocks(&lines).len(), 1, "{:?}", blocks(&lines));
    }
}
