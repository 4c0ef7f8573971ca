"""Python answers as the command line does, and its objects say what its JSON says."""

from __future__ import annotations

import dataclasses
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import xushi


def present(value: Any) -> Any:
    """JSON without what is absent: a null, and a list or a set of names that an object holds empty."""
    if isinstance(value, dict):
        return {name: present(inner) for name, inner in value.items() if inner not in (None, [], {}, ())}
    if isinstance(value, (list, tuple)):
        return [present(inner) for inner in value]
    return value


def docx(path: Path, *paragraphs: str) -> Path:
    """A Word file."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>')
        file.writestr("[Content_Types].xml", "<Types/>")
    return path


def test_the_json_of_each_sample_is_the_command_lines(seed, command_line):
    wanted = command_line("analyze", "--format", "json", seed).strip()
    assert xushi.analyze_json(seed) == wanted
    assert xushi.analyze_json(seed.read_bytes(), name=seed.name) == wanted


def test_objects_say_what_the_json_says(seed):
    analysis = xushi.analyze(seed)
    assert present(dataclasses.asdict(analysis)) == present(json.loads(xushi.analyze_json(seed)))


def test_a_comparison_is_the_command_lines(seeds, command_line):
    one, other = (seed for seed in seeds if "report" in seed.stem)
    wanted = json.loads(command_line("compare", "--format", "json", one, other))
    assert present(dataclasses.asdict(xushi.compare(one, other))) == present(wanted)
    given = xushi.compare(other, one, kind="wording", as_given=True)
    assert (given.kind, given.order) == ("wording", "given")
    with pytest.raises(xushi.XushiError, match="promise"):
        xushi.compare(one, other, kind="nothing")  # type: ignore[arg-type]


def test_findings_are_those_of_check(seed, command_line):
    printed = json.loads(command_line("check", "--format", "json", "--fail-on", "never", seed))
    wanted = [(found["rule"], found["message"], found["place"]) for found in printed]
    found = xushi.check(seed)
    told = [(one.finding.rule, one.finding.message, present(dataclasses.asdict(one.place))) for one in found]
    assert told == wanted
    assert all(one.words for one in found)
    rules = {one.finding.rule for one in found}
    for rule in rules:
        chosen = xushi.check(seed, rules=[rule])
        assert {one.finding.rule for one in chosen} == {rule}
        rest = xushi.check(seed, ignore=[rule])
        assert len(chosen) + len(rest) == len(found)


def test_a_finding_has_its_place_and_a_comment_has_it_ignored(tmp_path):
    words = "会议定于2月30日召开。"
    found = xushi.check(f"𠮷河县通知\n{words}", rules=["impossible-date"])
    assert [(one.words, one.place.line, one.place.column) for one in found] == [("2月30日", 2, 5)]
    assert xushi.check(f"𠮷河县通知\n{words}<!-- xushi-ignore -->", rules=["impossible-date"]) == []
    file = docx(tmp_path / "通知.docx", "𠮷河县通知", words)
    (of_office,) = xushi.check(file, rules=["impossible-date"])
    assert (of_office.place.paragraph, of_office.place.character, of_office.place.end_line) == (2, 5, None)


def test_a_ledger_has_the_tasks_of_its_document(seed):
    documents = xushi.analyze(seed).documents
    ledgers = xushi.ledger(seed)
    assert len(ledgers) == len(documents)
    for ledger, document in zip(ledgers, documents):
        tasks = [task for row in ledger.sentences for task in row.tasks]
        assert set(tasks) <= set(range(len(document.tasks)))
        assert all(row.content for row in ledger.sentences)


def test_places_are_found_though_python_counts_otherwise():
    document = xushi.analyze("𠮷河县新建水库3座。").documents[0]
    claim = document.claims[0]
    assert xushi.words(document.text, claim.span) == claim.text == "3座"


def test_office_files_are_read_as_the_command_line_reads_them(tmp_path, command_line):
    file = docx(tmp_path / "计划.docx", "2026年工作安排", "新建水库3座，由县水利局牵头，6月底前完成。")
    assert xushi.analyze_json(file) == command_line("analyze", "--format", "json", file).strip()
    task = xushi.analyze(file).documents[0].tasks[0]
    assert [owner.name for owner in task.owners] == ["县水利局"]


def test_what_cannot_be_read_is_said_in_both_languages(tmp_path):
    broken = docx(tmp_path / "a.docx", "新建水库3座。").read_bytes()[:100]
    with pytest.raises(xushi.XushiError) as refusal:
        xushi.analyze(broken, name="a.docx")
    zh, en = str(refusal.value).split(" / ")
    assert any("一" <= letter <= "鿿" for letter in zh) and en.isascii()
    with pytest.raises(TypeError):
        xushi.analyze(3)  # type: ignore[arg-type]


def test_an_archive_is_for_tables(tmp_path):
    archive = tmp_path / "两篇.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", "新建水库3座。")
        file.writestr("b.txt", "新建学校2所。")
    with pytest.raises(xushi.XushiError, match="tables"):
        xushi.analyze(archive)
    tables = xushi.tables([(archive.name, archive.read_bytes())])
    assert len(tables["documents"]) == 2 == len(tables["claims"])
