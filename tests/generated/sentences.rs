//! The sentences of the made articles: forms that a topic's words are put into.

use crate::articles::{Paragraph, text};
use crate::random::Random;
use crate::topics::Topic;

/// A paragraph of one to five sentences.
pub fn prose(random: &mut Random, topic: &Topic) -> Paragraph {
    let mut words = String::new();
    for _ in 0..random.within(1, 5) {
        words.push_str(&sentence(random, topic));
    }
    text(words)
}

pub fn sentence(random: &mut Random, topic: &Topic) -> String {
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
