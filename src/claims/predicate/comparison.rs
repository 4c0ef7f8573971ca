//! Comparisons between a subject and its number: 居全区第一, 比上年, 高于全省, 占农户总数的比例, 扣除价格因素.

use super::link::Link;
use crate::claims::mention::UnitKind;
use crate::claims::mention::{Form, Mention};
use crate::claims::scene::Scene;
use crate::lexicon::predicates::{self, Role};
use crate::lexicon::units::Kind;
use crate::model::Span;

/// The last characters of a text, at most so many.
fn last_characters(text: &str, count: usize) -> &str {
    let start = text
        .char_indices()
        .rev()
        .nth(count.saturating_sub(1))
        .map_or(0, |(at, _)| at);
    &text[start..]
}

/// 居全区第一, 是五年前的3倍, 完成年度计划的86%: the length of what stands before 居, 是 and 完成; between
/// them and the number is no subject.
pub(super) fn before_frame(scene: &Scene, mention: &Mention, left: Span) -> Option<usize> {
    let words = left.of(scene.text);
    let whole = words.trim_end_matches(['近', '约', '大', '超', '过']);
    let of_another = whole.ends_with('的');
    let opens = |role: Role, word: &str| match mention.kind {
        UnitKind::Rank | UnitKind::LeadingRank => matches!(role, Role::Rank | Role::Reach),
        UnitKind::Of(Kind::Multiple) => of_another && matches!(word, "相当于" | "是" | "为"),
        UnitKind::Of(Kind::Percent) => {
            of_another
                && (role == Role::Share
                    || matches!(
                        word,
                        "完成" | "相当于" | "达到" | "达" | "是" | "为" | "实现"
                    ))
        }
        _ => false,
    };
    let far = if mention.form == Form::Rank { 16 } else { 26 };
    let from = left.end - last_characters(words, far).len();
    let stretch = Span::new(from, left.end);
    let start = (scene.reading.hits.within(stretch))
        .filter(|hit| {
            hit.lexeme
                .predicate
                .is_some_and(|role| opens(role, hit.lexeme.word))
        })
        .map(|hit| hit.span.start)
        .next_back()?;
    // 2025年的21%: a time is no whole.
    let is_time = mention.kind == UnitKind::Of(Kind::Percent)
        && (whole.trim_end_matches('的'))
            .ends_with(['年', '月', '底', '末', '初', '期', '前', '在']);
    (!is_time).then_some(start - left.start)
}

/// 高于全省0.4个百分点, 比全国快1.2个百分点: the length of what stands before the comparison with another
/// place, and 0; for 比上年高2个百分点 the direction of the change.
pub(super) fn before_gap(mention: &Mention, left: &str) -> Option<(usize, i8)> {
    let tail = last_characters(left, 20);
    let tail_start = left.len() - tail.len();
    let free = |between: &str| !between.contains(['，', '。', '；', '、']);
    if mention.kind == UnitKind::Of(Kind::Point)
        && let Some((at, _)) = ["高于", "低于", "高出", "快于", "好于", "慢于", "优于"]
            .iter()
            .filter_map(|word| Some((tail.rfind(word)?, word.len())))
            .filter(|&(at, length)| tail.len() > at + length && free(&tail[at..]))
            .max()
    {
        return Some((tail_start + at, 0));
    }
    let trimmed = tail.trim_end_matches(['了', '出', '约', '近']);
    let compared = trimmed.strip_suffix(['高', '低', '快', '慢', '多', '少'])?;
    // 提高, 减少 and the like are verbs of change, read later.
    if compared.ends_with([
        '提', '升', '增', '最', '降', '减', '压', '缩', '加', '放', '调',
    ]) {
        return None;
    }
    let at = compared.rfind(['比', '较'])?;
    let other = &compared[at + '比'.len_utf8()..];
    let change = match names_base(other) {
        false => 0,
        true if trimmed.ends_with(['低', '慢', '少']) => -1,
        true => 1,
    };
    (free(other) && !other.is_empty() && !compared[..at].ends_with(['占', '同', '环', '相']))
        .then_some((tail_start + at, change))
}

