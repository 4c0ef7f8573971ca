//! Pages in columns are read in the order that people read them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use made::pages::ofd;
use made::{check, lines, text_of};
use xushi_formats::HintKind;

type Written<'a> = (f32, f32, f32, &'a str);

/// Lines of a column from a place on, so far apart.
fn column<'a>(x: f32, y: f32, pitch: f32, lines: &[&'a str]) -> Vec<Written<'a>> {
    let rows = (0..).zip(lines);
    rows.map(|(row, line)| (x, y + pitch * row as f32, 5.0, *line))
        .collect()
}

const LEFT: [&str; 6] = [
    "今年全县修路三十公里",
    "架桥两座并建渡口一处",
    "群众出行难的问题有了",
    "解决的办法各乡镇要把",
    "养护的责任落实到村里",
    "每季度检查一次并且把",
];
const RIGHT: [&str; 6] = [
    "结果公布在村务栏里由",
    "群众评议县里的交通局",
    "要会同财政局安排资金",
    "不得挪用也不得拖欠到",
    "年底还要组织一次验收",
    "满意度低的要限期返工",
];

/// A page of a newspaper that does not exist: a title narrower than the middle of three columns, a gutter narrower than
/// three characters, marks that hang into it, a box of small print at the top of the last column.
#[test]
fn a_newspaper_is_read_column_by_column_and_its_box_behind_them() {
    let text = text_of(include_bytes!("fixtures/three-columns.pdf"));
    check(&text);
    let read = lines(&text);
    let at = |words: &str| read.iter().position(|line| line.contains(words)).unwrap();
    let order = [
        "青川河又见白鹭飞",
        "——云岭县群众护河的故事",
        "本报记者",
        "青川河发源于",
        "试点表明，只要发动群众",
        "县审计局",
        "链接：什么是护河队",
        "护河队是沿河群众",
        "次数发放补贴，每次三十元。",
    ];
    let places = order.map(at);
    assert!(places.is_sorted(), "{places:?} {read:#?}");
    // Sentences go on over columns, and over the box.
    assert!(read[at("县审计局")].ends_with(
        "三个环节。审计中发现的问题，责任单位须在三十日内整改完毕，并将结果报县人民政府备案。"
    ));
    assert!(
        !text
            .hints
            .iter()
            .any(|hint| matches!(hint.kind, HintKind::Row { .. }))
    );
}

/// Beside running text stands a column of the same width whose items are short: few of its lines reach its edge.
#[test]
fn a_column_of_short_items_is_read_behind_the_text_beside_it() {
    let items = [
        "一、河道里不得倒垃圾",
        "二、桥下不摆摊设点",
        "三、水闸由专人看管",
        "四、夜里有人巡查",
        "五、来访者先登记",
        "六、汛期日日报水位",
    ];
    let others = [
        "七、排污口逐个编号",
        "八、取水要有许可证",
        "九、鱼苗按时投放",
        "十、堤上不准种菜",
        "外来船只要报备",
        "举报的人有奖励",
    ];
    let page = [
        column(30.0, 40.0, 8.0, &LEFT),
        column(30.0, 88.0, 8.0, &RIGHT),
        column(100.0, 41.5, 8.0, &items),
        column(100.0, 89.5, 8.0, &others),
    ]
    .concat();
    let text = text_of(&ofd(&[page]));
    let read = lines(&text).join("\n");
    let at = |words: &str| read.find(words).unwrap_or(usize::MAX);
    let order = [
        "今年全县修路",
        "每季度检查一次",
        "河道里不得",
        "汛期日日",
        "举报的人",
    ];
    let places = order.map(at);
    assert!(places.is_sorted() && places[4] < usize::MAX, "{read}");
}

/// Heads above columns of their own stay with them.
#[test]
fn heads_above_four_columns_are_no_line() {
    let heads = ["修路架桥", "建设水厂", "整治河道", "新建学校"];
    let page: Vec<Written> = (heads.iter().zip(0..))
        .flat_map(|(head, at)| {
            let x = 20.0 + 62.0 * at as f32;
            [column(x, 30.0, 8.0, &[head]), column(x, 40.0, 8.0, &LEFT)].concat()
        })
        .collect();
    let text = text_of(&ofd(&[page]));
    let read = lines(&text).join("\n");
    assert!(!read.contains("修路架桥\t建设水厂"), "{read}");
}

/// Cells of a table are read row by row, however long those of one column are.
#[test]
fn a_table_with_a_column_of_text_is_read_row_by_row() {
    let owners = [
        "县交通局、县财政局、各乡镇",
        "县交通局",
        "县水务局、各乡镇人民政府",
        "县督查室、县审计局",
        "各乡镇人民政府",
        "县审计局牵头办理",
    ];
    let page = [
        column(30.0, 40.0, 8.0, &LEFT),
        column(100.0, 40.0, 8.0, &owners),
    ]
    .concat();
    let text = text_of(&ofd(&[page]));
    let read = lines(&text).join("\n");
    assert!(
        read.contains("今年全县修路三十公里\t县交通局、县财政局"),
        "{read}"
    );
}

