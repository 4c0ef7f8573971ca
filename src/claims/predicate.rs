//! What links a number to its subject: verbs, bounds and adverbs read backwards from the number.

use std::sync::OnceLock;

use super::Scene;
use super::mention::{Form, Mention};
use crate::lexicon::{Matcher, PREDICATES};
use crate::model::{Bound, Span};

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
    }
    loop {
        let kept = link
            .rest
            .of(text)
            .trim_end_matches([' ', '\u{3000}', ')', '）', '”', '"', '、']);
        link.rest.end = link.rest.start + kept.len();
        if kept.is_empty() {
            break;
        }
        if let Some(shorter) = comparison(kept, &link) {
            link.rest.end = link.rest.start + shorter;
            link.compared = true;
            continue;
        }
        if let Some((time, _)) = scene
            .times
            .iter()
            .find(|(time, _)| time.end == link.rest.end && time.start >= link.rest.start)
        {
            link.rest.end = time.start;
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
                || before.ends_with("现在");
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

/// 居全区第一, 是五年前的3倍: the length of what stands before 居 and 是; between them and the number is no subject.
fn before_frame(mention: &Mention, left: &str) -> Option<usize> {
    const RANKED: &[&str] = &[
        "位居",
        "位列",
        "名列",
        "排名",
        "稳居",
        "跃居",
        "高居",
        "居",
        "列",
        "排在",
        "排",
        "跃升至",
        "升至",
        "跃至",
        "进入",
        "挺进",
    ];
    let tail_start = left.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let tail = &left[tail_start..];
    let frames: &[&str] = match (mention.form, mention.kind) {
        (Form::Rank, _) => RANKED,
        (_, "multiple") if tail.ends_with('的') => &["相当于", "是", "为"],
        _ => return None,
    };
    let at = frames.iter().filter_map(|frame| tail.rfind(frame)).max()?;
    let start = frames
        .iter()
        .filter(|frame| {
            tail[..]
                .rfind(**frame)
                .is_some_and(|found| found <= at && found + frame.len() > at)
        })
        .filter_map(|frame| tail.rfind(frame))
        .min()?;
    (!tail[start..].contains(['，', '。', '；'])).then_some(tail_start + start)
}

/// 比上年, 比“九五”期末, 较2020年, 占全盟, 居全省: from the particle on, the words are no subject.
fn comparison(kept: &str, link: &Link) -> Option<usize> {
    let tail_start = kept.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let tail = &kept[tail_start..];
    if link.direction != 0 && !link.compared {
        for particle in ["比", "较", "同"] {
            let Some(at) = tail.rfind(particle) else {
                continue;
            };
            let between = &tail[at + particle.len()..];
            let is_time = between.ends_with(['年', '期', '月', '度', '末', '底'])
                || between.ends_with("水平");
            if is_time && !tail[..at].ends_with(['同', '环', '占', '对', '相']) {
                return Some(tail_start + at);
            }
        }
        return None;
    }
    // 占全盟40%, 居全省第一: 占 and 居 a few characters before.
    if !link.linked {
        let at = tail.rfind('占')?;
        let between = &tail[at + '占'.len_utf8()..];
        let short = between.chars().count() <= 14;
        let free = !between.contains(['，', '、', '。'])
            && !between.starts_with(['地', '用', '有', '据', '领', '比']);
        return (short && free && !between.is_empty()).then_some(tail_start + at + '占'.len_utf8());
    }
    if link.rank || link.share {
        return None;
    }
    None
}
