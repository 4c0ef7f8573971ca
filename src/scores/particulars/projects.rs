//! Projects and facilities with a name: 青河水库, 城北供热二期, 北山风电项目.

use std::sync::OnceLock;

use super::{Home, Kind, bodies, places};
use crate::lexicon::Trie;
use crate::lexicon::{COMMON_WORDS, FORMULA_WORDS, GENERIC_MODIFIERS};
use crate::text::character::is_han;

/// What a facility's name ends with.
const FACILITIES: [&str; 59] = [
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
    "大道",
    "立交桥",
    "水厂",
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

/// What the name of a zone ends with, behind what it is for (临江经济技术开发区, 柳城高新区).
const ZONES: [&str; 9] = [
    "开发区",
    "高新区",
    "经开区",
    "产业园",
    "产业园区",
    "工业园",
    "工业园区",
    "示范区",
    "保税区",
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

/// Projects and facilities by their names.
pub fn kinds(all: &mut Vec<Kind>) {
    all.push(Kind::new(STAGES, |_| true));
    all.push(Kind::new(FACILITIES, |hint| is_proper(hint.before())));
    all.push(Kind::new(ZONES, |hint| {
        is_proper(bodies::without_trade(hint.before()))
    }));
    all.push(Kind::new(["项目", "工程"], |hint| {
        is_named(modifier(hint.before()), hint.home)
    }));
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

/// Whether the words before 项目 hold a name: a place, a capacity, capital letters. A known body is one
/// wherever it stands.
fn is_named(modifier: &str, home: &Home) -> bool {
    let is_plain = !modifier.bytes().any(|byte| byte.is_ascii_alphanumeric());
    !is_plain && (capitals(modifier) || capacity(modifier))
        || places::any_below_province(modifier, home)
}

/// Letters of a name, and none that any project has.
fn capitals(modifier: &str) -> bool {
    modifier
        .as_bytes()
        .windows(2)
        .any(|pair| pair.iter().all(u8::is_ascii_uppercase))
        && !["GDP", "PPP", "AI", "EPC"]
            .iter()
            .any(|word| modifier.contains(word))
}

/// 30万千瓦
fn capacity(modifier: &str) -> bool {
    ["万千瓦", "万吨", "兆瓦", "千伏"].iter().any(|unit| {
        modifier
            .split_once(unit)
            .is_some_and(|(head, _)| head.ends_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether the characters at the end of `head` are a name of two or more: no common word ends there,
/// or one character before (推动|全).
pub fn is_proper(head: &str) -> bool {
    let mut characters = head.char_indices().rev().take(5);
    let Some((end, last)) = characters.next() else {
        return false;
    };
    if !is_han(last) || ends_no_name(last) {
        return false;
    }
    let start = characters.take_while(|(_, character)| is_han(*character));
    // Words of one character before an ending name nothing.
    let Some((start, _)) = start.last() else {
        return false;
    };
    !ends_common(&head[start..]) && !ends_common(&head[start..end])
}

/// The length in bytes of the common word that `text` begins with, or 0.
pub fn common_length(text: &str) -> usize {
    words().longest(text).map_or(0, |(length, _)| length)
}

/// Whether a common word of at most four characters ends `head`: 城镇, 乡村.
pub fn ends_common(head: &str) -> bool {
    static ENDS: OnceLock<Trie> = OnceLock::new();
    let ends = ENDS.get_or_init(|| {
        let short = common_words().filter(|word| word.chars().count() <= 4);
        Trie::backward(short.map(|word| (word, 0)))
    });
    ends.ends(head)
}

/// Characters that end no name: grammar, sizes, levels.
const NO_NAME: &str = "的了各所建设个座条处家等和与及在为是大小新老中多高一两几型类级式性化区市县旗省国乡村镇场业全本我该每某此入出去到离返进下上多有无修通跨";

fn ends_no_name(character: char) -> bool {
    static TABLE: OnceLock<Trie> = OnceLock::new();
    TABLE
        .get_or_init(|| Trie::new(NO_NAME.split("").map(|character| (character, 0))))
        .may_begin(character)
}

fn common_words() -> impl Iterator<Item = &'static str> {
    COMMON_WORDS
        .iter()
        .map(|row| row[0])
        .chain(FORMULA_WORDS.iter().map(|row| row[0]))
        .chain(GENERIC_MODIFIERS.iter().map(|row| row[0]))
        .filter(|word| word.len() > '字'.len_utf8())
}

fn words() -> &'static Trie {
    static WORDS: OnceLock<Trie> = OnceLock::new();
    WORDS.get_or_init(|| Trie::new(common_words().map(|word| (word, 0))))
}

/// Whether a word belongs to the common vocabulary.
pub fn is_common(word: &str) -> bool {
    words().exactly(word).is_some()
}
