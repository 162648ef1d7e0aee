"""What a person sees who opens a lecture in JupyterLab and runs it: in a real browser, light and dark."""

import shutil

import lab
import nbformat
import notebooks
import pytest
from playwright.sync_api import sync_playwright

LECTURES = sorted((notebooks.ROOT / "notebooks" / "lectures").glob("*.ipynb"))
PICTURES = notebooks.ROOT / "target" / "screenshots"
PICTURE_OF_THE_README = notebooks.ROOT / "notebooks" / "images" / "lecture-01.png"


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture(scope="module")
def run(theme, chromium, tmp_path_factory):
    """A function that opens a lecture in a JupyterLab of that theme and runs all its cells."""
    with (
        lab.server(tmp_path_factory.mktemp(theme), notebooks.ROOT / "notebooks", theme) as (url, token),
        sync_playwright() as playwright,
        lab.browser(playwright, chromium) as chrome,
    ):

        def open_and_run(lecture):
            window = chrome.new_page(viewport={"width": 1280, "height": 900})
            page = lab.Page(window, url, token, f"lectures/{lecture.name}")
            page.run_all()
            return page

        yield open_and_run


@pytest.fixture(scope="module")
def first(run):
    """Lecture 01, the first with a network in it, run."""
    return run(next(lecture for lecture in LECTURES if lecture.name.startswith("01")))


@pytest.mark.parametrize("lecture", LECTURES, ids=lambda path: path.stem)
def test_a_lecture_runs_from_top_to_bottom(run, theme, lecture):
    page = run(lecture)
    page.picture(PICTURES / f"{lecture.stem}-{theme}.png")
    cells = nbformat.read(lecture, as_version=4).cells
    assert page.prompts() == list(range(1, len(page.prompts()) + 1))
    assert len(page.errors()) == sum("raises-exception" in cell.metadata.get("tags", []) for cell in cells)
    assert page.kernel() == "Java (Wirebook) | Idle"
    assert page.broken_pictures() == []
    page.close()


def test_headers_are_to_be_seen_with_the_values_in_their_fields(first):
    seen = first.outputs()
    words = ("Source Port", "49152", "Sequence Number", "Time to Live", "Destination Address", "198.51.100.7")
    assert [word for word in words if word not in seen] == []


def test_an_error_says_what_does_not_fit(first):
    assert "Destination Port 80000 does not fit in 16 bits (0 to 65535)" in " ".join(first.errors()[0].split())


def test_a_ladder_is_drawn_and_can_be_stepped_through(first, theme, request):
    first.page.set_viewport_size({"width": 1280, "height": 900})
    player = first.page.locator(".wirebook-replay").nth(1)
    player.scroll_into_view_if_needed()
    for step in range(1, 9):
        player.get_by_role("button", name="Step ▶").click()
        player.locator("span").get_by_text(f"step {step} of", exact=False).first.wait_for()
    player.evaluate("it => it.closest('.jp-Cell').scrollIntoView()")
    first.page.screenshot(path=PICTURES / f"player-{theme}.png")
    if request.config.getoption("accept") and theme == "light":
        PICTURE_OF_THE_README.parent.mkdir(exist_ok=True)
        shutil.copy(PICTURES / f"player-{theme}.png", PICTURE_OF_THE_README)
