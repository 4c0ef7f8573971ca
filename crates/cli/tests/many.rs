//! Many files: folders, patterns, several at a time, runs that are taken up again, and what is wrong with one of them.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use common::{Folder, xushi};
use parquet::file::reader::SerializedFileReader;

/// A folder with texts of several kinds, some of which cannot be read.
fn mixed(name: &str) -> Folder {
    let folder = Folder::new(name);
    let fixtures = fs::read_dir("tests/fixtures").unwrap();
    for fixture in fixtures {
        let fixture = fixture.unwrap();
        if fixture.path().is_dir() {
            continue;
        }
        let bytes = fs::read(fixture.path()).unwrap();
        for part in ["a", "b/c"] {
            folder.file(Path::new("in").join(part).join(fixture.file_name()), &bytes);
        }
    }
    folder.file("in/b/broken.docx", b"PK\x03\x04 no more");
    folder.file("in/.hidden/x.txt", "隐藏。".as_bytes());
    folder.file("in/b/~$open.docx", b"lock");
    folder
}

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = xushi(arguments);
    command.current_dir(folder.path("")).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn however_many_files_are_read_at_a_time_the_output_is_the_same() {
    let folder = mixed("jobs");
    for arguments in [
        &["check", "in"][..],
        &["check", "--format", "json", "in"],
        &["check", "--format", "jsonl", "in"],
        &["check", "--format", "sarif", "in", "in/a/note.txt"],
        &["check", "--format", "github", "in"],
        &["analyze", "in"],
        &["analyze", "--format", "csv", "no-such", "in"],
        &["analyze", "--format", "jsonl", "in"],
        &["ledger", "in"],
    ] {
        let alone = run(&folder, &[arguments, &["--jobs", "1"]].concat());
        assert!(!alone.stdout.is_empty() && said(&alone).contains("in/b/broken.docx"));
        for jobs in ["2", "5"] {
            let several = run(&folder, &[arguments, &["--jobs", jobs]].concat());
            assert_eq!(printed(&several), printed(&alone), "{arguments:?}");
            assert_eq!(said(&several), said(&alone), "{arguments:?}");
            assert_eq!(several.status, alone.status, "{arguments:?}");
        }
    }
}

/// The cells of a column of a Parquet file, as words.
fn column(path: &Path, name: &str) -> Vec<String> {
    let file = fs::File::open(path).unwrap();
    let rows = SerializedFileReader::new(file).unwrap().into_iter();
    let cells = rows.map(|row| {
        let row = row.unwrap();
        let mut cells = row.get_column_iter();
        let (_, cell) = cells.find(|(known, _)| *known == name).unwrap();
        cell.to_string().trim_matches('"').to_owned()
    });
    cells.collect()
}

#[test]
fn tables_are_parquet_with_a_row_for_what_could_not_be_read() {
    let folder = mixed("tables");
    let words = ["analyze", "--format", "parquet", "in", "no-such"];
    let all = run(
        &folder,
        &[&words[..], &["-o", "out/", "--jobs", "2"]].concat(),
    );
    assert_eq!(all.status.code(), Some(1), "{}", said(&all));
    let names = xushi_tables::Table::ALL.map(|table| table.name().to_owned() + ".parquet");
    let mut written = folder.names_in("out");
    written.sort_by_key(|name| names.iter().position(|known| known == name));
    assert_eq!(written, names);
    let of = |table: &str, name: &str| column(&folder.path(format!("out/{table}.parquet")), name);
    let (sources, errors) = (of("documents", "source"), of("documents", "error_en"));
    let errors: Vec<_> = sources.iter().zip(errors).collect();
    let error = |file: &str| {
        let error = errors.iter().find(|(source, _)| *source == file).unwrap();
        error.1.clone()
    };
    assert_eq!(error("no-such"), "There is no such file or folder.");
    assert!(said(&all).contains("in/b/broken.docx") && error("in/b/broken.docx") != "null");
    assert_eq!(error("in/a/note.txt"), "null");
    let lines = run(&folder, &["analyze", "--format", "csv", "in"]);
    assert_eq!(
        of("claims", "text").len(),
        printed(&lines).lines().count() - 1
    );

    let words = [&words[..], &["--table", "tasks", "-o", "tasks.parquet"]].concat();
    assert_eq!(run(&folder, &words).status.code(), Some(1));
    let tasks = folder.path("tasks.parquet");
    assert_eq!(
        fs::read(&tasks).unwrap(),
        fs::read(folder.path("out/tasks.parquet")).unwrap()
    );
}

