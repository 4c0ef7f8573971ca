//! People's names that no dictionary has, as words: a family name and a given name beside a post (李永贵同志).

use jieba_rs::Tag;

use super::common::is_common;
use super::post::{is_post, is_rank};
use crate::lexicon::surnames;
use crate::text::character::is_han;

/// The number of words, from the word `at` on, that make up a name; 0 where no name begins there.
///
/// A segmenter without a model for unknown words cuts such a name into its characters. The post
/// before or behind tells it from other runs of single characters.
pub fn length(words: &[Tag], at: usize) -> usize {
    let is_family = |word: &Tag| single(word.word).is_some() && surnames::TABLE.has(word.word);
    if !words.get(at).is_some_and(is_family) {
        return 0;
    }
    let after_post = at > 0 && is_post(words[at - 1].word);
    let word_at = |at: usize| words.get(at).map_or("", |word| word.word);
    // 陈|海涛|副|市长: the rank belongs to the post.
    let before_post = |count: usize| {
        let next = word_at(at + count);
        is_post(next) || is_rank(next) && is_post(word_at(at + count + 1))
    };
    let singles = words[at + 1..]
        .iter()
        .take(2)
        .take_while(|word| is_given(word))
        .count();
    if let Some(count) = (1..=singles).rev().find(|count| before_post(count + 1)) {
        return count + 1;
    }
    if singles == 2 && after_post {
        return 3;
    }
    // 陈|海涛|县长, 书记|赵|立新: a given name that is a word.
    let given = word_at(at + 1);
    if given.chars().count() == 2 && (before_post(2) || after_post && !is_common(given)) {
        return 2;
    }
    0
}

/// The character that a word is.
fn single(word: &str) -> Option<char> {
    let mut characters = word.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}

/// A character that may stand in a given name: no word of grammar, no numeral, no mark.
fn is_given(word: &Tag) -> bool {
    single(word.word).is_some_and(is_han)
        && !word
            .tag
            .starts_with(['u', 'p', 'c', 'r', 'm', 'q', 'd', 'f', 'y'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cut: &str) -> Vec<String> {
        let words: Vec<Tag> = cut
            .split('/')
            .map(|word| Tag {
                word,
                start: 0,
                end: 0,
                byte_start: 0,
                byte_end: 0,
                tag: if "的和在一二".contains(word) {
                    "u"
                } else {
                    "n"
                },
            })
            .collect();
        (0..words.len())
            .filter_map(|at| match length(&words, at) {
                0 => None,
                count => Some(words[at..at + count].iter().map(|word| word.word).collect()),
            })
            .collect()
    }

    #[test]
    fn a_name_is_told_by_the_post_beside_it() {
        assert_eq!(found("李/永/贵/同志/到/村里"), ["李永贵"]);
        assert_eq!(found("县委/书记/赵/立/新/讲话"), ["赵立新"]);
        assert_eq!(found("陈/海涛/主任/介绍"), ["陈海涛"]);
        assert_eq!(found("周/强/同志"), ["周强"]);
    }

    #[test]
    fn other_characters_are_left_alone() {
        for cut in [
            "李/书记/讲话",
            "张/灯/结/彩",
            "高/的/书记",
            "书记/和/主任",
            "王",
        ] {
            assert!(found(cut).is_empty(), "{cut}");
        }
    }
}