/// Paragraphs that a wider gap divides are two, though the first ends in no mark.
#[test]
fn a_gap_of_half_a_line_more_divides_paragraphs() {
    let page = [
        column(30.0, 40.0, 8.0, &LEFT),
        column(30.0, 40.0 + 8.0 * 5.0 + 11.5, 8.0, &RIGHT),
    ]
    .concat();
    let text = text_of(&ofd(&[page]));
    let read = lines(&text);
    assert!(
        read.iter().any(|line| line.starts_with("结果公布在")),
        "{read:#?}"
    );
}

/// Who sent a paper in and when stands in small print at the foot of the first column, and bears no mark.
#[test]
fn small_print_at_the_foot_of_a_column_is_read_behind_the_text() {
    let small = |y: f32, words: &'static str| (30.0, y, 3.5, words);
    let page = [
        column(30.0, 40.0, 8.0, &LEFT),
        vec![
            small(96.0, "青川学刊编辑部二月收到来稿三月"),
            small(101.0, "定稿作者为云岭县交通局工程师"),
        ],
        column(100.0, 40.0, 8.0, &RIGHT),
    ]
    .concat();
    let text = text_of(&ofd(&[page]));
    let read = lines(&text);
    assert!(
        read.iter()
            .any(|line| line.contains("每季度检查一次并且把结果公布在村务栏")),
        "{read:#?}"
    );
    assert!(
        read.last()
            .is_some_and(|line| line.starts_with("青川学刊编辑部")),
        "{read:#?}"
    );
}

#[test]
fn a_head_of_letters_set_apart_is_one_line_above_the_columns() {
    let head = [
        (30.0, "12"),
        (70.0, "青"),
        (85.0, "川"),
        (100.0, "学"),
        (115.0, "刊"),
        (140.0, "2031年"),
    ];
    let head = head.map(|(x, word)| (x, 20.0, 5.0, word));
    let page = [
        head.to_vec(),
        column(30.0, 40.0, 8.0, &LEFT),
        column(100.0, 40.0, 8.0, &RIGHT),
    ]
    .concat();
    let text = text_of(&ofd(&[page]));
    let read = lines(&text).join("\n");
    assert!(!read.contains("刊\n结果公布"), "{read}");
    assert!(read.contains("每季度检查一次并且把结果公布"), "{read}");
}

#[test]
fn few_lines_of_a_last_page_stand_in_the_columns_of_the_one_before() {
    let first = [
        column(30.0, 40.0, 8.0, &LEFT),
        column(100.0, 40.0, 8.0, &RIGHT),
    ]
    .concat();
    let last = [
        column(30.0, 40.0, 8.0, &LEFT[..2]),
        column(100.0, 40.0, 8.0, &RIGHT[..2]),
    ]
    .concat();
    let text = text_of(&ofd(&[first, last]));
    let whole = [
        LEFT.concat(),
        RIGHT.concat(),
        LEFT[..2].concat(),
        RIGHT[..2].concat(),
    ]
    .concat();
    assert_eq!(lines(&text), [whole]);
}

#[test]
fn a_raised_mark_stands_in_its_line_where_lines_of_another_column_lie_between() {
    // The mark stands 2.6 above its line, a line of the right column 1.2 above it.
    let mut page = [
        column(30.0, 40.0, 8.0, &LEFT),
        column(100.0, 38.8, 8.0, &RIGHT),
    ]
    .concat();
    page.push((80.5, 53.4, 2.5, "①"));
    let text = text_of(&ofd(&[page]));
    let marked = LEFT.concat().replace(LEFT[2], &format!("{}①", LEFT[2]));
    assert_eq!(lines(&text), [format!("{marked}{}", RIGHT.concat())]);
}

#[test]
fn words_at_both_ends_of_a_line_above_columns_are_one_line() {
    let page = [
        vec![(30.0, 20.0, 4.0, "云水公报"), (130.0, 20.0, 4.0, "第三期")],
        vec![(45.0, 30.0, 6.0, "关于修路架桥的通知全文如下")],
        column(30.0, 40.0, 8.0, &LEFT),
        column(100.0, 40.0, 8.0, &RIGHT),
    ]
    .concat();
    let text = text_of(&ofd(&[page]));
    assert_eq!(lines(&text)[0], "云水公报\t第三期");
}

#[test]
fn notes_at_the_foot_of_a_column_stand_behind_the_text() {
    let mut page = [
        column(30.0, 40.0, 8.0, &LEFT),
        column(100.0, 40.0, 8.0, &RIGHT),
    ]
    .concat();
    page.extend([
        (30.0, 90.0, 3.0, "① 据县志。"),
        (100.0, 88.0, 5.0, "验收的结果要报县里。"),
    ]);
    let text = text_of(&ofd(&[page]));
    let whole = format!("{}{}验收的结果要报县里。", LEFT.concat(), RIGHT.concat());
    assert_eq!(lines(&text), [whole.as_str(), "① 据县志。"]);
}
