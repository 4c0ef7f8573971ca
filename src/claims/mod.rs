//! Quantitative claims (量化表述): every number with its unit, its indicator, its sense and its time.
//!
//! ```text
//! sentence ──mention──▶ numbers with units ──predicate──▶ what links each to its subject
//!     ──indicator──▶ what is measured ──measure, bound──▶ in which sense
//!     ──mood, status──▶ promised or done ──period──▶ for when
//! ```
//!
//! The definitions follow the labelling guide of the project's design (claims): a mention is a
//! claim; what is no goal and no result is kept with [`Status::Other`].

mod background;
mod indicator;
mod measure;
mod mention;
mod mood;
mod owner;
mod period;
mod predicate;
mod quotation;
mod status;

#[cfg(test)]
mod tests;

use crate::language::Reading;
use crate::language::time;
use crate::model::{Claim, Measure, Span, Status};

use indicator::{Named, Subjects};
pub use mood::clock;

use mention::Mention;
use mood::Moods;
use predicate::Link;

/// A sentence's text and everything about it that deciding on a mention takes.
struct Scene<'a> {
    /// The document's text.
    text: &'a str,
    /// The sentence.
    sentence: Span,
    /// The times in it.
    times: &'a [(Span, time::Time)],
    /// The numbers in it.
    mentions: &'a [Mention],
    /// The words in it that promise or report.
    cues: status::Cues<'a>,
    /// Whether it reports and plans nothing.
    reports: bool,
    /// Where the passage looks.
    mood: mood::Mood,
    /// The document's own date.
    clock: time::Clock,
}

/// The claims of a document, in order.
pub fn extract(reading: &Reading) -> Vec<Claim> {
    let clock = clock(reading);
    let mut moods = Moods::new(reading, clock);
    let mut periods = period::Periods::new(reading, clock);
    let duties = owner::Duties::new(reading, clock);
    let mut claims = Vec::new();
    let mut subjects = Subjects::default();
    let mut block = usize::MAX;
    for (index, &sentence) in reading.sentences.iter().enumerate() {
        if reading.sentence_blocks[index] != block {
            block = reading.sentence_blocks[index];
            subjects = Subjects::default();
            moods.begin_block(block);
            periods.begin_block();
        }
        let times = time::find(reading.text, sentence, clock);
        let mood = moods.of_sentence(sentence, &times);
        periods.begin_sentence(sentence, &times);
        if reading.sentence_is_heading[index] {
            continue;
        }
        let mentions = mention::find(reading.text, sentence, &times);
        if mentions.is_empty() {
            continue;
        }
        let cues = status::Cues::of(reading.text, sentence);
        let duty = duties.of(index, &cues);
        let scene = Scene {
            text: reading.text,
            sentence,
            times: &times,
            mentions: &mentions,
            reports: cues.only_reports(sentence),
            cues,
            // What somebody is to see to is still to be done.
            mood: match mood {
                mood::Mood::Open if duty.owner.is_some() => mood::Mood::Plan,
                mood => mood,
            },
            clock,
        };
        subjects.begin_sentence();
        let section = reading.section_path(sentence.start);
        let mut last = Last::default();
        for (at, mention) in mentions.iter().enumerate() {
            let duty = duties.at(index, mention.span, &duty);
            let around = surroundings(reading, &scene, index, at);
            let mut link = predicate::read(&scene, mention, around.left);
            if continues_list(&scene, at, &around, &last.link) && !link.linked {
                // 增长3.5%、6%、5%: what links the first links them all.
                link = Link {
                    rest: Span::new(around.left.end, around.left.end),
                    ..last.link
                };
            }
            if link.reaches && around.follows_mention && link.rest.is_empty() {
                // 比重由18.5%提高到46.3%: both are shares.
                link.share |= last.link.share;
                link.share_noun |= last.link.share_noun;
            }
            // 现代工业所占的比重，由33%上升到34%
            link.share_noun |= link.rest.is_empty()
                && !around.follows_mention
                && indicator::is_share_clause(&scene, &around);
            let mut named = subjects.name(&scene, at, &around, &link);
            let adds = if last.adds_to_list(&scene, at, &around, &link, &named) {
                named.verb = last.verb;
                last.adds
            } else {
                named.verb == "up" && around.left.of(reading.text).contains("新增")
            };
            let mut measured = measure::of(&scene, mention, &around, &link, &named);
            if let Some((measure, because)) =
                last.carried_measure(&scene, at, &around, &link, &named)
            {
                (measured.measure, measured.because) = (measure, because);
            }
            let when = periods.of(&scene, mention, &around, &link);
            let is_background = background::is(&scene, mention, &around, &link, &named);
            let judged = status::judge(&scene, mention, &around, &link, when.as_ref());
            let mut because = vec![measured.because.to_owned()];
            let status = if is_background {
                Status::Other
            } else {
                judged.status
            };
            because.push(
                if is_background {
                    "because.background"
                } else {
                    judged.because
                }
                .to_owned(),
            );
            let period = periods.settle(when, status, judged.mood, &link, duty.deadline.as_ref());
            if period.is_none() && period::is_undated(&scene, &around) {
                because.push("because.undated".to_owned());
            }
            last = Last {
                verb: named.verb,
                adds,
                measure: Some(measured.measure),
                link,
            };
            claims.push(Claim {
                span: mention.span,
                text: mention.span.of(reading.text).to_owned(),
                value: measured.value,
                value_max: measured.value_max,
                unit: mention
                    .unit
                    .clone()
                    .or_else(|| mention::unit_of_people(&named.indicator)),
                bound: measured.bound,
                measure: measured.measure,
                indicator: named.indicator,
                status,
                period: period.map(|period| period.text),
                owner: duty.owner.clone().filter(|_| status == Status::Target),
                commitment: judged.commitment.map(str::to_owned),
                sentence: index,
                section: section.clone(),
                because,
            });
        }
    }
    claims
}