#[test]
fn tables_go_nowhere_but_into_whole_files() {
    let folder = three();
    let refused = |words: &[&str], why: &str| {
        let words = [&["analyze", "--lang", "en"], words, &["a.txt"]].concat();
        let output = run(&folder, &words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(said(&output).contains(why), "{}", said(&output));
    };
    refused(&["--format", "parquet"], "give -o a folder");
    refused(
        &["--format", "parquet", "-o", "one.parquet"],
        "give -o a folder",
    );
    refused(
        &["--format", "parquet", "-o", "out/", "--resume"],
        "leave --resume out",
    );
    refused(
        &["--format", "csv", "--table", "claims"],
        "for --format parquet only",
    );
    let one = ["--format", "parquet", "--table", "claims", "-o"];
    refused(
        &[&one[..], &["a.txt"]].concat(),
        "is to be read and to be written",
    );
    refused(
        &[&one[..], &["no/a.parquet"]].concat(),
        "no/a.parquet was not written",
    );
    assert_eq!(folder.names(), ["a.txt", "b", "picture.bin"]);
    #[cfg(target_os = "linux")]
    refused(
        &[&one[..], &["/dev/full"]].concat(),
        "/dev/full was not written: The disk is full.",
    );
}

/// The files that were analysed, in their order.
fn files(output: &Output) -> Vec<String> {
    let lines = printed(output);
    let name = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["file"].as_str().unwrap().to_owned()
    };
    lines.lines().map(name).collect()
}

fn three() -> Folder {
    let folder = Folder::new("three");
    for name in ["b/二.txt", "b/一.md", "a.txt", "picture.bin"] {
        folder.file(name, "全市生产总值增长6%左右。\n".as_bytes());
    }
    folder
}

