"""An analysis, a ledger of its tasks and a comparison of two. Written by `cargo xtask contract` from src/model/."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Literal, Optional, Tuple

AnnouncementState = Literal["kept", "differs", "missing", "open"]
"""Whether as many parts follow as were announced."""

Basis = Literal["period", "plan", "place", "other"]
"""What a value is compared with."""

BlockKind = Literal["title", "byline", "metadata", "salutation", "heading", "paragraph", "signature", "noise"]
"""The kinds of blocks."""

Bound = Literal["exact", "at_least", "at_most", "about", "range"]
"""How a number bounds the amount."""

ComparisonKind = Literal["promise", "level", "wording"]
"""What two texts are compared for."""

ComparisonOrder = Literal["dates", "levels", "given"]
"""How it was found which of two texts is first."""

DocumentKind = Literal["speech", "work_report", "article", "notice", "news", "other"]
"""The kinds of text (文种)."""

Encoding = Literal["utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "euc-kr", "shift_jis"]
"""The encodings that are read."""

Ground = Literal["same_name", "name_part", "name_alike", "named", "context", "same_measure", "other_measure", "same_period", "open_period", "other_period"]
"""Why two figures are of one matter."""

HeadingStyle = Literal["chapter", "section", "article", "item", "inline", "dash", "plain"]
"""The forms that headings and items take (GB/T 9704—2012, 7.3.3, and what people write beside)."""

Ladder = Literal["measurable", "concrete", "formulaic", "general"]
"""The steps of the 虚实 ladder; the first that fits decides."""

Measure = Literal["level", "growth", "change", "share", "multiple", "rank"]
"""What kind of amount a claim holds."""

Missing = Literal["owner", "deadline", "measure"]
"""What a task lacks before it can be supervised."""

NoiseKind = Literal["masthead", "editors", "site_controls", "breadcrumb", "continuation", "picture_credit", "advertisement", "teaser", "marker", "markup", "page_number"]
"""The kinds of page furniture."""

Outcome = Literal["met", "missed", "due", "reported", "unmentioned"]
"""What became of a target."""

OwnerRole = Literal["lead", "support", "responsible"]
"""The part that an owner plays in a task."""

PhraseChange = Literal["came", "went", "stayed"]
"""What became of a phrase."""

SentenceChange = Literal["same", "moved", "changed", "new", "dropped"]
"""What became of a sentence."""

Severity = Literal["error", "warning", "info"]
"""How sure and how bad a finding is."""

Status = Literal["target", "actual", "other"]
"""Promised or done."""

TargetChange = Literal["same", "raised", "lowered", "softened", "hardened", "moved", "dropped", "new"]
"""How a target of two texts differs."""

TaskKind = Literal["act", "goal"]
"""What a task asks for."""

TermKind = Literal["set_phrase", "slogan", "stock_phrase", "keyword"]
"""The kinds of terms."""

Uptake = Literal["copied", "reworded", "figure", "owner", "deadline", "weaker", "absent", "own"]
"""What a lower text makes of a task."""

WarningCode = Literal["empty", "not-chinese", "bad-bytes", "cut-off", "control-characters", "markup", "broken-column", "duplicate", "traditional", "contents", "nesting", "titles-only", "structure", "too-many", "reference-short", "reference-traditional", "reference-foreign", "reference-kind"]
"""The kinds of warnings."""


@dataclass(frozen=True)
class Analysis:
    """Everything that is known of one source."""

    documents: List[Document]
    """The articles that the source holds, in the order in which they stand there."""

    schema: str
    """The contract's version, `xushi/2`."""

    source: Source
    """Where the text came from and what was noticed while it was read."""


@dataclass(frozen=True)
class AnnouncedItem:
    """A part that was announced."""

    span: Span
    """Its words, the number included."""

    number: Optional[int] = None
    """Its number; absent where it bears none."""


