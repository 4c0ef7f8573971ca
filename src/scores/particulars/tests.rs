use super::*;
use crate::layout::Layout;
use crate::model::{Block, BlockKind, Dated, DocumentKind, Metadata};
use crate::terms;

/// The names of a text about 青河 that are particular.
fn found(text: &str) -> Vec<String> {
    let whole = Span::new(0, text.len());
    let layout = Layout {
        title: Some("青河县工作报告".into()),
        kind: DocumentKind::Other,
        metadata: Metadata {
            date: Some(Dated {
                value: "2024-02-10".into(),
                span: None,
            }),
            ..Metadata::default()
        },
        text: text.into(),
        source_map: Vec::new(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span: whole,
        }],
        set_aside: Vec::new(),
    };
    let reading = Reading::new(&layout, &[], &crate::reading::for_tests());
    let wording = terms::scan(text);
    let particulars = Particulars::of(&reading, &wording);
    reading
        .names
        .iter()
        .filter(|name| particulars.is_particular(name))
        .map(|name| format!("{:?} {}", name.kind, name.span.of(text)))
        .collect()
}

#[test]
fn particulars_of_every_form_are_found() {
    for text in [
        "认真落实《水污染防治条例》。",
        "按照政发〔2023〕15号文件办理。",
        "加快G2516改线。",
        "实施“清水入城”行动。",
        "推广“一村一策”“一户一档”等举措。",
        "深入推进“安居工程”。",
        "落实河湖长制。",
        "争创全国文明城市。",
        "全区荣获平安县称号。",
        "由县财政局拨付资金。",
        "与国家电网加强合作。",
        "远鑫集团落户我县。",
        "李永贵同志带领群众修渠。",
        "9月15日举办丰收节。",
        "落实2022年签订的框架协议。",
        "推动青崖子镇修渠。",
        "加强与温州的协作。",
        "建设柳泉水库。",
        "推进供热管网改造二期工程。",
        "天润机械公司扩建了厂房。",
        "县人民医院添置了设备。",
        "李海波副县长到现场协调。",
        "县委书记赵立新到会讲话。",
        "到重庆市涪陵区考察学习。",
        "治理清漪河流域水土流失。",
        "承办全省青少年射箭锦标赛。",
        "筹备第三届牡丹文化节。",
        "建立“警长+网格员”联动机制。",
        "打通锦绣大道。",
        "请于本月15日前报送材料。",
        "年底前完成清理。",
        "传达县政府第12次常务会议精神。",
        "配合郑渝高铁施工。",
        "县纪委监委组织了培训。",
        "支持柳坪经济技术开发区扩区。",
        "淞桥高新区引进企业。",
        "建好沅岭现代农业示范区。",
        "接受省委第五巡视组巡视。",
    ] {
        assert!(!found(text).is_empty(), "{text}");
    }
}

#[test]
fn nobody_and_nothing_in_particular() {
    for text in [
        "各部门要加强配合。",
        "全旗上下要统一思想。",
        "我们要做好重点项目建设工作。",
        "青河县是农业大县。",
        "加快“十四五”规划实施。",
        "增强“四个意识”建设。",
        "支持龙头企业、中小企业等企业发展。",
        "提升城镇品位，建设美丽乡村。",
        "推动新型城镇化建设。",
        "改善乡镇卫生条件。",
        "农牧部门要主动服务。",
        "推动教育部署落实。",
        "发展旅游景区和工业园区。",
        "书记、主任要带头。",
        "改善村容村貌，方便乡镇群众。",
        "回顾青河县的历史，山河秀丽。",
        "完成“九五”计划。",
        "今年6月以来，雨水多。",
        "食品公司要守法经营。",
        "各级人民医院要改进服务。",
        "书记要高度重视，县长要亲自部署。",
        "主任任组长，各局派员参加。",
        "清理河道湖面，管好河湖岸线。",
        "办好各类论坛和展销会。",
        "加强城市地区管理，建好城区开发区。",
        "增强“四个意识”教育活动。",
        "几天前下了雨，多年前种下的树长高了。",
        "第二次会议精神要学好。",
        "组织部署到位，宣传部门跟进。",
        "推动各类经济开发区提质增效。",
        "加快建设国家高新技术产业开发区。",
        "打造现代农业示范区，发挥示范区带动作用。",
        "各巡察组要严守纪律。",
        "",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}
