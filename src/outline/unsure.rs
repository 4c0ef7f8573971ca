//! Whether a document's structure is unsure, as its own parts show: what a reader should see for himself.

use crate::layout::is_closed;
use crate::model::{Block, BlockKind, Heading, HeadingStyle};
use crate::text::is_longer;

/// The most characters of a paragraph that somebody wrote as one.
const LONGEST: usize = 3000;

/// The fewest paragraphs that break off, and the fewest headings out of their count, that are no slips; and of how
/// many each must be one.
const BROKEN: (usize, usize) = (5, 5);
const JUMPS: (usize, usize) = (3, 4);

/// Whether paragraphs are not divided, or break off in the middle of sentences, or headings do not count on.
pub(super) fn is_unsure(text: &str, blocks: &[Block], outline: &[Heading]) -> bool {
    let paragraphs = blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph);
    let (mut running, mut broken) = (0, 0);
    for words in paragraphs.map(|block| block.span.of(text)) {
        if is_longer(words, LONGEST) {
            return true;
        }
        let runs = words.contains(['，', ',']);
        running += usize::from(runs);
        broken += usize::from(runs && !is_closed(words.trim_end()));
    }
    let mut count = Count::default();
    count.walk(outline);
    let many = |found: usize, (least, share): (usize, usize), all: usize| {
        found >= least && found * share >= all
    };
    many(broken, BROKEN, running) || many(count.jumps, JUMPS, count.headings)
}

/// The numbers of headings: one is the first, or goes on with its list, or with the last of its style in the text.
#[derive(Default)]
struct Count {
    headings: usize,
    jumps: usize,
    last: Vec<(HeadingStyle, u32)>,
}

impl Count {
    fn walk(&mut self, headings: &[Heading]) {
        let mut siblings: Vec<(HeadingStyle, u32)> = Vec::new();
        for heading in headings {
            let inline = matches!(heading.style, HeadingStyle::Inline | HeadingStyle::Dash);
            if let Some(number) = heading.number.filter(|_| !inline) {
                let own = (heading.style, number);
                let goes_on = goes_on(&siblings, own) || goes_on(&self.last, own);
                self.headings += 1;
                self.jumps += usize::from(number > 1 && !goes_on);
                see(&mut siblings, own);
                see(&mut self.last, own);
            }
            self.walk(&heading.children);
        }
    }
}

/// Whether a number is the next one of its style.
fn goes_on(last: &[(HeadingStyle, u32)], (style, number): (HeadingStyle, u32)) -> bool {
    let before = number.checked_sub(1);
    before.is_some_and(|before| last.contains(&(style, before)))
}

/// Notes the last number of a style.
fn see(last: &mut Vec<(HeadingStyle, u32)>, own: (HeadingStyle, u32)) {
    last.retain(|(style, _)| *style != own.0);
    last.push(own);
}

#[cfg(test)]
mod tests {
    use super::super::doubts;
    use crate::layout::lay_out;
    use crate::model::WarningCode;
    use crate::outline::outline;

    fn is_unsure(source: &str) -> bool {
        let layouts = lay_out(source);
        let mut documents = layouts.documents.iter();
        documents.any(|layout| {
            let outline = outline(&layout.text, &layout.blocks);
            doubts(&layout.text, &layout.blocks, &outline).contains(&WarningCode::Structure)
        })
    }

    #[test]
    fn a_text_that_nobody_divided_is_unsure() {
        assert!(is_unsure(
            &"全镇新修水渠，清理塘坝，老人吃上了放心水。".repeat(180)
        ));
        assert!(!is_unsure(
            &"全镇新修水渠，清理塘坝，老人吃上了放心水。\n".repeat(180)
        ));
    }

    #[test]
    fn headings_that_do_not_count_on_are_unsure() {
        let part = |number: &str| format!("{number}、抓好水利\n修渠清塘，蓄水保苗。\n");
        let text = |numbers: &[&str]| {
            numbers
                .iter()
                .map(|number| part(number))
                .collect::<String>()
        };
        assert!(is_unsure(&text(&["一", "四", "三", "八", "九"])));
        // One that is missing is a slip; a count may begin again.
        assert!(!is_unsure(&text(&["一", "二", "四", "五", "六"])));
        assert!(!is_unsure(&text(&["一", "二", "三", "一", "二", "三"])));
    }

    #[test]
    fn nothing_goes_before_the_number_nought() {
        let style = crate::model::HeadingStyle::Dash;
        assert!(!super::goes_on(&[(style, u32::MAX)], (style, 0)));
        assert!(super::goes_on(&[(style, 0)], (style, 1)));
    }

    #[test]
    fn numbers_that_count_on_through_chapters_are_sure() {
        let text = "一、农业\n1.种茶\n种茶百亩，增收百万。\n2.养蚕\n养蚕百户，增收百万。\n\
                    二、水利\n3.修渠\n修渠百里，灌田万亩。\n4.清塘\n清塘百口，蓄水保苗。\n\
                    三、林业\n5.植树\n植树百亩，绿了荒山。\n6.护林\n护林百人，日夜巡山。\n";
        assert!(!is_unsure(text));
    }
}
