//! Subjects of a list: 城镇、农村居民收入分别增长5%和7%.

use super::clip::clip;

/// The marks and words that join the numbers of a list.
pub fn is_list_mark(between: &str) -> bool {
    matches!(
        between.trim(),
        "、" | "和" | "与" | "及" | "以及" | "，" | "以上、" | "左右、" | "以上和" | "左右和"
    )
}

/// 城镇居民收入和农村居民收入 → two subjects; 高技术制造业、装备制造业增加值 → two of 增加值. The marks
/// that give `count` parts are the ones that divide; none where no marks do.
pub(super) fn split_subjects(list: &str, count: usize) -> Vec<String> {
    let by_mark = divide(list, &["、", "，"]);
    let parts = if by_mark.len() == count {
        by_mark
    } else {
        divide(list, &["、", "，", "和", "与", "以及", "及"])
    };
    let tail = parts
        .last()
        .and_then(|last| SHARED_TAILS.iter().find(|tail| last.ends_with(**tail)));
    // A part that ends in a noun of measure (起数, 强度) has its own.
    let lacks = |part: &str| {
        !part.ends_with([
            '率', '数', '量', '额', '值', '度', '入', '积', '重', '比', '费', '金', '资', '润',
            '栏', '速',
        ])
    };
    let all_short = parts.len() < 2 || parts[..parts.len() - 1].iter().all(|part| lacks(part));
    // 城镇和农村人均住房面积: what follows the last of the words that are told apart is shared.
    if let Some((last, others)) = parts.split_last()
        && others.iter().all(|part| SIDES.contains(part))
        && let Some(shared) = SIDES.iter().find_map(|side| last.strip_prefix(side))
        && !shared.is_empty()
    {
        return parts
            .iter()
            .map(|part| match part.ends_with(shared) {
                true => clip(part),
                false => clip(&format!("{part}{shared}")),
            })
            .collect();
    }
    parts
        .iter()
        .map(|part| match tail {
            Some(tail) if all_short && !part.ends_with(tail) => clip(&format!("{part}{tail}")),
            _ => clip(part),
        })
        .collect()
}

/// Words that tell the subjects of a pair apart and share what follows.
const SIDES: [&str; 24] = [
    "城镇", "农村", "城市", "乡村", "全国", "省内", "省外", "市内", "市外", "国内", "国外", "境内",
    "境外", "男性", "女性", "东部", "中部", "西部", "进口", "出口", "夏粮", "秋粮", "线上", "线下",
];

/// Nouns that the last subject of a list names for all.
pub(super) const SHARED_TAILS: &[&str] = &[
    "居民人均可支配收入",
    "居民可支配收入",
    "居民人均纯收入",
    "居民收入",
    "产业增加值",
    "增加值",
    "销售收入",
    "营业收入",
    "可支配收入",
    "纯收入",
    "收入",
    "总产值",
    "产值",
    "产量",
    "面积",
    "投资",
    "总额",
    "增速",
    "覆盖率",
    "普及率",
    "存栏",
    "出栏",
    "零售额",
    "销售额",
    "交易额",
    "利润",
    "浓度",
    "排放量",
];

pub(super) fn divide<'t>(list: &'t str, marks: &[&str]) -> Vec<&'t str> {
    let mut parts = vec![list];
    for mark in marks {
        parts = parts
            .into_iter()
            .flat_map(|part| part.split(mark))
            .collect();
    }
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_of_a_list_are_told_apart() {
        assert_eq!(
            split_subjects("城镇居民收入和农村居民收入", 2),
            ["城镇居民收入", "农村居民收入"]
        );
        assert_eq!(
            split_subjects("小麦、玉米、大豆产量", 3),
            ["小麦产量", "玉米产量", "大豆产量"]
        );
        assert_eq!(
            split_subjects("种植和养殖业、加工和物流业", 2),
            ["种植和养殖业", "加工和物流业"]
        );
    }
}
