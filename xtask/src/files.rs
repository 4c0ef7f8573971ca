//! Files: listed, written, and compared by the time they were written at.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::Result;

/// The files of a folder and of those in it whose names have an ending, sorted; a folder that is not there
/// has none.
pub fn files(folder: impl AsRef<Path>, ending: &str) -> Vec<PathBuf> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(|entry| Some(entry.ok()?.into_path()))
        .filter(|path| path.is_file() && name(path).ends_with(ending))
        .collect()
}

/// The name of a file in its folder.
pub fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Writes a file and the folders above it.
pub fn write(file: impl AsRef<Path>, content: impl AsRef<[u8]>) -> Result {
    let file = file.as_ref();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// Whether a file was written after all `inputs`, files and folders divided by spaces. A folder changes
/// when a file is put in or taken out.
pub fn is_current(output: impl AsRef<Path>, inputs: &str) -> bool {
    let newest = inputs
        .split_whitespace()
        .flat_map(WalkDir::new)
        .filter_map(|entry| entry.ok()?.metadata().ok()?.modified().ok())
        .max();
    let written = fs::metadata(output).and_then(|output| output.modified());
    written.is_ok_and(|written| newest.is_some_and(|newest| newest <= written))
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn what_was_written_last_is_current_until_an_input_changes() -> Result {
        let folder = std::env::temp_dir().join(format!("xushi-files-{}", std::process::id()));
        let (input, output) = (folder.join("in/one"), folder.join("out"));
        let inputs = folder.join("in").display().to_string();
        write(&input, "1")?;
        write(&output, "2")?;
        assert!(is_current(&output, &inputs));
        assert!(!is_current(folder.join("none"), &inputs));
        let later = SystemTime::now() + Duration::from_secs(5);
        File::create(&input)?.set_modified(later)?;
        assert!(!is_current(&output, &inputs));
        Ok(fs::remove_dir_all(&folder)?)
    }
}
