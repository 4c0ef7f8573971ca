//! What is measured: the noun before the number, behind it, or carried from an earlier clause.

use std::sync::OnceLock;

use super::mention::{Form, Mention};
use super::predicate::Link;
use super::{Around, Scene};
use crate::lexicon::{LEADS, Matcher, RIGHT_STOPS, VERBS};
use crate::model::Span;

/// The most characters of an indicator.
const LONGEST: usize = 24;

/// The name found for a mention.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Named {
    /// The indicator; empty where the text names none.
    pub indicator: String,
    /// The kind of the verb that the number is the object of: `make`, `up`, `down`, `be` or empty.
    pub verb: &'static str,
    /// Whether the noun stands behind the number.
    pub behind: bool,
    /// Whether it was carried from an earlier clause.
    pub carried: bool,
}

/// The subjects that later clauses of a sentence may leave out.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    /// The subjects of the last clause: one, or several where a list was given.
    last: Vec<String>,
    /// How many numbers of a list have taken theirs.
    taken: usize,
    /// The start of the clause that the list is shared out in.
    clause: usize,
}

fn leads() -> &'static Matcher<1> {
    static MATCHER: OnceLock<Matcher<1>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(LEADS))
}

fn verbs() -> &'static Matcher<2> {
    static MATCHER: OnceLock<Matcher<2>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(VERBS))
}

fn right_stops() -> &'static Matcher<1> {
    static MATCHER: OnceLock<Matcher<1>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(RIGHT_STOPS))
}

impl Subjects {
    /// A new sentence may still leave out what the one before named, but no list is open.
    pub fn begin_sentence(&mut self) {
        self.taken = 0;
    }

    /// The indicator of the mention `at`; what it names is kept for those that leave it out.
    pub fn name(&mut self, scene: &Scene, at: usize, around: &Around, link: &Link) -> Named {
        let mention = &scene.mentions[at];
        if around.clause.start != self.clause {
            self.clause = around.clause.start;
            self.taken = 0;
        }
        // 分别达到6474元和1885元: a number a subject.
        if let Some(named) = self.shared_out(scene, at, around, link) {
            return named;
        }
        let named = self.own(scene, mention, around, link);
        if !around.in_brackets && !named.indicator.is_empty() && !named.carried && mention.form != Form::Rank {
            self.last = vec![named.indicator.clone()];
            self.taken = 0;
        }
        named
    }

    /// The subject of a number in a list, where as many subjects as numbers stand before.
    fn shared_out(&mut self, scene: &Scene, at: usize, around: &Around, link: &Link) -> Option<Named> {
        let here: Vec<&Mention> =
            scene.mentions.iter().filter(|mention| around.clause.covers(mention.span)).collect();
        let place = here.iter().position(|mention| mention.span == scene.mentions[at].span)?;
        let joined = |index: usize| {
            let (Some(first), Some(second)) = (here.get(index), here.get(index + 1)) else { return false };
            let between = Span::new(first.span.end, second.span.start).of(scene.text);
            is_list_mark(between) && first.unit == second.unit
        };
        let mut first = place;
        while first > 0 && joined(first - 1) {
            first -= 1;
        }
        let mut last = place;
        while joined(last) {
            last += 1;
        }
        let count = last - first + 1;
        if count < 2 {
            return None;
        }
        if place == first {
            let subjects = split_subjects(tidy(scene, link.rest).0);
            if subjects.len() == count {
                self.last = subjects;
            } else if !subjects.is_empty() || self.last.len() != count {
                return None;
            }
        } else if self.last.len() != count {
            return None;
        }
        let indicator = self.last.get(place - first)?.clone();
        Some(Named { indicator, ..Named::default() })
    }

    /// The noun that the clause itself gives, or the one carried.
    fn own(&self, scene: &Scene, mention: &Mention, around: &Around, link: &Link) -> Named {
        let (subject, verb) = tidy(scene, link.rest);
        let counts = matches!(mention.kind, "classifier" | "people" | "household" | "people_noun" | "noun")
            || mention.kind == "ordinal";
        let attributive = around.right.of(scene.text).starts_with('的');
        let behind = || {
            let noun = noun_behind(around.right.of(scene.text));
            (!noun.is_empty()).then_some(noun)
        };
        if link.linked && !subject.is_empty() {
            return Named { indicator: clip(subject), verb, ..Named::default() };
        }
        // 打造50个示范村, 35个重点项目完成投资: the noun follows.
        if subject.is_empty() && (counts || attributive || !verb.is_empty()) && !link.rate
            && let Some(noun) = behind()
        {
            return Named { indicator: noun, verb, behind: true, carried: false };
        }
        if !subject.is_empty() {
            return Named { indicator: clip(subject), verb, ..Named::default() };
        }
        let whole = around.left.of(scene.text).trim();
        if !verb.is_empty() && !link.linked && !whole.is_empty() && self.last.is_empty() {
            return Named { indicator: whole.to_owned(), verb, ..Named::default() };
        }
        if !link.linked && !around.follows_mention && !verb.is_empty() {
            // 处分11人: the verb names what is counted.
            return Named { indicator: last_verb(whole), verb, ..Named::default() };
        }
        let indicator = self.last.last().filter(|_| self.last.len() == 1).cloned();
        let indicator = indicator.or_else(|| (self.last.len() > 1).then(|| self.last.join("、")));
        Named { indicator: indicator.unwrap_or_default(), verb, behind: false, carried: true }
    }
}

