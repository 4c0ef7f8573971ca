//! # share-mismatch
//!
//! ## zh: 占比不符
//!
//! 写出的占比与部分、整体两个数对不上（“总投资120亿元，其中工业投资48亿元，占50%”）；
//! 或者三次产业的占比加起来不是100。每个数都按四舍五入留出余地；
//! 部分和整体的单位差了一万倍的（“88435元，完成预算89138万元的99.2%”）也报。占的是别的整体（“占全国的5%”）和“1:3:4”这样的普通比例不算。
//!
//! Why: 几个数里必有一个错了，谁都能算出来。
//!
//! Source: 算术；《国民经济行业分类》（GB/T 4754—2017）与三次产业划分规定
//!
//! ## en: Share mismatch
//!
//! A stated share is not what its part and whole give (总投资120亿元，其中工业投资48亿元，占50%),
//! or the shares of the three sectors do not sum to 100. Each number may be off by half its last
//! place; units that are ten thousand apart (88435元，完成预算89138万元的99.2%) are told; a share of another whole (占全国的5%) and a plain ratio such as 1:3:4 are none.
//!
//! Why: One of the numbers is wrong, and anyone can reckon it.
//!
//! Source: Arithmetic; GB/T 4754—2017 and the division into three sectors
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.share-mismatch | “{words}”：{sum}，三次产业占比合计应为 100。请核对。 | “{words}”: {sum}; the shares of the three sectors must sum to 100. Check them. |
//! | check.share-mismatch.part | {part}÷{whole}≈{right}，与“{stated}”不符。请核对这几个数字。 | {part} ÷ {whole} ≈ {right}, not {stated}. Check these figures. |
//! | check.share-mismatch.unit | “{part}”与“{whole}”差了一万倍，按所说的占比应当相近。请核对单位（元、万元、亿元）。 | {part} and {whole} are apart by ten thousand, and the share says that they are not. Check the units. |
//! | check.share-mismatch.stated | 文中所说的占比 | The share as the text states it |
//!
//! ## Trips
//!
//! ```text
//! 全县三次产业结构调整为10.2:45.3:46.5，发展质量进一步提升。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 全县三次产业结构调整为10.2:45.3:44.5，发展质量进一步提升。
//! ```
//!
//! ## Notes
//!
//! The share may be off by one in its last place. It must stand right behind its part, and the part right behind its
//! whole (其中), or all three in one clause (占全县1200户的25%), or the share name a whole of its sentence
//! (占财政收入的60%), or be the one of parts that sum to the whole.  Sectors that sum to
//! less than 80 or more than 125 are no list of percents but a plain ratio.

mod part;
mod sectors;

