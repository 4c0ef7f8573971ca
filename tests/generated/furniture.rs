//! What pages print around their texts, worded in more ways than the program's tables hold.

use crate::random::Random;

/// Above everything else.
const TOP: &[&str] = &[
    "当前位置：首页 > 政务公开 > 领导讲话",
    "您当前的位置 : 首页 -> 信息公开 -> 正文",
    "首页 / 新闻中心 / 要闻",
    "网站首页 >> 信息公开 >> 重要文件",
    "松岭县人民政府门户网站 > 政务公开 > 正文",
    "首页＞＞理论＞＞学习",
    "所在栏目：首页 > 工作动态",
    "首页 → 机关党建 → 理论学习",
    "【首页】-【理论园地】-【正文】",
    "松岭日报 2024年3月5日 第03版：要闻",
    "松岭日报　2024年3月5日　星期二　第5版　理论",
    "第 03 版",
    "A2 要闻",
    "上一版　下一版",
    "2024年3月5日 星期二 甲辰年正月廿五",
    "登录 | 注册 | 无障碍 | 长者版",
    "简 | 繁 | English",
    "今天是2024年3月5日 星期二",
    "请输入关键字　搜索",
    "微信公众号　微博　客户端",
    "上一期　下一期　返回目录",
];

/// Between a title and its text.
const BELOW_TITLE: &[&str] = &[
    "【字体：大 中 小】 打印",
    "字号：[大] [中] [小]",
    "[ 大 中 小 ]",
    "A- A A+",
    "分享到：微信 微博 QQ空间",
    "分享　微信　新浪微博　QQ好友",
    "浏览次数：1286",
    "已有 1203 人浏览",
    "阅读：1,203次",
    "点击：302 次",
    "访问人数：3021",
    "浏览：56 次　打印　收藏",
    "字体显示：大 中 小　【打印】【关闭】",
    "朗读　播放　暂停",
    "收藏 | 打印 | 分享",
    "原创",
    "点击上方蓝字关注我们",
    "点击蓝字 关注我们",
    "我要分享：",
    "扫一扫在手机打开当前页",
    "听新闻",
    "0:00 / 5:32",
    "点赞 128　收藏 36　评论 12",
    "放大　缩小　默认",
    "我有话说",
    "保护视力色：",
];

/// Between paragraphs.
const BETWEEN: &[&str] = &[
    "图为技术人员在田间查看墒情。",
    "▲ 工人在车间作业。王守田摄",
    "（图：李秋白）",
    "本报记者 周大海 摄",
    "摄影：何晓晴",
    "图/罗素芬",
    "图片来源：松岭县融媒体中心",
    "韩雪梅/摄",
    "新华社发（彭向阳 摄）",
    "通讯员　许建平　摄影报道",
    "左图：改造前的河岸。",
    "（资料图片）",
    "广告",
    "公益广告",
    "·广告·",
    "【推广】",
    "点击查看大图",
    "相关链接：权威解读",
    "—— 广告 ——",
    "本版图片均为资料照片",
    "图源：松岭发布",
    "[图片]",
    "（图片由受访者提供）",
];

/// In the middle of a paragraph, where a page or a column ends.
const PAGE_BREAK: &[&str] = &[
    "— 3 —",
    "- 12 -",
    "—5—",
    "第 4 页 共 12 页",
    "第3页",
    "· 27 ·",
    "3 / 12",
    "第 7 页，共 20 页",
    "《松岭学刊》2023年第4期",
    "松岭学刊　2023年第4期",
    "(下转第6版)",
];

