//! The tables of the browser: its `TextDecoder`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn encoding(this: &TextDecoder) -> String;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

/// The standard's name for an encoding that goes by a label.
pub(super) fn name_of(label: &str) -> Option<String> {
    let decoder = TextDecoder::new(label, &JsValue::UNDEFINED).ok()?;
    Some(decoder.encoding())
}

/// The characters of bytes in the encoding of a name; none of them where `is_strict` and one cannot be decoded.
pub(super) fn decode(name: &str, bytes: &[u8], is_strict: bool) -> Option<String> {
    let options = js_sys::Object::new();
    for (key, value) in [("fatal", is_strict), ("ignoreBOM", true)] {
        js_sys::Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    let decoder = TextDecoder::new(name, &options).ok()?;
    decoder.decode(bytes).ok()
}