@dataclass(frozen=True)
class Announcement:
    """A number of parts that the text announces (四点意见, “三条底线”, 以下十方面工作), and the parts."""

    clause: Span
    """The clause that announces, or the heading: 下面我讲四点意见."""

    count: int
    """The number announced, from 2."""

    items: List[AnnouncedItem]
    """The parts that follow, in order. Where the outline has a part, the span is that of its heading."""

    noun: str
    """What is counted: 意见; empty in 三点."""

    span: Span
    """The number and what is counted: 四点意见."""

    state: AnnouncementState
    """Whether the parts follow."""


@dataclass(frozen=True)
class Author:
    """A speaker or author."""

    name: str
    """The name without inner spaces."""

    span: Span
    """Where the name stands."""

    organisation: Optional[str] = None
    """The body that the person belongs to (单位)."""

    role: Optional[str] = None
    """The post held (职务)."""


@dataclass(frozen=True)
class Block:
    """A stretch of the text between two line ends."""

    kind: BlockKind
    """What the block is."""

    span: Span
    """Where it stands, without the `\\n` after it."""


@dataclass(frozen=True)
class Cited:
    """A place in one of the texts that a row speaks of."""

    span: Span
    """The figure, the task or the words."""

    words: str
    """The words of the sentence around it; of a task and a sentence its own."""

    claim: Optional[int] = None
    """The index of the claim in `Document.claims`."""

    figure: Optional[str] = None
    """The figure in one form, with bound and unit: 增长≥7%."""

    task: Optional[int] = None
    """The index of the task in `Document.tasks`."""


@dataclass(frozen=True)
class Claim:
    """One quantity mention (量化表述) and what it says: which indicator, how much, in which sense, promised or done, and for when."""

    because: List[str]
    """The rules that gave status and measure, for the card: keys of `data/strings/`."""

    bound: Bound
    """How the number bounds the amount."""

    indicator: str
    """What is measured, in the text's own words; empty where the text does not name it."""

    measure: Measure
    """What kind of amount it is."""

    name: str
    """The indicator in the form that is common to all ways to write it (规上工业增加值, 规模以上工业增加值), without the place that it is told of and without quotation marks."""

    scope: List[str]
    """Whose amount it is: the place (全市) and the kind (城镇, 规模以上) that the indicator is limited to, as they stand."""

    section: List[str]
    """The titles of the headings above it, outermost first."""

    sentence: int
    """The index of the sentence that it stands in."""

    span: Span
    """The mention: the number and its unit."""

    status: Status
    """Promised or done."""

    text: str
    """The words of the mention."""

    value: float
    """The amount in the base unit: 万 and 亿 multiplied out, percent as percent; negative for a decrease."""

    commitment: Optional[str] = None
    """The word that says how firm a target is (确保, 力争), where there is one."""

    compared_with: Optional[Comparison] = None
    """What the value is compared with."""

    of: Optional[Stated] = None
    """The whole that a share is a part of (全市生产总值 in 占全市生产总值的12%), or that a rank is held in."""

    owner: Optional[str] = None
    """Who is to see to it."""

    period: Optional[str] = None
    """The time that the value is for: `2024`, `2021/2025`, `2024-04-15`, `2024-Q1`, `2024-H1`; `null` where the text leaves it open."""

    unit: Optional[str] = None
    """`%`, `pp` (个百分点), `倍`, `位` (a rank), or the unit as it stands without 万 and 亿."""

    value_max: Optional[float] = None
    """The upper end of a range."""


@dataclass(frozen=True)
class Compared:
    """One of two texts that are compared."""

    title: str
    """The document's title, else the file's name."""

    place: Optional[str] = None
    """The place that it is of, as it stands."""

    year: Optional[int] = None
    """The year that it is of."""


@dataclass(frozen=True)
class Comparison:
    """What a value is compared with: 上年 in 比上年增长5%, 全国 in 高于全国0.5个百分点."""

    basis: Basis
    """What they name."""

    span: Span
    """Where the words stand."""

    text: str
    """The words."""

    period: Optional[str] = None
    """The time of the other value, written as `Claim.period`; absent where it is no time or cannot be told."""


@dataclass(frozen=True)
class ComparisonNote:
    """A sentence on what can be compared."""

    code: str
    """The key of `data/strings/` that it was made from."""

    message: str
    """In Chinese."""

    message_en: str
    """In English."""


