//! What changes files or is kept in files: `--fix`, baselines; and what is made of the arguments for shells.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::{Folder, xushi};

const TEXT: &str = "会议定于2月30日召开。。\r\n增长8—10%，⽣产总值增长3—5%。\r\n";
const MENDED: &str = "会议定于2月30日召开。\r\n增长8%—10%，⽣产总值增长3%—5%。\r\n";

fn utf_16(text: &str) -> Vec<u8> {
    let marked = format!("\u{feff}{text}");
    marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_file_is_mended_in_its_own_encoding_and_nothing_else_of_it_changes() {
    let folder = Folder::new("mend");
    let gb = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    let files = [
        (
            "utf-8.txt",
            TEXT.as_bytes().to_vec(),
            MENDED.as_bytes().to_vec(),
        ),
        ("marked.txt", marked(TEXT), marked(MENDED)),
        ("utf-16.txt", utf_16(TEXT), utf_16(MENDED)),
        ("gb.txt", gb(TEXT), gb(MENDED)),
    ];
    for (name, before, _) in &files {
        folder.file(name, before);
    }
    let output = xushi(&["check", "--fix"])
        .arg(folder.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("已改正 12 处（4 个文件）"), "{said}");
    // What has no suggestion is still found.
    assert_eq!(output.status.code(), Some(1));
    for (name, _, after) in &files {
        assert!(&fs::read(folder.path(name)).unwrap() == after, "{name}");
    }
    let again = xushi(&["check", "--fix"])
        .arg(folder.path(""))
        .output()
        .unwrap();
    assert!(!String::from_utf8(again.stderr).unwrap().contains("已改正"));
    let chosen = folder.file("chosen.txt", TEXT.as_bytes());
    let mut command = xushi(&["check", "--fix", "--rule", "repeated-mark"]);
    assert_eq!(
        command.arg(&chosen).output().unwrap().status.code(),
        Some(0)
    );
    let text = fs::read_to_string(&chosen).unwrap();
    assert!(text.contains("召开。\r") && text.contains("增长8—10%"));
}

#[test]
fn a_finding_of_many_places_is_mended_at_all_of_them_at_once() {
    let folder = Folder::new("narrow");
    let text = "各单位要抓好落实,压实责任,守住底线:不松劲,不停步。\n".repeat(30);
    let path = folder.file("narrow.txt", text.as_bytes());
    let mut command = xushi(&["check", "--fix", "--rule", "mark-width"]);
    let output = command.arg(&path).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let mended = text.replace(',', "，").replace(':', "：");
    assert_eq!(fs::read_to_string(&path).unwrap(), mended);
}

#[test]
fn what_cannot_be_put_back_is_left_alone() {
    let folder = Folder::new("unmended");
    let mut bytes = "任务完成。。\n".repeat(20).into_bytes();
    bytes.extend(b"\xe4\xbb\n");
    bytes.extend("各项工作顺利。\n".repeat(20).bytes());
    let bad = folder.file("bad.txt", &bytes);
    let office = fs::read("tests/fixtures/faulty.docx").unwrap();
    let docx = folder.file("faulty.docx", &office);
    for (path, before) in [(bad, bytes), (docx, office)] {
        let output = xushi(&["check", "--fix"]).arg(&path).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(fs::read(&path).unwrap() == before);
    }
}

#[test]
fn a_baseline_leaves_out_what_was_there_and_nothing_new() {
    let folder = Folder::new("baseline");
    folder.file("in/old.txt", TEXT.as_bytes());
    folder.file("in/gone.txt", TEXT.as_bytes());
    let check = |arguments: &[&str], within: &str| {
        let mut command = xushi(&["check"]);
        let output = command
            .args(arguments)
            .current_dir(folder.path(within))
            .output()
            .unwrap();
        let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code(), told)
    };
    let (code, told) = check(&["--write-baseline", "known.json", "in"], "");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("8 处已写入基线"), "{told}");
    let (code, told) = check(&["--baseline", "known.json", "in"], "");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("另有 8 处已在基线里"), "{told}");
    // From elsewhere, with other words before and behind, and one finding more.
    let text = format!("各有关单位：\n{TEXT}会议定于4月31日召开，请准时参加。\n");
    folder.file("in/old.txt", text.as_bytes());
    let (code, told) = check(&["--baseline", "../known.json", "."], "in");
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("4月31日") && !told.contains("2月30日"),
        "{told}"
    );
    // The same slips in a new file are new.
    folder.file("in/new.txt", TEXT.as_bytes());
    let (_, told) = check(&["--baseline", "../known.json", "new.txt"], "in");
    assert!(told.contains("2月30日"), "{told}");
    for bytes in ["{}", "[]", r#"{"schema":"xushi-baseline/0","files":{}}"#] {
        folder.file("strange.json", bytes.as_bytes());
        let (code, told) = check(&["--baseline", "strange.json", "in"], "");
        assert_eq!(code, Some(2), "{told}");
        assert!(told.contains("这不是基线文件"), "{told}");
    }
}

#[test]
fn shells_and_the_manual_know_every_command_and_option() {
    let commands = ["analyze", "check", "compare", "ledger", "rules"];
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = xushi(&["completions", shell]).output().unwrap();
        let script = String::from_utf8(output.stdout).unwrap();
        for word in commands
            .into_iter()
            .chain(["stdin-filename", "write-baseline"])
        {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let page = |arguments: &[&str]| {
        let output = xushi(&["man"]).args(arguments).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let whole = page(&[]);
    assert!(
        commands
            .iter()
            .all(|name| whole.contains(&format!("xushi\\-{name}(1)"))),
        "{whole}"
    );
    let check = page(&["check"]);
    assert!(
        check.contains("xushi check") && check.contains(r"\-\-fail\-on"),
        "{check}"
    );
}

#[test]
#[cfg(unix)]
fn the_completions_are_a_script_that_bash_takes() {
    let script = xushi(&["completions", "bash"]).output().unwrap().stdout;
    let folder = Folder::new("completions");
    let path = folder.file("xushi.bash", &script);
    let ask = "source \"$0\"; COMP_WORDS=(xushi check --fo); COMP_CWORD=2; _xushi xushi --fo check; echo \"${COMPREPLY[*]}\"";
    let mut bash = std::process::Command::new("bash");
    let output = bash.args(["-c", ask]).arg(&path).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "--format\n");
}
