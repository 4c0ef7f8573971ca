//! Captions and credits of pictures.

/// 图为…, （图①…）: a caption, told by how it begins.
pub(super) fn is_caption(bare: &str) -> bool {
    let words = bare.trim_start_matches(['▲', '△', '↑', '▼']).trim_start();
    if !words.starts_with(['图', '上', '下', '左', '右', '题', '配']) {
        return false;
    }
    let begins = [
        "图为",
        "上图",
        "下图",
        "左图",
        "右图",
        "图①",
        "图②",
        "图③",
        "题图",
        "图片由",
        "图/",
        "图／",
        "图|",
        "图：",
        "图:",
        "图源",
        "图、文",
        "图文/",
        "图文：",
        "配图：",
    ]
    .iter()
    .any(|word| words.starts_with(word));
    begins && bare.chars().take(120).count() < 120
}

/// 新华社记者 某某 摄
pub(super) fn is_credit(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['。', '/']);
    let named = bare.ends_with('摄') && !bare.ends_with("拍摄")
        || bare.ends_with("摄影报道")
        || bare.ends_with("供图")
        || bare.ends_with("发（资料照片");
    named && bare.chars().take(60).count() < 60
}
