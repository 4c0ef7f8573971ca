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

/// Whether `text` begins with a word that links a number: after 将 it makes a future.
pub fn continues(text: &str) -> bool {
    predicates().longest(text).is_some_and(|row| {
        matches!(
            row[1],
            "up" | "down" | "reach" | "link" | "at_least" | "at_most"
        )
    })
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
        if kept.ends_with('均') && time_before(link.rest.end - '均'.len_utf8()).is_some() {
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
        "跃升到",
        "上升到",
        "提升到",
        "前移到",
        "进入",
        "挺进",
    ];
    const PARTS: &[&str] = &["占", "完成", "相当于", "达到", "达", "是", "为", "实现"];
    let tail = last_characters(left, if mention.form == Form::Rank { 16 } else { 26 });
    let tail_start = left.len() - tail.len();
    let of_another = tail
        .trim_end_matches(['近', '约', '大', '超', '过'])
        .ends_with('的');
    let frames: &[&str] = match (mention.form, mention.kind) {
        (Form::Rank, _) => RANKED,
        (_, "multiple") if of_another => &["相当于", "是", "为"],
        (_, "percent") if of_another => PARTS,
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
    let between = &tail[start..];
    // 2025年的21%: a time is no whole.
    let is_time = mention.kind == "percent"
        && between
            .trim_end_matches(['近', '约', '大', '超', '过', '的'])
            .ends_with(['年', '月', '底', '末', '初', '期', '前', '在']);
    (!between.contains(['，', '。', '；']) && !is_time).then_some(tail_start + start)
}

/// 高于全省0.4个百分点, 比全国快1.2个百分点: the length of what stands before the comparison with another
/// place, and 0; for 比上年高2个百分点 the direction of the change.
fn before_gap(mention: &Mention, left: &str) -> Option<(usize, i8)> {
    let tail = last_characters(left, 20);
    let tail_start = left.len() - tail.len();
    let free = |between: &str| !between.contains(['，', '。', '；', '、']);
    if mention.kind == "point"
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
fn comparison(kept: &str, link: &Link) -> Option<usize> {
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
        let links = |row: &&[&str; 2]| {
            matches!(row[1], "at_least" | "at_most" | "about" | "link" | "reach")
        };
        if predicates().longest_at_end(between).filter(links).is_some() {
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
fn bracket(kept: &str) -> Option<usize> {
    if !kept.ends_with(['）', ')']) {
        return None;
    }
    let open = kept.rfind(['（', '(']).filter(|&open| open > 0);
    // A bracket that opens nowhere is passed alone.
    Some(open.unwrap_or(kept.len() - kept.chars().next_back().map_or(0, char::len_utf8)))
}

/// 占农户总数的比例: the length of what stands before 占.
fn proportion(kept: &str) -> Option<usize> {
    let tail = last_characters(kept.strip_suffix("比例")?, 24);
    let at = tail.rfind('占')?;
    let free = !tail[at..].contains(['，', '。', '；']) && tail[at..].chars().count() > 2;
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
