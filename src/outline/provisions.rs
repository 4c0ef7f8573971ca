//! Numbered paragraphs that state and head nothing: the provisions of a rule, the duties of bodies, the terms of a plan. A
//! paragraph of several sentences looks alike whether its first one is a topic (（一）加快转型。…) or the first of what it says;
//! the others of its list tell.

use std::collections::BTreeMap;

use super::entry::Entry;
use crate::layout::ends_once;
use crate::model::{Block, BlockKind, Span};
use crate::numbering::Form;
use crate::text::is_longer;

/// The most characters of a topic, its number among them. In lists of real texts the median of first sentences was at most 35 where
/// they headed, and 43 and more where they did not.
const LONGEST: usize = 40;

/// So few paragraphs of one list tell nothing of each other; all that the text numbers so tell then.
const FEWEST: usize = 3;

/// The paragraphs of a list: how many there are, and how many of them state.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    all: usize,
    stating: usize,
}

impl Tally {
    fn see(&mut self, states: bool) {
        self.all += 1;
        self.stating += usize::from(states);
    }

    fn states(self) -> bool {
        self.stating * 2 > self.all
    }
}

/// For each block, whether it is one of a list of such paragraphs.
pub(super) fn provisions(text: &str, blocks: &[Block], at_start: &[Option<Entry>]) -> Vec<bool> {
    let mut lists: Vec<Tally> = Vec::new();
    let mut of_rank: BTreeMap<u8, Tally> = BTreeMap::new();
    // The list of each rank that goes on.
    let mut open: BTreeMap<u8, usize> = BTreeMap::new();
    let list_of = blocks.iter().zip(at_start).map(|(block, entry)| {
        let entry = entry.as_ref().filter(|entry| entry.form.heads())?;
        let rank = entry.form.rank();
        let begins = if entry.number == 1 { rank } else { rank + 1 };
        open.split_off(&begins);
        // What was told to head other paragraphs does.
        if entry.number == 0 || entry.form == Form::OrdinalHeading {
            return None;
        }
        let is_paragraph = block.kind == BlockKind::Paragraph;
        let states = is_paragraph && states(text, block, entry);
        let list = *open.entry(rank).or_insert(lists.len());
        if list == lists.len() {
            lists.push(Tally::default());
        }
        lists[list].see(states);
        of_rank.entry(rank).or_default().see(states);
        is_paragraph.then_some((list, rank))
    });
    let list_of: Vec<Option<(usize, u8)>> = list_of.collect();
    let is_of_provisions = |(list, rank): (usize, u8)| {
        let own = lists[list];
        let tally = if own.all < FEWEST {
            of_rank[&rank]
        } else {
            own
        };
        tally.states()
    };
    let rows = rows(text, blocks, at_start);
    let of = |place: Option<(usize, u8)>| place.is_some_and(is_of_provisions);
    let places = list_of.into_iter().zip(rows);
    places.map(|(place, is_row)| is_row || of(place)).collect()
}

/// So many lines that count on with nothing under them are rows of a list; of so many one may be broken.
const ROWS: usize = 4;

/// For each block, whether it is one of a list of lines with nothing under them: 1.《云河县节水条例》, 2.《云河县河道管理办法》.
fn rows(text: &str, blocks: &[Block], at_start: &[Option<Entry>]) -> Vec<bool> {
    let mut rows = vec![false; blocks.len()];
    // Of lines alone nothing is known.
    if !has_text(text, blocks) {
        return rows;
    }
    let line = |at: usize| {
        let entry = at_start.get(at)?.as_ref();
        entry.filter(|entry| {
            let is_low = entry.form.heads() && entry.form.rank() >= Form::Article.rank();
            is_low && blocks[at].kind == BlockKind::Heading && entry.heads_line()
        })
    };
    // The next of the list stands right below, or below the rest of a line that a page broke.
    let next = |at: usize| {
        let own = line(at)?;
        let counts_on =
            |next: &Entry| own.form == next.form && next.number == own.number.saturating_add(1);
        (at + 1..=at + 2).find(|&below| line(below).is_some_and(counts_on))
    };
    let mut at = 0;
    while at < blocks.len() {
        let places: Vec<usize> = std::iter::successors(Some(at), |&at| next(at)).collect();
        let last = places.last().copied().unwrap_or(at);
        let broken = last + 1 - at - places.len();
        if places.len() >= ROWS && broken * ROWS <= places.len() {
            places.iter().for_each(|&place| rows[place] = true);
        }
        at = last + 1;
    }
    rows
}

