//! Files that are broken or hostile: each is refused in words, or read, within five seconds and 300 MB.

// A test that cannot go on has failed.
#![allow(clippy::unwrap_used, clippy::panic)]
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The most memory, in kilobytes, and the longest time.
const MEMORY: usize = 300 << 10;
const TIME: Duration = Duration::from_secs(5);

/// What is expected of a file.
#[derive(Clone, Copy)]
enum Expected {
    /// Refused with a message that has these words.
    Refused(&'static str),
    /// Read, or refused in whatever words.
    Either,
}

use Expected::{Either, Refused};

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../formats/tests/fixtures");
    fs::read(folder.join(format!("provincial-work-report.{name}"))).unwrap()
}

fn packed<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &[u8] =
    b"<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";

fn docx(document: &[u8]) -> Vec<u8> {
    packed([
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", document),
    ])
}

fn document(body: &str) -> Vec<u8> {
    docx(format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>").as_bytes())
}

/// An xlsx of the parts that its cells and its strings are in.
fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: u8, kind: &str, target: &str| {
        format!("<Relationship Id='r{id}' Type='{KIND}/{kind}' Target='{target}'/>")
    };
    let relations = [
        relation(1, "worksheet", "sheet.xml"),
        relation(2, "sharedStrings", "strings.xml"),
    ];
    let relations = format!("<Relationships>{}</Relationships>", relations.concat());
    packed([
        (
            "xl/workbook.xml",
            b"<workbook><sheets><sheet name='a' id='r1'/></sheets></workbook>".as_slice(),
        ),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        (
            "xl/sheet.xml",
            format!("<worksheet><sheetData>{sheet}").as_bytes(),
        ),
        ("xl/strings.xml", format!("<sst>{strings}").as_bytes()),
    ])
}

/// Archives in archives, eight of them in each.
fn nested() -> Vec<u8> {
    let mut bytes = packed([("0.txt", [b'0'; 1 << 20].as_slice())]);
    for _ in 0..6 {
        let names: Vec<String> = (0..8).map(|at| format!("{at}.zip")).collect();
        bytes = packed(names.iter().map(|name| (name.as_str(), bytes.as_slice())));
    }
    bytes
}

/// An OLE file whose chains of sectors, or whose folders, lead back to themselves.
fn ole_loop(of_folders: bool) -> Vec<u8> {
    let mut bytes = fixture("doc");
    let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let size = 1_usize << bytes[0x1E];
    let (table, folder) = (size * (number(0x4C) + 1), size * (number(0x30) + 1));
    if of_folders {
        // The siblings and the child of each entry are entries 0 and 1.
        for entry in 0..4 {
            let links = folder + 128 * entry + 0x44;
            bytes[links..links + 4].copy_from_slice(&1_u32.to_le_bytes());
            bytes[links + 4..links + 8].copy_from_slice(&0_u32.to_le_bytes());
            bytes[links + 8..links + 12].copy_from_slice(&1_u32.to_le_bytes());
        }
    } else {
        for sector in 0..size as u32 / 4 {
            let at = table + 4 * sector as usize;
            bytes[at..at + 4].copy_from_slice(&(sector / 2).to_le_bytes());
        }
    }
    bytes
}

/// A PDF of objects that hold each other.
fn pdf_loop() -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 999999999/Parent 2 0 R>>",
        "<</Type/Page/Parent 2 0 R/Contents[4 0 R 5 0 R 6 0 R]/Resources 7 0 R/MediaBox 6 0 R>>",
        "<</Length 4 0 R>>stream\n/X Do /X Do\nendstream",
        "5 0 R",
        "[6 0 R 6 0 R]",
        "<</XObject<</X 8 0 R>>/Font<</F 9 0 R>>>>",
        "<</Subtype/Form/Resources 7 0 R/Length 11>>stream\n/X Do /X Do\nendstream",
        "<</Type/Font/Subtype/Type0/DescendantFonts[9 0 R]/ToUnicode 9 0 R/Encoding 9 0 R>>",
    ];
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj {object} endobj\n").as_bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).as_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").as_bytes());
    }
    let trailer = format!("trailer<</Size 10/Root 1 0 R/Prev {table}>>\nstartxref\n{table}\n%%EOF");
    bytes.extend(trailer.as_bytes());
    bytes
}

/// A ZIP whose entries say that they want a password.
fn locked(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in 0..bytes.len() - 10 {
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => bytes[at + 6] |= 1,
            b"PK\x01\x02" => bytes[at + 8] |= 1,
            _ => {}
        }
    }
    bytes
}

fn locked_doc() -> Vec<u8> {
    let mut bytes = fixture("doc");
    let head = bytes
        .windows(2)
        .position(|pair| pair == [0xEC, 0xA5])
        .unwrap();
    bytes[head + 0x0B] |= 1;
    bytes
}

fn locked_pdf() -> Vec<u8> {
    let text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)/P -4>>endobj\n";
    let place = |words: &str| format!("{:010} 00000 n \n", text.find(words).unwrap());
    let table = ["1 0 obj", "2 0 obj", "3 0 obj"].map(place).concat();
    format!("{text}xref\n0 4\n0000000000 65535 f \n{table}trailer<</Size 4/Root 1 0 R/Encrypt 3 0 R/ID[(a)(b)]>>\nstartxref\n{}\n%%EOF", text.len()).into_bytes()
}

