//! A subject without what does not belong to it.

use std::sync::OnceLock;

use crate::claims::Scene;
use crate::lexicon::{LEADS, Matcher, VERB_NOUNS, VERBS};
use crate::model::Span;
use crate::text::numeral;

use super::clip;

pub(super) fn leads() -> &'static Matcher<1> {
    static MATCHER: OnceLock<Matcher<1>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(LEADS))
}

pub(super) fn verbs() -> &'static Matcher<2> {
    static MATCHER: OnceLock<Matcher<2>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(VERBS))
}

/// Whether a text ends in a verb of doing that takes an object: 落实, 制定; not 争取到.
pub fn ends_in_act(text: &str) -> bool {
    verbs()
        .longest_at_end(text)
        .is_some_and(|row| row[0].len() >= 6 && row[1] == "make" && !row[0].ends_with('到'))
}

/// A subject without what does not belong to it.
pub(super) struct Tidy<'a> {
    pub(super) subject: &'a str,
    /// The kind of the verb that was taken off, empty where there was none.
    pub(super) verb: &'static str,
    /// What stands before a verb that the number follows directly.
    pub(super) before_verb: &'a str,
}

pub(super) fn tidy<'a>(scene: &Scene<'a>, span: Span, linked: bool) -> Tidy<'a> {
    let (span, verb) = strip_front(scene, span);
    let mut kept = head_noun(span.of(scene.text));
    if verb.is_empty()
        && !(linked && kept.chars().count() <= 12)
        && let Some(tidy) = around_verb(kept, linked)
    {
        return tidy;
    }
    // 新建铁路投入运营: a verb at the end, where one at the head was taken off.
    if !verb.is_empty()
        && let Some(row) = verbs().longest_at_end(kept)
        && row[0].len() >= 6
        && row[1] == "make"
        && !is_name_tail(row[0])
        && kept.len() >= row[0].len() + 6
    {
        kept = &kept[..kept.len() - row[0].len()];
    }
    Tidy {
        subject: kept,
        verb,
        before_verb: "",
    }
}

/// The words without what may stand before a subject: times, leads, verbs; and the kind of the verb.
fn strip_front(scene: &Scene, mut span: Span) -> (Span, &'static str) {
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
            && !ends_as_measure(&trimmed[row[0].len()..])
        {
            span.start += row[0].len();
            continue;
        }
        if let Some(row) = verbs().longest(trimmed).filter(|row| row[1] != "be")
            && !is_noun_head(trimmed, row[0])
            // 救助金: what is left must still name something, but for 新打井.
            && (verb.is_empty() || trimmed.len() >= row[0].len() + 6)
            && !ends_as_measure(&trimmed[row[0].len()..])
            && !(trimmed == row[0] && is_name_tail(row[0]))
        {
            // 新增和恢复灌溉面积: the increase decides.
            verb = if matches!(verb, "up" | "down") {
                verb
            } else {
                row[1]
            };
            span.start += row[0].len();
            span.start += complement(&trimmed[row[0].len()..]);
            continue;
        }
        break;
    }
    (span, verb)
}

/// The words as far as they name something, the head noun alone where that is told.
fn head_noun(words: &str) -> &str {
    let mut kept = words.trim_end_matches(['、', ' ', '“']);
    // 两 in 两年平均: a number alone names nothing.
    if numeral::read(kept)
        .is_some_and(|read| read.length == kept.len() || &kept[read.length..] == "年")
        || matches!(
            kept,
            "人均"
                | "户均"
                | "平均"
                | "实际"
                | "名义"
                | "总量"
                | "其中"
                | "基本"
                | "仅"
                | "约"
                | "另"
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
    kept
}

/// The subject of words with a verb inside them, its object or what stands before it; `None` where no
/// verb divides them.
fn around_verb<'a>(kept: &'a str, linked: bool) -> Option<Tidy<'a>> {
    let (at, row) = verbs()
        .find_all(kept)
        .into_iter()
        .rfind(|(at, row)| *at > 0 && row[0].len() >= 6 && row[1] != "be")?;
    if is_noun_head(&kept[at..], row[0]) {
        return None;
    }
    let (head, tail) = (&kept[..at], &kept[at + row[0].len()..]);
    let tail = &tail[complement(tail)..];
    if tail.starts_with('的') {
        // 参加合作组织的人数: the verb belongs to what describes the noun.
        return Some(Tidy {
            subject: kept,
            verb: "",
            before_verb: "",
        });
    }
    if tail.is_empty() && linked {
        // 外汇储备超过: a verb before another is a noun here.
        return Some(Tidy {
            subject: kept,
            verb: "",
            before_verb: "",
        });
    }
    // 安排“三农”投入: the object of the verb before it.
    if tail.is_empty()
        && let Some((first, other)) = verbs()
            .find_all(head)
            .into_iter()
            .rfind(|(_, other)| other[0].len() >= 6 && other[1] == "make")
        && kept.len() >= first + other[0].len() + row[0].len() + 6
    {
        return Some(Tidy {
            subject: &kept[first + other[0].len()..],
            verb: other[1],
            before_verb: "",
        });
    }
    if tail.is_empty() && !is_name_tail(row[0]) {
        return Some(Tidy {
            subject: "",
            verb: row[1],
            before_verb: if names_something(head) { head } else { "" },
        });
    }
    // 北部地区新打井: the object names what is counted, not who did it.
    // 城镇新增就业 is the indicator's usual name.
    if row[1] == "up" && head.chars().count() <= 8 && !tail.is_empty() {
        return Some(Tidy {
            subject: kept,
            verb: row[1],
            before_verb: "",
        });
    }
    let enough = if row[0].starts_with('新') { 1 } else { 2 };
    if !tail.is_empty()
        && tail.chars().count() >= enough
        && head.chars().count() >= 2
        && !is_name_tail(row[0])
    {
        return Some(Tidy {
            subject: tail,
            verb: row[1],
            before_verb: "",
        });
    }
    None
}

