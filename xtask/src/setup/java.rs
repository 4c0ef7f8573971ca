//! Java, for the tests on Spark.

use super::debian;
use crate::Result;
use crate::project::Project;
use crate::steps::step;

/// The Java that is there, or the distribution's.
pub fn java(project: &Project) -> Result {
    if which::which("java").is_ok() {
        return Ok(());
    }
    step("Installing Java", || {
        debian::install(project, "setup.debian-java")
            .map_err(|error| format!("{error} (or leave Spark out: --no-spark)").into())
    })
}
