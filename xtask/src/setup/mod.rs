//! Installs what is missing on a fresh machine; what is there is not touched.

mod browser;
mod debian;
mod npm;
mod system_target;
mod target;
mod tools;

pub use browser::{browser, fonts};
pub use npm::parts as npm_parts;
pub use target::WasmToolchain;

use std::path::PathBuf;

use crate::Result;
use crate::project::Project;

/// What the build needs.
pub struct BuildTools {
    /// The compiler with the wasm32 target.
    pub toolchain: WasmToolchain,
    /// wasm-pack's file.
    pub wasm_pack: PathBuf,
    /// The folder of wasm-bindgen, where wasm-pack looks for it.
    pub wasm_bindgen: PathBuf,
}

/// Everything that the build needs.
///
/// # Errors
///
/// Where something can be neither found nor installed; the error says what to install by hand.
pub fn for_build(project: &Project) -> Result<BuildTools> {
    let toolchain = target::ready(project)?;
    let (wasm_pack, wasm_bindgen) = tools::ready(project)?;
    npm::parts(project)?;
    Ok(BuildTools {
        toolchain,
        wasm_pack,
        wasm_bindgen,
    })
}

/// Everything that any verb needs.
///
/// # Errors
///
/// As [`for_build`].
pub fn everything(project: &Project) -> Result {
    for_build(project)?;
    browser(project)?;
    fonts(project)
}
