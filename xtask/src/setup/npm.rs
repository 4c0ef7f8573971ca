//! The parts from npm, at the versions of package-lock.json.

use std::process::Command;

use crate::Result;
use crate::command::{find, run};
use crate::project::Project;
use crate::stamp::{Inputs, unless_done};
use crate::steps::{ready as say_ready, step};

/// Installs the npm parts unless they are those of the lock file.
pub fn parts(project: &Project) -> Result {
    let inputs = Inputs::new()
        .path(&project.path("package.json"))?
        .path(&project.path("package-lock.json"))?;
    let marker = project.path("node_modules/.package-lock.json");
    let installed = unless_done(project, "npm", &inputs, &[marker], || {
        step("Installing the npm parts", || {
            let npm = find("npm").ok_or("Node 20 or newer with npm is needed; install it first")?;
            run(Command::new(npm)
                .args(["ci", "--loglevel=error"])
                .current_dir(&project.root))
        })
    })?;
    if !installed {
        say_ready("npm parts");
    }
    Ok(())
}
