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

/// Real files, changed at some places: no panic. `XUSHI_CHANGES` is how often each is changed.
#[test]
fn changed_files_beside_the_repository_end() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/files");
    let Ok(folder) = std::fs::read_dir(folder) else {
        return;
    };
    let times = std::env::var("XUSHI_CHANGES").ok();
    let times: u64 = times.and_then(|times| times.parse().ok()).unwrap_or(2);
    for entry in folder {
        let path = entry.unwrap().path();
        let whole = std::fs::read(&path).unwrap();
        let mut seed = 1_u64;
        let mut draw = |below: usize| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        for _ in 0..times {
            let mut bytes = whole.clone();
            for _ in 0..20 {
                let at = draw(bytes.len());
                bytes[at] = draw(256) as u8;
            }
            for file in read_files("x", &bytes, &Limits::default()) {
                if let Content::Office(text) = file.content {
                    made::check(&text);
                }
            }
        }
    }
}
