//! People: a name that words are cut into, beside a post or 同志.

use super::name::{Name, NameKind};
use super::post::is_post;
use super::scene::Scene;
use crate::lexicon::name_words::Part;
use crate::lexicon::surnames;
use crate::reading::pos::Pos;
use crate::text::window_after;

/// The person whom a token names. Leaders are not meant whose name stands for a thought.
pub fn at(scene: &Scene, at: usize) -> Option<Name> {
    let token = scene.tokens[at];
    if token.pos != Pos::Person {
        return None;
    }
    let name = scene.word(at);
    let letters = name.chars().count();
    let is_name = (2..=4).contains(&letters)
        && surnames::TABLE.has(window_after(name, 0, 1))
        && scene.part_from(at, Part::Invoked).is_none();
    // 陈海涛|副|市长: the rank belongs to the post.
    let behind = || {
        let next = at + 1;
        let rank = scene.part_from(next, Part::Rank);
        is_post(scene.word(next))
            || rank.is_some_and(|end| is_post(scene.word(scene.token_from(end))))
    };
    let before = || at > 0 && is_post(scene.word(at - 1));
    (is_name && (behind() || before()))
        .then(|| Name::new(token.span.start, token.span.end, NameKind::Person))
}
