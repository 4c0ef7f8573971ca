//! Real files beside the repository, where there are any: each reads, and its spans are of its text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use std::path::Path;

use xushi_formats::{Content, Limits, read_files};

#[test]
fn files_beside_the_repository_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/files");
    let Ok(folder) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in folder {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        for file in read_files(&name, &bytes, &Limits::default()) {
            match file.content {
                Content::Office(text) => {
                    made::check(&text);
                    assert!(!text.text.trim().is_empty(), "{name}");
                }
                Content::Plain(_) => assert!(name.ends_with(".txt"), "{name}"),
                other => panic!("{name}: {other:?}"),
            }
        }
    }
}