/// Below an article.
const BOTTOM: &[&str] = &[
    "责任编辑：韩雪梅",
    "责编：彭向阳",
    "编辑 | 曹国栋",
    "责任编辑｜罗素芬　校对｜许建平",
    "（编辑：宋雨桐）",
    "（责编：马志强、冯远）",
    "责任编辑/郑海峰",
    "文字编辑：梁启明",
    "网络编辑：唐勇　值班主编：邓颖",
    "审核：高天宇　签发：程建军",
    "一审一校：孙长庚　二审二校：吴玉珍　三审三校：钱惠民",
    "统筹：萧和平",
    "编发：王守田",
    "实习编辑：李秋白",
    "监制：赵敏　制作：周子谦",
    "本期责任编辑：尹丽川",
    "【打印本页】【关闭窗口】",
    "【打印】【关闭】【收藏】",
    "[打印] [关闭]",
    "保存 | 打印 | 关闭",
    "打印此文　关闭此页",
    "上一篇：县委召开常委会会议",
    "下一篇：没有了",
    "上一篇：没有了",
    "上一条：关于举办培训班的通知",
    "分享到： 微信　微博　QQ　空间",
    "分享、点赞、在看，三连支持",
    "分享让更多人看到",
    "喜欢就点个在看",
    "阅读原文",
    "长按识别二维码关注我们",
    "微信扫一扫　关注该公众号",
    "END",
    "- END -",
    "— 完 —",
    "相关阅读",
    "热点新闻",
    "返回顶部",
    "【纠错】",
    "我要纠错　打印　关闭",
    "相关附件：无",
    "推荐阅读",
    "未经授权不得转载",
    "凡本网注明来源的作品，转载请注明出处。",
    "免责声明：本文仅代表作者个人观点，与本网无关。",
    "声明：转载此文是出于传递更多信息之目的，版权归原作者所有。",
    "标签：",
    "扫描二维码分享到手机",
    "文章评论　共0条",
];

/// At the end of the page.
const FOOT: &[&str] = &[
    "版权所有：松岭县人民政府",
    "Copyright © 2024 松岭日报社 All Rights Reserved",
    "© 2023 松岭网 版权所有",
    "主办：松岭县人民政府办公室　承办：松岭县大数据中心",
    "地址：松岭县人民路1号　邮编：138000",
    "云ICP备12345678号-1",
    "云公网安备 15020002000123号",
    "政府网站标识码：1502000001",
    "网站支持IPv6",
    "关于我们 | 联系我们 | 网站地图 | 法律声明",
    "技术支持：松岭信息技术有限公司",
    "建议使用1024×768分辨率浏览本站",
    "广告热线：0472-5550126　发行热线：0472-5550138",
    "本报地址：松岭县新华街8号　零售每份1.50元",
    "违法和不良信息举报电话：12377",
    "互联网新闻信息服务许可证：15120170001",
    "手机版　电脑版　客户端下载",
    "电子邮箱：slb@example.cn　传真：0472-5550111",
];

/// Rows that may stand in the text or be set aside: they say where the text is from.
const DATA: &[&str] = &[
    "来源：松岭日报　发布时间：2024-03-05 10:12　浏览次数：123",
    "发布日期：2024-03-05　信息来源：县政府办　字体：[大 中 小]",
    "2024-03-05 09:30　来源：松岭县融媒体中心",
    "时间：2024-03-05 来源：本站 作者：办公室 点击：88",
    "来源：松岭发布",
    "发布时间：2024年03月05日 08:15",
    "文章来源：县委宣传部　更新时间：2024-03-05",
    "索引号：SL001-2024-0007　主题分类：综合政务",
    "2024年03月05日 10:11",
];

/// Lines that begin a paragraph which was carried over from another page.
const CARRIED: &[&str] = &[
    "（上接第一版）",
    "（上接1版）",
    "(紧接第1版)",
    "（上接A1版）",
    "上接第一版",
];

pub fn top(random: &mut Random) -> Vec<&'static str> {
    let count = random.within(0, 3);
    random.some(TOP, count).into_iter().copied().collect()
}

pub fn below_title(random: &mut Random) -> Vec<&'static str> {
    let count = random.within(0, 2);
    random
        .some(BELOW_TITLE, count)
        .into_iter()
        .copied()
        .collect()
}

pub fn between(random: &mut Random) -> &'static str {
    random.word(BETWEEN)
}

pub fn page_break(random: &mut Random) -> &'static str {
    random.word(PAGE_BREAK)
}

pub fn bottom(random: &mut Random) -> Vec<&'static str> {
    let count = random.within(0, 3);
    random.some(BOTTOM, count).into_iter().copied().collect()
}

pub fn foot(random: &mut Random) -> Vec<&'static str> {
    let count = random.within(0, 4);
    random.some(FOOT, count).into_iter().copied().collect()
}

pub fn data(random: &mut Random) -> &'static str {
    random.word(DATA)
}

pub fn carried(random: &mut Random) -> &'static str {
    random.word(CARRIED)
}
