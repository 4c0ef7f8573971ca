//! Files: listed, written, and compared by the time they were written at.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::Result;
use crate::project::Project;

/// The files of a folder and the folders in it, sorted; a file gives itself, nothing gives none.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if path.exists() {
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                files.push(entry.into_path());
            }
        }
    }
    Ok(files)
}

/// The sample documents, sorted by name.
pub fn seeds(project: &Project) -> Result<Vec<PathBuf>> {
    let mut files = files_under(&project.path("seeds"))?;
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    if files.is_empty() {
        return Err("there is no sample under seeds/".into());
    }
    Ok(files)
}

/// Writes a file and the folders above it.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> Result {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content).map_err(|error| format!("{}: {error}", file.display()).into())
}

/// Whether `output` was written after all `inputs`, files and folders of the project divided by spaces. A
/// folder changes when a file is put in or taken out.
pub fn is_current(project: &Project, output: &Path, inputs: &str) -> bool {
    let newest = inputs
        .split_whitespace()
        .flat_map(|input| WalkDir::new(project.path(input)))
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
        let project = Project::open()?;
        let inputs = "target/xtask/test-files/in";
        let folder = project.path("target/xtask/test-files");
        let (input, output) = (folder.join("in/one"), folder.join("out"));
        write(&input, "1")?;
        write(&output, "2")?;
        assert!(is_current(&project, &output, inputs));
        assert!(!is_current(&project, &folder.join("none"), inputs));
        let later = SystemTime::now() + Duration::from_secs(5);
        File::create(&input)?.set_modified(later)?;
        assert!(!is_current(&project, &output, inputs));
        Ok(fs::remove_dir_all(&folder)?)
    }
}
