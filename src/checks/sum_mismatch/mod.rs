//! # sum-mismatch
//!
//! ## zh: 分项与合计不符
//!
//! 各分项加起来不等于后面的合计；“其中”的一项比总数还大，或者各项之和超过总数；并列的几项互不重叠
//! （男、女，新建、改建），加起来却与前面的总数不等。每个数都按四舍五入留出余地；分项可能重叠、口径不一的不报。
//!
//! Why: 改了分项没有改合计，或者改了合计没有改分项。
//!
//! Source: 算术；互不重叠的分项见 data/partitions.tsv
//!
//! ## en: Sum mismatch
//!
//! The parts do not sum to the total stated behind them; a part (其中) is more than its whole, or the parts
//! together are; parts that exclude one another (男 and 女, 新建 and 改建) do not sum to the whole before them.
//! Every number may be off by half its last place; parts that may overlap or differ in kind are left alone.
//!
//! Why: A part was changed and the total was not, or the other way round.
//!
//! Source: Arithmetic; data/partitions.tsv has the parts that exclude one another
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.sum-mismatch | {parts} ≠ {stated}（合计应为 {right}）。请核对分项与合计。 | {parts} ≠ {stated} (the sum is {right}). Check the parts and the total. |
//! | check.sum-mismatch.total | 文中所说的合计 | The total as the text states it |
//! | check.sum-mismatch.part | 其中的一项“{part}”大于总数“{whole}”。请核对。 | One part, “{part}”, is more than the whole, “{whole}”. Check them. |
//!
//! ## Trips
//!
//! ```text
//! 设施农业用地东片120亩、西片30亩，合计160亩。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 设施农业用地东片120亩、西片30亩，合计150亩。
//! ```
//!
//! ## Notes
//!
//! A total behind its parts must be called one, and all amounts before it in the sentence must be of its unit
//! and exact; one that begins with their count (3起事故共…) may stand in the next sentence. Behind a whole, a list of its unit is summed up: one that exceeds it where its parts exclude one another
//! or are three and more, little more than the whole together; one that falls short only where they exclude one another
//! and nothing says that there are others. Those are warnings, for a part may stand in two.

mod list;
mod total;
mod whole;

use super::precision::{Interval, shown_like};
use super::{Context, Findings};
use crate::model::{Claim, Severity, Span};
use list::listed;
use total::{counted, parts};
use whole::{exceeded, misses};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for (at, claim) in context.claims.iter().enumerate().skip(1) {
        if let Some(parts) = parts(context, at) {
            let parts: Vec<&Claim> = parts.iter().collect();
            compare(text, &parts, claim, findings);
        } else if let Some(parts) = counted(context, at) {
            compare(text, &parts, claim, findings);
        } else if let Some(whole) = exceeded(context, at) {
            let span = Span::new(whole.span.start, claim.span.end);
            let values = [("whole", &*whole.text), ("part", &claim.text)];
            findings.report(span, ".part", &values);
        } else if let Some(list) = listed(context, at)
            && misses(text, &list)
        {
            let parts: Vec<&Claim> = list.parts.iter().map(|part| part.claim).collect();
            compare(text, &parts, list.whole, findings);
        }
    }
}