@dataclass(frozen=True)
class Dated:
    """A date that the text states of itself."""

    value: str
    """ISO 8601: `2024-01-03`, `2024-01` or `2024`."""

    span: Optional[Span] = None
    """Where it stands; absent where it was set aside with page furniture."""


@dataclass(frozen=True)
class Deadline:
    """A point by which something is to be reached (时限)."""

    span: Span
    """Where they stand."""

    text: str
    """The words as they stand: 年底前."""

    value: Optional[str] = None
    """A date, month, quarter, half-year or year as in `Claim.period`; none where the text does not say in which year."""


@dataclass(frozen=True)
class Document:
    """One article (文章) of a source."""

    blocks: List[Block]
    """The blocks that `text` is made of, in order, without gaps but the `\\n` between them."""

    claims: List[Claim]
    """The quantitative claims (量化表述), in order."""

    findings: List[Finding]
    """Where the text contradicts itself or its form."""

    kind: DocumentKind
    """The kind of text."""

    metadata: Metadata
    """Who, when, where: as the text says it."""

    outline: List[Heading]
    """The heading tree."""

    scores: Scores
    """The scores of the document and of its sections."""

    sentences: List[Sentence]
    """The sentences of the text, in order."""

    set_aside: List[SetAside]
    """Page furniture that was taken out of the text."""

    source_map: List[Tuple[int, int, int]]
    """Runs `[text_start, source_start, length]` in UTF-16 code units, ascending in `text_start`."""

    statistics: Statistics
    """Plain counts."""

    tasks: List[Task]
    """The commitments to act (任务), in order."""

    terms: List[Term]
    """Set phrases, slogans, stock phrases and keywords."""

    text: str
    """The cleaned text: page furniture removed, wrapped lines joined, blocks divided by `\\n`."""

    announcements: List[Announcement] = field(default_factory=list)
    """Numbers of parts that the text announces (四点意见), with the parts, in order."""

    dismissed: Optional[int] = None
    """How many findings a reader dismissed in the page: an export leaves them out. Absent where none."""

    title: Optional[str] = None
    """The title, its lines joined by a space; absent where the text has none."""


@dataclass(frozen=True)
class Finding:
    """A place where the text contradicts itself, the calendar or its form."""

    identity: str
    """What tells it from others of its document, in whatever state of the text it is found again: a hash of its rule, its words and those around them, and `.2` where it is the second such."""

    message: str
    """What is wrong, in Chinese."""

    message_en: str
    """What is wrong, in English."""

    related: List[Related]
    """Other places that belong to it."""

    rule: str
    """The rule's id, for instance `announced-count`."""

    severity: Severity
    """How sure and how bad."""

    span: Span
    """The place."""

    elsewhere: List[Suggestion] = field(default_factory=list)
    """What to write elsewhere as well, where one finding stands for many places; ascending, behind the suggestion's."""

    suggestion: Optional[Suggestion] = None
    """What to write instead."""


@dataclass(frozen=True)
class Heading:
    """A heading (标题) or an inline item (一是…), with all that stands under it."""

    children: List[Heading]
    """The headings under this one."""

    level: int
    """Depth in the tree, from 1."""

    section: Span
    """From the heading's start to the next heading of the same or a higher level."""

    span: Span
    """Where the words stand."""

    style: HeadingStyle
    """The form of its number."""

    title: str
    """The words, the number included."""

    number: Optional[int] = None
    """The number, from 1; absent where the heading has none."""


@dataclass(frozen=True)
class Ledger:
    """The ledger of a document, in both ways to divide it."""

    items: List[LedgerRow]
    """A row a paragraph that holds tasks."""

    sentences: List[LedgerRow]
    """A row a task."""

    title: Optional[str] = None
    """The document's title."""


