//! Where a stretch looks: back (工作回顾) or ahead (目标任务); what a heading or a title says of it.

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
        Self::between(roles.has(Role::HeadingBack), roles.has(Role::HeadingAhead))
    }

    /// Whether a heading's last word looks back: 发展现状, 工作回顾.
    pub fn ends_back(title: &str) -> bool {
        LEXICON.ends_with(title.trim_end(), Role::HeadingBack)
    }

    /// What a title's last word says of the whole text: 公报 and 总结 look back, 规划 and 方案 ahead.
    pub fn of_title(title: &str) -> Self {
        let title = without_note(title);
        let ends = |role: Role| LEXICON.ends_with(title, role);
        // 计划执行情况和计划草案的报告: what was and what is to come.
        let plans = LEXICON.roles_in(title).meets(Set::from(Role::Plans));
        if ends(Role::TitleBack) && !plans {
            Self::Past
        } else if ends(Role::TitleAhead) {
            Self::Future
        } else {
            Self::Open
        }
    }
}

/// A title without the note behind it: （2026—2030年）, （试行）.
pub(super) fn without_note(title: &str) -> &str {
    let title = title.trim_end();
    let title = match title.rfind(['（', '(']).filter(|&at| at > 0) {
        Some(at) if title.ends_with(['）', ')']) => &title[..at],
        _ => title,
    };
    title.trim_end_matches(['”', '》', ' '])
}

/// Where a passage looks, and how surely that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scope {
    /// The direction.
    pub tense: Tense,
    /// Whether a heading, the title or the kind of text gives it; else the sentences before do.
    pub firm: bool,
}

impl Scope {
    /// What a heading or a title gives.
    pub fn firm(tense: Tense) -> Self {
        Self { tense, firm: true }
    }

    /// Whether nothing is said.
    pub fn is_open(self) -> bool {
        self.tense == Tense::Open
    }
}

/// Where a document, its sections and its sentences look.
#[derive(Debug, Default)]
pub struct Outlook {
    /// The whole text, by its title or kind, or by most of its sentences.
    pub root: Scope,
    /// Each section, by its heading or one above it.
    pub sections: Vec<Scope>,
    /// The passage that each sentence stands in.
    pub passages: Vec<Scope>,
    /// Each sentence.
    pub sentences: Vec<Tense>,
}
