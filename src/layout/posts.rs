//! Posts and bodies: 云河县人民政府县长, 县委宣传部.

use super::person_names::{count, is_name};
use super::shape;
use crate::lexicon::body_endings::Count;
use crate::lexicon::roles;

/// A post's words as body and post: 云河县人民政府 · 县长.
pub(super) fn post(words: &str) -> (Option<String>, Option<String>) {
    let words = words.trim();
    let Some(length) = ends_with_role(words) else {
        return (Some(words.to_owned()), None);
    };
    // 党组书记、局长: posts side by side are one role.
    let before = |at: usize| {
        let head = words[..at].trim_end_matches(['、', ' ', '\u{3000}', '，', '兼']);
        let length = ends_with_role(head).filter(|_| head.len() < at)?;
        Some(head.len() - length)
    };
    let mut at = words.len() - length;
    while let Some(earlier) = before(at) {
        at = earlier;
    }
    // 市委常委、组织部部长: a post before a body is a post as well.
    if let Some((first, _)) = words[..at].split_once('、')
        && let Some(length) = ends_with_role(first)
    {
        at = first.len() - length;
    }
    let organisation = words[..at].trim().trim_end_matches(['、', '，']);
    (
        (!organisation.is_empty()).then(|| organisation.to_owned()),
        Some(words[at..].trim().to_owned()),
    )
}

/// The bytes of the longest post that `text` ends with.
pub(super) fn ends_with_role(text: &str) -> Option<usize> {
    let text = text.trim_end();
    roles::TABLE.longest_at_end(text).map(|row| row.post.len())
}

/// Whether a line is a post with a name that was struck out: 县长 XX, 局长 ×××
pub(super) fn is_masked(line: &str) -> bool {
    const LONGEST: usize = 60;
    let mask = |c: char| matches!(c, 'X' | 'x' | '×' | '*' | '＊' | '○' | '某');
    let post = line.trim_end().trim_end_matches(mask);
    post.len() < line.trim_end().len()
        && line.len() <= LONGEST
        && ends_with_role(post.trim_end()).is_some()
}

/// Whether `text` ends as a post or the name of a body does.
pub(super) fn is_post_or_body(text: &str) -> bool {
    let text = text.trim();
    count(text) >= 2 && (ends_with_role(text).is_some() || Count::Byline.ends(text))
}

/// The name of a body without the note of its seal: 云河县水务局（章）
pub(super) fn unsealed(text: &str) -> &str {
    let name = text.trim().trim_end_matches(['）', ')']);
    let open = name.rfind(['（', '(']).filter(|_| name.ends_with('章'));
    open.map_or(text.trim(), |open| name[..open].trim_end())
}

/// Whether a short line is the name of a body: it ends as one and says nothing else.
pub(super) fn is_body_name(text: &str) -> bool {
    let text = unsealed(text);
    Count::Letterhead.ends(&shape::narrow(text))
        && count(text) <= 30
        && !text.contains(['，', '、', '“', '《'])
}

/// Whether `text` may be one of several bodies that sign a text: 网信办 too.
pub(super) fn is_signer(text: &str) -> bool {
    is_body_name(text) || Count::Owner.ends(text) && count(text) <= 30
}

/// Whether `text` may be the name of a person or of a body.
pub(super) fn is_name_or_body(text: &str) -> bool {
    is_name(text, false) || is_post_or_body(text)
}

/// 国务院总理李某某: where the name begins in a post and a name written together.
pub(super) fn post_and_name(token: &str) -> Option<usize> {
    let starts: Vec<usize> = token.char_indices().map(|(at, _)| at).collect();
    let places = [3, 2, 4]
        .into_iter()
        .filter(|size| size + 2 <= starts.len());
    let mut places = places.map(|size| starts[starts.len() - size]);
    places.find(|&at| ends_with_role(&token[..at]).is_some() && is_name(&token[at..], false))
}