@dataclass(frozen=True)
class LedgerRow:
    """What a supervising office asks about later (立项事项): one row of a ledger, its figures and dates in words of Chinese prose."""

    content: str
    """The act as it stands, without number and notes; of an item its sentences."""

    deadlines: List[str]
    """By when: a period as in `Claim.period`, else the words as they stand."""

    lead: List[str]
    """Who leads (牵头)."""

    missing: List[Missing]
    """What a supervisor would ask for."""

    recurrence: List[str]
    """How often: 每季度, as it stands."""

    responsible: List[str]
    """Who is responsible (责任)."""

    section: List[str]
    """The titles of the headings above it, outermost first."""

    span: Span
    """Where it stands."""

    support: List[str]
    """Who supports (配合)."""

    targets: List[str]
    """Its target figures: 城镇新增就业 ≥55万人（2026）."""

    tasks: List[int]
    """The indices of its tasks in `Document.tasks`."""

    number: Optional[str] = None
    """The number of the paragraph, as it stands: （一）; absent where it has none."""


@dataclass(frozen=True)
class Metadata:
    """What the text says of itself; a field is absent where it says nothing."""

    authors: List[Author]
    """Speakers and authors."""

    addressee: Optional[Stated] = None
    """The bodies that a notice is sent to (主送机关); a salutation (同志们：) addresses a hall."""

    date: Optional[Dated] = None
    """The day of the speech, or else of the publication; ISO 8601."""

    document_number: Optional[Stated] = None
    """发文字号."""

    index_number: Optional[Stated] = None
    """索引号."""

    issuer: Optional[Stated] = None
    """The body that issues the text (发布机构, 发文机关)."""

    joint_issuers: List[Stated] = field(default_factory=list)
    """The others that issue it with the first one (联合发文), in order."""

    occasion: Optional[Stated] = None
    """The meeting or event (会议)."""


@dataclass(frozen=True)
class Owner:
    """Who is to act (责任单位)."""

    name: str
    """The name as it stands, without 等."""

    role: OwnerRole
    """The part that it plays."""

    span: Span
    """Where the name stands."""


@dataclass(frozen=True)
class PhraseRow:
    """A set phrase, slogan or stock phrase."""

    after: int
    """How often the second text has it."""

    before: int
    """How often the first text has it."""

    change: PhraseChange
    """What became of it."""

    text: str
    """Its words."""

    first: Optional[Cited] = None
    """Where it first stands in the first text."""

    second: Optional[Cited] = None
    """Where it first stands in the second text."""


@dataclass(frozen=True)
class Recurrence:
    """How often something is to be done (频次)."""

    span: Span
    """Where they stand."""

    text: str
    """The words as they stand: 每月10日前."""


@dataclass(frozen=True)
class Reference:
    """A set of texts whose scores are known (参照文本)."""

    date: str
    """The day on which the set was scored, ISO 8601."""

    key: str
    """Which set: the kind of text and its first year, `work_report-1980`; empty where the text's kind has none."""

    name: str
    """What the texts are, in Chinese."""

    name_en: str
    """The same in English."""

    texts: int
    """The number of texts."""


@dataclass(frozen=True)
class Related:
    """A place that belongs to a finding."""

    message: str
    """What it has to do with the finding, in Chinese."""

    message_en: str
    """The same in English."""

    span: Span
    """The place."""


@dataclass(frozen=True)
class ResultRow:
    """A target and what a later text reports of it."""

    grounds: List[Ground]
    """Why the two belong together."""

    indicator: str
    """What is measured."""

    outcome: Outcome
    """What became of it."""

    sure: bool
    """Whether nothing about the match is doubtful."""

    target: Cited
    """The target."""

    period: Optional[str] = None
    """The time that the target is for."""

    result: Optional[Cited] = None
    """What the later text says of it."""


@dataclass(frozen=True)
class Score:
    """A figure and the counts that it is made of."""

    parts: Dict[str, float]
    """The counts, by name."""

    evidence: Dict[str, List[Span]] = field(default_factory=dict)
    """The places that a part counts, by its name, in order. Only of whole documents, and only for parts that no other field shows: `hard`, `soft` and `neither` (targets), `forward_characters` (sentences), `runs` (of parallel clauses). The rest stands in the sentences' steps, the terms' occurrences and what the tasks lack."""

    part_percentiles: Dict[str, float] = field(default_factory=dict)
    """As `percentile`, of parts that are figures of their own (those of `readability`)."""

    percentile: Optional[float] = None
    """The share of the reference set's texts (0–100) that score lower, those that score the same counted half: see `Scores.reference`. Only of whole documents, and only where the set fits the text and there is a value."""

    value: Optional[float] = None
    """0–100 unless the score's definition says otherwise; `null` where there is nothing to count."""


