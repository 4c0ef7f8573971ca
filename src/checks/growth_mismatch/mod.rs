//! # growth-mismatch
//!
//! ## zh: 增减与前后数值不符
//!
//! 由前后两个数算不出所说的增幅、增量、年均增速或倍数；或者说“增加到”，后面的数反而小；同一句里的数值、增量和增幅
//! （完成……，增收……，增长……），或者数值、上年数和增幅，互相对不上。
//! 怎样四舍五入都凑不出时才报；按可比价计算的总量指标另留余地。
//!
//! Why: 带计算器的读者一算就知道，此后别的数字也不信了。
//!
//! Source: 算术；国家统计局关于可比价格的说明
//!
//! ## en: Growth mismatch
//!
//! The two values cannot give the growth, change, yearly rate or multiple that is stated, or 增加到
//! is followed by a smaller value; or a value, what it grew by and its rate, or a value, last year’s and the rate, do not agree
//! in one sentence. Reported only where no rounding gives it; aggregates in
//! comparable prices are given more room.
//!
//! Why: A reader with a calculator finds it, and then trusts no other figure.
//!
//! Source: Arithmetic; the National Bureau of Statistics on comparable prices
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.growth-mismatch | 算不出“{stated}”：{sum}。请核对这几个数字。 | “{stated}” cannot be right: {sum}. Check these figures. |
//! | check.growth-mismatch.stated | 文中所说的变化 | The change as the text states it |
//! | check.growth-mismatch.not-more | 由{from}到{to}不是增加。请核对数字或改写动词。 | From {from} to {to} is no increase. Check the figures or the verb. |
//! | check.growth-mismatch.not-less | 由{from}到{to}不是减少。请核对数字或改写动词。 | From {from} to {to} is no decrease. Check the figures or the verb. |
//!
//! ## Trips
//!
//! ```text
//! 规模以上工业企业由120家增加到150家，增长35%。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 规模以上工业企业由120家增加到150家，增长25%。
//! ```
//!
//! ## Notes
//!
//! Each of the two values may be off by half its last written place, the stated figure by one. Values in money of aggregates that are compared
//! in constant prices (生产总值, 增加值, 居民收入; not 财政收入) are given the room that prices leave.

mod beside;
mod pair;
mod possible;
mod stated;

use super::{Context, Findings};
use crate::model::{Severity, Span};
use beside::{compared, grown};
use pair::{pair, turned_round};
use possible::contradiction;
use stated::stated;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for at in 0..context.claims.len() {
        beside_value(context, at, findings);
        let Some(pair) = pair(text, context.claims, at) else {
            continue;
        };
        if turned_round(&pair) {
            let span = Span::new(pair.from.span.start, pair.to.span.end);
            let values = [("from", &*pair.from.text), ("to", &pair.to.text)];
            let case = if pair.direction > 0 {
                ".not-more"
            } else {
                ".not-less"
            };
            findings.report(span, case, &values);
            continue;
        }
        if let Some(stated) = stated(text, context.claims, &pair)
            && let Some(sum) = contradiction(text, &pair, &stated)
        {
            let span = Span::new(pair.from.span.start, stated.claim.span.end);
            let values = [("sum", &*sum), ("stated", &stated.claim.text)];
            findings
                .report(span, "", &values)
                .relate(stated.claim.span, ".stated", &[]);
        }
    }
}

/// Reports what a value and its growth beside it contradict: both of them are stated, and one of them may be of another base.
fn beside_value(context: &Context, at: usize, findings: &mut Findings) {
    let (text, claims) = (context.reading.text, context.claims);
    let told = grown(text, claims, at)
        .and_then(|grown| Some((grown.span(), grown.rate, grown.contradiction()?)));
    let told = told.or_else(|| {
        let (pair, stated) = compared(text, claims, at)?;
        let span = Span::new(pair.to.span.start, stated.claim.span.end);
        Some((span, stated.claim, contradiction(text, &pair, &stated)?))
    });
    if let Some((span, claim, sum)) = told {
        let values = [("sum", &*sum), ("stated", &claim.text)];
        let mut reported = findings.report(span, "", &values);
        reported.relate(claim.span, ".stated", &[]);
        reported.set(Severity::Warning);
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_growth_that_the_values_cannot_give() {
        trips(
            "growth-mismatch",
            &[
                "规上企业由⟦120家增加到150家，增长35%⟧。",
                "村卫生室从⟦50个增加到80个，增加了20个⟧。",
                "公路里程由2019年的⟦400公里增加到2024年的500公里，增长20%⟧。",
                "森林覆盖率由⟦31.5%提高到34.2%，提高3.7个百分点⟧。",
                "学校从2020年的⟦100所增加到2024年的110所，年均增长5%⟧。",
                "粮食产量由⟦30万吨提高到45万吨，翻了两番⟧。",
                "事故由⟦40起下降到30起，下降40%⟧。",
                "办理事项从原来的⟦84项减少到21项，减少60%⟧。",
                "贷款余额从⟦8.2亿元增加到16.4亿元，增长3倍⟧。",
                "合作社由⟦二十三个增加到四十六个，增长百分之五十⟧。",
                "床位由⟦860张增加到640张⟧。",
                "信访件从⟦75件减少到90件⟧。",
                "生产总值由⟦1200亿元增加到1500亿元，增长35%⟧。",
                "财政收入由⟦8.2亿元增加到10.6亿元，增长21%⟧。",
                "旅游收入由⟦12.0亿元增加到15.0亿元，增长20%⟧。",
                "贷款余额由⟦20亿元增加到260亿元，规模扩大了19倍⟧。",
                "财政收入从2019年的⟦86亿元增加到2024年的126亿元，平均每年增加12亿元⟧。",
                "补助标准由⟦每人每年420元提高到380元⟧。"
                    .replace("⟦每人每年", "每人每年⟦")
                    .as_str(),
            ],
        );
    }

    #[test]
    fn keeps_silent_where_rounding_prices_or_words_explain_it() {
        silent(
            "growth-mismatch",
            &[
                "规上企业由120家增加到150家，增长25%。",
                "贷款余额由8.2亿元增加到9.1亿元，增长11%。",
                "生产总值由1200亿元增加到1500亿元，增长22%。",
                "森林覆盖率由31.5%提高到34.2%，提高2.7个百分点。",
                "城镇化率由52%提高到56%，提高4%。",
                "企业由120家增加到150家，税收增长35%。",
                "学校从2020年的100所增加到2024年的110所，年均增长2.4%。",
                "产量由30万吨提高到60万吨，翻了一番。",
                "产量由30万吨提高到60万吨，增长1倍。",
                "产量从20万吨提高到59万吨，增长近2倍。",
                "村卫生室从50个增加到80个，新建20个，改造10个。",
                "办理时间由15天压缩到3天，提高效率80%。",
                "游客由300多万人增加到500多万人，增长50%。",
                "企业由120家增加到150家，比上年增长8%。",
                "排名由第12位上升到第8位。",
                "办结时效由5天提升到3天。",
                "排放标准由50毫克/立方米提高到35毫克/立方米。",
                "学校由3所增加到5所，增长67%。",
                "贷款余额由20亿元增加到260亿元，规模扩大了12倍。",
                "财政收入从2019年的86亿元增加到2024年的126亿元，平均每年增加8亿元。",
                "补助标准由每人每年320元提高到380元。",
                "农村居民人均可支配收入由12000元增加到13800元，增长12%。",
            ],
        );
    }
}
