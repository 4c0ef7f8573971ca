//! Where a heading or a title looks: back (工作回顾) or ahead (目标任务).

use crate::lexicon::cues::Role;
use crate::lexicon::{LEXICON, Set};

/// The direction in which a stretch looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tense {
    /// 回顾: a review.
    Past,
    /// 部署: a plan, a demand, a promise.
    Future,
    /// Neither is said: argument, background.
    #[default]
    Open,
}

impl Tense {
    /// The direction that words which look back and words which look ahead give together.
    pub fn between(back: bool, ahead: bool) -> Self {
        match (back, ahead) {
            (true, false) => Self::Past,
            (false, true) => Self::Future,
            _ => Self::Open,
        }
    }

    /// The direction of a heading; one that names both (发展成就和目标任务) leaves it to its paragraphs.
    pub fn of_heading(title: &str) -> Self {
        let roles = LEXICON.roles_in(title);
        Self::between(roles.has(Role::SectionReview), roles.has(Role::SectionPlan))
    }

    /// What a title's last word says of the whole text: 公报 and 总结 look back, 规划 and 方案 ahead.
    pub fn of_title(title: &str) -> Self {
        // （2026—2030年）, （试行）
        let title = title.trim_end();
        let title = match title.rfind(['（', '(']).filter(|&at| at > 0) {
            Some(at) if title.ends_with(['）', ')']) => &title[..at],
            _ => title,
        };
        let title = title.trim_end_matches(['”', '》', ' ']);
        let ends = |role: Role| LEXICON.ends_with(title, role);
        // 计划执行情况
        let plans = LEXICON
            .roles_in(title)
            .meets(Set::from(Role::TitlePlanNoun));
        if ends(Role::TitleReview) && !plans {
            Self::Past
        } else if ends(Role::TitlePlan) {
            Self::Future
        } else {
            Self::Open
        }
    }
}