@dataclass(frozen=True)
class ScoreSet:
    """One of each score."""

    accountability: Score
    """可督办度"""

    formula_density: Score
    """套话率"""

    outlook: Score
    """前瞻"""

    parallelism: Score
    """排比"""

    readability: Score
    """可读性: its parts are figures of their own, its value is always `null`."""

    specificity: Score
    """实度"""

    target_firmness: Score
    """目标硬度"""


@dataclass(frozen=True)
class Scores:
    """The scores of a document and of every section."""

    document: ScoreSet
    """Of the whole document."""

    sections: List[SectionScores]
    """Of the sections, in the order of the outline, parents before children."""

    reference: Optional[Reference] = None
    """The texts that percentiles compare with."""

    warnings: List[Warning] = field(default_factory=list)
    """Why the scores of this document say less than those of others, or are not compared with the reference set."""


@dataclass(frozen=True)
class SectionScores:
    """The scores of one section."""

    scores: ScoreSet
    """Its scores."""

    section: Span
    """The section's span, as in its heading."""


@dataclass(frozen=True)
class SeenYears:
    """The years in which a phrase stands in a set of dated texts."""

    first: int
    """The year of the first text that has it."""

    last: int
    """The year of the last text that has it."""

    texts: int
    """How many texts have it, two at least."""


@dataclass(frozen=True)
class Sentence:
    """A sentence (句)."""

    because: List[str]
    """What speaks most for the step, the heaviest first: keys of `data/strings/`, or words of the sentence."""

    block: int
    """The index of its block."""

    span: Span
    """Where it stands, the closing mark included."""

    ladder: Optional[Ladder] = None
    """Its step; `null` for titles, salutations, bylines, headings that only name what stands below them, and sentences of under 6 characters."""


@dataclass(frozen=True)
class SentenceRow:
    """A sentence that one or both texts have."""

    alike: int
    """How much of it is the same, in percent."""

    change: SentenceChange
    """What became of it."""

    firmness: int
    """Whether a word that binds became one that does not (必须 became 鼓励): below 0; the other way: above 0."""

    moved: bool
    """Whether it stands in another order, changed or not."""

    first: Optional[Cited] = None
    """In the first text."""

    second: Optional[Cited] = None
    """In the second text."""


@dataclass(frozen=True)
class SetAside:
    """Page furniture that was taken out of the text."""

    kind: NoiseKind
    """What it is."""

    source_span: Span
    """Where they stand in the source, not in the document's text."""

    text: str
    """The words that were taken out."""


@dataclass(frozen=True)
class Source:
    """The file or paste that was analysed."""

    encoding: Encoding
    """The encoding that the bytes were read in."""

    length: int
    """The length of the decoded text in UTF-16 code units, without a byte order mark."""

    media_type: str
    """The media type that was recognised, for instance `text/plain`."""

    name: str
    """The file's name, or a name given to a paste."""

    warnings: List[Warning]
    """What a reader should know about how the text was read."""

    kept: List[Span] = field(default_factory=list)
    """The places in the source that a reader put back: they are text, whatever they look like."""


@dataclass(frozen=True)
class Span:
    """A stretch of a document's text: UTF-8 bytes inside the core, UTF-16 code units in JSON."""

    end: int
    """The first unit after the stretch."""

    start: int
    """The first unit that belongs to the stretch."""


@dataclass(frozen=True)
class Stated:
    """Something that the text states of itself, with its place. The place is in the document's text; absent where the statement was set aside with page furniture (a newspaper's date line)."""

    value: str
    """As the text has it."""

    span: Optional[Span] = None
    """Where it stands."""


@dataclass(frozen=True)
class Statistics:
    """Plain counts of a document."""

    characters: int
    """Characters (Unicode scalar values) that are not white space."""

    clauses: int
    """Clauses."""

    han_characters: int
    """Chinese characters."""

    headings: int
    """Headings and inline items."""

    paragraphs: int
    """Paragraphs."""

    sentences: int
    """Sentences, headings included."""

    words: int
    """Words that the segmenter finds, marks aside."""


