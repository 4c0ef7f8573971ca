//! Articles whose parts are known, made from templates.

use crate::random::Random;
use crate::sentences::prose;
use crate::topics::{TOPICS, Topic};

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

pub fn text(text: String) -> Paragraph {
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
