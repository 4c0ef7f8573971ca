//! placeholder
use crate::Result;
use crate::project::Project;
pub fn run(_: &Project, _: &[String], _: bool) -> Result {
    Ok(())
}
