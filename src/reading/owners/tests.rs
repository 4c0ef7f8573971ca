use super::*;
use crate::layout::Layout;
use crate::reading::for_tests;

fn found(text: &str) -> Vec<String> {
    let whole = Span::new(0, text.len());
    let layout = Layout::of_lines(text);
    let reading = Reading::new(&layout, &[], &for_tests());
    let owners = find(&reading, whole).into_iter();
    owners.map(|owner| owner.name).collect()
}

#[test]
fn owners_are_found_in_all_their_forms() {
    for (text, owners) in [
        ("由县水务局牵头，县财政局配合", vec!["县水务局", "县财政局"]),
        (
            "完成管网改造（住建局、城管局负责，6月底前完成）",
            vec!["住建局", "城管局"],
        ),
        ("责任单位：教育局、各乡镇", vec!["教育局", "各乡镇"]),
        ("各单位要于3月1日前上报方案", vec!["各单位"]),
        (
            "（县人力资源和社会保障局牵头，县财政局配合）",
            vec!["县人力资源和社会保障局", "县财政局"],
        ),
        (
            "由市住房和城乡建设局、市水务局和各镇负责",
            vec!["市住房和城乡建设局", "市水务局", "各镇"],
        ),
        (
            "责任单位：县工业和信息化局以及县文化和旅游局",
            vec!["县工业和信息化局", "县文化和旅游局"],
        ),
        ("各旗县人民政府负责本地排查", vec!["各旗县人民政府"]),
        ("认真负责地做好工作", vec![]),
        ("要落实资金", vec![]),
        ("我们要加强局部治理", vec![]),
        (
            "各县（区）农业农村部门要会同供销社，在年底前检查",
            vec!["各县（区）农业农村部门"],
        ),
        ("加强部门协作，促进城乡要素流动", vec![]),
        ("各街道建立巡查台账", vec!["各街道"]),
        (
            "民政、公安、卫生健康（疾控）等部门要加强联动",
            vec!["民政", "公安", "卫生健康（疾控）"],
        ),
        ("主动吸引学校和医院参与试点建设", vec![]),
        ("根据实际需要县财政局将调整标准", vec!["县财政局"]),
        (
            "县农业农村局会同县审计局逐村核查",
            vec!["县农业农村局", "县审计局"],
        ),
        ("县融媒体中心推出专栏", vec!["县融媒体中心"]),
        ("第十五条县数据局应当指定专人保管", vec!["县数据局"]),
        (
            "县水利局、县市场监管局组织专家巡查水厂",
            vec!["县水利局", "县市场监管局"],
        ),
        (
            "工业和信息化部、市场监管总局组织编制导则",
            vec!["工业和信息化部", "市场监管总局"],
        ),
        ("在县水利局指导下，建立巡查台账", vec![]),
        ("加强与县水利局、县财政局协作", vec![]),
        ("请各供水站于9月底前报送台账", vec!["各供水站"]),
        ("如县水利局负责的“加快完成水厂改造”", vec!["县水利局"]),
        ("对由园区企业或协会承办的论坛给予支持", vec![]),
        ("各乡镇按照就近原则开展巡堤", vec!["各乡镇"]),
    ] {
        assert_eq!(found(text), owners, "{text}");
    }
}

#[test]
fn nobody_in_particular_is_told_from_a_body() {
    for owner in ["各部门", "有关单位", "全旗上下", "政府", "我市"] {
        assert!(is_anybody(owner), "{owner}");
    }
    for owner in ["县水务局", "青河镇", "财政局"] {
        assert!(!is_anybody(owner), "{owner}");
    }
}
