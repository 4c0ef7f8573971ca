//! The command line as a user meets it: output, errors, exit codes. Most cases stand in
//! `command_line/`, on texts in `fixtures/`; what comes is read before it is
//! accepted: `TRYCMD=overwrite cargo test -p xushi-cli`, then `git diff`.

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

const REPORT: &str = "云汀市政府工作报告\n（2026年1月20日）\n各位代表：\n二、2026年工作安排\n全市生产总值增长6%左右，“新”建学校12所。\n";

#[test]
fn what_is_typed_gives_what_the_cases_say() {
    trycmd::TestCases::new()
        .case("tests/command_line/*.trycmd")
        .case("tests/command_line/*.toml");
}

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

#[test]
fn a_docx_is_analysed_with_its_automatic_numbers() {
    let parts = [
        (
            "[Content_Types].xml",
            "<Types><Override ContentType='wordprocessingml.document'/></Types>",
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id='r' Type='x/numbering' Target='numbering.xml'/></Relationships>",
        ),
        (
            "word/numbering.xml",
            "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>",
        ),
    ];
    let item = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>";
    let paragraphs: String = REPORT
        .lines()
        .map(|line| match line.strip_prefix("二、") {
            Some(heading) => {
                format!("<w:p>{item}<w:r><w:t>回顾</w:t></w:r></w:p><w:p>{item}<w:r><w:t>{heading}</w:t></w:r></w:p>")
            }
            None => format!("<w:p><w:r><w:t>{line}</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"),
        })
        .collect();
    let document = format!("<w:document xmlns:w='w'><w:body>{paragraphs}</w:body></w:document>");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, xml) in parts
        .into_iter()
        .chain([("word/document.xml", document.as_str())])
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let output = xushi(&["analyze", "--format", "json", "-"], &bytes);
    assert_eq!(output.status.code(), Some(0));
    let analysis: Analysis = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(analysis.documents[0].claims.len(), 2);
    let warned = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(warned.contains("4 处修订删除"), "{warned}");
    let checked = xushi(&["check", "--fail-on", "never", "-"], &bytes);
    assert_eq!(checked.status.code(), Some(0));
    let cut = xushi(&["check", "-"], &bytes[..bytes.len() / 2]);
    assert_eq!(cut.status.code(), Some(2));
}

#[test]
fn findings_come_back_as_comments_in_the_docx() {
    let out = std::env::temp_dir().join(format!("xushi-{}.docx", std::process::id()));
    let name = out.to_string_lossy().into_owned();
    let file = "tests/fixtures/faulty.docx";
    let output = xushi(&["check", "--comments", &name, file], b"");
    assert_eq!(output.status.code(), Some(1));
    let bytes = std::fs::read(&out).unwrap();
    let text = xushi_formats::read(&bytes, &xushi_formats::Limits::default()).unwrap();
    let comments: Vec<&str> = text.set_aside.iter().map(|set| set.text.as_str()).collect();
    assert_eq!(
        comments,
        [
            "矛盾：日历上没有“2月30日”这一天。请核对。",
            "疑误：标点“。。”重复或冲突。请保留一个。\n建议：“。。”改为“。”",
            "矛盾：120亩+30亩 ≠ 160亩（合计应为 150亩）。请核对分项与合计。\n文中所说的合计：“160亩”",
            "矛盾：日历上没有“2026年2月30日”这一天。请核对。",
        ]
    );
    std::fs::remove_file(&out).unwrap();
    for refused in [
        &["tests/fixtures/faulty.pdf"][..],
        &["tests/fixtures/faulty.txt"],
        &[file, file],
    ] {
        let arguments = ["check", "--comments", &name]
            .into_iter()
            .chain(refused.iter().copied());
        let output = xushi(&arguments.collect::<Vec<_>>(), b"");
        assert_eq!(output.status.code(), Some(2), "{refused:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("DOCX"), "{said}");
        assert!(!out.exists());
    }
}
