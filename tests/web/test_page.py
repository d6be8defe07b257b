"""The page as people use it, in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import PHONE, WIDE, Visit, visiting
from running import Served, serve

from assistant import Assistant
from assistant.web import WebSettings
from eval.feedback import read_feedback

pytestmark = pytest.mark.browser
QUESTION = "哪个部门牵头法律援助条例"


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def visit(request: pytest.FixtureRequest, chromium: Any, served: Served) -> Iterator[Visit]:
    """A visitor whose visit must end without errors, foreign requests or sideways scrolling."""
    with visiting(chromium, served, request.param) as visit:
        visit.open()
        yield visit
        assert visit.faults == []
        assert visit.beyond == []
        assert visit.fits()


def test_a_citation_opens_the_document_at_its_clause(visit: Visit) -> None:
    answer = visit.ask(QUESTION)
    assert answer.locator(".yj-status").inner_text() == "有依据"
    answer.locator("a.yj-marker").first.click()
    panel = visit.page.locator("#yj-panel")
    panel.locator("mark").first.wait_for()
    assert "推动出台《吉林省法律援助条例》" in "".join(panel.locator("mark").all_inner_texts())
    assert panel.locator(".yj-crumbs li").count() == 4
    assert "公共法律服务管理处" in panel.locator(".yj-place-departments").inner_text()
    assert "黑体" in panel.locator(".yj-notes").inner_text()
    panel.get_by_text("下一条").click()
    panel.locator(".yj-place[data-clause='二/（六）/24/（2）']").wait_for()


def test_a_sheet_on_a_phone_takes_and_gives_back_the_focus(chromium: Any, served: Served) -> None:
    with visiting(chromium, served, PHONE) as visit:
        visit.open()
        marker = visit.ask(QUESTION).locator("a.yj-marker").first
        marker.focus()
        visit.page.keyboard.press("Enter")
        panel = visit.page.locator("#yj-panel[aria-modal='true']")
        panel.locator("mark").first.wait_for()
        visit.page.keyboard.press("Escape")
        visit.page.locator("#yj-beside").wait_for(state="hidden")
        assert marker.evaluate("element => element === document.activeElement")


def test_the_citation_is_copied_as_officials_write_it(chromium: Any, served: Served) -> None:
    with visiting(chromium, served, permissions=["clipboard-read", "clipboard-write"]) as visit:
        visit.open()
        visit.ask(QUESTION).locator("a.yj-marker").first.click()
        visit.page.get_by_role("button", name="复制引用").click()
        visit.page.get_by_text("已复制", exact=True).wait_for()
        assert visit.page.evaluate("navigator.clipboard.readText()") == (
            "《吉林省司法厅全面深化司法行政改革实施方案》（吉司发〔2019〕21号）"
            "第二部分（六）第24项（1）"
        )


def test_a_follow_up_keeps_the_topic_and_chips_change_the_reading(visit: Visit) -> None:
    visit.ask("吉林哪个部门负责法律援助条例？")
    follow_up = visit.ask("那四川呢？")
    assert "四川 2018" in follow_up.locator(".yj-understood").inner_text()
    drop = follow_up.locator("[data-yj='drop'][data-key='documents']")
    wider = visit.answered(drop.click)
    assert wider.locator("[data-key='documents']").count() == 0
    wider.locator("[data-yj='edit-topic']").click()
    wider.locator(".yj-chip-form input").fill("公证")
    changed = visit.answered(lambda: wider.get_by_role("button", name="再问").click())
    assert "公证" in changed.locator(".yj-understood").inner_text()


def test_the_choice_of_documents_limits_the_answer(visit: Visit) -> None:
    visit.page.get_by_role("button", name="限定文件").click()
    visit.page.get_by_label("四川 2018").check()
    answer = visit.ask(QUESTION)
    assert "四川省" in answer.locator(".yj-sources").inner_text()
    assert "吉林省司法厅" not in answer.locator(".yj-sources").inner_text()


def test_what_the_papers_do_not_hold_is_refused_with_a_way_on(visit: Visit) -> None:
    answer = visit.ask("江苏的法律援助标准是多少")
    assert answer.locator(".yj-status").inner_text() == "未找到"
    assert "江苏" in answer.locator(".yj-text").inner_text()
    assert answer.locator("a.yj-marker").count() == 0


def test_an_example_and_a_suggestion_are_asked_by_one_click(visit: Visit) -> None:
    first = visit.answered(visit.page.locator(".yj-examples button").first.click)
    suggestion = first.locator(".yj-suggestion").first
    visit.answered(suggestion.click)


def test_the_conversation_stays_in_this_browser_until_it_is_cleared(visit: Visit) -> None:
    visit.ask(QUESTION)
    visit.page.reload()
    visit.page.locator("#yj-log .yj-answer").wait_for()
    visit.page.on("dialog", lambda dialog: dialog.accept())
    visit.page.get_by_role("button", name="清空对话").click()
    visit.page.locator(".yj-welcome").wait_for()
    assert visit.page.evaluate("localStorage.getItem('yiju.turns')") == "[]"


@pytest.mark.parametrize("ending", ["docx", "md"])
def test_the_conversation_is_exported(visit: Visit, ending: str, tmp_path: Path) -> None:
    visit.ask(QUESTION)
    with visit.page.expect_download() as download:
        visit.page.locator(f"[data-yj='export'][data-format='{ending}']").click()
    assert download.value.suggested_filename == f"政策文件问答记录.{ending}"
    download.value.save_as(tmp_path / "record")
    assert (tmp_path / "record").stat().st_size > 0


def test_a_mark_reaches_the_server_with_its_word(visit: Visit, served: Served) -> None:
    answer = visit.ask(QUESTION)
    answer.get_by_role("button", name="有问题").click()
    answer.locator(".yj-words textarea").fill("试一试")
    answer.get_by_role("button", name="提交").click()
    answer.get_by_text("已记下，谢谢。").wait_for()
    last = read_feedback(served.feedback)[-1]
    assert (last.mark, last.words, last.question) == ("wrong", "试一试", QUESTION)


def test_a_link_asks_its_question(chromium: Any, served: Served) -> None:
    with visiting(chromium, served) as visit:
        visit.open(f"?q={QUESTION}")
        visit.page.locator("#yj-log .yj-answer").wait_for()
        assert visit.page.locator("#yj-log .yj-asked").inner_text() == QUESTION


def test_the_table_of_tasks_is_filtered_and_exported(visit: Visit, tmp_path: Path) -> None:
    visit.tab("任务分工表")
    table = visit.page.locator("#yj-task-table")
    table.locator("tbody tr").first.wait_for()
    everything = table.locator("tbody tr").count()
    visit.page.get_by_label("关键词").fill("法律援助")
    table.get_by_text("已按条件筛选").wait_for()
    assert 0 < table.locator("tbody tr").count() < everything
    for name, ending in (("导出 CSV", "csv"), ("导出 Excel", "xlsx")):
        with visit.page.expect_download() as download:
            table.get_by_text(name).click()
        assert download.value.suggested_filename == f"任务分工表.{ending}"
    table.locator("tbody a").first.click()
    visit.page.locator("#yj-panel .yj-current").first.wait_for()


def test_two_papers_stand_side_by_side(visit: Visit) -> None:
    visit.tab("对照")
    visit.page.get_by_label("事项", exact=True).fill("社区矫正信息化")
    visit.page.get_by_role("button", name="对照", exact=True).click()
    visit.page.locator(".yj-side").nth(1).wait_for()
    assert visit.page.locator(".yj-side").count() == 5


def test_documents_and_the_account_of_the_answers(visit: Visit) -> None:
    visit.tab("文件")
    visit.page.locator(".yj-card").nth(4).wait_for()
    assert "征求意见稿" in visit.page.locator("#yj-library").inner_text()
    visit.tab("关于")
    visit.page.get_by_text("有哪些限制").wait_for()


def test_dark_stays_dark(visit: Visit) -> None:
    visit.page.locator(".yj-masthead [data-yj='theme']").click()
    visit.page.reload()
    visit.page.wait_for_selector("#yj-send")
    visit.page.locator("body.dark").wait_for()
    visit.page.get_by_role("button", name="浅色").wait_for()


def test_a_lasting_page_reads_without_the_chat(chromium: Any, served: Served) -> None:
    with visiting(chromium, served, PHONE, java_script_enabled=False) as visit:
        visit.page.goto(f"{served.address}/documents/jilin-2019#二/（六）/24/（1）")
        assert visit.page.locator("section:target").inner_text().find("法律援助条例") > 0
        assert visit.beyond == []


def test_a_hostile_question_is_only_text(visit: Visit) -> None:
    visit.ask(
        "<img src=http://x.example/a.png> ![](http://x.example/b.png) $$x$$ <script>1</script>"
    )
    assert visit.page.locator("#yj-log img, #yj-log script").count() == 0
    assert "<img src=" in visit.page.locator("#yj-log .yj-asked").inner_text()


def test_a_server_that_is_gone_is_said(chromium: Any, served: Served) -> None:
    with visiting(chromium, served) as visit:
        visit.open()
        visit.page.route("**/gradio_api/**", lambda route: route.abort())
        answer = visit.ask(QUESTION)
        assert "没有连上服务器" in answer.inner_text()
        visit.page.unroute("**/gradio_api/**")
        visit.page.locator("#yj-log .yj-status-answered").wait_for()


def test_a_reload_fetches_next_to_nothing(chromium: Any, served: Served) -> None:
    with visiting(chromium, served) as visit:
        visit.open()
        visit.page.wait_for_load_state("networkidle")
        fetched: list[str] = []
        visit.page.on(
            "response",
            lambda reply: fetched.append(reply.url) if not reply.from_service_worker else None,
        )
        visit.page.reload()
        visit.page.wait_for_selector("#yj-send")
        sizes = visit.page.evaluate(
            "performance.getEntriesByType('resource').filter(e => e.transferSize > 0).length"
        )
        assert sizes <= 6


def test_the_page_lives_below_a_public_path(
    chromium: Any, assistant: Assistant, tmp_path: Path
) -> None:
    settings = WebSettings(root_path="/yiju", feedback=tmp_path / "feedback.sqlite")
    with serve(settings, assistant) as below, visiting(chromium, below) as visit:
        visit.open("?document=jilin-2019&clause=二/（六）/24/（1）")
        visit.page.locator("#yj-panel .yj-current").first.wait_for()
        visit.ask(QUESTION)
        assert visit.faults == []
        assert all(url.startswith((below.address, "data:")) for url in visit.requested)


def test_a_word_read_as_another_can_be_read_as_written(chromium: Any, served: Served) -> None:
    with visiting(chromium, served) as visit:
        visit.open()
        answer = visit.ask("法律缓助条例由谁牵头")
        assert "按“法律援助条例”理解" in answer.locator(".yj-correction").inner_text()
        as_written = visit.answered(answer.get_by_role("button", name="改回").click)
        assert "缓助" in as_written.locator(".yj-understood").inner_text()
        assert as_written.locator(".yj-correction").count() == 0
