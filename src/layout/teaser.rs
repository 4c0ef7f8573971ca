//! Teasers: the beginning of a text that collection sites print again before it.

use super::paragraph::Paragraph;
use super::shape;

/// The most bytes of a teaser.
const LONGEST: usize = 3000;

/// Whether the paragraph at `at` is cut off with dots and what follows begins with its words.
pub(super) fn is_teaser(paragraphs: &[Paragraph], at: usize) -> bool {
    let text = &*paragraphs[at].text;
    if text.len() > LONGEST || text.len() < 60 {
        return false;
    }
    let bare = text.trim_end_matches(['.', '…', '。', '·']);
    let dots = &text[bare.len()..];
    if !(dots.contains('…') || dots.matches(['.', '。', '·']).count() > 1) {
        return false;
    }
    let own = shape::dense(bare);
    let mut following = String::new();
    for paragraph in paragraphs.iter().skip(at + 1).take(8) {
        let rest = paragraph.text.chars().take(own.len());
        following.extend(rest.filter(|c| c.is_alphanumeric()));
        if following.len() > 2 * own.len() {
            break;
        }
    }
    let count = own.chars().count();
    let tail: String = own.chars().skip(count.saturating_sub(16)).collect();
    let head: String = own.chars().take(8).collect();
    count >= 24 && following.contains(&tail) && following.contains(&head)
}
