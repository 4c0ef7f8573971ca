//! An ofd whose page is drawn.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xushi_fuzz::read_packed;

fuzz_target!(|bytes: &[u8]| {
    read_packed(&[
        (
            "OFD.xml",
            b"<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>",
        ),
        (
            "D/Document.xml",
            b"<Document><Pages><Page ID='1' BaseLoc='P.xml'/></Pages></Document>",
        ),
        ("D/P.xml", bytes),
    ]);
});
