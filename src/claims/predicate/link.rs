//! What links a number to its subject, as read.

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

impl Link {
    /// Whether the words before the number bound it and do nothing else: 创造不少于100万个岗位.
    pub fn only_bounds(&self) -> bool {
        self.bound.is_some()
            && !(self.plain || self.reaches || self.rate || self.share || self.share_noun)
            && self.direction == 0
    }
}