/// Tells of parts that do not come out at their total, which stands before or behind them.
fn compare(text: &str, parts: &[&Claim], total: &Claim, findings: &mut Findings) {
    if Interval::sum(parts.iter().copied()).meets(&Interval::rounded(total)) {
        return;
    }
    let amount: f64 = parts.iter().map(|part| part.value).sum();
    let right = shown_like(amount, total, total.unit.as_deref().unwrap_or_default());
    let listed: Vec<&str> = parts.iter().map(|part| part.span.of(text)).collect();
    let values = [
        ("parts", &*listed.join("+")),
        ("right", &right),
        ("stated", &total.text),
    ];
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    let span = Span::new(
        first.span.start.min(total.span.start),
        last.span.end.max(total.span.end),
    );
    let mut finding = findings.report(span, "", &values);
    finding.relate(total.span, ".total", &[]);
    if total.sentence != last.sentence || total.span.start < first.span.start {
        finding.set(Severity::Warning);
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_sums_that_do_not_come_out() {
        trips(
            "sum-mismatch",
            &[
                "东片用地⟦120亩、西片用地30亩，合计160亩⟧。",
                "东区安置⟦35户，西区安置42户，共计87户⟧。",
                "中央资金⟦1.2亿元、省级资金0.8亿元，总计2.5亿元⟧。",
                "城区学校⟦12所、乡镇学校23所、村小8所，合计45所⟧。",
                "甲队⟦三十二人，乙队二十一人，共计六十三人⟧。",
                "北线⟦15.5公里、南线14.2公里，合计为31.7公里⟧。",
                "建成保障房⟦80套，其中廉租房95套⟧。",
                "选派干部⟦60人，其中女干部72人⟧。",
                "税收收入完成⟦8.8亿元，比上年增长5%，其中地方税收9.2亿元⟧，增长6%。",
                "东线⟦15公里、中线14公里、西线12公里，三项合计45公里⟧。",
                "新增贷款⟦60亿元，其中涉农贷款72亿元⟧。",
                "全年完成投资⟦300亿元，其中工业120亿元、房地产100亿元、基建90亿元⟧。",
                "全县干部⟦1500人，其中男900人、女700人⟧。",
                "现有学校⟦45所（小学20所、初中15所、高中13所）⟧。"
                    .replace("）⟧", "⟧）")
                    .as_str(),
                "安排资金⟦3000万元：中央1500万元、省级1000万元、市级400万元⟧。",
                "整修公路⟦300公里，其中新建120公里、改建210公里⟧。",
                "种植粮食⟦80万亩（水稻45万亩、小麦40万亩⟧）。",
                "今年实施项目⟦62项，其中省级以上21项、市级32项、县级17项⟧，已开工44项。",
                "在建重点项目⟦36个，其中新开工18个、续建24个⟧，用地有保障。",
                "接待游客⟦480万人次，其中境内游客452万人次，境外游客46万人次⟧，收入26亿元。",
                "上半年补贴⟦200户，下半年补贴150户，共380户⟧。",
                "三家企业分别缴税⟦1200万元、900万元、700万元，三项合计2900万元⟧。",
                "总投资150亿元，中央⟦50亿元、省级70亿元，合计150亿元⟧。",
                "引进人才⟦300人，其中博士80人、硕士180人、本科120人⟧。",
                "施工项目⟦158个，其中农田水利基础设施建设项目是85个，交通运输项目是46个，商业项目是44个⟧。",
                "实现生产总值⟦1000亿元，增长5%。其中，第一产业120亿元，增长3%；第二产业480亿元，增长6%；第三产业460亿元⟧，增长5%。",
                "装机容量⟦900万千瓦，其中风电、光伏装机分别达410万千瓦、520万千瓦⟧。",
                "列入督办事项⟦52件，截至6月底，已办结30件，占58%；正在办理26件⟧。",
                "东湾塌方造成⟦3人死亡；西岭火灾造成5人死亡；南河翻船造成4人死亡。3起事故共造成14人死亡⟧。",
                "本月东湾事故造成⟦3人死亡，西岭事故造成5人死亡，两起事故共造成9人死亡⟧。",
                "全年投入⟦80亿元。其中中央35亿元、省级30亿元、市级25亿元⟧。",
                "安排补助⟦23亿元，比上年增加2亿元。其中，中央17亿元，地方9亿元⟧。",
                "列入督办事项⟦43件，截至6月底，已办结16件，正在办理25件，尚未启动3件⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_sums_that_do_and_on_no_sums() {
        silent(
            "sum-mismatch",
            &[
                "东片用地120亩、西片用地30亩，合计150亩。",
                "中央资金1.2亿元、省级资金0.8亿元，总计2亿元。",
                "北线15.5公里、南线14.2公里，合计约30公里。",
                "其中东区35户，西区42户，共计187户。",
                "在校学生131.6 万人，其中小学116.0 万人，初中12.9 万人，高中2.8 万人。",
                "东区安置35户，比上年多5户，共计87户。",
                "东区安置35户，投资42万元，共计87户。",
                "选派干部60人，其中女干部22人。",
                "税收收入完成8.8亿元，非税收入增长5%，其中罚没收入9.2亿元。",
                "税收收入完成8.8亿元，比上年增长5%，其中地方税收6.2亿元。",
                "新增贷款60亿元，其中累计涉农贷款72亿元。",
                "东区安置35户，西区42户，全市安置87户。",
                "工业投资净增60亿元，其中制造业投资72亿元。",
                "东线15公里、中线14公里，两段合计29公里。",
                "城区学校12所、乡镇学校20多所，合计45所。",
                "年均产量4.47万吨，其中2031年4.55万吨。",
                "实施学校项目12个，计划竣工3个，其中幼儿园7个、小学4个、初中1个。",
                "总投资120亿元，中央50亿元、省级70亿元，合计120亿元。",
                "全县干部1500人，其中女干部700人、党员900人。",
                "全县干部1500人，其中男900人、女600人。",
                "现有学校45所，其中小学20所、初中15所。",
                "完成投资300亿元，其中工业220亿元、制造业200亿元、技改190亿元。",
                "安排资金3000万元（中央1500万元、省级1000万元等）。",
                "新增省级示范社17家，国家级合作社7家，省级12家。",
                "修建公路300公里，铁路120公里，航道210公里。",
                "引进人才300人，其中研究生200人、硕士180人、博士20人。",
                "新建学校30所：中学15所、高中12所、小学8所。",
                "落实资金20亿元：中央5亿元、地方15亿元、省级6亿元、市县9亿元。",
                "新开工项目120个，其中新开工80个、新建70个、续建40个。",
                "整修公路300公里，新建120公里，改建180公里。",
                "实现生产总值1000亿元，增长5%。其中，第一产业120亿元，增长3%；第二产业480亿元，增长6%；第三产业400亿元，增长5%。",
                "装机容量930万千瓦，其中风电、光伏装机分别达410万千瓦、520万千瓦。",
                "列入督办事项52件，已办结30件，占58%；正在办理16件。",
                "重点项目52个，已开工48个，已竣工26个。",
                "东湾塌方造成3人死亡；西岭火灾造成5人死亡。两起事故共造成8人死亡。",
                "全年投入80亿元。其中中央35亿元、省级30亿元。",
                "工业投资增长8%，完成120亿元。全年新开工项目3个，共完成投资90亿元。",
                "全区提供学位900个，其中一年级600个，七年级300个，分布在25个街道的学校。",
            ],
        );
    }
}
