//! The dictionary as an asset of its own.

use std::fs;
use std::path::Path;

use serde_json::Value;
use xshell::cmd;

use crate::Result;
use crate::project::Project;
use crate::steps::step;

/// Takes the asset from the command line's build, which carries the same, gzip'd; the page is served it unpacked.
pub fn build(project: &Project) -> Result {
    step(
        "Compiling the core for this machine, with the dictionary",
        || {
            let options = ["--quiet", "--message-format", "json"];
            let built = cmd!(project.shell, "cargo build --bin xushi {options...}").read()?;
            let packed = built
                .lines()
                .filter_map(|line| serde_json::from_str::<Value>(line).ok())
                .filter_map(|told| Some(Path::new(told["out_dir"].as_str()?).join("dictionary.gz")))
                .find(|file| file.is_file())
                .ok_or("the build has left no dictionary")?;
            fs::copy(packed, "www/generated/dictionary.gz")?;
            Ok(())
        },
    )
}