/// The most bytes of a line that may be a title.
const LONGEST_LINE: usize = 240;

/// Whether a paragraph holds a sentence, or is longer than titles are.
pub(super) fn has_text(text: &str, blocks: &[Block]) -> bool {
    blocks.iter().any(|block| {
        let words = block.span.of(text);
        let sentence = words.contains(['。', '；', ';', '！', '!', '？', '?']);
        block.kind == BlockKind::Paragraph && (sentence || words.len() > LONGEST_LINE)
    })
}

/// Whether a paragraph is a whole statement, or its first sentence is longer than topics are.
fn states(text: &str, block: &Block, entry: &Entry) -> bool {
    let words = Span::new(entry.span.start, block.span.end).of(text);
    if ends_once(words) {
        return true;
    }
    let end = words.find(['。', '！', '!', '？', '?', '；', ';', '：', ':']);
    let first = &words[..end.unwrap_or(words.len())];
    // What heads it ends before a mark of another kind, or is cut off at its first clause.
    let is_cut = text[entry.span.end..].starts_with(['，', ',']);
    is_longer(first, LONGEST) && (is_cut || is_longer(entry.span.of(text), LONGEST))
}

#[cfg(test)]
mod tests {
    use crate::layout::lay_out;
    use crate::outline::outline;

    /// The titles of the headings of a text whose paragraphs are `lines`, below a heading of their own.
    fn titles(lines: &[&str]) -> Vec<String> {
        let source = format!("云河县水利规定\n一、总则\n{}\n", lines.join("\n"));
        let layouts = lay_out(&source);
        let layout = &layouts.documents[0];
        let outline = outline(&layout.text, &layout.blocks);
        let children = outline[0].children.iter().filter(|child| {
            let style = child.style;
            !matches!(style, crate::model::HeadingStyle::Inline)
        });
        children.map(|child| child.title.clone()).collect()
    }

    #[test]
    fn provisions_head_nothing() {
        for lines in [
            [
                "（一）取水单位应当在每年年底前向县水务局报送下一年度的用水计划。逾期不报的，由县水务局责令限期补报。",
                "（二）用水计划由县水务局核定。",
                "（三）超计划用水的单位，应当在收到通知之日起三十日内缴纳加价水费。",
            ],
            [
                "1.渠道两侧各五米为保护范围，任何单位和个人不得在范围内建房、挖塘、取土和堆放杂物，也不得开荒种地。已经建成的，限期搬迁。",
                "2.管护人员由受益村推选产生。",
                "3.水费按方计收。",
            ],
        ] {
            assert_eq!(titles(&lines), Vec::<String>::new(), "{lines:?}");
        }
    }

    #[test]
    fn topics_head_their_paragraphs() {
        for (lines, first) in [
            (
                [
                    "（一）节约用水。各镇要把节水放在首位，推广滴灌。",
                    "（二）修好渠道。县水务局要在春耕前完成清淤，确保畅通。",
                    "（三）管好水库。",
                ],
                "（一）节约用水",
            ),
            (
                [
                    "（一）兴修水利是解决全县三十万人吃饭问题的根本出路所在。多年来的经验说明了这一点。",
                    "（二）兴修水利是改变山区面貌的有效办法。东山镇的变化就是证明。",
                    "（三）兴修水利是群众多年的愿望。各镇都有要求。",
                ],
                "（一）兴修水利是解决全县三十万人吃饭问题的根本出路所在",
            ),
        ] {
            assert_eq!(
                titles(&lines).first().map(String::as_str),
                Some(first),
                "{lines:?}"
            );
        }
    }
}