/// Whether the words before a verb may be its subject: 棚户区改造, not 实际 or 基本.
fn names_something(head: &str) -> bool {
    head.chars().count() >= 2
        && !matches!(head, "实际" | "基本" | "预计" | "现已" | "均已" | "还将")
        && leads().longest(head).is_none_or(|row| row[0] != head)
}

/// 1.4万亿斤新台阶、亩产: behind another number, a short tail up to 、 is that number's.
pub(super) fn behind_list_mark(scene: &Scene, rest: Span) -> Span {
    let text = rest.of(scene.text);
    match text.find('、') {
        Some(at) if text[..at].chars().count() <= 6 => {
            Span::new(rest.start + at + '、'.len_utf8(), rest.end)
        }
        _ => rest,
    }
}

/// 率 in 办结率, 量 in 销售量: the one character left makes a noun of the verb before it.
fn ends_as_measure(rest: &str) -> bool {
    let mut characters = rest.chars();
    matches!(
        characters.next(),
        Some(
            '率' | '量'
                | '额'
                | '数'
                | '度'
                | '值'
                | '费'
                | '款'
                | '金'
                | '比'
                | '面'
                | '点'
                | '期'
        )
    ) && characters.next().is_none()
}

/// 了, 出, 成 behind a verb: its length in bytes.
pub(super) fn complement(tail: &str) -> usize {
    ["了", "出", "成", "好", "起", "到"]
        .iter()
        .find(|word| tail == **word || tail.starts_with("了") && **word == "了")
        .map_or(0, |word| word.len())
}

/// 为 in 为企业, 总 in 总产量: leads that are part of the name.
pub(super) fn keeps_lead(text: &str, lead: &str) -> bool {
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
                || text.starts_with("按时")
                || text.starts_with("按期")
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
pub(super) fn last_verb(phrase: &str) -> String {
    verbs().find_all(phrase).into_iter().last().map_or_else(
        || clip(phrase),
        |(at, _)| phrase[at..].trim_end_matches('了').to_owned(),
    )
}

/// Nouns made of verbs, and whether one may begin or end a name.
fn verb_nouns() -> &'static Matcher<2> {
    static MATCHER: OnceLock<Matcher<2>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(VERB_NOUNS))
}

/// Whether `text`, which begins with the verb `word`, begins a name: 生产总值, 建设用地, 处理能力.
pub(super) fn is_noun_head(text: &str, word: &str) -> bool {
    const MEASURED: [&str; 13] = [
        "能力", "面积", "强度", "设施", "规模", "人员", "价格", "标准", "费用", "成本", "时限",
        "率", "量",
    ];
    let is_result = [
        "新", "完成", "实现", "达到", "取得", "增", "减", "降", "提高", "扩大", "压",
    ]
    .iter()
    .any(|start| word.starts_with(start));
    let rest = text.get(word.len()..).unwrap_or_default();
    word.len() >= 6 && !is_result && MEASURED.iter().any(|noun| rest.starts_with(noun))
        || verb_nouns()
            .longest(text)
            .is_some_and(|row| row[1] != "tail" && row[0].len() >= word.len())
}

/// Whether a verb may end a name: 固定资产投资, 社会融资.
fn is_name_tail(word: &str) -> bool {
    VERB_NOUNS
        .binary_search_by(|row| row[0].cmp(word))
        .is_ok_and(|at| VERB_NOUNS[at][1] != "head")
}

/// The words of a clause without those that may stand before its subject.
pub(super) fn without_leads(mut clause: &str) -> &str {
    while let Some(row) = leads()
        .longest(clause)
        .filter(|row| !keeps_lead(clause, row[0]))
    {
        clause = &clause[row[0].len()..];
    }
    clause
}