#[test]
fn folders_are_walked_by_name_and_patterns_are_spread() {
    let folder = three();
    let lines = |what: &[&str]| {
        let output = run(&folder, &[&["analyze", "--format", "jsonl"], what].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        files(&output)
    };
    assert_eq!(lines(&["."]), ["./a.txt", "./b/一.md", "./b/二.txt"]);
    assert_eq!(lines(&["b", "a.txt"]), ["b/一.md", "b/二.txt", "a.txt"]);
    assert_eq!(lines(&["**/*.txt"]), ["a.txt", "b/二.txt"]);
    assert_eq!(lines(&["b/?.md", "pict*"]), ["b/一.md", "picture.bin"]);
    let none = run(&folder, &["check", "*.docx", "a.txt"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(said(&none).contains("*.docx: 没有相符的文件"));
    assert!(printed(&none).contains("1 个文件"));
}

#[test]
#[cfg(unix)]
fn links_that_lead_back_are_told_and_not_followed() {
    let folder = three();
    std::os::unix::fs::symlink("..", folder.path("b/up")).unwrap();
    std::os::unix::fs::symlink("self", folder.path("b/self")).unwrap();
    let output = run(&folder, &["analyze", "--format", "jsonl", "."]);
    assert_eq!(files(&output), ["./a.txt", "./b/一.md", "./b/二.txt"]);
    assert!(
        said(&output).contains("./b/up: 链接指回上层文件夹"),
        "{}",
        said(&output)
    );
    assert!(
        said(&output).contains("./b/self: 链接绕成一圈"),
        "{}",
        said(&output)
    );
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_read_is_told_and_the_rest_go_on() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = three();
    folder.file("c/inside.txt", b"");
    let closed = folder.path("c");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    // To the administrator all folders are open.
    let is_open = fs::read_dir(&closed).is_ok();
    let output = run(&folder, &["check", "--fail-on", "never", "."]);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
    if !is_open {
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("./c: 没有权限"), "{}", said(&output));
    }
    assert!(printed(&output).contains(if is_open {
        "4 个文件"
    } else {
        "3 个文件"
    }));
}

#[test]
fn a_run_that_was_killed_is_taken_up_again() {
    let folder = mixed("killed");
    for arguments in [
        &["analyze", "--format", "jsonl", "in"][..],
        &["check", "--format", "jsonl", "in"],
    ] {
        let whole = run(&folder, arguments);
        let lines: Vec<&[u8]> = whole
            .stdout
            .split_inclusive(|&byte| byte == b'\n')
            .collect();
        for (kept, torn) in [(0, 0), (0, 20), (7, 0), (7, 20), (lines.len(), 0)] {
            let mut left = lines[..kept].concat();
            if kept < lines.len() {
                left.extend(&lines[kept][..torn]);
            }
            folder.file("out.jsonl", &left);
            let again = [arguments, &["-o", "out.jsonl", "--resume"]].concat();
            let again = run(&folder, &again);
            assert_eq!(again.status, whole.status, "{arguments:?} {kept} {torn}");
            let result = fs::read(folder.path("out.jsonl")).unwrap();
            assert!(result == whole.stdout, "{arguments:?} {kept} {torn}");
        }
    }
}

#[test]
fn a_program_that_is_ended_leaves_what_can_be_gone_on_with() {
    let folder = mixed("ended");
    let arguments = [
        "analyze",
        "--format",
        "jsonl",
        "in",
        "-o",
        "out.jsonl",
        "--resume",
    ];
    let whole = run(&folder, &arguments[..4]);
    let mut command = xushi(&arguments);
    command.current_dir(folder.path("")).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let length = || fs::metadata(folder.path("out.jsonl")).map_or(0, |data| data.len());
    while length() == 0 && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let _ = child.kill();
    child.wait().unwrap();
    run(&folder, &arguments);
    assert!(fs::read(folder.path("out.jsonl")).unwrap() == whole.stdout);
}

#[test]
fn what_another_wrote_is_not_touched() {
    let folder = three();
    for (bytes, why) in [
        (&b"{\"my\": \"notes\"}\n"[..], "第 1 行不是"),
        (
            b"{\"file\":\"a.txt\",\"schema\":\"xushi/1\"}\n",
            "“xushi/1”",
        ),
        (
            b"{\"file\":\"a.txt\",\"schema\":\"xushi-check/1\"}\n",
            "“xushi-check/1”",
        ),
        (b"\xff\xfe\n\n", "第 1 行不是"),
    ] {
        folder.file("out.jsonl", bytes);
        let arguments = [
            "analyze",
            "--format",
            "jsonl",
            ".",
            "-o",
            "out.jsonl",
            "--resume",
        ];
        let output = run(&folder, &arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(why), "{}", said(&output));
        assert_eq!(fs::read(folder.path("out.jsonl")).unwrap(), bytes);
    }
    let output = run(
        &folder,
        &["analyze", "--format", "csv", ".", "-o", "x.csv", "--resume"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--format jsonl"));
    assert!(!folder.path("x.csv").exists());
}

#[test]
fn a_folder_takes_a_file_for_each_and_keeps_those_it_has() {
    let folder = three();
    let arguments = ["analyze", "--format", "json", ".", "-o", "out/"];
    let all = ["out/a.txt.json", "out/b/一.md.json", "out/b/二.txt.json"];
    assert_eq!(run(&folder, &arguments).status.code(), Some(0));
    let written: Vec<Vec<u8>> = all
        .map(|name| fs::read(folder.path(name)).unwrap())
        .to_vec();
    fs::write(folder.path(all[0]), "mine").unwrap();
    fs::remove_file(folder.path(all[1])).unwrap();
    run(&folder, &[&arguments[..], &["--resume"]].concat());
    assert_eq!(fs::read(folder.path(all[0])).unwrap(), b"mine");
    assert_eq!(fs::read(folder.path(all[1])).unwrap(), written[1]);
    run(&folder, &arguments);
    assert_eq!(fs::read(folder.path(all[0])).unwrap(), written[0]);
    let refused = run(&folder, &["check", ".", "-o", "out/"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn what_is_written_is_not_read() {
    let folder = three();
    let before = fs::read(folder.path("a.txt")).unwrap();
    let output = run(&folder, &["analyze", "b", "b/../a.txt", "-o", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("既要读又要写"), "{}", said(&output));
    assert_eq!(fs::read(folder.path("a.txt")).unwrap(), before);
    for _ in 0..2 {
        let output = run(&folder, &["check", ".", "-o", "findings.txt"]);
        assert_eq!(output.status.code(), Some(0));
        let written = fs::read_to_string(folder.path("findings.txt")).unwrap();
        assert_eq!(written, "没有发现问题（3 个文件）。\n");
    }
}

/// How far a run has come stands on a terminal, and nowhere else. `script` gives the program one.
#[test]
#[cfg(target_os = "linux")]
fn how_far_a_run_has_come_is_shown_on_a_terminal() {
    let folder = three();
    let quiet = run(&folder, &["check", "."]);
    assert_eq!(said(&quiet), "");
    let typed = format!("{} check . > findings", env!("CARGO_BIN_EXE_xushi"));
    let mut script = std::process::Command::new("script");
    script
        .args(["-qec", &typed, "/dev/null"])
        .current_dir(folder.path(""));
    // Where there is no `script`, there is no terminal to look at.
    if let Ok(output) = script.stdin(Stdio::null()).output() {
        let shown = printed(&output);
        assert!(shown.starts_with("\r\x1b[K1/3 ./a.txt"), "{shown:?}");
        assert!(shown.ends_with("\r\x1b[K"), "{shown:?}");
        let written = fs::read_to_string(folder.path("findings")).unwrap();
        assert_eq!(written, "没有发现问题（3 个文件）。\n");
    }
}