/// Whether a comparison is made with the indicator's own past or plan: 上年, 年初, 预算, “十三五”末.
fn names_base(words: &str) -> bool {
    words.ends_with(['年', '期', '月', '度', '末', '底', '初', '前'])
        || [
            "水平",
            "预算",
            "计划",
            "目标",
            "任务",
            "之前",
            "以前",
            "去年底",
        ]
        .iter()
        .any(|word| words.ends_with(word))
}

/// 比上年, 比“九五”期末, 较2020年, 占全盟, 居全省: from the particle on, the words are no subject.
pub(super) fn comparison(kept: &str, link: &Link) -> Option<usize> {
    let tail = last_characters(kept, 16);
    let tail_start = kept.len() - tail.len();
    if let Some(at) = adjustment(tail) {
        return Some(tail_start + at);
    }
    if link.direction != 0 && !link.compared {
        for particle in ["比", "较", "同"] {
            let Some(at) = tail.rfind(particle) else {
                continue;
            };
            let between = &tail[at + particle.len()..];
            if names_base(between) && !tail[..at].ends_with(['同', '环', '占', '对', '相']) {
                return Some(tail_start + at);
            }
        }
        return None;
    }
    // 占全盟40%, 居全省第一: 占 and 居 a few characters before.
    if !link.linked || link.share_noun && !link.share {
        let tail = last_characters(kept, 26);
        let at = tail.rfind('占')?;
        let between = &tail[at + '占'.len_utf8()..];
        // 占工业比重超过15%: the bound is read first.
        let links = |row: &&predicates::Row| {
            matches!(
                row.role,
                Role::AtLeast | Role::AtMost | Role::About | Role::Link | Role::Reach
            ) && !row.word.ends_with('有')
        };
        if predicates::TABLE
            .longest_at_end(between)
            .filter(links)
            .is_some()
        {
            return None;
        }
        let free = !between.contains(['，', '、', '。', '由', '从'])
            && !names_base(between.trim_end_matches('的'))
            && (between.starts_with("地区")
                || !between.starts_with(['地', '用', '有', '据', '领', '比']));
        return (free && !between.is_empty())
            .then_some(kept.len() - tail.len() + at + '占'.len_utf8());
    }
    None
}

/// （CPI）, （下同）: the length of what stands before a bracket at the end.
pub(super) fn bracket(kept: &str) -> Option<usize> {
    if !kept.ends_with(['）', ')']) {
        return None;
    }
    let open = kept.rfind(['（', '(']).filter(|&open| open > 0);
    // A bracket that opens nowhere is passed alone.
    Some(open.unwrap_or(kept.len() - kept.chars().next_back().map_or(0, char::len_utf8)))
}

/// 占农户总数的比例: the length of what stands before 占.
pub(super) fn proportion(kept: &str) -> Option<usize> {
    let tail = last_characters(kept.strip_suffix("比例")?, 24);
    let at = tail.rfind('占')?;
    let whole = &tail[at..];
    let free = !whole.contains(['，', '。', '；'])
        && (whole.chars().count() > 2 || tail[..at].ends_with('所'));
    let before = kept.len() - "比例".len() - tail.len() + at;
    free.then(|| kept[..before].trim_end_matches('所').len())
}

/// 扣除价格因素, 剔除一次性因素后, 按可比价计算: how a number was adjusted, and where that begins.
fn adjustment(tail: &str) -> Option<usize> {
    let body = tail
        .trim_end_matches("影响")
        .trim_end_matches(['后', '，', '，']);
    if body.ends_with("因素") || body.ends_with("影响") {
        return ["扣除", "剔除", "考虑"]
            .iter()
            .filter_map(|word| tail.rfind(word))
            .max();
    }
    // 在2020年基础上翻一番
    if body.ends_with("基础上") {
        return tail.rfind('在');
    }
    if body.ends_with("计算") || body.ends_with("口径") || body.ends_with("可比价") {
        return tail
            .rfind('按')
            .or_else(|| tail.rfind("同口径"))
            .or_else(|| tail.rfind("可比口径"));
    }
    None
}
