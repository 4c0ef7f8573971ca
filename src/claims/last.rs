//! What a mention takes over from the one before it in the sentence: lists, shares, rates.

use super::around::Around;
use super::frame::{Frame, Link};
use super::indicator;
use super::mention::UnitKind;
use super::read::Read;
use super::scene::Scene;
use crate::lexicon::Set;
use crate::lexicon::cues::Role as Cue;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::model::{Measure, Span};

/// What the mention before, in the same sentence, was taken for.
#[derive(Default)]
pub struct Last {
    pub link: Link,
    pub verb: Option<Verb>,
    /// Whether that verb is 新增.
    pub adds: bool,
    pub measure: Option<Measure>,
}

impl Last {
    /// What the next mention needs to know of one that is read, and measures in this sense.
    pub fn of(read: &Read, measure: Measure) -> Self {
        // 新增3个…集群: a change of the noun behind is what the verb does with its object.
        let changes = match read.link.frame {
            Frame::Rise if read.named.behind => Some(Verb::Up),
            Frame::Fall if read.named.behind => Some(Verb::Down),
            _ => None,
        };
        Self {
            link: read.link,
            verb: read.named.verb.or(changes),
            adds: read.adds,
            measure: Some(measure),
        }
    }

    /// 新增A40家、B25家: the second is an increase as well.
    pub fn adds_to_list(&self, scene: &Scene, at: usize, read: &Read) -> bool {
        let (around, named) = (&read.around, &read.named);
        let left = around.left.of(scene.text).trim_start();
        let left = left
            .strip_prefix("以上")
            .or_else(|| left.strip_prefix("左右"))
            .unwrap_or(left);
        let goes_on = matches!(self.verb, Some(Verb::Up | Verb::Down))
            && !read.link.linked()
            && named.verb.is_none()
            && at > 0
            && ![scene.mentions[at - 1].kind, scene.mentions[at].kind]
                .contains(&UnitKind::Of(Kind::Percent));
        if !goes_on {
            return false;
        }
        if around.follows_mention {
            let joints = ['、', '和', '及'];
            return left.starts_with(joints) || named.behind && left.trim_end().ends_with(joints);
        }
        // 新增铁路A公里，公路B公里: things that a year adds, told without another verb.
        let between = Span::new(scene.mentions[at - 1].span.end, around.left.start);
        self.adds
            && between.of(scene.text).trim() == "，"
            && !named.carried
            && !named.behind
            && scene.verbs(around.left).is_empty()
            && matches!(
                scene.mentions[at].kind,
                UnitKind::Of(
                    Kind::Length | Kind::Power | Kind::Classifier | Kind::Mass | Kind::Volume
                )
            )
            && indicator::is_thing(&named.indicator)
    }

    /// 增长6.5%，力争达到7%: a rate that goes on without its name is of the sense of the one before.
    pub fn carried_measure(
        &self,
        scene: &Scene,
        at: usize,
        read: &Read,
    ) -> Option<(Measure, &'static str)> {
        let link = &read.link;
        let before = scene.mentions[at.checked_sub(1)?].kind;
        if read.mention.kind != UnitKind::Of(Kind::Percent)
            || !read.named.carried
            || !link.linked()
            || link.direction() != 0
        {
            return None;
        }
        if self.link.share() && matches!(before, UnitKind::Of(Kind::Percent | Kind::Point)) {
            return Some((Measure::Share, "because.share"));
        }
        let clause = Span::new(read.around.clause.start, read.mention.span.start);
        let binding = Set::of([Cue::Strives, Cue::Commits]);
        let strives = || scene.reading.hits.has(clause, binding);
        // 增速保持在15%以上，去年达到18.9%
        let goes_on = self.link.rate() && link.noun.is_none() || strives();
        (before == UnitKind::Of(Kind::Percent) && self.measure == Some(Measure::Growth) && goes_on)
            .then_some((Measure::Growth, "because.growth"))
    }
}

/// Whether nothing but a list's mark stands between a mention and the one before, of the same unit
/// or each with its own subject (分别减少14起、9人).
pub fn continues_list(scene: &Scene, at: usize, around: &Around, last: &Link) -> bool {
    let before = at.checked_sub(1).map(|before| &scene.mentions[before]);
    let same_unit = before.is_some_and(|before| before.unit == scene.mentions[at].unit);
    around.follows_mention
        && (same_unit || last.respectively)
        && (indicator::is_list_mark(scene, around.left)
            || last.share() && parts_of_wholes(scene, around))
}

/// 贡献了A%的税收、B%的就业: a list of parts, each with its own whole behind it.
fn parts_of_wholes(scene: &Scene, around: &Around) -> bool {
    let left = around.left.of(scene.text);
    left.starts_with('的')
        && left.ends_with(['、', '和', '及', '与'])
        && around.right.of(scene.text).starts_with('的')
}
