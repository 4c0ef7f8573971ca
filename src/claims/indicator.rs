//! What is measured: the noun before the number, behind it, or carried from an earlier clause.

use std::sync::OnceLock;

use super::mention::{Form, Mention};
use super::predicate::Link;
use super::{Around, Scene};
use crate::language::numeral;
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
    /// The subjects that this sentence has named one by one.
    recent: Vec<String>,
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
        self.recent.clear();
    }

    /// The indicator of the mention `at`; what it names is kept for those that leave it out.
    pub fn name(&mut self, scene: &Scene, at: usize, around: &Around, link: &Link) -> Named {
        let mention = &scene.mentions[at];
        // 分别达到6474元和1885元: a number a subject.
        if let Some(named) = self.shared_out(scene, at, around, link) {
            return named;
        }
        let named = self.own(scene, mention, around, link);
        if !around.in_brackets
            && !named.indicator.is_empty()
            && !named.carried
            && mention.form != Form::Rank
        {
            self.last = vec![named.indicator.clone()];
            self.recent.push(named.indicator.clone());
        }
        named
    }

    /// The subject of a number in a list, where as many subjects as numbers stand before.
    fn shared_out(
        &mut self,
        scene: &Scene,
        at: usize,
        around: &Around,
        link: &Link,
    ) -> Option<Named> {
        let here: Vec<&Mention> = scene
            .mentions
            .iter()
            .filter(|mention| around.clause.covers(mention.span))
            .collect();
        let place = here
            .iter()
            .position(|mention| mention.span == scene.mentions[at].span)?;
        let joined = |index: usize| {
            let (Some(first), Some(second)) = (here.get(index), here.get(index + 1)) else {
                return false;
            };
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
            let list = tidy(scene, link.rest, true).subject;
            let subjects = split_subjects(list, count);
            if subjects.len() == count {
                self.last = subjects;
            } else if !subjects.is_empty() {
                return None;
            } else if self.last.len() != count {
                // 城镇…17175元，农村…5153元，增长9.8%和8.5%: those named one by one before.
                let from = self.recent.len().checked_sub(count)?;
                self.last = self.recent[from..].to_vec();
            }
        } else if self.last.len() != count {
            return None;
        }
        let indicator = self.last.get(place - first)?.clone();
        Some(Named {
            indicator,
            ..Named::default()
        })
    }

    /// The noun that the clause itself gives, or the one carried.
    fn own(&self, scene: &Scene, mention: &Mention, around: &Around, link: &Link) -> Named {
        let rest = if around.follows_mention {
            behind_list_mark(scene, link.rest)
        } else {
            link.rest
        };
        let Tidy {
            subject,
            verb,
            before_verb,
        } = tidy(scene, rest, link.linked);
        let right = around.right.of(scene.text);
        let counts = matches!(
            mention.kind,
            "classifier" | "people" | "household" | "people_noun" | "noun" | "ordinal"
        );
        let behind = noun_behind(right);
        let has_behind = !behind.is_empty() && !is_measure_tail(&behind);
        let named = |indicator: String, behind: bool| Named {
            indicator,
            verb,
            behind,
            carried: false,
        };
        let joins_list = ['、', '等', '和', '与', '及']
            .iter()
            .any(|mark| around.left.of(scene.text).trim_end().ends_with(*mark));
        // 打造50个示范村, 敖汉旗99个贫困村退出, 等12个项目: what is counted follows the classifier.
        if counts && has_behind && (!link.linked || link.holds || subject.is_empty()) && !link.rate
        {
            let is_new = subject.is_empty() || joins_list || link.holds || mention.kind != "noun";
            if is_new {
                return named(behind, true);
            }
        }
        if !subject.is_empty() {
            return named(clip(subject), false);
        }
        // 一次性增加6万亿元地方债务限额: the thing itself follows.
        let adjoins = right.starts_with(char::is_alphanumeric);
        let is_amount = !matches!(mention.kind, "percent" | "point" | "multiple");
        if adjoins && has_behind && is_amount && !around.follows_mention && before_verb.is_empty() {
            return named(behind, true);
        }
        let attributive = ["的", "以上的", "左右的"]
            .iter()
            .any(|word| right.starts_with(word));
        if (attributive || !verb.is_empty() && !link.linked)
            && has_behind
            && link.direction == 0
            && before_verb.is_empty()
        {
            return named(behind, true);
        }
        // 慈善基金投放1000万元: the verb stands between the subject and its number.
        if !before_verb.is_empty() {
            return named(clip(before_verb), false);
        }
        if !verb.is_empty() && !link.linked && !around.follows_mention {
            // 处分11人: the verb names what is counted.
            return named(last_verb(around.left.of(scene.text).trim()), false);
        }
        let carried = match self.last.as_slice() {
            [] => previous_subject(scene, around),
            [only] => only.clone(),
            list => list.join("、"),
        };
        Named {
            indicator: carried,
            verb,
            behind: false,
            carried: true,
        }
    }
}

