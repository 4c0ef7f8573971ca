//! Where output cannot go where it should, and what must not come out: full disks, closed pipes, names and texts that
//! would steer a terminal.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]
#![cfg(unix)]

mod common;

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use common::{Folder, xushi};

const FAULTY: &str = "tests/fixtures/faulty.txt";
const PLAN: &str = "tests/fixtures/plan.txt";

/// A way to print something of each command and form.
const PRINTING: [&[&str]; 14] = [
    &["analyze", PLAN],
    &["analyze", "--format", "csv", PLAN],
    &["analyze", "--format", "json", PLAN],
    &["analyze", "--format", "jsonl", PLAN],
    &["analyze", "--explain", PLAN],
    &["check", FAULTY],
    &["check", "--format", "json", FAULTY],
    &["check", "--format", "jsonl", FAULTY],
    &["check", "--format", "sarif", FAULTY],
    &["check", "--format", "github", FAULTY],
    &["ledger", PLAN],
    &["compare", PLAN, FAULTY],
    &["rules"],
    &["--help"],
];

#[test]
fn a_closed_pipe_ends_the_program_without_a_word() {
    for arguments in PRINTING {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let output = xushi(arguments).stdout(writer).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(141), "{arguments:?}: {said}");
        let complains = ["没有写", "pipe", "error"]
            .iter()
            .any(|word| said.contains(word));
        assert!(!complains, "{arguments:?}: {said}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_standard_output_is_told() {
    for arguments in PRINTING {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = xushi(arguments).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(
            said.contains("磁盘已满") || said.contains("disk is full"),
            "{said}"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_standard_error_changes_nothing_else() {
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let cases: [(&[&str], i32); 4] = [
        (&["analyze", "no-such.txt", PLAN], 1),
        (&["check", "no-such.txt", FAULTY], 2),
        (&["compare", "no-such.txt", FAULTY], 1),
        (&["ledger", "-o", "no-such/a.xlsx", PLAN], 2),
    ];
    for (arguments, code) in cases {
        let heard = xushi(arguments).stderr(Stdio::null()).output().unwrap();
        let output = xushi(arguments).stderr(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert_eq!(output.stdout, heard.stdout, "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_cannot_be_written_is_told_and_the_old_one_stays() {
    let folder = Folder::new("unwritten");
    for (arguments, name) in [
        (&["analyze", "--format", "csv", PLAN, "-o"][..], "/dev/full"),
        (&["check", "--format", "jsonl", FAULTY, "-o"], "/dev/full"),
        (
            &["compare", PLAN, FAULTY, "--format", "xlsx", "-o"],
            "/dev/full",
        ),
        (&["ledger", PLAN, "-o"], "no-such/ledger.xlsx"),
    ] {
        let output = xushi(arguments).arg(name).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("没有写成"), "{said}");
    }
    let old = folder.file("old.md", "旧台账".as_bytes());
    fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path("link.md");
    std::os::unix::fs::symlink(&old, &link).unwrap();
    let output = xushi(&["ledger", PLAN, "-o"]).arg(&link).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(fs::read_to_string(&old).unwrap().contains("任务分解表"));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let kept = fs::metadata(&old).unwrap().permissions();
    assert_eq!(kept.mode() & 0o777, 0o640);
    assert_eq!(folder.names(), ["link.md", "old.md"]);
}

#[test]
fn a_name_that_is_no_text_is_a_name_like_any_other() {
    let folder = Folder::new("odd-names");
    let text = fs::read(FAULTY).unwrap();
    let odd = folder.file(OsStr::from_bytes(b"\xb8\xe5\xbc\xfe.txt"), &text);
    let missing = folder.path(OsStr::from_bytes(b"\xff.txt"));
    let files = [odd.as_os_str(), missing.as_os_str(), OsStr::new(FAULTY)];
    let output = xushi(&["check", "--format", "json"])
        .args(files)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 8);
    let name = found[0]["file"].as_str().unwrap();
    assert!(name.ends_with(r"\xB8\xE5\xBC\xFE.txt"), "{name}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(r"\xFF.txt: 找不到"), "{said}");
    let sarif = xushi(&["check", "--format", "sarif"])
        .arg(&odd)
        .output()
        .unwrap();
    let sarif = String::from_utf8(sarif.stdout).unwrap();
    assert!(sarif.contains("%B8%E5%BC%FE.txt"));
}

/// Whether a terminal would obey something of what was printed, instead of showing it.
fn steers(printed: &[u8]) -> bool {
    let printed = String::from_utf8(printed.to_vec()).unwrap();
    let lines = printed.chars().filter(|&sign| sign != '\n');
    let marks = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
    lines
        .into_iter()
        .any(|sign| sign != '\t' && sign.is_control() || marks.contains(sign))
}

#[test]
fn nothing_of_a_text_or_a_name_steers_the_terminal() {
    let folder = Folder::new("steering");
    let text = "云汀\u{1b}]0;x\u{7}市政府\u{202e}工作报告\n全市生产总值\u{2067}增长6%左右，\u{9b}2J新建学校12所。\n会议\u{200f}定于2月30日召开。。\u{1b}[31m“新”\n县教育局负责，6月底前新建学校\u{202e}12所。\n";
    let name = OsString::from("稿\u{1b}[2J\u{202e}\n件.txt");
    let file = folder.file(&name, text.as_bytes());
    let missing = folder.path("无\u{1b}[2J\u{202e}\n此.txt");
    for arguments in [
        &["analyze"][..],
        &["analyze", "--explain"],
        &["check"],
        &["check", "--format", "github"],
        &["compare", PLAN],
    ] {
        let output = xushi(arguments).arg(&file).output().unwrap();
        assert!(!output.stdout.is_empty(), "{arguments:?}");
        assert!(!steers(&output.stderr), "{arguments:?}");
        let is_for_people = !arguments.contains(&"github");
        assert!(!is_for_people || !steers(&output.stdout), "{arguments:?}");
        let lines = output.stdout.split(|&byte| byte == b'\n');
        assert!(
            lines
                .into_iter()
                .all(|line| !line.starts_with("件.txt".as_bytes()))
        );
        let refused = xushi(arguments).arg(&missing).output().unwrap();
        assert!(!steers(&refused.stderr), "{arguments:?}");
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains(r"无\u{1b}[2J\u{202e}\n此.txt"), "{said}");
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let folder = Folder::new("formulas");
    let text = "=HYPERLINK(\"x\")\n\n全市生产总值增长6%左右，新建学校12所。\n";
    folder.file("+cmd.txt", text.as_bytes());
    let mut command = xushi(&["analyze", "--format", "csv", "+cmd.txt"]);
    let output = command.current_dir(folder.path("")).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.contains(",'+cmd.txt\n"), "{printed}");
    assert!(
        !printed.contains(",=") && !printed.contains(",\"="),
        "{printed}"
    );
}