fn is_list_mark(between: &str) -> bool {
    matches!(between.trim(), "、" | "和" | "与" | "及" | "以及" | "，" | "以上、" | "左右、" | "以上和" | "左右和")
}

/// 城镇居民收入和农牧民收入 → two subjects; 第一、二、三产业增加值 → three.
fn split_subjects(list: &str) -> Vec<String> {
    let parts: Vec<&str> = list
        .split(['、', '，'])
        .flat_map(|part| part.split('和'))
        .flat_map(|part| part.split('与'))
        .flat_map(|part| part.split("以及"))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.iter().map(|part| clip(part)).collect()
}

/// The subject without what does not belong to it, and the kind of the verb taken from its head.
fn tidy<'a>(scene: &Scene<'a>, span: Span) -> (&'a str, &'static str) {
    let mut span = span;
    let mut verb = "";
    loop {
        let kept = span.of(scene.text);
        let trimmed = kept.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '“' && c != '《');
        span.start += kept.len() - trimmed.len();
        if let Some((time, _)) = scene.times.iter().find(|(time, _)| time.start == span.start && time.end <= span.end) {
            span.start = time.end;
            continue;
        }
        if let Some(row) = leads().longest(trimmed)
            && (row[0].len() > 3 || trimmed.len() > row[0].len() + 3)
            && !keeps_lead(trimmed, row[0])
        {
            span.start += row[0].len();
            continue;
        }
        if let Some(row) = verbs().longest(trimmed).filter(|row| row[1] != "be")
            && !is_noun_head(trimmed, row[0])
        {
            verb = row[1];
            span.start += row[0].len();
            if trimmed[row[0].len()..].starts_with('了') {
                span.start += '了'.len_utf8();
            }
            continue;
        }
        break;
    }
    let mut kept = span.of(scene.text).trim_end_matches(['、', ' ', '“']);
    // 围绕…的目标，…: only what follows the last 的 names a thing, where that is long enough.
    if kept.chars().count() > 12
        && let Some(at) = kept.rfind('的')
    {
        let tail = &kept[at + '的'.len_utf8()..];
        if tail.chars().count() >= 3 {
            kept = tail;
        }
    }
    // 通过招商引进项目: a verb inside; what follows it is counted.
    if verb.is_empty()
        && let Some((at, row)) = verbs().find_all(kept).filter(|(at, row)| *at > 0 && row[0].len() >= 6 && row[1] != "be").last()
    {
        let tail = &kept[at + row[0].len()..];
        let tail = tail.strip_prefix('了').unwrap_or(tail);
        let inside = kept[..at].chars().count();
        if tail.is_empty() && row[0].len() >= 6 && inside < 3 {
            return ("", row[1]);
        }
        if !tail.is_empty() && tail.chars().count() >= 2 && inside >= 2 && !is_noun_head(&kept[at..], row[0]) {
            return (tail, row[1]);
        }
        if tail.is_empty() && inside >= 2 && matches!(row[1], "make" | "up" | "down") && !is_name_tail(row[0]) {
            return ("", row[1]);
        }
    }
    (kept, verb)
}

/// 保障…, 服务…, 生产总值: words that are verbs elsewhere begin a name here.
fn is_noun_head(text: &str, word: &str) -> bool {
    const NAMES: &[&str] = &[
        "生产总值", "生产能力", "出口总额", "进口总额", "出口额", "进口额", "发展速度", "服务业", "建设用地", "建设项目", "投资额",
        "投入强度", "保障性", "种植面积", "造林面积", "增加值", "减免税费", "减税降费", "造林", "规划面积", "覆盖率", "保护区",
        "投放量", "供应量", "生产量", "销售额", "销售收入", "销售量", "产值", "出栏", "存栏", "开发区", "养殖场", "养殖户", "签约项目",
        "保障房", "出口交货值", "融资规模", "融资", "服务收入", "建成区", "减排", "植树造林", "绿化覆盖率", "通过率", "增长",
        "监测点", "修复面积", "治理面积", "种植", "养殖", "开工率", "贯通", "建筑", "创新", "扩大内需", "发展中", "安排资金",
    ];
    NAMES.iter().any(|name| text.starts_with(name) && name.len() > word.len() || *name == word && text.starts_with(name))
}

