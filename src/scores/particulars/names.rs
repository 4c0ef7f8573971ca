//! Policies, programmes and honours that have a name of their own.

use std::sync::OnceLock;

use crate::lexicon::INSTRUMENTS;
use crate::terms::Trie;

/// Words before an honour.
const GRANTED: [&str; 9] = [
    "荣获",
    "获评",
    "获得全",
    "入选",
    "被评为",
    "被授予",
    "被命名为",
    "授予",
    "命名为",
];

/// Whose honours these are.
const SCOPES: [&str; 9] = [
    "全国",
    "国家级",
    "国家",
    "自治区",
    "全区",
    "全省",
    "省级",
    "全市",
    "世界",
];

/// What an honour or a title ends with.
const TITLES: [&str; 22] = [
    "示范旗",
    "示范县",
    "示范市",
    "示范区",
    "示范镇",
    "示范村",
    "示范基地",
    "先进旗",
    "先进县",
    "先进市",
    "先进集体",
    "先进单位",
    "第一县",
    "百强县",
    "百强镇",
    "文明城市",
    "卫生城市",
    "园林城市",
    "卫生县城",
    "文明村镇",
    "试点县",
    "特色小镇",
];

/// The words without which there is none.
pub fn cues() -> impl Iterator<Item = &'static str> {
    GRANTED
        .into_iter()
        .chain(TITLES)
        .chain(INSTRUMENTS.iter().map(|row| row[0]))
}

/// Whether `text` names one.
pub fn any(text: &str) -> bool {
    instrument(text) || titled(text)
}

/// A programme by its name, or an honour that is conferred.
fn instrument(text: &str) -> bool {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let granted = GRANTED.into_iter().map(|word| (word, 0));
        Trie::new(INSTRUMENTS.iter().map(|row| (row[0], 0)).chain(granted))
    });
    table.stands_in(text)
}

/// 全国…示范县: a title that a higher level confers, at most 24 characters with its scope.
fn titled(text: &str) -> bool {
    TITLES.iter().any(|title| {
        text.match_indices(title).any(|(end, _)| {
            let from = text[..end]
                .char_indices()
                .rev()
                .take(24)
                .take_while(|(_, mark)| !matches!(mark, '，' | '、' | '。' | '；' | ',' | ';'))
                .last()
                .map_or(end, |(at, _)| at);
            SCOPES.iter().any(|scope| text[from..end].contains(scope))
        })
    })
}
