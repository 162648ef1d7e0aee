"""A real JupyterLab on copies of the notebooks, and a real Chromium to look at it."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()
PATIENCE = 60_000


@contextmanager
def server(folder, notebooks, theme="light", windowing="none"):
    """The address, with its token, of a JupyterLab on a copy of `notebooks`; all that it keeps lies in `folder`."""
    shutil.copytree(notebooks, folder / "notebooks", dirs_exist_ok=True)
    home = {name: str(folder / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")}
    settings(folder / "jupyterlab_settings_dir", theme, windowing)
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--port=0", "--allow-root", f"--notebook-dir={folder / 'notebooks'}"]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, env={**os.environ, **home}, stdout=log, stderr=log)
        try:
            yield address(process, folder / "jupyter_runtime_dir")
        finally:
            process.terminate()
            process.wait(30)


def address(process, runtime):
    """Where the server listens, once it answers."""
    for _ in range(600):
        assert process.poll() is None, "JupyterLab ended"
        for file in runtime.glob("jpserver-*.json"):
            try:
                facts = json.loads(file.read_text())
                urlopen(f"{facts['url']}api?token={facts['token']}").read()
                return facts["url"], facts["token"]
            except (ValueError, URLError):
                pass  # The file is not yet whole, or the server does not listen yet.
        time.sleep(0.1)
    raise AssertionError("JupyterLab did not come up in a minute")


def settings(folder, theme, windowing):
    """Light or dark; drawn whole, or (`full`, JupyterLab's own choice) only what is in the window; no news."""
    for name, values in {
        "apputils-extension/themes": {"theme": f"JupyterLab {theme.capitalize()}"},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"windowingMode": windowing},
    }.items():
        file = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))


@contextmanager
def browser(playwright, chromium):
    """The system's Chromium."""
    chrome = playwright.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)
    try:
        yield chrome
    finally:
        chrome.close()


class Page:
    """One notebook, open in JupyterLab, as a person sees it."""

    def __init__(self, page, url, token, name):
        self.page = page
        page.set_default_timeout(PATIENCE)
        page.goto(f"{url}lab/tree/{name}?reset&token={token}")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for()
        self.idle()

    def idle(self):
        """Waits until the kernel says that it has nothing to do."""
        self.page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for()
        self.page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()

    def run_all(self):
        """Runs all cells from the menu and waits for their end."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(it => /^\\[\\d+\\]:$/.test(it.textContent))"
        )
        self.idle()

    def prompts(self):
        """The numbers beside the code cells."""
        return [int(re.sub(r"\D", "", prompt)) for prompt in self.page.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()]

    def errors(self):
        """What stands in red."""
        return self.page.locator("[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']").all_text_contents()

    def broken_pictures(self):
        """The alternative texts of pictures that are not drawn."""
        return self.page.locator(".jp-OutputArea img").evaluate_all("all => all.filter(it => !it.naturalWidth).map(it => it.alt)")

    def outputs(self):
        """All that the cells show, as the page's text."""
        return "\n".join(self.page.locator(".jp-OutputArea-output").all_inner_texts())

    def kernel(self):
        """What the status bar says of the kernel."""
        return self.page.locator("#jp-main-statusbar").get_by_text("| Idle").inner_text()

    def picture(self, file):
        """Keeps what is to be seen: the whole notebook, as if the window were high enough."""
        file.parent.mkdir(parents=True, exist_ok=True)
        height = self.page.locator(".jp-WindowedPanel-viewport").first.evaluate("it => it.scrollHeight")
        self.page.set_viewport_size({"width": 1280, "height": min(int(height) + 200, 16_000)})
        self.page.locator(".jp-WindowedPanel-outer").first.evaluate("it => it.scrollTo(0, 0)")
        self.page.wait_for_timeout(300)
        self.page.screenshot(path=file)

    def close(self):
        """Closes the window; the kernel ends with the server."""
        self.page.close()