use super::{Context, Findings};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    sectors::check(context, findings);
    part::check(context, findings);
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_sectors_that_are_no_whole() {
        trips(
            "share-mismatch",
            &[
                "三次产业比例调整为⟦10.2:45.3:46.5⟧。",
                "三次产业结构由20:45:35优化为⟦15:45:45⟧。",
                "三次产业比重为⟦8.1：40.2：50.7⟧。",
                "三次产业比达到⟦12∶44∶54⟧。",
                "三次产业结构由⟦20:45:45⟧调整为15:45:40。",
                "一二三产比重为⟦9:40:41⟧。",
                "三次产业增加值之比为⟦7.5%:42.5%:52%⟧。",
                "三大产业结构为⟦10:30:50⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_wholes_ratios_and_times() {
        silent(
            "share-mismatch",
            &[
                "三次产业比例达到34:35:31。",
                "三次产业比例为10.2:45.3:44.5。",
                "三次产业结构由20:45:35优化为15:45:40。",
                "三次产业之比为1:3:4。",
                "三次产业比例为33:33:33。",
                "三次产业会议10:30开始。",
                "城乡收入比为2.1:1。",
                "三次产业贡献率分别为10%、40%和50%。",
                "三次产业比例为8.13:41.26:50.62。",
            ],
        );
    }

    #[test]
    fn finds_shares_that_part_and_whole_cannot_give() {
        trips(
            "share-mismatch",
            &[
                "完成投资⟦120亿元，其中工业投资48亿元，占50%⟧。",
                "⟦120个村已开通客运班线90个、占比57%⟧。",
                "网上办件⟦2980件，全部办件量为4036件，占比达到78.3%⟧。",
                "完成投资⟦120亿元，比上年增长8%；其中工业投资48亿元，占50%⟧，增长6%。",
                "已经有⟦240个村（含居委会，下同），占全县600个村的50%⟧。",
                "一般公共预算收入⟦88435元，完成调整预算89138万元的99.2%⟧，较上年增长19.7%。",
                "税收收入⟦3.20亿元，完成年度预算4.00亿元的90%⟧。",
                "全县有行政村⟦240个，其中已通客车180个，占85%⟧。",
                "现有党员⟦1200名，其中女党员300名，占党员总数的35%⟧。",
                "全镇共有⟦3600户，其中脱贫户540户，占比25%⟧。",
                "合作社带动农户900户，占⟦全乡3600户的35%⟧。",
                "财政支出⟦50亿元，其中民生支出40亿元，占比达到70%⟧。",
                "耕地面积⟦8.6万亩（其中水浇地4.3万亩，占60%）⟧。",
                "检查企业⟦80家，其中合格76家，合格率为90%⟧。",
                "受理来信⟦400件，办结360件，办结率80%⟧。",
                "一般公共预算收入⟦20亿元,其中:税收收入12亿元,占一般公共预算收入的70%⟧。",
                "县级财政支出⟦20亿元，增长5%，其中农业支出4亿元，占财政支出的30%⟧。",
                "确定事项⟦50件，已完成20件，占40%；正在办理30件，占70%⟧。",
                "安排资金⟦1000万元，其中用于水利300万元，占40%⟧；用于教育700万元，占70%。",
                "耕地⟦5万亩，其中水田3万亩，占耕地面积的80%⟧。",
                "全局干部⟦80人，其中党员60人，占干部总数的85%⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_right_shares_and_other_wholes() {
        silent(
            "share-mismatch",
            &[
                "完成投资120亿元，其中工业投资48亿元，占40%。",
                "120个村已开通客运班线90个、占比75%。",
                "网上办件2980件，全部办件量为4036件，占比达到73.8%。",
                "全县有行政村240个，其中已通客车180个，占75%。",
                "财政支出50亿元，其中民生支出40.2亿元，占比超过80%。",
                "粮食产量120万吨，其中小麦40万吨，占全省的5%。",
                "完成投资120亿元，其中工业投资48亿元，同比增长50%。",
                "全镇共有3600户，其中脱贫户1200户，占33%。",
                "现有党员1200名，其中女党员300多名，占近三成。",
                "完成投资120亿元，工业投资48亿元，占比提高5个百分点。",
                "合作社带动农户900户，占全乡3600户的25%。",
                "企业120家，其中规上30家，占全市规上企业的12%。",
                "本级支出120亿元，其中项目支出90亿元（含提前下达24亿元），占75%。",
                "受理来信400件，办结360件，办结率90%。",
                "一般公共预算收入20亿元，其中税收收入12亿元，占一般公共预算收入的60%。",
                "确定事项50件，已完成20件，占40%；正在办理30件，占60%。",
                "安排资金1000万元，其中用于水利300万元，占30%；用于教育700万元，占70%。",
                "检查企业80家，发现隐患30处，整改25处，占31%。",
                "完成投资80亿元，税收4亿元，占全县税收的12%。",
                "投资80亿元，其中工业30亿元，占全省总量的12%。",
                "森林公园15个，其中国家级森林公园2个，森林覆盖率42.0%。",
                "年产轴承270万只，其中省内销售160万只，省内市场占有率为40%。",
            ],
        );
    }
}