/// 能力 in 年产3万台的能力, 目标, 大关: words behind a number that name nothing.
fn is_measure_tail(noun: &str) -> bool {
    [
        "能力", "目标", "大关", "任务", "规模", "水平", "之多", "台阶", "关口", "资金", "以上",
        "左右", "以内", "以下", "上下",
    ]
    .iter()
    .any(|word| noun == *word || noun.starts_with("以") || noun.starts_with("左右"))
}

/// The subject of the clause before, where no number has given one: 加工企业集中在城区，占…96%.
fn previous_subject(scene: &Scene, around: &Around) -> String {
    let before = Span::new(scene.sentence.start, around.clause.start).of(scene.text);
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = before.rfind(['，', ',', '；', ';', '：']).map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    let mut source = &before[start..];
    while let Some(row) = leads()
        .longest(source)
        .filter(|row| !keeps_lead(source, row[0]))
    {
        source = &source[row[0].len()..];
    }
    let noun = cut_noun(source);
    if noun.chars().count() >= 2 {
        clip(&noun)
    } else {
        String::new()
    }
}

/// The marks and words that join the numbers of a list.
pub fn is_list_mark(between: &str) -> bool {
    matches!(
        between.trim(),
        "、" | "和" | "与" | "及" | "以及" | "，" | "以上、" | "左右、" | "以上和" | "左右和"
    )
}

/// 城镇居民收入和农村居民收入 → two subjects; 高技术制造业、装备制造业增加值 → two of 增加值. The marks
/// that give `count` parts are the ones that divide; none where no marks do.
fn split_subjects(list: &str, count: usize) -> Vec<String> {
    let by_mark = divide(list, &["、", "，"]);
    let parts = if by_mark.len() == count {
        by_mark
    } else {
        divide(list, &["、", "，", "和", "与", "以及", "及"])
    };
    let tail = parts
        .last()
        .and_then(|last| SHARED_TAILS.iter().find(|tail| last.ends_with(**tail)));
    // A part that ends in a noun of measure (起数, 强度) has its own.
    let lacks = |part: &str| {
        !part.ends_with([
            '率', '数', '量', '额', '值', '度', '入', '积', '重', '比', '费', '金', '资', '润',
            '栏', '速',
        ])
    };
    let all_short = parts.len() < 2 || parts[..parts.len() - 1].iter().all(|part| lacks(part));
    parts
        .iter()
        .map(|part| match tail {
            Some(tail) if all_short && !part.ends_with(tail) => clip(&format!("{part}{tail}")),
            _ => clip(part),
        })
        .collect()
}

