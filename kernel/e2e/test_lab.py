"""What a person sees who opens a lecture in JupyterLab and runs it: in a real browser, light and dark."""

import os
import shutil
from pathlib import Path

import lab
import notebooks
import pytest
from playwright.sync_api import sync_playwright

LECTURES = sorted((notebooks.ROOT / "notebooks" / "lectures").glob("*.ipynb"))
PICTURES = notebooks.ROOT / "target" / "screenshots"


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture(scope="module")
def browser(theme, chromium, tmp_path_factory):
    """A function that opens a notebook in a JupyterLab of that theme."""
    with (
        lab.server(tmp_path_factory.mktemp(theme), notebooks.ROOT / "notebooks", theme) as (url, token),
        sync_playwright() as playwright,
        lab.browser(playwright, chromium) as chrome,
    ):
        yield lambda name: lab.Page(chrome.new_page(viewport={"width": 1280, "height": 900}), url, token, name)


@pytest.mark.parametrize("lecture", LECTURES, ids=lambda path: path.stem)
def test_a_lecture_runs_from_top_to_bottom(browser, theme, lecture):
    page = browser(f"lectures/{lecture.name}")
    page.run_all()
    page.picture(PICTURES / f"{lecture.stem}-{theme}.png")
    assert page.prompts() == list(range(1, len(page.prompts()) + 1))
    assert page.errors() == []
    assert "Java (Wirebook)" in page.kernel()
