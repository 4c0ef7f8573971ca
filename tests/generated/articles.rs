//! Articles whose parts are known: made from templates, or read from files that are clean.

use std::fs;
use std::path::Path;

use crate::random::Random;

/// How an article is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// 讲话: date, speaker, salutation, numbered chapters.
    Speech,
    /// 理论文章: author with a body, numbered chapters.
    Theory,
    /// 署名文章: author, plain headings.
    Signed,
    /// 通知: number, bodies addressed, numbered tasks, signature.
    Notice,
    /// 消息: begins with its source.
    News,
    /// 短论: author, no headings.
    Essay,
}

/// An article and all that is true of it.
#[derive(Debug, Clone)]
pub struct Article {
    pub shape: Shape,
    /// The lines of the title.
    pub title: Vec<String>,
    /// A second half after a dash.
    pub subtitle: Option<String>,
    /// The line that names the author, and the name.
    pub byline: Option<(String, String)>,
    /// The line with the date, and the date in ISO form.
    pub date: Option<(String, String)>,
    /// 云政办发〔2024〕3号
    pub number: Option<String>,
    /// 同志们： or the bodies addressed.
    pub salutation: Option<String>,
    pub body: Vec<Paragraph>,
    /// The body that signs, and the date.
    pub signature: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Paragraph {
    pub text: String,
    pub heading: bool,
}

/// What an article is about: its words are its own.
struct Topic {
    event: &'static str,
    title: &'static str,
    subtitle: &'static str,
    things: [&'static str; 6],
    doers: [&'static str; 3],
    works: [&'static str; 6],
    gains: [&'static str; 4],
    headings: [&'static str; 5],
}

const TOPICS: &[Topic] = &[
    Topic {
        event: "全市粮食生产工作会议",
        title: "让黑土地多打粮打好粮",
        subtitle: "松岭县春播备耕见闻",
        things: [
            "高标准农田",
            "良种覆盖率",
            "灌溉渠系",
            "烘干塔",
            "农机具",
            "种粮补贴",
        ],
        doers: ["市农业农村局", "各产粮大县", "种粮合作社"],
        works: [
            "整治耕地",
            "疏浚沟渠",
            "推广密植",
            "培育良种",
            "检修农机",
            "防治病虫害",
        ],
        gains: ["亩产提高", "化肥用量下降", "仓容增加", "农户增收"],
        headings: [
            "藏粮于地，守牢耕地红线",
            "藏粮于技，良田配上良种",
            "谁来种地，托管服务进村",
            "产销衔接，好粮卖出好价",
            "建管并重，渠通田成方",
        ],
    },
    Topic {
        event: "全县安全生产专题会议",
        title: "安全这根弦一刻也不能松",
        subtitle: "化工园区隐患排查手记",
        things: [
            "消防通道",
            "危险化学品仓库",
            "燃气管网",
            "矿山监测系统",
            "应急预案",
            "特种设备",
        ],
        doers: ["县应急管理局", "各行业主管部门", "生产经营单位"],
        works: [
            "排查隐患",
            "更换管道",
            "开展演练",
            "整改问题",
            "培训班组长",
            "关闭小散矿井",
        ],
        gains: ["事故起数下降", "整改率提高", "报警响应提速", "投诉减少"],
        headings: [
            "把责任压到岗位上",
            "把隐患消除在萌芽",
            "把功夫下在平时",
            "把教训刻在心里",
            "把科技用到现场",
        ],
    },
    Topic {
        event: "全省营商环境优化提升动员会",
        title: "营商环境没有最好只有更好",
        subtitle: "政务服务大厅一线观察",
        things: [
            "审批事项",
            "电子证照",
            "惠企政策",
            "招投标平台",
            "信用档案",
            "融资担保",
        ],
        doers: ["政务服务管理局", "市场监管部门", "各开发区管委会"],
        works: [
            "压减材料",
            "归并窗口",
            "清理欠款",
            "兑现奖补",
            "走访企业",
            "公开流程",
        ],
        gains: ["办理时间缩短", "跑动次数减少", "经营主体增多", "满意度提高"],
        headings: [
            "少盖一个章，多解一道题",
            "有求必应，无事不扰",
            "真金白银，直达快享",
            "新官要理旧账",
            "法治护航，稳住预期",
        ],
    },
    Topic {
        event: "全区文化旅游发展大会",
        title: "古镇灯火又一春",
        subtitle: "柳湾古镇更新记",
        things: [
            "非遗工坊",
            "游客中心",
            "精品民宿",
            "夜游线路",
            "博物馆群",
            "旅游厕所",
        ],
        doers: ["区文旅局", "古镇管理委员会", "民宿业主"],
        works: [
            "修缮老屋",
            "开通专线",
            "办好庙会",
            "培训讲解员",
            "整治占道",
            "开发文创",
        ],
        gains: ["接待人次增长", "过夜率提高", "就业岗位增加", "好评增多"],
        headings: [
            "老屋新生，留住乡愁",
            "夜色添彩，点亮消费",
            "匠心传承，手艺有人学",
            "主客共享，服务更贴心",
            "串点成线，景在路上",
        ],
    },
    Topic {
        event: "全市生态环境保护工作推进会",
        title: "一泓清水向东流",
        subtitle: "青溪河治理七年间",
        things: [
            "排污口",
            "生态护岸",
            "污水处理厂",
            "空气监测站",
            "固废堆场",
            "湿地公园",
        ],
        doers: ["市生态环境局", "各级河长", "沿线企业"],
        works: [
            "封堵暗管",
            "清淤疏浚",
            "补植水草",
            "关停窑炉",
            "巡查岸线",
            "监测水质",
        ],
        gains: ["断面水质好转", "优良天数增多", "扬尘减少", "候鸟回归"],
        headings: [
            "上下游同治，左右岸共管",
            "源头截污，一口一策",
            "还绿于岸，还岸于民",
            "以水定产，倒逼转型",
            "长效管护，河清有人守",
        ],
    },
    Topic {
        event: "全州教育工作会议",
        title: "山里的孩子也能上好学",
        subtitle: "云雾乡中心校走读",
        things: [
            "寄宿制学校",
            "教师周转房",
            "同步课堂",
            "营养午餐",
            "校车线路",
            "实验室",
        ],
        doers: ["州教育体育局", "各县中小学", "支教团队"],
        works: [
            "改造校舍",
            "补充教师",
            "结对帮扶",
            "更新课桌",
            "开设社团",
            "家访学生",
        ],
        gains: ["入学率提高", "大班额消除", "辍学学生返校", "家长满意"],
        headings: [
            "校舍亮起来，路灯照到门",
            "老师留得住，周转房暖人心",
            "屏幕连起来，名师进山村",
            "吃得安心，睡得踏实",
            "五育并举，操场有笑声",
        ],
    },
    Topic {
        event: "全市卫生健康事业发展会议",
        title: "家门口看得上好医生",
        subtitle: "紧密型医共体建设走访",
        things: [
            "村卫生室",
            "远程会诊",
            "药品目录",
            "家庭医生",
            "急救站点",
            "体检车",
        ],
        doers: ["市卫生健康委", "县级医院", "乡村医生"],
        works: [
            "下派专家",
            "配齐药品",
            "巡诊入户",
            "筛查慢病",
            "培训护士",
            "打通检验结果",
        ],
        gains: [
            "基层就诊率提高",
            "住院费用下降",
            "转诊时间缩短",
            "签约人数增加",
        ],
        headings: [
            "专家沉下去，能力提上来",
            "药随病走，钱跟人走",
            "一人生病，一网会诊",
            "管好慢病，守住健康",
            "急救提速，与时间赛跑",
        ],
    },
    Topic {
        event: "全旗畜牧业转型升级现场会",
        title: "草畜平衡算大账",
        subtitle: "红柳滩牧区转场见闻",
        things: [
            "标准化棚圈",
            "饲草基地",
            "种公羊站",
            "冷链车间",
            "防疫队伍",
            "天然草场",
        ],
        doers: ["旗农牧局", "各苏木", "养殖大户"],
        works: [
            "改良品种",
            "种植苜蓿",
            "轮牧休牧",
            "建设青贮窖",
            "检疫消毒",
            "对接屠宰企业",
        ],
        gains: ["出栏率提高", "草场盖度增加", "死亡率下降", "牧民增收"],
        headings: [
            "少养精养，效益翻番",
            "以草定畜，草场喘口气",
            "防疫到栏，一针不漏",
            "品牌出圈，羊肉卖到沿海",
            "合作入股，牧户抱团",
        ],
    },
    Topic {
        event: "全市城市更新行动部署会",
        title: "老街坊住进新日子",
        subtitle: "棉纺厂片区改造走笔",
        things: [
            "老旧小区",
            "地下管廊",
            "口袋公园",
            "加装电梯",
            "停车泊位",
            "背街小巷",
        ],
        doers: ["市住房城乡建设局", "街道办事处", "业主委员会"],
        works: [
            "更换水管",
            "规整线缆",
            "铺设沥青",
            "外墙保温",
            "拆除违建",
            "增设充电桩",
        ],
        gains: ["积水点减少", "供热投诉下降", "绿地增加", "邻里和睦"],
        headings: [
            "面子里子一起改",
            "居民点单，街道派单",
            "一部电梯，解几代人愁",
            "见缝插绿，推窗见景",
            "三分建七分管",
        ],
    },
    Topic {
        event: "全省科技创新大会",
        title: "把论文写在车间里",
        subtitle: "轴承小镇攻关记",
        things: [
            "中试基地",
            "科研经费",
            "重点实验室",
            "首台套装备",
            "专利转化",
            "青年人才",
        ],
        doers: ["省科技厅", "高校院所", "链主企业"],
        works: [
            "揭榜攻关",
            "共享仪器",
            "组建联盟",
            "松绑经费",
            "引进团队",
            "验证样机",
        ],
        gains: [
            "研发投入增长",
            "转化周期缩短",
            "专利数量增加",
            "进口依赖下降",
        ],
        headings: [
            "题从产业来，答案回产业去",
            "让帅才有位子，让青年挑担子",
            "给科研人员减负松绑",
            "打通从样品到产品",
            "容得下十年冷板凳",
        ],
    },
];

const PLACES: &[&str] = &[
    "松岭县",
    "柳湾区",
    "青溪市",
    "云雾乡",
    "红柳旗",
    "临江市",
    "白沙县",
    "桐山县",
    "石桥镇",
    "金滩区",
];
const NAMES: &[&str] = &[
    "王守田",
    "李秋白",
    "陈 立 群",
    "赵　敏",
    "孙长庚",
    "周 子 谦",
    "吴玉珍",
    "郑海峰",
    "冯　远",
    "钱惠民",
    "何晓晴",
    "高 天 宇",
    "马志强",
    "罗素芬",
    "梁 启 明",
    "宋雨桐",
    "唐 勇",
    "许建平",
    "韩雪梅",
    "曹 国 栋",
    "彭向阳",
    "邓 颖",
    "萧和平",
    "程 建 军",
    "欧阳春",
    "巴特尔",
    "阿迪力·买买提",
    "尹丽川",
];

const BODIES: &[&str] = &[
    "中共松岭县委党校",
    "青溪市委政策研究室",
    "柳湾区教育局",
    "临江市社会科学院",
    "桐山县人民政府",
    "云州大学经济学院",
    "金滩区发展和改革委员会",
    "白沙县委宣传部",
];
const POSTS: &[&str] = &[
    "县长",
    "市委书记",
    "局长",
    "党委书记、院长",
    "副主任",
    "区委常委、组织部部长",
    "市政府副市长",
    "管委会主任",
    "党组书记",
];

/// How many words of the topic `text` names: a paragraph that names none could be any article's.
pub fn named(text: &str, topic: usize) -> usize {
    let topic = &TOPICS[topic % TOPICS.len()];
    let words = topic.things.iter().chain(&topic.doers).chain(&topic.works);
    words.filter(|word| text.contains(*word)).count()
}

/// Chinese numerals from one.
pub const NUMERALS: &[&str] = &["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// An article of `shape`, made from templates.
pub fn article(random: &mut Random, shape: Shape, topic: usize) -> Article {
    let topic = &TOPICS[topic % TOPICS.len()];
    let name = (*random.pick(NAMES)).to_owned();
    let year = random.within(2019, 2026);
    let (month, day) = (random.within(1, 12), random.within(1, 28));
    let iso = format!("{year}-{month:02}-{day:02}");
    let mut article = Article {
        shape,
        title: vec![topic.title.to_owned()],
        subtitle: None,
        byline: None,
        date: None,
        number: None,
        salutation: None,
        body: Vec::new(),
        signature: Vec::new(),
    };
    let bare = |name: &str| name.split_whitespace().collect::<String>();
    match shape {
        Shape::Speech => {
            article.title = vec![format!("在{}上的讲话", topic.event)];
            article.date = Some((speech_date(random, year, month, day), iso));
            article.byline = Some((person(random, &name, false), bare(&name)));
            article.salutation =
                Some((*random.pick(&["同志们：", "各位领导、同志们：", "同志们："])).to_owned());
            numbered(random, topic, &mut article.body, true);
            article.body.push(text(format!(
                "同志们，{}关系全局、关系长远。让我们振奋精神、埋头苦干，以实实在在的成效向全{}人民交上合格答卷！",
                topic.works[0],
                random.pick(&["市", "县", "省", "区"])
            )));
        }
        Shape::Theory => {
            article.title = vec![theory_title(random, topic)];
            article.byline = Some((person(random, &name, true), bare(&name)));
            numbered(random, topic, &mut article.body, false);
        }
        Shape::Signed => {
            if random.chance(50) {
                article.subtitle = Some(format!("——{}", topic.subtitle));
            }
            article.byline = Some((reporter(random, &name), bare(&name)));
            for _ in 0..random.within(1, 2) {
                article.body.push(prose(random, topic));
            }
            for heading in random.some(&topic.headings, 3) {
                article.body.push(head((*heading).to_owned()));
                for _ in 0..random.within(1, 3) {
                    article.body.push(prose(random, topic));
                }
            }
        }
        Shape::Notice => {
            let place = random.pick(PLACES);
            article.title = vec![format!(
                "{place}人民政府办公室关于做好{}等工作的通知",
                topic.works[1]
            )];
            if random.chance(60) {
                let short = random.pick(&["松政办发", "青政发", "临政办字", "柳政规"]);
                article.number = Some(format!("{short}〔{year}〕{}号", random.within(1, 60)));
            }
            article.salutation = Some(
                (*random.pick(&[
                    "各乡镇人民政府，县政府各部门：",
                    "各县（市、区）人民政府，市政府各有关部门，各直属单位：",
                    "各镇人民政府、街道办事处，区直各部门：",
                ]))
                .to_owned(),
            );
            article.body.push(text(format!(
                "为切实做好{}工作，经{place}人民政府同意，现就有关事项通知如下。",
                topic.things[0]
            )));
            let count = random.within(2, 4);
            for (at, heading) in random.some(&topic.headings, count).iter().enumerate() {
                article
                    .body
                    .push(head(format!("{}、{heading}", NUMERALS[at])));
                article.body.push(prose(random, topic));
            }
            article.signature = vec![
                format!("{place}人民政府办公室"),
                format!("{year}年{month}月{day}日"),
            ];
            article.date = None;
        }
        Shape::News => {
            article.title = vec![format!(
                "{}{}",
                random.pick(PLACES),
                news_title(random, topic)
            )];
            let lead = match random.below(4) {
                0 => format!("本报讯（记者 {}）", bare(&name)),
                1 => format!("本报{month}月{day}日讯（记者 {}）", bare(&name)),
                2 => format!("本网讯（通讯员 {}）", bare(&name)),
                _ => format!(
                    "新华社{}{month}月{day}日电（记者 {}）",
                    random.pick(PLACES),
                    bare(&name)
                ),
            };
            let first = prose(random, topic);
            article.body.push(text(format!("{lead}{}", first.text)));
            article.byline = None;
            for _ in 0..random.within(1, 3) {
                article.body.push(prose(random, topic));
            }
        }
        Shape::Essay => {
            article.byline = Some((person(random, &name, false), bare(&name)));
            for _ in 0..random.within(3, 6) {
                article.body.push(prose(random, topic));
            }
        }
    }
    article
}

fn theory_title(random: &mut Random, topic: &Topic) -> String {
    let (first, second) = (topic.works[2], topic.works[3]);
    match random.below(4) {
        0 => format!("以{first}带动{second}的实践与思考"),
        1 => format!("关于{first}和{second}的调研"),
        2 => format!("在{first}中走好群众路线"),
        _ => format!("{first}要处理好四个关系"),
    }
}

fn news_title(random: &mut Random, topic: &Topic) -> String {
    match random.below(3) {
        0 => format!("{}初见成效", topic.works[0]),
        1 => format!("今年{}任务过半", topic.works[1]),
        _ => format!("{}“{}”", random.pick(&["启动", "完成"]), topic.works[4]),
    }
}

fn speech_date(random: &mut Random, year: usize, month: usize, day: usize) -> String {
    let chinese = |number: usize| match number {
        1..=9 => NUMERALS[number - 1].to_owned(),
        10 => "十".to_owned(),
        11..=19 => format!("十{}", NUMERALS[number - 11]),
        20 => "二十".to_owned(),
        _ => format!("二十{}", NUMERALS[number - 21]),
    };
    let digits = |year: usize| -> String {
        year.to_string()
            .chars()
            .map(|digit| {
                ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
                    [digit as usize - '0' as usize]
            })
            .collect()
    };
    match random.below(5) {
        0 => format!("（{year}年{month}月{day}日）"),
        1 => format!("({year}年{month}月{day}日)"),
        2 => format!("{year}年{month}月{day}日"),
        3 => format!(
            "（{}年{}月{}日）",
            digits(year),
            chinese(month),
            chinese(day)
        ),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

fn person(random: &mut Random, name: &str, organised: bool) -> String {
    match random.below(if organised { 3 } else { 4 }) {
        0 if organised => format!("{} {name}", random.pick(BODIES)),
        1 if organised => format!("{}　{name}", random.pick(BODIES)),
        _ if organised => format!("（{} {name}）", random.pick(BODIES)),
        0 => name.to_owned(),
        1 => format!("{}　{name}", random.pick(POSTS)),
        2 => format!("{} {name}", random.pick(POSTS)),
        _ => name.to_owned(),
    }
}

fn reporter(random: &mut Random, name: &str) -> String {
    match random.below(5) {
        0 => format!("本报记者 {name}"),
        1 => format!("□ 本报记者　{name}"),
        2 => format!("记者 {name}"),
        3 => format!("◎{}", name.split_whitespace().collect::<String>()),
        _ => format!("本报全媒体记者　{name}"),
    }
}

fn text(text: String) -> Paragraph {
    Paragraph {
        text,
        heading: false,
    }
}

fn head(text: String) -> Paragraph {
    Paragraph {
        text,
        heading: true,
    }
}

fn numbered(random: &mut Random, topic: &Topic, body: &mut Vec<Paragraph>, speech: bool) {
    let count = random.within(2, 4);
    let mut first = prose(random, topic).text;
    if speech {
        first.push_str(&format!("下面，我讲{}点意见。", NUMERALS[count - 1]));
    }
    body.push(text(first));
    for (at, heading) in random.some(&topic.headings, count).iter().enumerate() {
        body.push(head(format!("{}、{heading}", NUMERALS[at])));
        if random.chance(40) {
            body.push(prose(random, topic));
            let sections = random.within(2, 3);
            for (section, numeral) in NUMERALS.iter().enumerate().take(sections) {
                let lead = topic.works[(at + section) % topic.works.len()];
                body.push(text(format!(
                    "（{numeral}）{lead}要有新作为。{}",
                    prose(random, topic).text
                )));
            }
        } else {
            for _ in 0..random.within(1, 2) {
                body.push(prose(random, topic));
            }
        }
    }
}

/// A paragraph of one to five sentences.
fn prose(random: &mut Random, topic: &Topic) -> Paragraph {
    let mut words = String::new();
    for _ in 0..random.within(1, 5) {
        words.push_str(&sentence(random, topic));
    }
    text(words)
}

fn sentence(random: &mut Random, topic: &Topic) -> String {
    let thing = *random.pick(&topic.things);
    let other = *random.pick(&topic.things);
    let doer = *random.pick(&topic.doers);
    let work = *random.pick(&topic.works);
    let more = *random.pick(&topic.works);
    let gain = *random.pick(&topic.gains);
    let count = random.within(3, 980);
    let share = format!("{}.{}%", random.within(1, 98), random.within(1, 9));
    match random.below(40) {
        0 => {
            format!("近年来，{doer}把{work}摆在突出位置，一件事情接着一件事情办，一年接着一年干。")
        }
        1 => format!("截至目前，已完成{thing}{count}处，{gain}{share}，比上年同期有明显改观。"),
        2 => format!("“过去最怕提{thing}，现在不一样了。”谈起变化，{doer}的负责同志打开了话匣子。"),
        3 => format!(
            "要抓好{thing}和{other}，既立足当前解难题，又着眼长远建机制，切忌大水漫灌、一哄而上。"
        ),
        4 => format!(
            "一是{work}，做到底数清、情况明；二是{more}，确保{count}项任务落到具体人头；三是总结经验，形成制度。"
        ),
        5 => format!(
            "同时也要看到，{thing}仍有短板：有的地方重建轻管，有的环节衔接不畅，{gain}的基础还不牢固。"
        ),
        6 => format!(
            "按照《{}年度工作计划》，{doer}要在{}月底前完成{work}，投入资金{count}万元。",
            random.within(2021, 2027),
            random.within(3, 12)
        ),
        7 => format!("{work}不是一朝一夕之功。只有把{thing}管好用好，才能让{gain}看得见、摸得着。"),
        8 => format!("记者在现场看到，{doer}的工作人员正忙着{work}，{other}也同步铺开。"),
        9 => format!(
            "全年{work}{count}次，{gain}{share}，{more}（含续建项目）投资占比达到{}%。",
            random.within(11, 79)
        ),
        10 => format!("为什么要下这么大力气{work}？因为{thing}连着千家万户，容不得半点马虎。"),
        11 => format!("实践证明，凡是{thing}抓得实的地方，{gain}就快；反之，{work}就会流于形式。"),
        12 => format!(
            "下一步，{doer}将围绕“{thing}提质、{other}扩面”两大目标，力争到{}年{gain}{share}以上。",
            random.within(2026, 2030)
        ),
        13 => format!(
            "{doer}建立“一周一调度、一月一通报”机制，对{work}进展缓慢的{}个单位及时提醒。",
            random.within(2, 19)
        ),
        14 => format!(
            "在{thing}方面，累计投入{}.{}亿元，实施项目{count}个，受益群众{}万人。",
            random.within(1, 30),
            random.within(1, 9),
            random.within(2, 60)
        ),
        16 => format!(
            "办法总比困难多。面对{thing}的欠账，{doer}没有等靠要，先从{work}破题，再向{more}延伸。"
        ),
        17 => format!("群众看在眼里、记在心里：{thing}比从前好了，{gain}了，怨气少了。"),
        18 => format!(
            "当前，{thing}正处在爬坡过坎的关口，慢进是退，不进更是退，{doer}要有时不我待的劲头。"
        ),
        19 => format!(
            "投入跟得上，底气就足。{}年以来，用于{thing}的财政资金由{count}万元增加到{}万元。",
            random.within(2018, 2023),
            count + random.within(50, 900)
        ),
        20 => {
            format!("“{more}到底值不值？”起初，不少人心里打鼓。等到{gain}{share}，疑虑烟消云散。")
        }
        21 => format!(
            "有人算过一笔账：每{work}一处，{other}就能省下{count}元，十年下来是一笔可观的数目。"
        ),
        22 => format!("与此同时，{other}一天天完善，{doer}趁势而上，把{more}列入年度重点。"),
        23 => format!(
            "规矩立起来，更要执行到位。对在{work}中弄虚作假、搪塞应付的，发现一起查处一起。"
        ),
        24 => format!(
            "春节刚过，{doer}就召开碰头会，逐条研究{thing}存在的{}个堵点。",
            random.within(3, 40)
        ),
        25 => format!("从{work}到{more}，看似一步之遥，背后却是理念之变、作风之变。"),
        26 => format!("必须看清，{thing}牵一发而动全身，既是眼前的硬任务，又是长远的大文章。"),
        27 => format!(
            "经过{}个月的努力，{work}终于画上句号，{other}随之焕然一新。",
            random.within(2, 30)
        ),
        28 => format!("调查显示，{share}的受访者认为{gain}，另有部分群众盼望加快{more}步伐。"),
        29 => {
            format!("好的做法要坚持：{doer}每季度晒一次账单，{thing}花了多少、办成几件，清清楚楚。")
        }
        30 => format!(
            "时间不等人。{doer}须倒排工期，{}月前务必拿出{thing}的具体方案，不得以任何理由拖延。",
            random.within(3, 12)
        ),
        31 => format!("依托{other}，{doer}摸索出“先易后难、以点带面”的路子，{gain}水到渠成。"),
        32 => format!(
            "谈到今后打算，负责人说，还要在{more}上下苦功，争取{}年再添{thing}{count}处。",
            random.within(2026, 2030)
        ),
        33 => format!("不可否认，受条件所限，{other}数量偏少、布局零散，离群众期盼尚有距离。"),
        34 => format!("责任不能悬空，压力不能递减；谁主管{thing}，谁就要对{work}的成色负责到底。"),
        35 => format!("清晨六点，{doer}的值班室灯火通明，{work}的进度表又翻过一页。"),
        36 => format!("据统计，仅上半年{work}就惠及{count}户，其中困难家庭占{share}。"),
        37 => format!("{thing}好不好，群众最有发言权；{work}成不成，要让实践来检验。"),
        38 => format!(
            "借鉴外地经验，结合本地实际，{doer}制定《{thing}管理办法》，明确{}项标准。",
            random.within(5, 60)
        ),
        39 => format!("没有捷径可走，惟有久久为功：今天{work}，明天{more}，{gain}自会到来。"),
        _ => format!("越是任务繁重，越要讲究方法，把{work}同{more}结合起来，防止“两张皮”。"),
    }
}

/// Clean articles that lie in files: samples of the project and, where they are at hand, official
/// reports beside the repository.
pub fn from_files() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut articles = Vec::new();
    let report =
        fs::read_to_string(root.join("seeds/provincial-work-report.txt")).unwrap_or_default();
    articles.extend(report_from(
        "政府工作报告",
        Shape::Speech,
        report.lines().skip(3),
    ));
    let speech = fs::read_to_string(root.join("seeds/website-speech.txt")).unwrap_or_default();
    let own = speech
        .lines()
        .skip_while(|line| *line != "同志们：")
        .take_while(|line| !line.starts_with("信息来源"));
    articles.extend(report_from(
        "在全市高质量发展推进会上的讲话",
        Shape::Speech,
        own,
    ));
    let notice = fs::read_to_string(root.join("seeds/notice-with-owners.txt")).unwrap_or_default();
    let own = notice
        .lines()
        .skip_while(|line| !line.starts_with("为深入贯彻"))
        .take_while(|line| !line.starts_with("抄送"));
    articles.extend(report_from(
        "北砚县2026年农村供水保障提升行动实施方案",
        Shape::Notice,
        own,
    ));
    let mut files: Vec<_> = fs::read_dir(root.join("../shared/corpus/national"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    for file in files {
        let report = fs::read_to_string(&file).unwrap_or_default();
        articles.extend(report_from("政府工作报告", Shape::Speech, report.lines()));
    }
    articles
}

/// The most characters of a file that one article takes.
const MOST: usize = 4000;

fn report_from<'a>(
    title: &str,
    shape: Shape,
    lines: impl Iterator<Item = &'a str>,
) -> Option<Article> {
    let mut body: Vec<Paragraph> = Vec::new();
    let mut salutation = None;
    let mut length = 0;
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        let count = line.chars().count();
        let heading = count < 40 && !line.ends_with(['。', '：', '！', '；']);
        if body.is_empty() && salutation.is_none() && count < 12 && line.ends_with(['：', '！']) {
            salutation = Some(line.to_owned());
            continue;
        }
        let odd = line.contains(['*', '<', '[', '|', '\u{3000}', '=', '{']);
        // Anything but a chapter's heading and a closed paragraph is not sure to be clean.
        let chapter = NUMERALS
            .iter()
            .any(|numeral| line.starts_with(&format!("{numeral}、")));
        if odd || heading && !chapter || !heading && !line.ends_with(['。', '！']) {
            if length > MOST / 2 {
                break;
            }
            return None;
        }
        length += count;
        body.push(Paragraph {
            text: line.to_owned(),
            heading,
        });
        if length > MOST {
            break;
        }
    }
    while body.last().is_some_and(|last| last.heading) {
        body.pop();
    }
    (body.len() > 4).then(|| Article {
        shape,
        title: vec![title.to_owned()],
        subtitle: None,
        byline: None,
        date: None,
        number: None,
        salutation,
        body,
        signature: Vec::new(),
    })
}
