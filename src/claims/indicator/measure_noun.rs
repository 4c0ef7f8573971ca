//! What the names of measures end with.

/// What the names of things that are measured end with.
pub(super) const MEASURES: [char; 30] = [
    '率', '重', '量', '额', '值', '数', '度', '入', '积', '比', '费', '金', '资', '润', '耗', '出',
    '产', '款', '价', '力', '模', '幅', '速', '长', '口', '本', '债', '字', '栏', '次',
];

/// 率 in 办结率, 量 in 销售量: a character that makes a noun of the verb before it.
pub(super) fn is_suffix(word: &str) -> bool {
    let mut characters = word.chars();
    characters
        .next()
        .is_some_and(|c| MEASURES.contains(&c) || matches!(c, '面' | '点' | '期'))
        && characters.next().is_none()
}

/// 性 in 返还性收入: a character that makes an attribute of the verb before it.
pub(super) fn makes_attribute(word: &str) -> bool {
    let mut characters = word.chars();
    characters
        .next()
        .is_some_and(|c| matches!(c, '性' | '型' | '式' | '类'))
        && characters.next().is_none()
}

/// Whether a name is a thing that is built or bought, or what it can do (能力, 容量), no amount that is
/// measured anyhow (收入, 产量).
pub fn is_thing(name: &str) -> bool {
    name.ends_with("能力") || name.ends_with("容量") || !name.ends_with(MEASURES)
}
