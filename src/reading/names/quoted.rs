//! Names in quotation marks: “清水”行动, “十百千工程”, “一村一策”机制.

use super::common::is_common;
use super::name::{Name, NameKind};
use super::scene::Scene;
use crate::lexicon::name_words::{Part, TABLE};
use crate::model::Span;
use crate::reading::marks::{ends_clause, ends_sentence};
use crate::text::numeral::chinese_digit;

/// A quotation that is as long may say itself what it is (“十百千工程”).
const LONG: usize = 4;

/// The name that the mark “ opens: what follows it, or how it ends, says that it is one.
pub fn at(scene: &Scene, at: usize) -> Option<Name> {
    let mark = scene.tokens[at].span;
    let close = |from: usize| scene.text.get(from..scene.sentence.end)?.find('”');
    let inside = Span::new(mark.end, mark.end + close(mark.end)?);
    let name = inside.of(scene.text);
    let length = name.chars().count();
    // “十四五”规划: everybody's plan.
    let is_plan = name
        .chars()
        .all(|c| c == '十' || chinese_digit(c).is_some());
    if length < 2 || is_plan || name.contains(|c| ends_clause(c) || ends_sentence(c)) {
        return None;
    }
    let mut end = inside.end + '”'.len_utf8();
    // “并联审批”“送审批上门”等举措: one noun for a row of names.
    while scene.text[end..scene.sentence.end]
        .trim_start_matches(['、', '和', '及'])
        .starts_with('“')
    {
        end += close(end)? + '”'.len_utf8();
    }
    let behind = scene.token_from(end);
    // “…”协作|机制: a common word of two characters may stand between.
    let word = scene.word(behind);
    let skips = word.chars().count() == 2 && is_common(word);
    let stands = |at: usize, part: Part| {
        let place = scene
            .tokens
            .get(at)
            .map_or(scene.sentence.end, |token| token.span.start);
        let behind = &scene.text[place..scene.sentence.end];
        TABLE.beginning(behind, part).is_some()
    };
    let ends = |words: &str, part: Part| TABLE.ending(words, part).is_some();
    let is_designated = stands(behind, Part::Designated)
        || skips && stands(behind + 1, Part::Designated)
        || ends(word, Part::Designated);
    let says_itself = length >= LONG && ends(name, Part::Quoted);
    let kind = if stands(behind, Part::Programme) {
        NameKind::Project
    } else if is_designated || says_itself {
        NameKind::Quoted
    } else {
        return None;
    };
    Some(Name::new(inside.start, inside.end, kind))
}
