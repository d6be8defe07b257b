"""The index over the five papers."""

import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import ValidationError

from corpus import Library, build_document, find_departments
from index import EncoderSettings, Index, Settings, UnknownScope
from index.features import FEATURES


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.packaged()


@pytest.fixture(scope="module")
def index(library: Library) -> Index:
    return Index.open(library)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("哪个部门牵头法律援助条例", "jilin-2019/二/（六）/24/（1）"),
        ("12348法律咨询平台有哪些要求", "jilin-2019/二/（六）/21/（4）"),
    ],
)
def test_the_clause_asked_for_is_among_the_first(index: Index, question: str, clause: str) -> None:
    assert clause in [hit.clause.id for hit in index.search(question, k=5)]


def test_hits_come_best_first_with_what_speaks_for_them(index: Index) -> None:
    hits = index.search("社区矫正信息化", k=20)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert all(set(hit.features) <= set(FEATURES) for hit in hits)
    assert any("社区矫正" in word for hit in hits for word in hit.matched)


def test_a_scope_is_a_filter(index: Index) -> None:
    hits = index.search("法律援助条例", k=500, documents=["sichuan-2018"])
    assert {hit.clause.document_id for hit in hits} == {"sichuan-2018"}
    assert len(hits) == len(index.library.document("sichuan-2018").clauses)
    assert index.search("法律援助条例", documents=[]) == []


def test_an_unknown_document_is_said(index: Index) -> None:
    with pytest.raises(UnknownScope, match="索引中没有文件 jiangsu-2020；现有：jilin-2019"):
        index.search("法律援助", documents=["jiangsu-2020"])


def test_score_gives_every_clause_once(index: Index, library: Library) -> None:
    ids = [hit.clause.id for hit in index.score("法律援助")]
    assert sorted(ids) == sorted(c.id for d in library.documents() for c in d.clauses)


def test_traditional_and_full_width_ask_the_same(index: Index) -> None:
    plain = [hit.clause.id for hit in index.search("12348法律援助怎么申请")]
    assert [hit.clause.id for hit in index.search("１２３４８法律援助怎麼申請")] == plain


@pytest.mark.parametrize(
    "query", ["", " ", "？！", "\0", "\ud800", "🙂🙂", "a" * 20_000, "法律" * 9000]
)
def test_any_query_is_answered(index: Index, query: str) -> None:
    assert len(index.search(query, k=3)) == 3


def test_threads_get_the_same_hits(index: Index) -> None:
    questions = ["法律援助条例", "社区矫正", "公证改革", "人民调解员"] * 4
    alone = [[hit.clause.id for hit in index.search(question)] for question in questions]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(index.search, questions))
    assert [[hit.clause.id for hit in hits] for hits in together] == alone


def test_terms_of_a_question(index: Index) -> None:
    terms = {term.text: term for term in index.analyse("请不起律师怎么办")}
    assert terms["律师"].known
    assert "法律援助" in {means for term in terms.values() for means in term.expansions}
    assert not {"怎么办", "怎么"} & set(terms)
    assert not any(term.known for term in index.analyse("元宇宙"))


def test_a_doubtful_word_weighs_less_beside_a_sure_one_too(index: Index) -> None:
    terms = {term.text: term.expansions for term in index.analyse("退休了想给街坊劝架说和")}
    assert 0 < terms["街坊"]["人民调解"] < terms["劝架"]["人民调解"] < 1


def test_vocabulary_has_words_departments_and_titles(index: Index) -> None:
    vocabulary = index.vocabulary
    assert vocabulary["法律援助"] > 5
    assert vocabulary["公共法律服务管理处"] >= 1
    assert vocabulary["吉林省法律援助条例"] >= 1
    assert "元宇宙" not in vocabulary


def test_a_new_document_works_without_phrasings(library: Library, tmp_path: Path) -> None:
    text = (
        "某省关于推进仲裁工作的意见\n\n一、总体要求\n坚持服务大局。\n二、主要任务\n"
        "（一）推行网上仲裁。建设线上立案和线上开庭系统。\n（二）规范仲裁收费。公开收费标准。\n"
    )
    added = build_document(text, "new-2024", "new.txt")
    small = Library([added, library.document("guangdong-2021")])
    settings = Settings(cache=tmp_path, encoder=EncoderSettings(kind="none"))
    index = Index.open(small, settings)
    assert index.search("仲裁收费标准公开了吗")[0].clause.document_id == "new-2024"


def test_without_embeddings_the_words_remain(library: Library, tmp_path: Path) -> None:
    settings = Settings(cache=tmp_path, encoder=EncoderSettings(kind="none"))
    index = Index.open(library, settings)
    found = [hit.clause.id for hit in index.search("法律援助条例由哪个部门牵头", k=5)]
    assert "jilin-2019/二/（六）/24/（1）" in found


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("the index opened a socket")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
def test_nothing_leaves_the_machine(library: Library) -> None:
    assert Index.open(library).search("法律援助条例", k=1)


def test_what_says_the_same_is_nearest(index: Index, library: Library) -> None:
    clause = library.document("sichuan-2018").clause(("三", "（二）", "8", "（45）"))
    alike = index.alike(clause)
    assert len(alike) == sum(len(document.clauses) for document in library.documents())
    assert alike[clause.id] == pytest.approx(1)
    of_the_ministry = {name: share for name, share in alike.items() if name.startswith("moj")}
    assert max(of_the_ministry, key=of_the_ministry.__getitem__) == "moj-2018/三/（二）/8/（36）"


def test_unknown_settings_are_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Settings.model_validate({"thesaurs": True})


@pytest.mark.parametrize("topic", ["公证", "社区矫正", "司法鉴定", "人民调解"])
def test_a_task_comes_before_its_points_that_fit_alike(index: Index, topic: str) -> None:
    best, *others = index.search(topic, k=5, documents=["sichuan-2018"])
    assert best.clause.kind == "task"
    assert topic in best.clause.heading
    assert any(hit.clause.parent is best.clause for hit in others)
    assert all(hit.score <= best.score for hit in others)


def test_what_fits_alike_is_a_setting(index: Index, library: Library) -> None:
    by_score = Index.open(library, Settings(heading_decides=2, task_decides=2))
    (task,) = index.search("公证", k=1, documents=["sichuan-2018"])
    (best,) = by_score.search("公证", k=1, documents=["sichuan-2018"])
    assert best.clause in task.clause.children


@pytest.mark.parametrize("asked", ["监狱局", "律师处", "法援中心", "省司法厅"])
def test_a_department_is_known_by_what_people_call_it(index: Index, asked: str) -> None:
    ((canonical, *_),) = find_departments(asked)
    hits = index.search(f"{asked}负责什么", k=500)
    named = {hit.clause.id for hit in hits if "department" in hit.features}
    assert named == {
        hit.clause.id
        for hit in hits
        if canonical in {each.canonical for each in hit.clause.responsibilities}
    }
    assert named


def test_what_is_at_home_in_the_papers(index: Index) -> None:
    assert index.familiarity("打官司没钱请律师怎么办") > 0.05
    assert index.familiarity("今天天气怎么样") < 0


def test_a_heading_that_has_the_topic_decides(index: Index) -> None:
    best = index.search("普法", k=1, documents=["guangdong-2021"])[0]
    assert best.clause.id == "guangdong-2021/七/34"