/// Nouns that the last subject of a list names for all.
const SHARED_TAILS: &[&str] = &[
    "居民人均可支配收入",
    "居民可支配收入",
    "居民人均纯收入",
    "居民收入",
    "产业增加值",
    "增加值",
    "销售收入",
    "营业收入",
    "可支配收入",
    "纯收入",
    "收入",
    "总产值",
    "产值",
    "产量",
    "面积",
    "投资",
    "总额",
    "增速",
    "覆盖率",
    "普及率",
    "存栏",
    "出栏",
    "零售额",
    "销售额",
    "交易额",
    "利润",
    "浓度",
    "排放量",
];

fn divide<'t>(list: &'t str, marks: &[&str]) -> Vec<&'t str> {
    let mut parts = vec![list];
    for mark in marks {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(mark))
            .collect();
    }
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// A subject without what does not belong to it.
struct Tidy<'a> {
    subject: &'a str,
    /// The kind of the verb that was taken off, empty where there was none.
    verb: &'static str,
    /// What stands before a verb that the number follows directly.
    before_verb: &'a str,
}

/// 1.4万亿斤新台阶、亩产: behind another number, a short tail up to 、 is that number's.
fn behind_list_mark(scene: &Scene, rest: Span) -> Span {
    let text = rest.of(scene.text);
    match text.find('、') {
        Some(at) if text[..at].chars().count() <= 6 => {
            Span::new(rest.start + at + '、'.len_utf8(), rest.end)
        }
        _ => rest,
    }
}

fn tidy<'a>(scene: &Scene<'a>, span: Span, linked: bool) -> Tidy<'a> {
    let mut span = span;
    let mut verb = "";
    loop {
        let kept = span.of(scene.text);
        let trimmed = kept.trim_start_matches(|c: char| {
            !c.is_alphanumeric() && c != '“' && c != '《' || c == '的'
        });
        span.start += kept.len() - trimmed.len();
        if let Some((time, _)) = scene
            .times
            .iter()
            .find(|(time, _)| time.start == span.start && time.end <= span.end)
        {
            span.start = time.end;
            continue;
        }
        if let Some(read) =
            numeral::read(trimmed).filter(|read| trimmed[read.length..].starts_with('年'))
        {
            span.start += read.length + '年'.len_utf8();
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
            // 救助金: what is left must still name something, but for 新打井.
            && (verb.is_empty() || trimmed.len() >= row[0].len() + 6)
            && !(trimmed == row[0] && is_name_tail(row[0]))
        {
            verb = row[1];
            span.start += row[0].len();
            span.start += complement(&trimmed[row[0].len()..]);
            continue;
        }
        break;
    }
    let mut kept = span.of(scene.text).trim_end_matches(['、', ' ', '“']);
    // 两 in 两年平均: a number alone names nothing.
    if numeral::read(kept)
        .is_some_and(|read| read.length == kept.len() || &kept[read.length..] == "年")
        || matches!(
            kept,
            "人均" | "户均" | "平均" | "实际" | "名义" | "总量" | "其中"
        )
    {
        kept = "";
    }
    if leads().longest(kept).is_some_and(|row| row[0] == kept) {
        kept = "";
    }
    // 煤炭、石油等矿产: the word behind 等 holds them all.
    if let Some(at) = kept.rfind('等').filter(|&at| kept[..at].contains('、')) {
        let tail = &kept[at + '等'.len_utf8()..];
        if tail.chars().count() >= 2 {
            kept = tail;
        }
    }
    // 围绕…的目标，…: only what follows the last 的 names a thing, where that is long enough.
    if kept.chars().count() > 12
        && let Some(at) = kept.rfind('的')
    {
        let tail = &kept[at + '的'.len_utf8()..];
        if tail.chars().count() >= 3 {
            kept = tail;
        }
    }
    if verb.is_empty()
        && !(linked && kept.chars().count() <= 12)
        && let Some((at, row)) = verbs()
            .find_all(kept)
            .into_iter()
            .rfind(|(at, row)| *at > 0 && row[0].len() >= 6 && row[1] != "be")
        && !is_noun_head(&kept[at..], row[0])
    {
        let (head, tail) = (&kept[..at], &kept[at + row[0].len()..]);
        let tail = &tail[complement(tail)..];
        if tail.is_empty() && linked {
            // 外汇储备超过: a verb before another is a noun here.
            return Tidy {
                subject: kept,
                verb,
                before_verb: "",
            };
        }
        if tail.is_empty() && !is_name_tail(row[0]) {
            return Tidy {
                subject: "",
                verb: row[1],
                before_verb: if head.chars().count() >= 2 { head } else { "" },
            };
        }
        // 北部地区新打井: the object names what is counted, not who did it.
        // 城镇新增就业 is the indicator's usual name.
        if row[1] == "up" && head.chars().count() <= 8 && !tail.is_empty() {
            return Tidy {
                subject: kept,
                verb: row[1],
                before_verb: "",
            };
        }
        let enough = if row[0].starts_with('新') { 1 } else { 2 };
        if !tail.is_empty()
            && tail.chars().count() >= enough
            && head.chars().count() >= 2
            && !is_name_tail(row[0])
        {
            return Tidy {
                subject: tail,
                verb: row[1],
                before_verb: "",
            };
        }
    }
    Tidy {
        subject: kept,
        verb,
        before_verb: "",
    }
}

