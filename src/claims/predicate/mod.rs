//! What links a number to its subject: verbs, bounds and adverbs read backwards from the number.

mod comparison;

use std::sync::OnceLock;

use super::Scene;
use super::mention::{Form, Mention};
use crate::lexicon::{Matcher, PREDICATES};
use crate::model::{Bound, Span};
use crate::text::numeral;

use comparison::{before_frame, before_gap, bracket, comparison, proportion};

/// What stands between a subject and its number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Link {
    /// What is left: the subject, as far as the clause names it.
    pub rest: Span,
    /// Whether any linking word was passed.
    pub linked: bool,
    /// The direction of a change: 1 增长, −1 下降, 0 none.
    pub direction: i8,
    /// A level is reached: 增加到.
    pub reaches: bool,
    /// A noun for a rate of change: 增速.
    pub rate: bool,
    /// 占
    pub share: bool,
    /// 占比, 比重
    pub share_noun: bool,
    /// 居, 位列
    pub rank: bool,
    /// 分别
    pub respectively: bool,
    /// 均, 都
    pub each: bool,
    /// 年均
    pub annual: bool,
    /// 同比, 比上年
    pub compared: bool,
    /// 有, 共有: what is there is counted.
    pub holds: bool,
    /// 由, 从: the number is where a change began.
    pub baseline: bool,
    /// 高于全省, 比全国高: the number is a gap to another rate.
    pub gap: bool,
    /// A word that only links: 达到, 为, 完成.
    pub plain: bool,
    /// The bound that the words give.
    pub bound: Option<Bound>,
    /// The word of direction, for those who explain.
    pub verb: &'static str,
}

fn predicates() -> &'static Matcher<2> {
    static MATCHER: OnceLock<Matcher<2>> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(PREDICATES))
}

/// Whether `text` begins with a word of change: what follows a number is then no name.
pub fn begins(text: &str) -> bool {
    predicates()
        .longest(text)
        .is_some_and(|row| matches!(row[1], "up" | "down" | "reach"))
}

/// Reads the words before a mention from its end to their start.
pub fn read(scene: &Scene, mention: &Mention, left: Span) -> Link {
    let text = scene.text;
    let mut link = Link {
        rest: left,
        ..Link::default()
    };
    if let Some(kept) = before_frame(mention, left.of(text)) {
        link.rest.end = left.start + kept;
        link.linked = true;
        link.rank = mention.form == Form::Rank;
        link.share = mention.kind == "percent";
    } else if let Some((kept, change)) = before_gap(mention, left.of(text)) {
        link.rest.end = left.start + kept;
        link.linked = true;
        link.gap = change == 0;
        link.direction = change;
        link.compared = change != 0;
    }
    loop {
        let kept = link
            .rest
            .of(text)
            .trim_end_matches([' ', '\u{3000}', '”', '"', '、']);
        link.rest.end = link.rest.start + kept.len();
        if kept.is_empty() {
            break;
        }
        if let Some(shorter) = bracket(kept) {
            link.rest.end = link.rest.start + shorter;
            continue;
        }
        if let Some(shorter) = comparison(kept, &link) {
            link.rest.end = link.rest.start + shorter;
            link.compared = true;
            continue;
        }
        let time_before = |end: usize| {
            scene
                .times
                .iter()
                .map(|(time, _)| *time)
                .find(|time| time.end == end && time.start >= link.rest.start)
        };
        if let Some(time) = time_before(link.rest.end) {
            link.rest.end = time.start;
            continue;
        }
        // 较2025年均下降: 年 belongs to the time.
        if (kept.strip_suffix("年均"))
            .is_some_and(|year| year.ends_with(|last| numeral::digit(last).is_some()))
            && time_before(link.rest.end - '均'.len_utf8()).is_some()
        {
            link.rest.end -= '均'.len_utf8();
            link.each = true;
            continue;
        }
        if let Some(shorter) = proportion(kept).filter(|_| !link.share_noun) {
            link.rest.end = link.rest.start + shorter;
            link.share_noun = true;
            link.linked = true;
            continue;
        }
        let Some(row) = predicates().longest_at_end(kept) else {
            break;
        };
        let (word, role) = (row[0], row[1]);
        if role == "stop" {
            break;
        }
        if !apply(&mut link, word, role, kept) {
            break;
        }
        link.rest.end -= word.len();
    }
    link
}

/// Takes a word's role in; says whether the word is passed.
fn apply(link: &mut Link, word: &'static str, role: &str, kept: &str) -> bool {
    match role {
        "link" => {
            link.linked = true;
            link.plain = true;
            link.holds |= word.ends_with('有');
        }
        "reach" => {
            link.linked = true;
            link.reaches = true;
        }
        "up" | "down" => {
            // 固定资产投资增长: the first verb from the number decides; one before it is a noun's.
            if link.direction != 0 || link.rate {
                return false;
            }
            if !link.reaches {
                link.direction = if role == "up" { 1 } else { -1 };
                link.verb = word;
            }
            link.linked = true;
        }
        "rate" | "rate_down" => {
            link.rate = true;
            link.linked = true;
            link.direction = if role == "rate_down" { -1 } else { 1 };
        }
        "share" => {
            link.share = true;
            link.linked = true;
        }
        "share_about" => {
            link.share = true;
            link.linked = true;
            link.bound = Some(Bound::About);
        }
        "share_noun" => {
            link.share_noun = true;
            link.linked = true;
            // 药占比: the word before is too short to be a name of its own.
            return word != "占比" || kept.chars().count() != 3;
        }
        "rank" => {
            link.rank = true;
            link.linked = true;
        }
        "at_least" => {
            link.bound = link.bound.or(Some(Bound::AtLeast));
            link.linked = true;
        }
        "at_most" => {
            link.bound = link.bound.or(Some(Bound::AtMost));
            link.linked = true;
        }
        "about" => link.bound = link.bound.or(Some(Bound::About)),
        "annual" => link.annual = true,
        "baseline" => {
            link.baseline = true;
            link.linked = true;
        }
        // A place belongs to the subject unless a rank or a share is said of it.
        "place" => return link.rank || link.share || kept.len() == word.len(),
        "particle" => {
            // 2024年的7473万元: passed only behind a time or another word of this kind.
            let before = &kept[..kept.len() - word.len()];
            return before.ends_with(['年', '底', '末', '月', '季', '在', '期'])
                || word == "等"
                || ["现在", "预计", "计划", "实际"]
                    .iter()
                    .any(|word| before.ends_with(word));
        }
        _ => match word {
            "分别" => link.respectively = true,
            "均" | "都" => link.each = true,
            "同比" | "环比" => link.compared = true,
            _ => {}
        },
    }
    true
}
