//! Where one article ends and the next begins when no title says so: paragraphs go with the side
//! whose words they share (lexical cohesion, after Hearst, TextTiling, 1997).

use std::collections::HashSet;

use super::join::Paragraph;

/// The most characters of either side that are compared.
const COMPARED: usize = 12_000;

/// The first paragraph of the article that begins before `restart`: one of `from + 1..=restart`,
/// chosen so that the paragraphs `from..restart` share most words with their own side. The first
/// of them stays with the heading above it.
pub(super) fn split(
    paragraphs: &[Paragraph],
    before: usize,
    from: usize,
    restart: usize,
    following: usize,
) -> usize {
    if restart <= from + 1 {
        return restart;
    }
    let earlier = pairs(&paragraphs[before..from]);
    let later = pairs(&paragraphs[restart..following.max(restart + 1).min(paragraphs.len())]);
    let mut best = (restart, 0_i64);
    let mut score = 0;
    for at in (from + 1..restart).rev() {
        let own = pairs(&paragraphs[at..=at]);
        let to_later = own
            .iter()
            .filter(|pair| later.contains(*pair) && !earlier.contains(*pair))
            .count();
        let to_earlier = own
            .iter()
            .filter(|pair| earlier.contains(*pair) && !later.contains(*pair))
            .count();
        score += to_later as i64 * earlier.len().max(1) as i64
            - to_earlier as i64 * later.len().max(1) as i64;
        if score > best.1 {
            best = (at, score);
        }
    }
    best.0
}

/// Whether the words of `title` are those of the `later` paragraphs rather than the `earlier`.
pub(super) fn belongs(title: &str, earlier: &[Paragraph], later: &[Paragraph]) -> bool {
    let (earlier, later) = (pairs(earlier), pairs(later));
    let mut balance = 0_i64;
    let mut previous = None;
    for character in title.chars() {
        if let Some(previous) = previous {
            let pair = (previous, character);
            balance += i64::from(later.contains(&pair)) - i64::from(earlier.contains(&pair));
        }
        previous = Some(character);
    }
    balance > 0
}

/// Every two Chinese characters that stand together.
fn pairs(paragraphs: &[Paragraph]) -> HashSet<(char, char)> {
    let mut pairs = HashSet::new();
    let mut left = COMPARED;
    for paragraph in paragraphs {
        let mut previous = None;
        for character in paragraph.text.chars().take(left) {
            left = left.saturating_sub(1);
            let han = ('\u{4e00}'..='\u{9fff}').contains(&character);
            if let Some(previous) = previous.filter(|_| han) {
                pairs.insert((previous, character));
            }
            previous = han.then_some(character);
        }
        if left == 0 {
            break;
        }
    }
    pairs
}
