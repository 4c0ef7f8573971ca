//! Projects and facilities with a name: 青河水库, 城北供热二期, 北山风电项目.

use std::sync::OnceLock;

use super::{Home, places};
use crate::lexicon::{BODIES, COMMON_WORDS};
use crate::terms::{Trie, is_han};

/// What a facility's name ends with.
const FACILITIES: [&str; 62] = [
    "水库",
    "大桥",
    "机场",
    "火车站",
    "高铁站",
    "高速公路",
    "高速",
    "铁路",
    "公路",
    "国道",
    "省道",
    "水电站",
    "变电站",
    "污水处理厂",
    "净水厂",
    "电站",
    "灌区",
    "隧道",
    "码头",
    "口岸",
    "广场",
    "公园",
    "景区",
    "小区",
    "博物馆",
    "纪念馆",
    "图书馆",
    "文化馆",
    "体育馆",
    "体育场",
    "遗址",
    "湿地公园",
    "牧场",
    "林场",
    "农场",
    "产业园",
    "大道",
    "立交桥",
    "水厂",
    "工业园",
    "开发区",
    "度假区",
    "风景区",
    "保护区",
    "客运站",
    "汽车站",
    "古镇",
    "古城",
    "故居",
    "陵园",
    "大坝",
    "风电场",
    "油田",
    "科技园",
    "物流园",
    "批发市场",
    "中心小学",
    "卫生院",
    "敬老院",
    "书院",
    "泵站",
    "高铁",
];

/// Stages, which only a particular project has.
const STAGES: [&str; 10] = [
    "一期工程",
    "二期工程",
    "三期工程",
    "四期工程",
    "一期项目",
    "二期项目",
    "三期项目",
    "一期、二期",
    "治理一期",
    "治理二期",
];

/// The words without which there is none.
pub fn cues() -> impl Iterator<Item = &'static str> {
    STAGES.into_iter().chain(FACILITIES).chain(["项目", "工程"])
}

/// Whether `text` names a project or a facility.
pub fn any(text: &str, home: &Home) -> bool {
    const STAGE: u32 = 0;
    const FACILITY: u32 = 1;
    const PROJECT: u32 = 2;
    static ENDINGS: OnceLock<Trie> = OnceLock::new();
    let endings = ENDINGS.get_or_init(|| {
        let stages = STAGES.into_iter().map(|word| (word, STAGE));
        let facilities = FACILITIES.into_iter().map(|word| (word, FACILITY));
        let projects = ["项目", "工程"].into_iter().map(|word| (word, PROJECT));
        Trie::new(stages.chain(facilities).chain(projects))
    });
    endings.any(text, |at, _, kind| match kind {
        STAGE => true,
        FACILITY => is_proper(&text[..at]),
        _ => is_named(modifier(&text[..at]), home),
    })
}

/// The words of the clause before 项目: names in a list count for it too.
fn modifier(head: &str) -> &str {
    let from = head
        .char_indices()
        .rev()
        .take(30)
        .take_while(|(_, mark)| !matches!(mark, '，' | '。' | '；' | ',' | ';' | '：'))
        .last()
        .map_or(head.len(), |(at, _)| at);
    &head[from..]
}

/// Whether the words before 项目 hold a name: a place, a known body, a capacity, capital letters.
fn is_named(modifier: &str, home: &Home) -> bool {
    let capitals = modifier
        .as_bytes()
        .windows(2)
        .any(|pair| pair.iter().all(u8::is_ascii_uppercase))
        && !["GDP", "PPP", "AI", "EPC"]
            .iter()
            .any(|word| modifier.contains(word));
    let capacity = ["万千瓦", "万吨", "兆瓦", "千伏"].iter().any(|unit| {
        modifier
            .split_once(unit)
            .is_some_and(|(head, _)| head.ends_with(|c: char| c.is_ascii_digit()))
    });
    capitals || capacity || names_body(modifier) || places::any_below_province(modifier, home)
}

fn names_body(text: &str) -> bool {
    static KNOWN: OnceLock<Trie> = OnceLock::new();
    let known = KNOWN.get_or_init(|| Trie::new(BODIES.iter().map(|row| (row[0], 0))));
    known.stands_in(text)
}

/// Whether the characters at the end of `head` are a name of two or more: no common word ends there,
/// or one character before (推动|全).
pub fn is_proper(head: &str) -> bool {
    // The starts of the last characters, the last first.
    let mut starts = [0; 5];
    let mut count = 0;
    for (at, character) in head.char_indices().rev().take(5) {
        if !is_han(character) {
            break;
        }
        if count == 0 && NO_NAME.contains(character) {
            return false;
        }
        starts[count] = at;
        count += 1;
    }
    // Words of one character before an ending name nothing.
    if count < 2 {
        return false;
    }
    let word_ends = |end: usize, last: usize| {
        let longest = (last + 3).min(count - 1);
        (last + 1..=longest).any(|first| is_common(&head[starts[first]..end]))
    };
    !word_ends(head.len(), 0) && !word_ends(starts[0], 1)
}

/// The length in bytes of the common word that `text` begins with, or 0.
pub fn common_length(text: &str) -> usize {
    words().longest(text).map_or(0, |(length, _)| length)
}

/// Whether a common word ends `head`: 城镇, 乡村.
pub fn ends_common(head: &str) -> bool {
    head.char_indices()
        .rev()
        .take(4)
        .skip(1)
        .any(|(at, _)| is_common(&head[at..]))
}

/// Characters that end no name: grammar, sizes, levels.
const NO_NAME: &str = "的了各所建设个座条处家等和与及在为是大小新老中多高一两几型类级式性化区市县旗省国乡村镇场业全本我该每某此入出去到离返进下上多有无修通跨";

fn words() -> &'static Trie {
    static WORDS: OnceLock<Trie> = OnceLock::new();
    WORDS.get_or_init(|| {
        Trie::new(
            COMMON_WORDS
                .iter()
                .map(|row| row[0])
                .chain(crate::lexicon::FORMULA_WORDS.iter().map(|row| row[0]))
                .chain(crate::lexicon::GENERIC_MODIFIERS.iter().map(|row| row[0]))
                .filter(|word| word.len() > '字'.len_utf8())
                .map(|word| (word, 0)),
        )
    })
}

/// Whether a word belongs to the common vocabulary.
pub fn is_common(word: &str) -> bool {
    words().exactly(word).is_some()
}
