//! Subjects that an earlier clause of the sentence names: topics, shares, what changes.

use super::behind::noun_at;
use super::clip::{MEASURES, clip};
use super::tidy::{tidy, without_leads};
use crate::claims::around::Around;
use crate::claims::frame;
use crate::claims::mention::UnitKind;
use crate::claims::scene::Scene;
use crate::model::Span;
use crate::text::numeral;

/// The clause before, without its mark; empty where a number stands in it.
pub(super) fn clause_before(scene: &Scene, around: &Around) -> Span {
    let from = scene
        .mentions
        .iter()
        .map(|mention| mention.span.end)
        .take_while(|&end| end <= around.clause.start)
        .last()
        .unwrap_or(scene.sentence.start);
    let before = Span::new(from, around.clause.start.max(from)).of(scene.text);
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '”');
    let start = before.rfind(['，', ',', '；', ';', '：']).map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    // What stands behind a number in its own clause is no clause.
    if start == 0 && from > scene.sentence.start {
        return Span::new(from, from);
    }
    let spaces = before[start..].len() - before[start..].trim_start().len();
    Span::new(
        from + start + spaces,
        from + before.len().max(start + spaces),
    )
}

/// Whether the clause before names a share of which this one gives the value.
pub fn is_share_clause(scene: &Scene, around: &Around) -> bool {
    let clause = clause_before(scene, around).of(scene.text);
    SHARES.iter().any(|word| clause.ends_with(word))
}

const SHARES: [&str; 5] = ["所占的比重", "所占比重", "占比", "比重", "份额"];

/// A clause that only names what the next one is about: 每吨钢的综合能耗，由…, 在工业产值中轻工业所占的比重，由….
pub(super) fn topic(scene: &Scene, around: &Around) -> Option<String> {
    let span = clause_before(scene, around);
    let clause = span.of(scene.text);
    let head = Span::new(scene.sentence.start, span.start).of(scene.text);
    let opens = head.is_empty() || head.ends_with(['；', ';']);
    let mut name = clause;
    let share = ["所占的比重", "所占比重"]
        .iter()
        .find_map(|word| clause.strip_suffix(word));
    if let Some(owner) = share {
        name = owner;
        // 在…中 stands before or behind what has the share.
        if let Some(at) = name.find('在')
            && let Some(end) = name.rfind('中')
            && at < end
        {
            let behind = &name[end + '中'.len_utf8()..];
            name = if behind.is_empty() {
                &name[..at]
            } else {
                behind
            };
        }
    }
    let plain = name.ends_with(MEASURES)
        && without_leads(scene, span).start == span.start
        && !scene.times.iter().any(|(time, _)| span.covers(*time));
    let is_name = (2..=16).contains(&name.chars().count())
        && !name.contains(['了', '、', '是', '有', '要', '“', '：', '在']);
    (opens && is_name && (plain || share.is_some())).then(|| clip(name))
}

/// 投资 in 下半年投资增长加快，全年增长19%: the subject of a change told without a number.
pub(super) fn changing_subject(scene: &Scene, around: &Around) -> Option<String> {
    if around.follows_mention {
        return None;
    }
    let span = clause_before(scene, around);
    let clause = span.of(scene.text);
    let at = clause
        .char_indices()
        .skip(2)
        .map(|(at, _)| at)
        .find(|&at| {
            let rest = &clause[at..];
            let is_noun = ["上涨幅度", "增长幅度", "增长速度", "增长率", "上涨率"]
                .iter()
                .any(|noun| rest.starts_with(noun));
            !is_noun && frame::begins(rest)
                || ["高于", "快于", "好于", "低于"]
                    .iter()
                    .any(|word| rest.starts_with(word))
        })?;
    if let Some(object) = changed_object(&clause[at..]) {
        return Some(object);
    }
    let subject = tidy(
        scene,
        Span::new(span.start, span.start + at),
        true,
        UnitKind::None,
    )
    .subject;
    // 养老金连续5年增加
    let subject = subject
        .split_once("连续")
        .map_or(subject, |(subject, _)| subject);
    let subject = subject
        .trim_end_matches("快速")
        .trim_end_matches(['稳', '步', '持', '续', '较', '显', '著']);
    let is_name = (2..=16).contains(&subject.chars().count())
        && subject.ends_with(MEASURES)
        && !subject.contains(['、', '，', '了', '的']);
    is_name.then(|| clip(subject))
}

/// 基本养老金 in 继续提高企业退休人员基本养老金，人均增加…: the amount that a verb of change has as its object.
fn changed_object(text: &str) -> Option<String> {
    let object = ["提高", "增加", "降低", "减少", "上调", "下调"]
        .iter()
        .find_map(|verb| text.strip_prefix(verb))?
        .trim_start_matches('了');
    let is_name = (3..=16).contains(&object.chars().count())
        && (object.ends_with(MEASURES) || object.ends_with("水平") || object.ends_with("标准"))
        && !object.contains(['、', '，', '了', '的', '到', '至']);
    is_name.then(|| clip(object))
}

/// Whether a name is a thing that is built or bought, or what it can do (能力, 容量), no amount that is
/// measured anyhow (收入, 产量).
pub fn is_thing(name: &str) -> bool {
    name.ends_with("能力") || name.ends_with("容量") || !name.ends_with(MEASURES)
}

/// The subject of the clause before, where no number has given one: 加工企业集中在城区，占…96%.
pub(super) fn previous_subject(scene: &Scene, around: &Around) -> String {
    let before = Span::new(scene.sentence.start, around.clause.start).of(scene.text);
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = before.rfind(['，', ',', '；', ';', '：']).map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    let whole = Span::new(
        scene.sentence.start + start,
        scene.sentence.start + before.len(),
    );
    let clause = without_leads(scene, whole).of(scene.text);
    // 实行试点的工业企业: the head noun stands behind 的.
    let head = clause
        .rfind('的')
        .map(|at| &clause[at + '的'.len_utf8()..])
        .filter(|head| (2..=10).contains(&head.chars().count()));
    // 经济增长速度的调控目标，定为…: what is aimed at, not the aim.
    let aimed = head
        .filter(|head| head.ends_with("目标") || head.ends_with("指标"))
        .map(|head| clause[..clause.len() - head.len()].trim_end_matches('的'))
        .filter(|name| name.ends_with(MEASURES));
    if let Some(aimed) = aimed {
        return clip(undated(scene, aimed));
    }
    // 轻工业产值占总产值的比重，由…提高到…: what has the share.
    let owner = SHARES
        .iter()
        .any(|word| clause.ends_with(word))
        .then(|| clause.rfind('占'))
        .flatten()
        .map(|at| clause[..at].trim_end_matches('所'))
        .map(|owner| undated(scene, owner))
        .filter(|owner| owner.chars().count() >= 2);
    if let Some(owner) = owner {
        return clip(owner);
    }
    let named = head.unwrap_or(clause);
    let noun = noun_at(scene, Span::new(whole.end - named.len(), whole.end), false);
    let is_number = noun.starts_with(|first| numeral::digit(first).is_some());
    if noun.chars().count() >= 2 && !is_number {
        clip(noun)
    } else {
        String::new()
    }
}

/// A clause without the time that it begins with.
fn undated<'t>(scene: &Scene, clause: &'t str) -> &'t str {
    scene
        .times
        .iter()
        .find_map(|(time, _)| clause.strip_prefix(time.of(scene.text)))
        .unwrap_or(clause)
}
