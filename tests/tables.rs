//! What the headers of the tables under `data/` may say, and which values stop the build.

#[path = "../build/tables/column.rs"]
#[allow(dead_code)] // The build writes types with the rest.
mod column;

use column::{Column, is_header};

fn value(header: &str, cell: &str) -> Result<String, String> {
    Column::parse(header)?.value(cell)
}

#[test]
fn a_header_is_told_from_a_row() {
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    assert!(is_header(&cells("word:key\tkind:enum(make,up)")));
    assert!(!is_header(&cells("增长\tup")));
    assert!(!is_header(&cells("word:key\tup")));
}

#[test]
fn values_become_typed_expressions() {
    assert_eq!(
        value("kind:enum(at_least,about)", "at_least").as_deref(),
        Ok("Kind::AtLeast")
    );
    assert_eq!(value("kind:enum?(up)", "").as_deref(), Ok("None"));
    assert_eq!(
        value("roles:set(a,b,c)", "c a").as_deref(),
        Ok("Set::of_bits(5)")
    );
    assert_eq!(value("year:number?", "").as_deref(), Ok("None"));
    assert_eq!(
        value("span:years", "2021-2025").as_deref(),
        Ok("(2021, 2025)")
    );
    assert_eq!(
        value("names:list", "甲、乙").as_deref(),
        Ok("&[\"甲\", \"乙\"]")
    );
    assert_eq!(value("own:flag", "yes").as_deref(), Ok("true"));
}

#[test]
fn what_does_not_fit_is_refused() {
    for (header, cell) in [
        ("kind:enum(up,down)", "upp"),
        ("kind:enum(up,down)", ""),
        ("roles:set(a,b)", "a c"),
        ("year:number", "二"),
        ("span:years", "2025-2021"),
        ("word:key", " 增长"),
        ("own:flag", "no"),
    ] {
        assert!(value(header, cell).is_err(), "{header} {cell:?}");
    }
    for header in ["word:kye", "kind:enum(a,a)", "kind:enum()"] {
        assert!(Column::parse(header).is_err(), "{header}");
    }
}
