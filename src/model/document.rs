//! One article of a source: its text, its parts and all that was found in it.

use serde::{Deserialize, Serialize};

use super::{Announcement, Claim, Finding, Heading, Scores, Sentence, Span, Stated, Task, Term};

/// One article (文章) of a source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Document {
    /// The title, its lines joined by a space; absent where the text has none.
    pub title: Option<String>,
    /// The kind of text.
    pub kind: DocumentKind,
    /// Who, when, where: as the text says it.
    pub metadata: Metadata,
    /// The cleaned text: page furniture removed, wrapped lines joined, blocks divided by `\n`.
    pub text: String,
    /// Runs `[text_start, source_start, length]` in UTF-16 code units, ascending in `text_start`.
    pub source_map: Vec<(usize, usize, usize)>,
    /// The blocks that `text` is made of, in order, without gaps but the `\n` between them.
    pub blocks: Vec<Block>,
    /// Page furniture that was taken out of the text.
    pub set_aside: Vec<SetAside>,
    /// The heading tree.
    pub outline: Vec<Heading>,
    /// Numbers of parts that the text announces (四点意见), with the parts, in order.
    #[serde(default)]
    pub announcements: Vec<Announcement>,
    /// The sentences of the text, in order.
    pub sentences: Vec<Sentence>,
    /// The quantitative claims (量化表述), in order.
    pub claims: Vec<Claim>,
    /// The commitments to act (任务), in order.
    pub tasks: Vec<Task>,
    /// Set phrases, slogans, stock phrases and keywords.
    pub terms: Vec<Term>,
    /// Where the text contradicts itself or its form.
    pub findings: Vec<Finding>,
    /// How many findings a reader dismissed in the page: an export leaves them out. Absent where none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "contract", ts(optional))]
    pub dismissed: Option<usize>,
    /// The scores of the document and of its sections.
    pub scores: Scores,
    /// Plain counts.
    pub statistics: Statistics,
}

/// The kinds of text (文种).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// 讲话, 致辞
    Speech,
    /// 政府工作报告
    WorkReport,
    /// 理论文章, 署名文章
    Article,
    /// 通知, 意见, 方案
    Notice,
    /// 消息, 通讯
    News,
    /// Anything else.
    #[default]
    Other,
}

/// What the text says of itself; a field is absent where it says nothing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Metadata {
    /// Speakers and authors.
    pub authors: Vec<Author>,
    /// The day of the speech, or else of the publication; ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Dated>,
    /// The meeting or event (会议).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<Stated>,
    /// The bodies that a notice is sent to (主送机关); a salutation (同志们：) addresses a hall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Stated>,
    /// The body that issues the text (发布机构, 发文机关).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<Stated>,
    /// The others that issue it with the first one (联合发文), in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "contract", ts(as = "Option<Vec<Stated>>", optional))]
    pub joint_issuers: Vec<Stated>,
    /// 发文字号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<Stated>,
    /// 索引号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index_number: Option<Stated>,
}

/// A date that the text states of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Dated {
    /// ISO 8601: `2024-01-03`, `2024-01` or `2024`.
    pub value: String,
    /// Where it stands; absent where it was set aside with page furniture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// A speaker or author.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[cfg_attr(feature = "contract", ts(optional_fields))]
pub struct Author {
    /// The name without inner spaces.
    pub name: String,
    /// The post held (职务).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The body that the person belongs to (单位).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Where the name stands.
    pub span: Span,
}

/// A stretch of the text between two line ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Where it stands, without the `\n` after it.
    pub span: Span,
}

/// The kinds of blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// 标题
    Title,
    /// 署名
    Byline,
    /// Date lines, tables of document data.
    Metadata,
    /// 称谓, 主送
    Salutation,
    /// A heading that has its line to itself, or begins a paragraph.
    Heading,
    /// 正文
    Paragraph,
    /// 落款
    Signature,
    /// Page furniture that a reader put back into the text.
    Noise,
}

/// Page furniture that was taken out of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct SetAside {
    /// What it is.
    pub kind: NoiseKind,
    /// The words that were taken out.
    pub text: String,
    /// Where they stand in the source, not in the document's text.
    pub source_span: Span,
}

/// The kinds of page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NoiseKind {
    /// A newspaper's date line, page number, name.
    Masthead,
    /// 责任编辑, 校对, 版式设计
    Editors,
    /// 下载, 打印, 字号, 分享, 浏览次数
    SiteControls,
    /// 当前位置：首页 > …
    Breadcrumb,
    /// 上接第一版, 下转第三版
    Continuation,
    /// 图片说明, 某某摄
    PictureCredit,
    /// 广告
    Advertisement,
    /// A teaser of the text that follows, as collection sites place it before the text.
    Teaser,
    /// 第一篇：, a marker that counts the texts of a collection.
    Marker,
    /// Marks of Markdown or HTML.
    Markup,
    /// Page numbers and rules.
    PageNumber,
}

/// Plain counts of a document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "contract", derive(schemars::JsonSchema, ts_rs::TS))]
pub struct Statistics {
    /// Characters (Unicode scalar values) that are not white space.
    pub characters: usize,
    /// Chinese characters.
    pub han_characters: usize,
    /// Words that the segmenter finds, marks aside.
    pub words: usize,
    /// Sentences, headings included.
    pub sentences: usize,
    /// Clauses.
    pub clauses: usize,
    /// Paragraphs.
    pub paragraphs: usize,
    /// Headings and inline items.
    pub headings: usize,
}
