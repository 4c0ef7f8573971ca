//! A text is analysed.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = xushi_fuzz::core::analyze(bytes);
});
