//! Nouns behind a number, each in words of its own.

use crate::model::Span;
use crate::reading::{Reading, for_tests};

fn noun(behind: &str, object: bool) -> Option<String> {
    let text = format!("建成5个{behind}。");
    let layouts = crate::layout::lay_out(&text);
    let layout = layouts.documents.first()?;
    let outline = crate::outline::outline(&layout.text, &layout.blocks);
    let reading = Reading::new(layout, &outline, &for_tests());
    let from = layout.text.find("个")? + "个".len();
    reading
        .noun_at(Span::new(from, layout.text.len()), object)
        .map(|span| span.of(&layout.text).to_owned())
}

#[test]
fn a_noun_is_told_by_its_words() {
    for (behind, expected) in [
        ("示范村，", "示范村"),
        ("重点项目开工建设", "重点项目"),
        ("的文化广场", "文化广场"),
        ("以上企业", "企业"),
        ("贫困村如期退出", "贫困村"),
        ("以上独角兽、瞪羚企业", "独角兽、瞪羚企业"),
        ("以上引领行业发展的示范工厂", "示范工厂"),
        ("情节严重、影响恶劣的侵权案件挂牌督办", "侵权案件"),
        ("亿元以上重大项目", "重大项目"),
        ("左右行业（产品）电商平台", "行业（产品）电商平台"),
        ("投资10亿元以上的项目", "项目"),
        ("“专精特新”企业", "“专精特新”企业"),
        ("村庄、职工68万人", "村庄"),
        ("项目获批", "项目"),
        ("重大水利计划稳步推进", "重大水利计划"),
        ("企业计划投资", "企业"),
        ("创新性引领性重大平台", "创新性引领性重大平台"),
        ("总投资25亿元的物流项目", "物流项目"),
        ("新村改造建设，", "新村"),
        ("渠道修复完工，", "渠道"),
        ("鱼塘等涉渔业企业", "鱼塘等涉渔业企业"),
        ("河岸沿线的小微湿地，", "河岸沿线的小微湿地"),
        ("车间投入使用", "车间"),
    ] {
        assert_eq!(noun(behind, false).as_deref(), Some(expected), "{behind}");
    }
    for none in ["，", "、新建学校2所", "以上"] {
        assert_eq!(noun(none, false), None, "{none}");
    }
}

#[test]
fn an_object_is_read_on_to_its_head() {
    for (behind, expected) in [
        ("老年助餐点，", "老年助餐点"),
        ("护林防火检查站，", "护林防火检查站"),
        ("土壤污染防治项目，", "土壤污染防治项目"),
        ("露营打卡点，", "露营打卡点"),
        ("河道入海口，", "河道入海口"),
        ("山村送水车队，", "山村送水车队"),
        ("山村通柏油路，", "山村"),
        ("重点河道治理，", "重点河道"),
        ("老人家庭适老化改造，", "老人家庭适老化改造"),
        ("渔民参加技能比武，", "渔民"),
        ("自然村全覆盖，", "自然村"),
    ] {
        assert_eq!(noun(behind, true).as_deref(), Some(expected), "{behind}");
    }
}