/// 了, 出, 成 behind a verb: its length in bytes.
fn complement(tail: &str) -> usize {
    ["了", "出", "成", "好", "起", "到"]
        .iter()
        .find(|word| tail == **word || tail.starts_with("了") && **word == "了")
        .map_or(0, |word| word.len())
}

/// 保障…, 服务…, 生产总值: words that are verbs elsewhere begin a name here.
fn is_noun_head(text: &str, word: &str) -> bool {
    const NAMES: &[&str] = &[
        "生产总值",
        "生产能力",
        "出口总额",
        "进口总额",
        "出口额",
        "进口额",
        "发展速度",
        "服务业",
        "建设用地",
        "建设项目",
        "投资额",
        "投入强度",
        "保障性",
        "种植面积",
        "造林面积",
        "增加值",
        "减免税费",
        "减税降费",
        "造林",
        "规划面积",
        "覆盖率",
        "保护区",
        "投放量",
        "供应量",
        "生产量",
        "销售额",
        "销售收入",
        "销售量",
        "产值",
        "出栏",
        "存栏",
        "开发区",
        "养殖场",
        "养殖户",
        "签约项目",
        "保障房",
        "出口交货值",
        "融资规模",
        "融资",
        "服务收入",
        "建成区",
        "减排",
        "植树造林",
        "绿化覆盖率",
        "通过率",
        "增长",
        "监测点",
        "修复面积",
        "治理面积",
        "种植",
        "养殖",
        "开工率",
        "贯通",
        "建筑",
        "创新",
        "扩大内需",
        "发展中",
        "安排资金",
    ];
    NAMES.iter().any(|name| {
        text.starts_with(name) && name.len() > word.len() || *name == word && text.starts_with(name)
    })
}

/// Verbs that end a name: 固定资产投资, 社会融资.
fn is_name_tail(word: &str) -> bool {
    matches!(
        word,
        "融资"
            | "生产"
            | "销售"
            | "出口"
            | "进口"
            | "种植"
            | "养殖"
            | "保护"
            | "治理"
            | "服务"
            | "培训"
            | "造林"
            | "改造"
            | "修复"
            | "供应"
            | "建设"
            | "发展"
            | "规划"
            | "绿化"
            | "维修"
            | "登记"
            | "转移"
            | "安置"
            | "化解"
            | "淘汰"
    )
}

