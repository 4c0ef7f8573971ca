//! The command line as a user meets it: output, errors, exit codes.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use xushi::model::Analysis;

fn xushi(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xushi"))
        .args(arguments)
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
    assert_eq!(analysis.schema, "xushi/1");
    assert_eq!(analysis.documents[0].claims.len(), 2);
    assert!(
        analysis.documents[0].statistics.words.is_some(),
        "the dictionary is there"
    );
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
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/website-speech.txt");
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