/// Verbs that end a name: 固定资产投资, 社会融资.
fn is_name_tail(word: &str) -> bool {
    matches!(word, "融资" | "生产" | "销售" | "出口" | "进口" | "种植" | "养殖" | "保护" | "治理" | "服务" | "培训" | "造林" | "改造" | "修复" | "供应" | "建设" | "发展" | "规划" | "绿化" | "维修" | "登记" | "转移" | "安置" | "化解" | "淘汰")
}

/// 为 in 为企业, 总 in 总产量: leads that are part of the name.
fn keeps_lead(text: &str, lead: &str) -> bool {
    match lead {
        "总" => true,
        "新" => !text.starts_with("新增") ,
        "全面" | "成功" | "大力" | "加快" => false,
        "和" => text.starts_with("和谐"),
        "并" => text.starts_with("并购") || text.starts_with("并网"),
        "向" | "对" => text.starts_with("对外"),
        "用" => text.starts_with("用电") || text.starts_with("用水") || text.starts_with("用地") || text.starts_with("用能"),
        "以" => false,
        "按" | "到" | "已" | "也" | "又" | "再" => text.starts_with("再生") || text.starts_with("到位") || text.starts_with("再就业") || text.starts_with("到期"),
        "要" => text.starts_with("要素"),
        "把" | "让" | "使" => text.starts_with("使用"),
        "及" => false,
        "与" => false,
        "将" => false,
        "含" => false,
        "等" => text.starts_with("等级"),
        "其" => text.starts_with("其他") || text.starts_with("其它"),
        "为" | "由" | "从" | "在" => text.starts_with("在校") || text.starts_with("在建") || text.starts_with("在册") || text.starts_with("在岗") || text.starts_with("由"),
        _ => false,
    }
}

/// The last verb of a phrase with what stands before it taken off.
fn last_verb(phrase: &str) -> String {
    verbs().find_all(phrase).last().map_or_else(|| clip(phrase), |(at, _)| phrase[at..].trim_end_matches('了').to_owned())
}

/// 个 → 示范村 in 示范村建成投用: up to the first verb, mark or 的.
pub fn noun_behind(right: &str) -> String {
    let right = right.trim_start();
    let mut right = right
        .strip_prefix("以上的")
        .or_else(|| right.strip_prefix("以上"))
        .or_else(|| right.strip_prefix("左右的"))
        .or_else(|| right.strip_prefix("左右"))
        .or_else(|| right.strip_prefix('的'))
        .unwrap_or(right);
    if right.starts_with(['“', '《']) {
        // A name in quotation marks is the noun.
        let end = right.find(['”', '》']).map_or(0, |at| at + '”'.len_utf8());
        let tail: String = right[end..].chars().take_while(|c| c.is_alphanumeric()).take(8).collect();
        return format!("{}{}", &right[..end], cut_noun(&tail));
    }
    right = right.trim_start_matches(|c: char| !c.is_alphanumeric());
    cut_noun(right)
}

fn cut_noun(right: &str) -> String {
    let mut end = 0;
    for (count, (at, character)) in right.char_indices().enumerate() {
        let rest = &right[at..];
        let is_mark = !(character.is_alphanumeric() || matches!(character, '“' | '”' | '+' | '·' | '-'));
        // 和 between nouns of one count: 乡镇和街道; kept out, for the head noun comes first.
        let stops = count > 0 && (right_stops().longest(rest).is_some() || verb_stops(rest));
        if is_mark || stops || count >= LONGEST {
            break;
        }
        if count == 0 && right_stops().longest(rest).is_some_and(|row| row[0].len() >= 6) {
            break;
        }
        end = at + character.len_utf8();
    }
    right[..end].to_owned()
}

fn verb_stops(rest: &str) -> bool {
    verbs().longest(rest).is_some_and(|row| row[0].len() >= 6 && matches!(row[0], "完成" | "实现" | "建成" | "开工" | "投产" | "竣工" | "入选" | "获得" | "列入" | "纳入" | "通过" | "落地" | "取得" | "达到" | "新增" | "增加" | "减少"))
}

/// At most so many characters, cut at the front: the head noun comes last.
fn clip(subject: &str) -> String {
    let subject = subject.trim().trim_matches(['、', '，', '：', ':']);
    let count = subject.chars().count();
    if count <= LONGEST {
        return subject.to_owned();
    }
    subject.chars().skip(count - LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_behind_a_number_ends_at_its_verb() {
        for (right, noun) in [
            ("示范村，", "示范村"),
            ("重点项目开工建设", "重点项目"),
            ("的文化广场", "文化广场"),
            ("以上企业投资", "企业"),
            ("贫困村如期退出", "贫困村"),
        ] {
            assert_eq!(noun_behind(right), noun, "{right}");
        }
    }

    #[test]
    fn subjects_of_a_list_are_told_apart() {
        assert_eq!(split_subjects("城镇居民收入和农村居民收入"), ["城镇居民收入", "农村居民收入"]);
        assert_eq!(split_subjects("小麦、玉米、大豆"), ["小麦", "玉米", "大豆"]);
    }
}
