//! A text that trips every rule by the thousand: findings are capped, and the rest is counted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use xushi::Analyzer;
use xushi::model::Finding;
use xushi::reading::Dictionary;

/// The most findings of one rule in one document.
const MOST: usize = 50;

/// A passage with slips of every kind; its number keeps the passages apart where they must be.
fn passage(text: &mut String, number: usize) {
    let year = 2001 + number % 20;
    let _ = writeln!(
        text,
        "一、任务之{number}\n（1）、修路\n好。\n三、保障之{number}\n（二）资金\n好。\n（二）人员\n好。\n\
         首先，修路。第二，治水。下面，我讲五点意见。一是修路，二是治水。\n\
         第{number}年投入为XX万元，建设、、三个园区，制度自信 and 不断增强，经济发展发展，GDp稳定。\n\
         加快发展步伐{number}，加快发展步伐{number}，迈上新台阶下面。下面，继续抓。\n\
         东片{number}亩、西片30亩，合计9亩。企业由120家增加到150家，增长35%。三次产业比例为34:35:41。\n\
         共有120个村，其中90个通客车，占{0}%。城镇化率提高1.5%，能耗下降2倍，税收同比增长35；占比10~90%。\n\
         会议定于2月30日召开。2024年5月1日（星期四）报到。由{year}年的120户发展到{year}年的300户。\n\
         2024年是“十三五”规划的收官之年。2023年是党的二十大召开之年。请于1999年3月1日前报送。\n\
         坚持“两个维户，落实《关于安全的意见，任务完成。。来了七、八十人，加强领导,压实责任。\n\
         {year}年，全县粮食产量达到4{number}万吨。{year}年，全县粮食产量达到5{number}万吨。\n\
         根据政办发[2024]第05号文件，坚持以人民为中兴{number}的思想。赴湖北省张家界考察。",
        50 + number % 9
    );
}

#[test]
fn slips_by_the_thousand_are_capped_and_counted() {
    let mut text = String::from("关于春耕的通知\n2024年1月3日\n各县：\n");
    for number in 0..2000 {
        passage(&mut text, number);
    }
    text.push_str("推动高质量发展，推");
    let analysis = Analyzer::new(Dictionary::built_in().unwrap())
        .analyze("flood.txt", text.as_bytes())
        .unwrap();
    let findings = analysis.documents.iter().flat_map(|document| {
        let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in &document.findings {
            rules.entry(&finding.rule).or_default().push(finding);
        }
        rules
    });
    let mut seen = 0;
    for (rule, findings) in findings {
        seen += 1;
        assert!(findings.len() <= MOST, "{rule}: {}", findings.len());
        if findings.len() == MOST {
            let last = findings.iter().max_by_key(|finding| finding.span).unwrap();
            assert!(last.message.contains("另有"), "{rule}: {}", last.message);
        }
    }
    assert!(seen > 20, "only {seen} rules say anything");
}
