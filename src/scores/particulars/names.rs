//! Policies, programmes and honours that have a name of their own.

use super::{Hint, Kind};
use crate::lexicon::INSTRUMENTS;

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

/// Programmes by their names, and honours that are conferred.
pub fn kinds(all: &mut Vec<Kind>) {
    let instruments = INSTRUMENTS.iter().map(|row| row[0]);
    all.push(Kind::new(instruments.chain(GRANTED), |_| true));
    all.push(Kind::new(TITLES, titled));
}

/// 全国…示范县: a title that a higher level confers, at most 24 characters with its scope.
fn titled(hint: &Hint) -> bool {
    let before = hint.before();
    let from = before
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, mark)| !matches!(mark, '，' | '、' | '。' | '；' | ',' | ';'))
        .last()
        .map_or(before.len(), |(at, _)| at);
    SCOPES.iter().any(|scope| before[from..].contains(scope))
}
