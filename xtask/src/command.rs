//! Other programs: run, listened to, given up on.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Result;

/// Runs a program to its end, its output on the terminal.
///
/// # Errors
///
/// Where it cannot be started or fails.
pub fn run(command: &mut Command) -> Result {
    let status = command
        .status()
        .map_err(|error| format!("{}: {error}", line(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed ({status})", line(command)).into())
    }
}

/// Runs a program and gives what it wrote to standard output.
///
/// # Errors
///
/// Where it cannot be started or fails; the error has the end of what it complained of.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .map_err(|error| format!("{}: {error}", line(command)))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!("{} failed: {}", line(command), complaint.trim()).into())
}

/// Whether a program ends well within a time; one that does not is ended.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    let started = Instant::now();
    while started.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(_) => break,
        }
    }
    end(&mut child);
    false
}

/// Whether a program ends well; nothing of it is shown.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A program's file, looked up in PATH (with `.exe` and `.cmd` on Windows).
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    env::split_paths(&path)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |end| folder.join(format!("{name}{end}")))
        })
        .find(|file| file.is_file())
}

/// PATH with folders put before it.
pub fn path_after(first: &[&Path]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().map(|folder| folder.to_path_buf());
    Ok(env::join_paths(folders.chain(env::split_paths(&path)))?)
}

/// The cargo that runs this xtask.
pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Node, or advice where it is missing.
///
/// # Errors
///
/// Where there is no Node.
pub fn node() -> Result<Command> {
    let node = find("node").ok_or("Node 20 or newer is needed and `node` is not in PATH")?;
    Ok(Command::new(node))
}

fn end(child: &mut Child) {
    // It may have ended by itself in the meantime, which is as good.
    let _ = child.kill();
    let _ = child.wait();
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or(program.as_os_str())
            .to_string_lossy()
            .into_owned(),
    ];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_an_error_that_names_it() {
        let error = run(&mut Command::new("no-such-program-anywhere"));
        let said = error.map_err(|error| error.to_string());
        assert!(said.is_err_and(|said| said.contains("no-such-program-anywhere")));
        assert!(find("no-such-program-anywhere").is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_hangs_is_given_up_on() {
        let mut sleeper = Command::new("sleep");
        sleeper.arg("60");
        assert!(!succeeds_within(&mut sleeper, Duration::from_millis(100)));
    }
}