/// So many bytes that packing makes only some ten times smaller.
fn many(words: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 64);
    let mut seed = 7_u32;
    while text.len() < bytes {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(&words.replace('#', &(seed >> 8).to_string()));
    }
    text
}

fn files() -> Vec<(&'static str, Vec<u8>, Expected)> {
    let damaged = Refused("文件已损坏");
    let too_large = Refused("文件过大");
    let password = Refused("密码");
    let ratio = Refused("异常巨大");
    let zeros = vec![b' '; 60 << 20];
    let entities = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
    let entities = format!(
        "{entities}<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>青山&c;&x;</w:t></w:r></w:p></w:body></w:document>"
    );
    let deep = "<w:sdt><w:sdtContent>".repeat(50_000);
    let page = format!("<html><body>{}青山", "<div>".repeat(100_000));
    let groups = format!("{{\\rtf1 {}", "{".repeat(1_000_000));
    let up = packed([("../../../tmp/xushi-up.txt", "青山县工作要点。".as_bytes())]);
    vec![
        ("bomb.docx", docx(&zeros), ratio),
        ("bomb.zip", packed([("a.txt", zeros.as_slice())]), ratio),
        ("nested.zip", nested(), Either),
        ("entities.docx", docx(entities.as_bytes()), Either),
        ("deep.docx", document(&deep), Refused("嵌套过深")),
        ("deep.html", page.into_bytes(), Refused("嵌套过深")),
        ("deep.rtf", groups.into_bytes(), Either),
        (
            "empty.docx",
            packed([("[Content_Types].xml", TYPES)]),
            damaged,
        ),
        ("chains.doc", ole_loop(false), damaged),
        ("folders.doc", ole_loop(true), Either),
        ("loop.pdf", pdf_loop(), Either),
        ("up.zip", up, Either),
        (
            "locked.zip",
            locked(packed([("a.txt", b"a".as_slice())])),
            password,
        ),
        ("locked.docx", locked(fixture("docx")), password),
        ("locked.doc", locked_doc(), password),
        ("locked.pdf", locked_pdf(), password),
        (
            "elements.docx",
            document(&many("<w:p w:id='#'/>", 40 << 20)),
            too_large,
        ),
        (
            "attributes.docx",
            document(&many("<w:p w:id='#' w:a='#' w:b='#' w:c='#'/>", 60 << 20)),
            Either,
        ),
        (
            "rows.xlsx",
            xlsx(&many("<row><c><v>#</v></c></row>", 60 << 20), ""),
            too_large,
        ),
        (
            "row.xlsx",
            xlsx(
                &format!("<row>{}</row>", many("<c><v>#</v></c>", 60 << 20)),
                "",
            ),
            too_large,
        ),
        (
            "strings.xlsx",
            xlsx("", &many("<si><t>#</t></si>", 60 << 20)),
            too_large,
        ),
        ("open.xlsx", xlsx("<row><c><v>1", "<si><t>"), Either),
        (
            "comment.docx",
            document(&format!("<!--{}-->", many("#", 60 << 20))),
            Either,
        ),
        (
            "tags.html",
            format!("<html>{}", many("<p>#", 30 << 20)).into_bytes(),
            too_large,
        ),
    ]
}

/// Writes the file, has it checked with so much memory, and says what is wrong with that.
fn wrong(folder: &Path, name: &str, expected: Expected) -> Option<String> {
    let begun = Instant::now();
    let output = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "ulimit -v {MEMORY}; exec \"$0\" check --fail-on never \"$1\""
        ))
        .arg(env!("CARGO_BIN_EXE_xushi"))
        .arg(folder.join(name))
        .output()
        .unwrap();
    let took = begun.elapsed();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let code = output.status.code();
    let fits = match expected {
        Refused(words) => code == Some(2) && said.contains(words),
        Either => code == Some(0) || code == Some(2) && said.contains('。'),
    };
    let is_well = fits && took < TIME && !said.contains("panicked");
    let said: String = said.chars().take(300).collect();
    (!is_well).then(|| format!("{name}: {code:?} after {took:?}: {said}"))
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xushi-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn bad_files_are_refused_in_words() {
    let folder = folder("bad");
    let mut all = Vec::new();
    for (name, bytes, expected) in files() {
        fs::write(folder.join(name), bytes).unwrap();
        all.extend(wrong(&folder, name, expected));
        fs::remove_file(folder.join(name)).unwrap();
    }
    assert!(!std::env::temp_dir().join("xushi-up.txt").exists());
    fs::remove_dir_all(&folder).unwrap();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn files_that_are_cut_off_are_refused_or_read() {
    let folder = folder("cut");
    let mut all = Vec::new();
    for ending in ["docx", "doc", "odt", "rtf", "html", "pdf", "ofd"] {
        let bytes = fixture(ending);
        for quarters in [1, 3] {
            let name = format!("{quarters}.{ending}");
            fs::write(folder.join(&name), &bytes[..bytes.len() / 4 * quarters]).unwrap();
            all.extend(wrong(&folder, &name, Either));
        }
    }
    fs::remove_dir_all(&folder).unwrap();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn a_file_of_200_megabytes_is_refused_unread() {
    let folder = folder("large");
    let file = fs::File::create(folder.join("large.pdf")).unwrap();
    file.set_len(200 << 20).unwrap();
    let wrong = wrong(&folder, "large.pdf", Refused("文件过大"));
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(wrong, None);
}
