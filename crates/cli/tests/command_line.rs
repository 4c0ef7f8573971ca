//! The command line as a user meets it: output, errors, exit codes.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use xushi::model::Analysis;

fn xushi(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xushi"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may end before it is written.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const REPORT: &str = "云汀市政府工作报告\n（2026年1月20日）\n各位代表：\n二、2026年工作安排\n全市生产总值增长6%左右，“新”建学校12所。\n";

#[test]
fn json_is_one_line_that_reads_back() {
    let output = xushi(&["analyze", "--format", "json", "-"], REPORT.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let text = out(&output);
    assert_eq!(text.lines().count(), 1);
    let analysis: Analysis = serde_json::from_str(&text).unwrap();
    assert_eq!(analysis.schema, "xushi/2");
    assert_eq!(analysis.documents[0].claims.len(), 2);
    assert!(analysis.documents[0].statistics.words > 0);
}

#[test]
fn csv_has_a_row_a_claim_and_heads_in_the_language_asked_for() {
    let output = xushi(
        &["analyze", "--format", "csv", "--language", "en", "-"],
        REPORT.as_bytes(),
    );
    let text = out(&output);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("status,indicator,text,value,unit,"));
    assert!(
        lines[1].starts_with("target,生产总值,6%,6,%,about,growth,2026,"),
        "{}",
        lines[1]
    );
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_table_is_the_default() {
    let text = out(&xushi(&["analyze", "-"], REPORT.as_bytes()));
    assert!(text.contains("生产总值") && text.contains("目标"), "{text}");
}

#[test]
fn one_file_that_is_not_there_does_not_stop_the_others() {
    let seed = "seeds/website-speech.txt";
    let output = xushi(&["analyze", "--format", "json", "missing.txt", seed], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("missing.txt"));
    assert_eq!(out(&output).lines().count(), 1);
}

#[test]
fn a_picture_is_refused_with_what_to_do() {
    let output = xushi(&["analyze", "-"], b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR");
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("PNG"));
    assert!(out(&output).is_empty());
}

#[test]
fn warnings_stay_off_standard_output() {
    let output = xushi(
        &["analyze", "--format", "json", "--language", "en", "-"],
        b"   \n",
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(err(&output).contains("no text"), "{}", err(&output));
    assert!(serde_json::from_str::<Analysis>(&out(&output)).is_ok());
}

#[test]
fn strange_arguments_end_with_two_and_help_with_nought() {
    assert_eq!(xushi(&["analyze"], b"").status.code(), Some(2));
    assert_eq!(
        xushi(&["analyze", "--format", "xml", "-"], b"")
            .status
            .code(),
        Some(2)
    );
    assert_eq!(xushi(&["frobnicate"], b"").status.code(), Some(2));
    let help = xushi(&["--help"], b"");
    assert_eq!(help.status.code(), Some(0));
    assert!(out(&help).contains("analyze"));
}

const FAULTY: &str =
    "会议定于2月30日召开。。\r\n东片用地120亩、西片30亩，合计160亩。\r\n增长8—10%。\r\n";

#[test]
fn check_shows_the_place_the_rule_the_message_and_the_fix() {
    let output = xushi(&["check", "-"], FAULTY.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let text = out(&output);
    for words in [
        "-:1:5: 矛盾[impossible-date] 日历上没有“2月30日”这一天。请核对。",
        "1 | 会议定于2月30日召开。。\n  |         ^^^^^^^\n",
        "-:2:5: 矛盾[sum-mismatch] 120亩+30亩 ≠ 160亩（合计应为 150亩）。",
        "= -:2:18: 文中所说的合计",
        "= 建议: “。。”改为“。”",
        "共 4 处：矛盾 2，疑误 1，提示 1（1 个文件）。",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn check_speaks_english_where_asked() {
    let output = xushi(&["check", "--lang", "en", "-"], FAULTY.as_bytes());
    let text = out(&output);
    assert!(text.contains("-:1:5: error[impossible-date] No calendar has the day"));
    assert!(
        text.contains("= suggestion: replace “。。” by “。”"),
        "{text}"
    );
    assert!(text.ends_with("4 findings in 1 file(s): 2 errors, 1 warnings, 1 notes.\n"));
}

#[test]
fn a_long_line_is_shown_around_the_place() {
    let line = format!(
        "{}会议定于2月30日召开。{}\n",
        "全县上下同心，".repeat(80),
        "各项工作顺利，".repeat(80)
    );
    let text = out(&xushi(
        &["check", "--rule", "impossible-date", "-"],
        line.as_bytes(),
    ));
    assert!(text.contains("-:1:565: "), "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 60), "{text}");
}

#[test]
fn exit_codes_tell_scripts_what_was_found() {
    let code = |arguments: &[&str], input: &str| xushi(arguments, input.as_bytes()).status.code();
    let only_info = "增长8—10%。\n";
    assert_eq!(code(&["check", "-"], "各项任务全面完成。\n"), Some(0));
    assert_eq!(code(&["check", "-"], only_info), Some(0));
    assert_eq!(
        code(&["check", "--fail-on", "info", "-"], only_info),
        Some(1)
    );
    assert_eq!(
        code(&["check", "--fail-on", "error", "-"], "任务完成。。\n"),
        Some(0)
    );
    assert_eq!(code(&["check", "--fail-on", "never", "-"], FAULTY), Some(0));
    assert_eq!(code(&["check"], ""), Some(2));
    assert_eq!(code(&["check", "missing.txt"], ""), Some(2));
    assert_eq!(
        code(&["check", "-"], "\u{1}PNG\u{0}\u{0}\u{2}\u{0}\u{0}"),
        Some(2)
    );
}

#[test]
fn a_file_that_is_not_there_is_named_and_the_others_are_checked() {
    let seed = "seeds/scraped-collection.txt";
    let output = xushi(&["check", "missing.txt", seed], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("missing.txt"));
    assert!(out(&output).contains("[same-year-comparison]"));
}

#[test]
fn rules_are_chosen_and_left_out_by_id() {
    let rules = |arguments: &[&str]| -> Vec<String> {
        let mut all = vec!["check", "--format", "json"];
        all.extend(arguments);
        all.push("-");
        let found: Vec<serde_json::Value> =
            serde_json::from_str(&out(&xushi(&all, FAULTY.as_bytes()))).unwrap();
        found
            .iter()
            .map(|one| one["rule"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(rules(&["--rule", "sum-mismatch"]), ["sum-mismatch"]);
    assert_eq!(
        rules(&["--rule", "sum-mismatch,repeated-mark"]),
        ["repeated-mark", "sum-mismatch"]
    );
    assert_eq!(
        rules(&["--ignore", "sum-mismatch", "--ignore", "repeated-mark"]),
        ["impossible-date", "range-notation"]
    );
}

#[test]
fn an_unknown_rule_is_refused_and_near_ones_are_named() {
    for arguments in [["--rule", "sum-mismach"], ["--ignore", "sum-mismach"]] {
        let output = xushi(&["check", arguments[0], arguments[1], "-"], b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("'sum-mismatch'"), "{}", err(&output));
    }
}

#[test]
fn json_places_count_lines_and_characters_of_the_file() {
    let text = "𠮷林村全县Gdp增长8%。\r\n";
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [0xff, 0xfe]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect(),
    ] {
        let output = xushi(&["check", "--format", "json", "-"], &bytes);
        let found: Vec<serde_json::Value> = serde_json::from_str(&out(&output)).unwrap();
        let place = serde_json::json!({ "line": 1, "column": 6, "end_line": 1, "end_column": 9 });
        assert_eq!(found[0]["place"], place);
        assert_eq!(found[0]["text"], "Gdp");
        assert_eq!(found[0]["suggestion"]["place"], place);
        assert_eq!(found[0]["suggestion"]["replacement"], "GDP");
    }
}

#[test]
fn sarif_names_the_rules_and_goes_on_where_nothing_is_found() {
    let output = xushi(
        &["check", "--format", "sarif", "-"],
        "任务完成。\n".as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0));
    let log: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), 0);
    assert_eq!(
        run["tool"]["driver"]["rules"].as_array().unwrap().len(),
        xushi::checks::RULES.len()
    );
}

#[test]
fn a_fingerprint_outlives_changes_elsewhere() {
    let print = |text: &str| {
        let output = xushi(&["check", "--format", "sarif", "-"], text.as_bytes());
        let log: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
        log["runs"][0]["results"][0]["partialFingerprints"]["xushiFinding/v2"].clone()
    };
    let before = print("会议定于2月30日在县城召开，请准时参加。\n");
    assert_eq!(
        before,
        print("各有关单位：\n会议定于2月30日在县城召开，请准时参加。\n")
    );
    assert_ne!(before, print("会议定于4月31日在县城召开，请准时参加。\n"));
}

#[test]
fn rules_are_listed_and_explained() {
    let list = out(&xushi(&["rules"], b""));
    for rule in xushi::checks::RULES {
        assert!(list.contains(rule.id), "{}", rule.id);
    }
    let one = out(&xushi(&["rules", "sum-mismatch", "--lang", "en"], b""));
    assert!(
        one.contains("Why it matters") && one.contains("合计160亩"),
        "{one}"
    );
    let json: Vec<serde_json::Value> =
        serde_json::from_str(&out(&xushi(&["rules", "--format", "json"], b""))).unwrap();
    assert_eq!(json.len(), xushi::checks::RULES.len());
    assert_eq!(xushi(&["rules", "no-such"], b"").status.code(), Some(2));
}