@dataclass(frozen=True)
class Suggestion:
    """What to write in place of a stretch of text."""

    replacement: str
    """What to put there."""

    span: Span
    """What to replace."""


@dataclass(frozen=True)
class TargetRow:
    """A target that one or both texts have."""

    changes: List[TargetChange]
    """How it differs, in one or more ways."""

    grounds: List[Ground]
    """Why the two belong together."""

    indicator: str
    """What is measured."""

    sure: bool
    """Whether nothing about the match is doubtful."""

    first: Optional[Cited] = None
    """In the first text."""

    second: Optional[Cited] = None
    """In the second."""


@dataclass(frozen=True)
class Task:
    """A commitment to act (任务)."""

    action: str
    """The action, from its verb on; of a goal all that it says."""

    claims: List[int]
    """The indices of the claims that measure it."""

    deadlines: List[Deadline]
    """The points by which it, or a part of it, is to be reached."""

    kind: TaskKind
    """Whether something is to be done, or only to be reached."""

    missing: List[Missing]
    """What a supervisor would ask for."""

    owners: List[Owner]
    """Who is to do it, as the text names them: in the sentence, or in a note that covers it."""

    section: List[str]
    """The titles of the headings above it, outermost first."""

    span: Span
    """Where it stands."""

    recurrence: List[Recurrence] = field(default_factory=list)
    """How often it is to be done (每季度, 每月10日前), as it stands."""


@dataclass(frozen=True)
class TaskRow:
    """A task that one or both texts have."""

    copied: int
    """The characters of the upper task that the lower one has letter for letter, in percent."""

    sure: bool
    """Whether nothing about the match is doubtful."""

    uptakes: List[Uptake]
    """What the lower text makes of it, in one or more ways."""

    first: Optional[Cited] = None
    """In the upper text."""

    second: Optional[Cited] = None
    """In the lower text."""


@dataclass(frozen=True)
class Term:
    """A term and every place where it stands."""

    kind: TermKind
    """What it is."""

    occurrences: List[Span]
    """Where it stands, in order."""

    text: str
    """Its words."""

    weight: float
    """How much it counts among terms of its kind: occurrences, or a keyword's weight."""

    gloss: Optional[str] = None
    """What it stands for: the members of a numeric slogan."""

    members: List[str] = field(default_factory=list)
    """The members of a numeric slogan that is known (四个意识: 政治意识, 大局意识, …), in order."""

    seen: Optional[SeenYears] = None
    """Of a set phrase and a slogan: the years in which dated official texts have it, `data/phrase-years.tsv`."""

    since: Optional[int] = None
    """The year in which a central document first had the slogan."""


@dataclass(frozen=True)
class TextComparison:
    """What became of one text in another."""

    first: Compared
    """The earlier or upper text."""

    kind: ComparisonKind
    """Which of the comparisons the two texts are for, as asked or as found."""

    notes: List[ComparisonNote]
    """What can and what cannot be compared."""

    order: ComparisonOrder
    """How it was found which is first."""

    phrases: List[PhraseRow]
    """Set phrases, slogans and stock phrases (提法) that one of the texts has."""

    results: List[ResultRow]
    """The targets of the first text with what the second reports of them, in order."""

    second: Compared
    """The later or lower text."""

    sentences: List[SentenceRow]
    """The sentences of the second text in order, each dropped one where it stood."""

    swapped: bool
    """Whether what was given first stands second."""

    targets: List[TargetRow]
    """The targets of both texts."""

    tasks: List[TaskRow]
    """The tasks of the first text with what the second makes of them, then those that only the second has."""


@dataclass(frozen=True)
class Warning:
    """Something that went less well than it should, and what to do about it."""

    code: WarningCode
    """What happened, for programs."""

    message: str
    """What happened and what to do, in Chinese."""

    message_en: str
    """The same in English."""

    span: Optional[Span] = None
    """The place in the source, where there is one."""
