"""The views in a real browser: the player on a plain page, and in JupyterLab where the notebook is not trusted."""

import os
import re
import shutil
import subprocess
import sys

import lab
import nbformat
import notebooks
import pytest
import views
from playwright.sync_api import expect, sync_playwright

# What Latin Modern Mono, the typeface of LaTeX's verbatim text, has beside ASCII and we use.
PRINTED = "→←–—…·×∞±“”"
PICTURES = notebooks.ROOT / "target" / "screenshots"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The folder of the sample pages."""
    return views.gallery(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(scope="module")
def chrome(chromium):
    with sync_playwright() as playwright, lab.browser(playwright, chromium) as browser:
        yield browser


@pytest.fixture
def visit(chrome, pages):
    """A function that opens a sample page; a script that fails fails the test."""
    failures = []

    def opened(name, scripts=True, width=1200):
        context = chrome.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("request", lambda request: request.url.startswith(("file:", "data:")) or failures.append(request.url))
        page.goto((pages / f"{name}.html").as_uri())
        return page

    yield opened
    assert failures == []


def count(page):
    return page.locator(".wirebook-player").get_by_text("step ", exact=False).filter(has_text="of").first


def test_without_script_everything_is_there_and_nothing_is_dead(visit):
    page = visit("replay-light", scripts=False)
    expect(page.locator("img")).to_be_visible()
    assert "Ladder diagram" in page.locator("img").get_attribute("alt")
    expect(page.get_by_text("because no ACK for 244 ms")).to_be_visible()
    expect(page.locator("button, input")).to_have_count(0)


def test_the_buttons_go_from_step_to_step(visit):
    page = visit("replay-light")
    expect(page.get_by_role("button", name="◀ Back")).to_be_disabled()
    page.get_by_role("button", name="Step ▶").click()
    expect(page.get_by_text("step 1 of 42", exact=True)).to_be_visible()
    page.get_by_role("button", name="Step ▶").click(click_count=4)
    expect(page.get_by_text("step 5 of 42", exact=True)).to_be_visible()
    page.get_by_role("button", name="◀ Back").click()
    expect(page.get_by_text("step 4 of 42", exact=True)).to_be_visible()


def test_play_goes_on_by_itself_and_pause_stops_it(visit):
    page = visit("replay-light")
    page.get_by_role("button", name="▶ Play").click()
    expect(page.get_by_text("step 2 of 42", exact=True)).to_be_visible(timeout=8000)
    page.get_by_role("button", name="⏸ Pause").click()
    expect(page.get_by_role("button", name="▶ Play")).to_be_visible()


def test_a_player_that_leaves_the_page_stops_its_timer(visit):
    page = visit("replay-light")
    page.evaluate("() => { const stop = clearInterval; window.stopped = 0; clearInterval = id => { window.stopped++; stop(id); } }")
    page.get_by_role("button", name="▶ Play").click()
    page.evaluate("() => document.querySelector('.wirebook').remove()")
    page.wait_for_function("() => window.stopped > 0")


def test_the_slider_goes_anywhere(visit):
    page = visit("replay-light")
    page.get_by_role("slider", name="Step").fill("29")
    expect(page.get_by_text("step 29 of 42", exact=True)).to_be_visible()
    expect(page.get_by_text("#13 PSH, ACK  seq 41 + 40  ack 59  · retransmission (RTO)").first).to_be_visible()


def test_the_arrow_keys_walk_and_a_screen_reader_hears_each_step(visit):
    page = visit("replay-light")
    page.get_by_role("group", name="Ladder of 18 packets").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    voice = page.locator(".wirebook-player > [aria-live=polite]")
    expect(voice).to_have_text("Step 2 of 42, 0 ms, client: sends #1 SYN")
    page.keyboard.press("ArrowLeft")
    expect(voice).to_contain_text("OPEN 198.51.100.7:80, because the application connects")
    page.keyboard.press("End")
    expect(voice).to_contain_text("Step 42 of 42")
    page.keyboard.press("Home")
    expect(page.get_by_role("button", name="◀ Back")).to_be_disabled()


def test_the_keyboard_reaches_everything(visit):
    page = visit("replay-light")
    page.get_by_role("slider", name="Step").fill("29")
    reached = []
    page.locator("body").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"))
    for name in ("◀ Back", "▶ Play", "Step ▶", "Step", "Ladder of 18 packets", "Tree", "Every step in words"):
        assert name in reached
    assert any(name.startswith("Fields") for name in reached)


def test_a_changed_variable_says_what_it_was(visit):
    page = visit("replay-light")
    page.get_by_role("slider", name="Step").fill("14")
    expect(page.locator(".wirebook-player tr", has_text="SND.NXT")).to_contain_text("81 → 121")


def test_a_click_into_the_ladder_goes_to_that_moment(visit):
    page = visit("replay-light")
    page.get_by_role("group", name="Ladder of 18 packets").click(position={"x": 300, "y": 200})
    expect(count(page)).to_contain_text("of 42")


def test_two_players_on_a_page_know_nothing_of_each_other(visit, pages):
    page = visit("replay-light")
    page.evaluate("() => { const twin = document.querySelector('.wirebook').cloneNode(true); twin.id = 'twin'; twin.querySelector('.wirebook-player').remove(); delete twin.dataset.wirebook; document.querySelector('main').append(twin); wirebookViews.wakeAll(); }")
    page.locator("#twin").get_by_role("button", name="Step ▶").click()
    expect(page.locator("#twin").get_by_text("step 1 of 42", exact=True)).to_be_visible()
    expect(page.locator(".wirebook").first.get_by_text("42 steps", exact=True)).to_be_visible()


def test_a_field_marks_its_octets_and_an_octet_its_field(visit):
    page = visit("packet-light")
    cell = page.locator("td", has_text="Time to Live").first
    octet = page.locator(".wirebook-hex pre span[title='Time to Live: 64']").first
    before = octet.evaluate("it => it.style.backgroundColor")
    cell.hover()
    assert octet.evaluate("it => it.style.backgroundColor") == "var(--wirebook-marked)"
    octet.hover()
    assert cell.evaluate("it => it.style.backgroundColor") == "var(--wirebook-marked)"
    page.mouse.move(1190, 890)
    page.mouse.move(1190, 2)
    assert octet.evaluate("it => it.style.backgroundColor") == before


def test_the_arrow_keys_walk_through_the_fields(visit):
    page = visit("packet-light")
    page.locator(".wirebook-fields").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".wirebook-voice")).to_contain_text("IHL: 5")


def test_the_theme_is_followed_when_it_changes(visit):
    page = visit("replay-light")
    paper = "() => getComputedStyle(document.querySelector('.wirebook')).getPropertyValue('--wirebook-ink')"
    light = page.evaluate(paper)
    page.evaluate("() => { document.body.dataset.jpThemeLight = 'false'; }")
    page.wait_for_function(f"light => ({paper})() !== light", arg=light)


def test_ten_thousand_events_step_within_a_frame(visit):
    page = visit("long-light")
    page.get_by_role("slider", name="Step").fill("9000")
    expect(page.get_by_text("step 9000 of 10003", exact=True)).to_be_visible()
    expect(page.get_by_text("Steps 1 to 10000 of 10003: steps(10001, 10003) plays the next")).to_be_visible()
    drawn = page.locator(".wirebook-player [role=group] svg path").count()
    assert drawn < 1000, "only what is near the window is drawn"
    times = page.evaluate(
        """() => { const next = [...document.querySelectorAll('button')].find(it => it.textContent === 'Step ▶');
        return [...Array(200)].map(() => { const start = performance.now(); next.click(); document.body.offsetHeight; return performance.now() - start; }); }"""
    )
    print(f"a step at 10,000 events: median {sorted(times)[100]:.1f} ms, worst {max(times):.1f} ms")


def test_a_part_of_a_long_replay_says_where_the_rest_is(visit):
    page = visit("part-light")
    expect(page.get_by_text("Steps 101 to 120 of 207: steps(121, 207) plays the next")).to_be_visible()
    page.get_by_role("button", name="Step ▶").click()
    expect(page.get_by_text("step 101 of 207", exact=True)).to_be_visible()
    expect(page.locator(".wirebook-player tr", has_text="RCV.NXT")).to_contain_text("→")


@pytest.mark.parametrize("name", ["replay", "packet"])
def test_hostile_octets_stay_text_in_the_player(visit, name):
    page = visit(f"hostile-{name}-light")
    if name == "replay":
        page.get_by_role("button", name="Step ▶").click()
    expect(page.get_by_text("<img src=x onerror=alert(1)>", exact=False).first).to_be_attached()
    assert page.locator("img[src=x], .wirebook b[onmouseover]").count() == 0
    assert page.evaluate("() => [...document.querySelector('main').textContent].filter(c => /[\u202a-\u202e\u2066-\u2069\u001b\u0000]/.test(c)).length") == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["replay", "packet", "tree", "packets", "plots", "waterfall", "states", "connections", "step"])
def test_axe_finds_nothing(visit, name, theme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = visit(f"{name}-{theme}")
    if name == "replay":
        page.get_by_role("slider", name="Step").fill("29")
    found = axe.Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"view-{name}-{theme}.png"), full_page=True)
    assert found.violations_count == 0, found.generate_report()


@pytest.fixture(scope="module", params=["present", "absent"])
def extension(request):
    return request.param


@pytest.fixture(scope="module")
def untrusted(extension, pages, chrome, tmp_path_factory):
    """A function that opens a saved notebook, which nobody has trusted, in a JupyterLab with or without the extension."""
    folder = tmp_path_factory.mktemp(extension)
    views.notebook(folder / "saved" / "views.ipynb", views.html(pages, "replay"), views.html(pages, "packet"))
    views.install(folder / "data", folder / "jupyter_config_dir", extension == "present")
    os.environ["JUPYTER_PATH"] = str(folder / "data")
    try:
        with lab.server(folder, folder / "saved") as (url, token):
            yield lambda app="lab": saved(chrome, url, token, app)
    finally:
        del os.environ["JUPYTER_PATH"]


def saved(chrome, url, token, app):
    page = chrome.new_page(viewport={"width": 1300, "height": 1000})
    page.set_default_timeout(lab.PATIENCE)
    page.goto(f"{url}{app}/{'tree/' if app == 'lab' else ''}views.ipynb?token={token}" + ("&reset" if app == "lab" else ""))
    page.locator(".jp-OutputArea-output .wirebook").first.wait_for()
    page.locator(".jp-Dialog").get_by_role("button", name="No Kernel").click()
    return page


@pytest.mark.parametrize("app", ["lab", "notebooks"])
def test_an_untrusted_notebook_shows_everything(untrusted, extension, app):
    if app == "notebooks":
        pytest.importorskip("notebook", reason="Notebook 7 is not installed")
    page = untrusted(app)
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=str(PICTURES / f"untrusted-{app}-{extension}.png"))
    if extension == "present":
        page.get_by_role("button", name="Step ▶").click()
        if app == "lab":
            page.keyboard.press("ArrowRight")
        else:  # Notebook 7 keeps the arrow keys for itself.
            page.get_by_role("button", name="Step ▶").click()
        expect(page.get_by_text("step 2 of 42", exact=True)).to_be_visible()
        expect(page.locator(".wirebook-replay img")).to_have_count(0)
    else:
        expect(page.locator(".wirebook-replay img")).to_be_visible()
        assert page.locator(".wirebook-replay img").evaluate("it => it.naturalWidth") > 500
        expect(page.get_by_text("because no ACK for 244 ms")).to_be_visible()
    page.locator(".jp-CodeCell").nth(1).scroll_into_view_if_needed()
    expect(page.locator(".wirebook-box td", has_text="Sequence Number").first).to_be_visible(timeout=lab.PATIENCE / 3)
    assert "alert" not in page.locator(".wirebook").first.inner_text()


@pytest.mark.parametrize("extension", ["present"], indirect=True)
def test_a_new_view_of_an_output_is_a_player_of_its_own(untrusted, extension):
    page = untrusted()
    page.locator(".wirebook-player").click(button="right", position={"x": 700, "y": 300})
    page.get_by_role("menuitem", name="Create New View for Cell Output").click()
    expect(page.locator(".wirebook-player")).to_have_count(2)
    second = page.locator(".wirebook-player").nth(1)
    second.get_by_role("button", name="Step ▶").click()
    expect(page.get_by_text("step 1 of 42", exact=True)).to_have_count(1)


@pytest.mark.parametrize("windowing", ["none", "full"])
def test_a_player_survives_being_scrolled_out_of_the_window(chrome, pages, tmp_path, monkeypatch, windowing):
    filler = "<pre>" + "a line\n" * 60 + "</pre>"
    views.notebook(tmp_path / "saved" / "views.ipynb", views.html(pages, "replay"), *[filler] * 30)
    views.install(tmp_path / "data", tmp_path / "jupyter_config_dir", True)
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "data"))
    with lab.server(tmp_path, tmp_path / "saved", windowing=windowing) as (url, token):
        page = saved(chrome, url, token, "lab")
        ladder = page.get_by_role("group", name="Ladder of 18 packets")
        page.get_by_role("slider", name="Step").fill("29")
        scrolled = ladder.evaluate("it => it.scrollTop")
        panel = page.locator(".jp-WindowedPanel-outer").first
        page.locator(".jp-CodeCell").nth(1).locator(".jp-InputPrompt").click()
        panel.evaluate("it => it.scrollTo(0, it.scrollHeight)")
        expect(page.locator(".wirebook-player")).not_to_be_in_viewport()
        expect(page.locator(".wirebook-player")).to_be_visible(visible=windowing == "none")  # JupyterLab hides what is far away.
        panel.evaluate("it => it.scrollTo(0, 0)")
        expect(page.get_by_text("step 29 of 42", exact=True)).to_be_visible()
        expect(ladder.get_by_text("#13", exact=False).first).to_be_attached()
        assert scrolled > 0
        page.wait_for_function("top => document.querySelector('[aria-label^=Ladder]').scrollTop === top", arg=scrolled)
        page.get_by_role("button", name="Step ▶").click()
        expect(page.get_by_text("step 30 of 42", exact=True)).to_be_visible()
        page.get_by_role("button", name="▶ Play").click()
        expect(page.get_by_text("step 31 of 42", exact=True)).to_be_visible()


def test_any_view_is_saved_from_a_cell_and_several_are_shown_in_one(kernel, tmp_path):
    answer = kernel.run(
        f"""
        var site = server("198.51.100.7", 80).page("/a", "x".repeat(3_000));
        var run = client("192.0.2.10").over(link()).to(site).open().send(GET("/a").host("a.example")).receive().close().run();
        run.svg("{tmp_path}/run.svg");
        run.step(12).png("{tmp_path}/step.png");
        GET("/a").host("a.example").html("{tmp_path}/get.html");
        display(run.cwnd());
        display(run.connections());
        """
    )
    assert answer.status == "ok", answer.error
    assert (tmp_path / "run.svg").read_text().startswith("<svg ")
    assert (tmp_path / "step.png").read_bytes().startswith(b"\x89PNG")
    assert "GET /a HTTP/1.1" in (tmp_path / "get.html").read_text()
    assert ["wirebook-plot" in html or "wirebook-table" in html for html in answer.data("text/html")] == [True, True]
    answer = kernel.run(f'run.svg("{tmp_path}/missing/run.svg")')
    assert "NoSuchFileException" in answer.error and "missing/run.svg" in answer.error


def test_a_lecture_becomes_latex_that_every_font_can_print(tmp_path):
    pandoc = pytest.importorskip("pypandoc", reason="pypandoc_binary is not installed").get_pandoc_path()
    lecture = next(path for path in notebooks.everything() if path.name.startswith("01"))
    (tmp_path / "lecture.ipynb").write_text(nbformat.writes(notebooks.run(lecture)))
    path = {**os.environ, "PATH": os.pathsep.join([os.path.dirname(pandoc), os.environ["PATH"]])}
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", "latex", "lecture.ipynb"], cwd=tmp_path, env=path, check=True, timeout=300)
    shown = "".join(re.findall(r"\\begin\{Verbatim\}.*?\\end\{Verbatim\}", (tmp_path / "lecture.tex").read_text(), re.S))
    for words in ("Source Port", "Time to Live", "\\#1 -->|", "|  |- SYN"):
        assert words in shown, f"{words} is not in the LaTeX"
    assert {sign for sign in shown if sign > "~"} <= set(PRINTED), "Latin Modern Mono, which nbconvert prints with, has no such sign"


@pytest.mark.parametrize("kind", ["html", "slides"])
def test_an_exported_page_plays_without_server_or_network(pages, chrome, tmp_path, kind):
    views.notebook(tmp_path / "views.ipynb", views.html(pages, "replay"))
    if not shutil.which("jupyter-nbconvert", path=os.path.dirname(sys.executable)):
        pytest.skip("nbconvert is not installed")
    subprocess.run([sys.executable, "-m", "nbconvert", "--to", kind, "views.ipynb"], cwd=tmp_path, check=True, timeout=120)
    context = chrome.new_context(offline=True, viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto((tmp_path / f"views.{'slides.' if kind == 'slides' else ''}html").as_uri(), wait_until="domcontentloaded")
    page.get_by_role("button", name="Step ▶").click()
    expect(page.get_by_text("step 1 of 42", exact=True)).to_be_visible()