/// 为 in 为企业, 总 in 总产量: leads that are part of the name.
fn keeps_lead(text: &str, lead: &str) -> bool {
    match lead {
        "总" => true,
        "全面" | "成功" | "大力" | "加快" => false,
        "和" => text.starts_with("和谐"),
        "并" => text.starts_with("并购") || text.starts_with("并网"),
        "向" | "对" => text.starts_with("对外"),
        "用" => {
            text.starts_with("用电")
                || text.starts_with("用水")
                || text.starts_with("用地")
                || text.starts_with("用能")
        }
        "以" => false,
        "按" | "到" | "已" | "也" | "又" | "再" => {
            text.starts_with("再生")
                || text.starts_with("到位")
                || text.starts_with("再就业")
                || text.starts_with("到期")
        }
        "要" => text.starts_with("要素"),
        "把" | "让" | "使" => text.starts_with("使用"),
        "及" => false,
        "与" => false,
        "将" => false,
        "含" => false,
        "等" => text.starts_with("等级"),
        "其" => text.starts_with("其他") || text.starts_with("其它"),
        "为" | "由" | "从" | "在" => {
            text.starts_with("在校")
                || text.starts_with("在建")
                || text.starts_with("在册")
                || text.starts_with("在岗")
                || text.starts_with("由")
        }
        _ => false,
    }
}

/// The last verb of a phrase with what stands before it taken off.
fn last_verb(phrase: &str) -> String {
    verbs().find_all(phrase).into_iter().last().map_or_else(
        || clip(phrase),
        |(at, _)| phrase[at..].trim_end_matches('了').to_owned(),
    )
}

/// 个 → 示范村 in 示范村建成投用: up to the first verb, mark or 的.
pub fn noun_behind(right: &str) -> String {
    let right = right.trim_start();
    let right = right
        .strip_prefix("以上的")
        .or_else(|| right.strip_prefix("以上"))
        .or_else(|| right.strip_prefix("左右的"))
        .or_else(|| right.strip_prefix("左右"))
        .or_else(|| right.strip_prefix('的'))
        .unwrap_or(right);
    if right.starts_with(['“', '《']) {
        // A name in quotation marks is the noun.
        let end = right.find(['”', '》']).map_or(0, |at| at + '”'.len_utf8());
        let tail: String = right[end..]
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .take(8)
            .collect();
        return format!("{}{}", &right[..end], cut_noun(&tail));
    }
    cut_noun(right)
}

fn cut_noun(right: &str) -> String {
    let mut end = 0;
    for (count, (at, character)) in right.char_indices().enumerate() {
        let rest = &right[at..];
        let is_mark =
            !(character.is_alphanumeric() || matches!(character, '“' | '”' | '+' | '·' | '-'));
        // 和 between nouns of one count: 乡镇和街道; kept out, for the head noun comes first.
        let stops = count > 0 && (right_stops().longest(rest).is_some() || verb_stops(rest));
        if is_mark || stops || count >= LONGEST {
            break;
        }
        if count == 0
            && right_stops()
                .longest(rest)
                .is_some_and(|row| row[0].len() >= 6)
        {
            break;
        }
        end = at + character.len_utf8();
    }
    right[..end].to_owned()
}

fn verb_stops(rest: &str) -> bool {
    verbs().longest(rest).is_some_and(|row| {
        row[0].len() >= 6
            && matches!(
                row[0],
                "完成"
                    | "实现"
                    | "建成"
                    | "开工"
                    | "投产"
                    | "竣工"
                    | "入选"
                    | "获得"
                    | "列入"
                    | "纳入"
                    | "通过"
                    | "落地"
                    | "取得"
                    | "达到"
                    | "新增"
                    | "增加"
                    | "减少"
            )
    })
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
        assert_eq!(
            split_subjects("城镇居民收入和农村居民收入", 2),
            ["城镇居民收入", "农村居民收入"]
        );
        assert_eq!(
            split_subjects("小麦、玉米、大豆产量", 3),
            ["小麦产量", "玉米产量", "大豆产量"]
        );
        assert_eq!(
            split_subjects("种植和养殖业、加工和物流业", 2),
            ["种植和养殖业", "加工和物流业"]
        );
    }
}
