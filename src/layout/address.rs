//! Whom a text addresses: a hall (同志们：) or the bodies that a notice is sent to (主送机关).

/// 同志们：, 各位代表！
pub(super) fn is_salutation(text: &str) -> bool {
    if text.len() > 150 {
        return false;
    }
    let Some(words) = text.strip_suffix(['：', ':', '！', '!', '，', ',']) else {
        return matches!(text, "同志们" | "各位代表");
    };
    if words.contains(['。', '；', '：', '“']) {
        return false;
    }
    let closed = !text.ends_with(['，', ',']);
    let begins = [
        "各位",
        "尊敬的",
        "亲爱的",
        "同志们",
        "同学们",
        "老师们",
        "朋友们",
        "女士们",
        "先生们",
        "战友们",
        "乡亲们",
        "父老乡亲",
        "全体",
        "主席",
        "主任",
        "代表们",
        "委员们",
        "职工同志们",
        "青年朋友们",
        "家长",
    ];
    let ends = [
        "同志们",
        "代表",
        "委员",
        "同志",
        "朋友们",
        "朋友",
        "领导",
        "来宾",
        "嘉宾",
        "先生们",
        "女士们",
        "同学们",
        "老师们",
        "乡亲们",
        "乡亲",
        "战友们",
        "同仁",
        "同事",
        "工友们",
        "书记",
        "市长",
        "省长",
        "主席",
        "主任",
        "先生",
        "女士",
        "员工们",
        "家人们",
        "党员",
    ];
    let hall = [
        "同志们",
        "代表们",
        "委员们",
        "同学们",
        "老师们",
        "朋友们",
        "乡亲们",
        "战友们",
        "工友们",
        "家人们",
    ];
    closed
        && !words.contains(['，', ','])
        && words.chars().count() <= 20
        && hall.iter().any(|word| words.ends_with(word))
        || closed
            && begins.iter().any(|word| words.starts_with(word))
            && ends.iter().any(|word| words.ends_with(word))
        || matches!(
            words,
            "同志们" | "各位代表" | "同学们" | "朋友们" | "女士们、先生们"
        )
}

/// Bodies addressed by a notice (主送机关): 各区县人民政府，市直各部门：
pub(super) fn is_addressees(text: &str) -> bool {
    if text.len() > 900 {
        return false;
    }
    let Some(words) = text.strip_suffix(['：', ':']) else {
        return false;
    };
    let bodies = [
        "政府",
        "委员会",
        "管委会",
        "单位",
        "部门",
        "机构",
        "公司",
        "企业",
        "局",
        "厅",
        "委",
        "办",
        "办公室",
        "院",
        "中心",
        "学校",
        "高校",
        "医院",
        "街道",
        "乡镇",
        "镇",
        "区",
        "县",
        "市",
        "旗",
        "团体",
        "组织",
        "党组",
        "党委",
        "支部",
        "支队",
        "协会",
        "银行",
        "处",
        "科室",
        "部",
        "会",
        "农场",
        "幼儿园",
        "林场",
        "村",
        "社区",
        "大学",
        "学院",
        "办事处",
        "直属机关",
        "园区",
        "集团",
        "站",
        "所",
    ];
    let parts: Vec<&str> = words
        .split(['，', '、', ',', '；', ' ', '\u{3000}'])
        .filter(|part| !part.is_empty())
        .collect();
    let fitting = parts
        .iter()
        .filter(|part| {
            bodies
                .iter()
                .any(|body| part.trim_end_matches(['）', ')']).ends_with(body))
                || part.starts_with('各')
        })
        .count();
    !parts.is_empty()
        && fitting * 3 >= parts.len() * 2
        && !words.contains(['。', '“', '是'])
        && !words.ends_with("以下部门")
        && (parts.len() > 1
            || words.starts_with('各')
            || words.starts_with('市')
            || words.starts_with('县')
            || words.starts_with('省')
            || words.ends_with("政府")
            || words.ends_with("局")
            || words.ends_with("委员会")
            || words.ends_with("公司"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salutations_and_addressees_are_told_from_text() {
        for text in [
            "同志们：",
            "各位代表！",
            "尊敬的各位领导、各位来宾：",
            "女士们、先生们：",
            "同志们:",
        ] {
            assert!(is_salutation(text), "{text}");
        }
        for text in [
            "主要做法如下：",
            "各位代表要认真履职。",
            "同志们，过去一年成绩来之不易。",
            "各项工作：",
        ] {
            assert!(!is_salutation(text), "{text}");
        }
        for text in [
            "各区县人民政府，市直各部门：",
            "各镇（街道）、县直各单位：",
            "市发展改革委、市财政局：",
        ] {
            assert!(is_addressees(text), "{text}");
        }
        for text in ["主要做法如下：", "现将有关事项通知如下：", "今年的目标是："]
        {
            assert!(!is_addressees(text), "{text}");
        }
    }
}
