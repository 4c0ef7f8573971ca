//! Posts, and other words that tell that the words beside them are a person's name.

use crate::lexicon::name_words::{Part, TABLE};
use crate::lexicon::roles;

/// Whether a word is a post that few hold at a time (书记, 主任), or 同志 and the like.
pub fn is_post(word: &str) -> bool {
    TABLE.is(word, Part::AfterPerson) || roles::TABLE.get(word).is_some_and(|row| !row.many)
}

/// Whether a word is a rank between a name and a post: 陈海涛|副|市长.
pub fn is_rank(word: &str) -> bool {
    TABLE.is(word, Part::Rank)
}
