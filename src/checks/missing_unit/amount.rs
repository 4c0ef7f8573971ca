//! Amounts without a unit: 一般公共预算收入完成31.56，; 旅游总收入达2487亿，.

use super::figure::{bare_number, ends_figure};
use crate::checks::{Context, Role};
use crate::model::{BlockKind, Span};
use crate::text::{is_digit, window_before};

/// How far before an amount the unit of all may stand (单位：亿元), in characters.
const UNIT_ABOVE: usize = 300;

/// A bare amount at the end of a clause.
pub(super) struct Amount {
    /// From what is measured to the number's end.
    pub span: Span,
    /// Whether 万 or 亿 ends the number: some leave 元 and 人 out behind them.
    pub counted: bool,
}

/// The amount without a unit that ends a clause of running text.
pub(super) fn bare_amount(context: &Context, clause: Span) -> Option<Amount> {
    let reading = context.reading;
    let words = clause.of(reading.text).trim_end();
    let figure = words.trim_end_matches(['万', '亿']);
    let counted = figure.len() < words.len();
    if !figure.ends_with(is_digit) {
        return None;
    }
    let (head, figures) = bare_number(figure)?;
    // A whole number may count what its name says (新建项目投资30，): one with a part never does.
    if !(counted || figures.contains(['.', '．'])) {
        return None;
    }
    let noun = measured(head)?;
    // 人口超过240万
    if counted && Role::Headcount.begins(&head[noun..]).is_some() {
        return None;
    }
    let block = &reading.blocks[reading.sentence_blocks[reading.sentence_at(clause.start)]];
    let runs = block.kind == BlockKind::Paragraph && block.span.of(reading.text).contains('。');
    let above = window_before(reading.text, clause.end, UNIT_ABOVE);
    let has_unit_above = ["单位：", "单位:"]
        .iter()
        .any(|label| above.contains(label));
    let end = clause.start + words.len();
    (runs && !has_unit_above && ends_figure(reading.text, end)).then(|| Amount {
        span: Span::new(clause.start + noun, end),
        counted,
    })
}

/// Where what is measured begins in the words before a number, where it is an amount that the number reaches: 收入完成, 产值达到.
fn measured(head: &str) -> Option<usize> {
    let mut stem = head.trim_end();
    while let Some(shorter) = Role::Reached.before(stem) {
        stem = shorter;
    }
    let noun = Role::Amount
        .before(stem)
        .filter(|_| stem.len() < head.trim_end().len())?;
    Some(noun.len())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, silent, trips};
    use crate::model::Severity;

    #[test]
    fn finds_amounts_without_a_unit() {
        trips(
            "missing-unit",
            &[
                "全县一般公共预算⟦收入完成12.37⟧，同比增长5.2%。",
                "规模以上工业⟦总产值达到85.6⟧，后劲增强。",
                "固定资产⟦投资累计完成43.2⟧，进度过半。",
                "旅游总⟦收入突破31亿⟧。",
            ],
        );
    }

    #[test]
    fn what_ends_in_a_great_number_is_a_hint() {
        let page = Page::new("全年旅游总收入达到31亿，再创新高。");
        let found = page.check("missing-unit");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Info);
    }

    #[test]
    fn keeps_silent_where_a_unit_stands_or_none_is_needed() {
        silent(
            "missing-unit",
            &[
                "全县一般公共预算收入完成12.37亿元，同比增长5.2%。",
                "一般公共预算收入和支出分别完成12.37、43.2亿元。",
                "单位：亿元。全县一般公共预算收入完成12.37，比上年多。",
                "城乡居民收入比为2.31，继续缩小。",
                "亩均投资强度系数达到1.2，符合规定。",
                "新增贷款户数达到31，其中企业12家。",
                "常住人口达52.3万人。",
                "年末总人口为52.3万，比上年略增。",
                "本外币存款余额（亿元）为31.5，增速放缓。",
            ],
        );
    }
}