/// What the mention before, in the same sentence, was taken for.
#[derive(Default)]
struct Last {
    link: Link,
    verb: &'static str,
    /// Whether that verb is 新增.
    adds: bool,
    measure: Option<Measure>,
}

impl Last {
    /// 新增A40家、B25家: the second is an increase as well.
    fn adds_to_list(
        &self,
        scene: &Scene,
        at: usize,
        around: &Around,
        link: &Link,
        named: &Named,
    ) -> bool {
        let left = around.left.of(scene.text).trim_start();
        let left = left
            .strip_prefix("以上")
            .or_else(|| left.strip_prefix("左右"))
            .unwrap_or(left);
        let goes_on = matches!(self.verb, "up" | "down")
            && !link.linked
            && named.verb.is_empty()
            && at > 0
            && ![scene.mentions[at - 1].kind, scene.mentions[at].kind].contains(&"percent");
        if !goes_on {
            return false;
        }
        if around.follows_mention {
            return left.starts_with(['、', '和', '及']);
        }
        // 新增铁路A公里，公路B公里: things that a year adds, told without another verb.
        let between = Span::new(scene.mentions[at - 1].span.end, around.left.start);
        self.adds
            && between.of(scene.text).trim() == "，"
            && !named.carried
            && !named.behind
            && matches!(
                scene.mentions[at].kind,
                "length" | "power" | "classifier" | "mass" | "volume"
            )
            && indicator::is_thing(&named.indicator)
    }

    /// 增长6.5%，力争达到7%: a rate that goes on without its name is of the sense of the one before.
    fn carried_measure(
        &self,
        scene: &Scene,
        at: usize,
        around: &Around,
        link: &Link,
        named: &Named,
    ) -> Option<(Measure, &'static str)> {
        let mention = &scene.mentions[at];
        let before = scene.mentions[at.checked_sub(1)?].kind;
        if mention.kind != "percent" || !named.carried || !link.linked || link.direction != 0 {
            return None;
        }
        let share = self.link.share || self.link.share_noun;
        if share && matches!(before, "percent" | "point") {
            return Some((Measure::Share, "because.share"));
        }
        let strives = ["力争", "争取", "确保", "努力"].iter().any(|word| {
            Span::new(around.clause.start, mention.span.start)
                .of(scene.text)
                .contains(word)
        });
        (before == "percent" && self.measure == Some(Measure::Growth) && strives)
            .then_some((Measure::Growth, "because.growth"))
    }
}

/// Whether nothing but a list's mark stands between a mention and the one before, of the same unit
/// or each with its own subject (分别减少14起、9人).
fn continues_list(scene: &Scene, at: usize, around: &Around, last: &Link) -> bool {
    at.checked_sub(1)
        .map(|before| &scene.mentions[before])
        .is_some_and(|before| {
            let left = around.left.of(scene.text);
            around.follows_mention
                && (before.unit == scene.mentions[at].unit || last.respectively)
                && (indicator::is_list_mark(left) || last.share && parts_of_wholes(scene, around))
        })
}

/// 贡献了A%的税收、B%的就业: a list of parts, each with its own whole behind it.
fn parts_of_wholes(scene: &Scene, around: &Around) -> bool {
    let left = around.left.of(scene.text);
    left.starts_with('的')
        && left.ends_with(['、', '和', '及', '与'])
        && around.right.of(scene.text).starts_with('的')
}

/// What stands around a mention.
struct Around {
    /// From the clause's start, or from the mention before it there, up to the mention.
    left: Span,
    /// From the mention to the clause's end, or to the next mention there.
    right: Span,
    /// The clause, or the bracket inside it.
    clause: Span,
    /// Whether the mention before it stands in the same clause.
    follows_mention: bool,
    /// Whether it stands in brackets.
    in_brackets: bool,
}

fn surroundings(reading: &Reading, scene: &Scene, sentence: usize, at: usize) -> Around {
    let mention = &scene.mentions[at];
    let clauses = reading.clauses_of(sentence);
    let mut clause = clauses
        .iter()
        .map(|clause| clause.span)
        .find(|clause| clause.covers(mention.span) || clause.overlaps(mention.span))
        .unwrap_or(scene.sentence);
    let before = Span::new(clause.start, mention.span.start.max(clause.start)).of(scene.text);
    let mut in_brackets = false;
    if let Some(open) = before
        .rfind(['(', '（'])
        .filter(|&open| !before[open..].contains([')', '）']))
    {
        let bracket = before[open..].chars().next().map_or(0, char::len_utf8);
        clause.start += open + bracket;
        in_brackets = true;
        let after = Span::new(mention.span.end, clause.end.max(mention.span.end)).of(scene.text);
        clause.end = after
            .find([')', '）'])
            .map_or(clause.end, |close| mention.span.end + close);
    }
    let previous = at
        .checked_sub(1)
        .map(|before| scene.mentions[before].span)
        .filter(|span| span.end > clause.start);
    let next = scene
        .mentions
        .get(at + 1)
        .map(|next| next.span)
        .filter(|span| span.start < clause.end);
    Around {
        left: Span::new(
            previous
                .map_or(clause.start, |span| span.end)
                .min(mention.span.start),
            mention.span.start,
        ),
        right: Span::new(
            mention.span.end,
            next.map_or(clause.end, |span| span.start)
                .max(mention.span.end),
        ),
        clause,
        follows_mention: previous.is_some(),
        in_brackets,
    }
}
