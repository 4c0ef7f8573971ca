//! Twice a text takes twice the work, whatever sign or line it repeats: counted in instructions, which are the same on every run. Valgrind counts
//! them; `cargo xtask fuzz` runs this.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::env;
use std::fs;
use std::process::Command;

/// What is repeated: signs, numbers, words, brackets, headings, lines.
const UNITS: [&str; 43] = [
    "同志们：\n啊\n",
    "1.",
    "5%",
    "5%、",
    "一是",
    "《",
    "《一》",
    "“",
    "‘",
    "（",
    "（一）",
    "（一）\n",
    "一、\n",
    "[",
    "[a](b.c)",
    "2024年1月1日",
    "比上年增长5%，",
    "其中：工业5%，",
    "万",
    "零",
    "一",
    "1",
    "四个",
    "百分之五",
    "“四个意识”，",
    "由5%增加到",
    "（市财政局牵头）",
    "责任单位：市财政局\n",
    "第一条 为了规范。\n",
    "- 啊\n",
    "# 标题\n",
    "<",
    "<p>",
    "&nbsp;",
    "|1",
    "甲\t1\n",
    "——",
    "**",
    " ",
    "发展",
    "参保率、覆盖率分别达95%、75%，分别提升3%和6%。",
    "安排补助23亿元，比上年增加2亿元，其中中央17亿元、地方6亿元。",
    "第1、2、",
];

/// Bytes of the shorter text.
const SHORT: usize = 40_000;

/// The most that twice the bytes may take, where once is 1.
const MOST: f64 = 2.3;

#[test]
#[ignore = "counts instructions for minutes, and needs valgrind"]
fn twice_a_text_is_twice_the_work() {
    let base = instructions("");
    let mut over = Vec::new();
    for unit in UNITS {
        let text = |bytes: usize| unit.repeat(bytes / unit.len());
        let [once, twice] = [SHORT, 2 * SHORT].map(|bytes| instructions(&text(bytes)) - base);
        let ratio = twice / once;
        println!(
            "{ratio:.2}  {:>6.0} instructions a byte  {unit:?}",
            once / SHORT as f64
        );
        if ratio > MOST {
            over.push(format!("{unit:?} {ratio:.2}"));
        }
    }
    assert!(over.is_empty(), "more than linear: {}", over.join(", "));
}

/// The instructions of an analysis.
fn instructions(text: &str) -> f64 {
    let folder = env::temp_dir().join(format!("xushi-scaling-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("text.txt");
    fs::write(&file, text).unwrap();
    let counted = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .args([env!("CARGO_BIN_EXE_xushi"), "analyze", "--format", "json"])
        .arg(&file)
        .output();
    let said = counted.unwrap_or_else(|error| panic!("valgrind, which is needed: {error}"));
    fs::remove_dir_all(&folder).unwrap();
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    let count = said
        .lines()
        .find_map(|line| line.split("Collected : ").nth(1));
    count
        .unwrap_or_else(|| panic!("{said}"))
        .trim()
        .parse()
        .unwrap()
}
