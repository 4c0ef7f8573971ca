//! Whose amount a claim tells (全市, 规模以上), and the one form of its indicator's name.

use super::indicator::Named;
use super::scene::Scene;
use crate::lexicon::indicator_names::{Kind, TABLE};
use crate::lexicon::value_scope;
use crate::reading::Kind::Mark;
use crate::reading::{Reading, Token};

/// The most words between a place and what is told of it: 全市累计完成固定资产投资.
const LONGEST_LEAD: usize = 6;

/// The words of scope, and the name without the place, in the form that all ways to write it share.
pub(super) fn told(scene: &Scene, named: &Named) -> (Vec<String>, String) {
    of_name(scene.reading, &named.indicator, named.start)
}

/// Those of an indicator whose first word stands at `start`.
pub(super) fn of_name(reading: &Reading, indicator: &str, start: usize) -> (Vec<String>, String) {
    if indicator.is_empty() {
        return Default::default();
    }
    let tokens = &reading.tokens;
    let at = tokens.partition_point(|token| token.span.start < start);
    let place = |token: &Token| {
        let word = token.span.of(reading.text);
        // 全市, 我县: most words are told off by this alone.
        if !word.starts_with(['全', '我']) {
            return None;
        }
        let row = value_scope::TABLE.get(word)?;
        row.kinds.has(value_scope::Kind::Whole).then_some(word)
    };
    let before = tokens[..at].iter().rev().take(LONGEST_LEAD);
    let mut before = before.take_while(|token| token.kind != Mark);
    let first = tokens.get(at).and_then(place);
    let first = first.filter(|word| word.len() < indicator.len());
    let head = first.map_or(0, str::len);
    let name = &indicator[head..];
    let kind = TABLE.beginnings(name).find(|row| row.kind != Kind::Name);
    let kind = kind.filter(|row| row.kind == Kind::Scope && row.word.len() < name.len());
    let words = first.or_else(|| before.find_map(place)).into_iter();
    let words = words.chain(kind.map(|row| row.word));
    let rest = kind.map_or(name, |row| &name[row.word.len()..]);
    let normal = [kind.map_or("", |row| row.normal), rest].concat();
    (words.map(str::to_owned).collect(), in_common_form(&normal))
}

/// A name as all ways to write it have it, without quotation marks and white space.
fn in_common_form(name: &str) -> String {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '“' | '”' | '"' | '‘' | '’');
    let bare = name.replace(is_mark, "");
    match TABLE.get(&bare) {
        Some(row) => row.normal.to_owned(),
        None => bare,
    }
}
