//! What links a number to its subject, as read.

use crate::model::{Bound, Span};

/// What is said of a number. Of several the one that stands lower in this list decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Frame {
    /// Nothing links it: 城镇新增就业5万人.
    #[default]
    Bare,
    /// A bound and nothing else: 超过5万人, 不少于100万个岗位.
    Bounded,
    /// A word that only links: 投资完成18亿元, 参保率为97%, 完成年度计划的86%.
    Plain,
    /// What is there is counted: 共有党员320名.
    Holds,
    /// A place in an order: 总量居全省第三.
    Rank,
    /// A part of a whole: 加工业占总产值的四成.
    Share,
    /// A rise: 粮食产量增长2.1%, 比上年高2个百分点.
    Rise,
    /// A fall: 能耗下降3.5%.
    Fall,
    /// A level is reached: 普及率提高到93%.
    Reach,
    /// Where a change began: 标准由670元….
    Baseline,
    /// The distance to another's number: 增速高于全省2个百分点.
    Gap,
}

/// The noun before the number that says what kind of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// A rate of change: 增速为9.4%.
    Rise,
    /// A rate of change downwards: 降幅达34%.
    Fall,
    /// A part of a whole: 占比达到60%, 比重提高2个百分点.
    Share,
}

/// What stands between a subject and its number.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Link {
    /// What is left: the subject, as far as the clause names it.
    pub rest: Span,
    /// What is said of the number.
    pub frame: Frame,
    /// The noun that says what kind of number it is.
    pub noun: Option<Noun>,
    /// The bound that the words give.
    pub bound: Option<Bound>,
    /// The whole of a share, the field of a rank.
    pub whole: Option<Span>,
    /// What the number is compared with.
    pub base: Option<Span>,
    /// 年均
    pub annual: bool,
    /// 分别
    pub respectively: bool,
}

impl Link {
    /// Whether any linking word was passed.
    pub fn linked(&self) -> bool {
        self.frame != Frame::Bare || self.noun.is_some()
    }

    /// The direction of a change: 1 增长, −1 下降, 0 none.
    pub fn direction(&self) -> i8 {
        match (self.frame, self.noun) {
            (Frame::Rise, _) => 1,
            (Frame::Fall, _) => -1,
            (_, Some(Noun::Rise)) => 1,
            (_, Some(Noun::Fall)) => -1,
            _ => 0,
        }
    }

    /// Whether a level is reached: 增加到.
    pub fn reaches(&self) -> bool {
        self.frame == Frame::Reach
    }

    /// Whether a noun for a rate of change was passed: 增速.
    pub fn rate(&self) -> bool {
        matches!(self.noun, Some(Noun::Rise | Noun::Fall))
    }

    /// Whether the number is a part of a whole: 占, 占比.
    pub fn share(&self) -> bool {
        self.frame == Frame::Share || self.noun == Some(Noun::Share)
    }

    /// Whether the words before the number bound it and do nothing else: 创造不少于100万个岗位.
    pub fn only_bounds(&self) -> bool {
        self.frame == Frame::Bounded && self.noun.is_none()
    }

    /// Takes in a bound, which is not that of a word nearer to the number.
    pub(super) fn bounded(&mut self, bound: Bound) {
        self.bound = self.bound.or(Some(bound));
        self.add(Frame::Bounded);
    }

    /// Takes in what else is said of the number, which stands before what was read.
    pub(super) fn add(&mut self, frame: Frame) {
        // 由下降3%, 增长由5%: a change that begins or ends so is a rate.
        let change = match self.frame.min(frame) {
            Frame::Rise => Some(Noun::Rise),
            Frame::Fall => Some(Noun::Fall),
            _ => None,
        };
        self.frame = self.frame.max(frame);
        if self.frame == Frame::Baseline {
            self.noun = self.noun.or(change);
        }
    }
}
