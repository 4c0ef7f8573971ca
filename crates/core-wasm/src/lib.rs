//! The core as the page's worker calls it. What JavaScript calls stands in `src/wasm.rs` of the core; a crate of its own
//! lets the linker leave out what nothing calls: a library for other crates keeps half a megabyte of it.

extern crate xushi as _;
