"""install.sh does what it says, on a machine as it may be: spaces in paths, an old java first on the path, no network, no JDK."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import kernels
import pytest
from jupyter_client.kernelspec import get_kernel_spec

ROOT = Path(__file__).resolve().parents[2]
SPEC = Path(get_kernel_spec("wirebook").resource_dir)
JDK = (SPEC / "jdk").read_text().strip()
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "target", "__pycache__", ".ipynb_checkpoints")


@pytest.fixture
def project(tmp_path):
    """A copy of the project in a folder with a space in its name, with the jars already built."""
    copy = tmp_path / "my projects" / "wirebook"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    return copy


def built(project):
    """Puts into a project what the build has made, so that it is not built again."""
    for module in ("app", "deps"):
        shutil.copytree(ROOT / "kernel" / module / "target", project / "kernel" / module / "target")


@pytest.fixture
def environment(tmp_path):
    """An active environment with Jupyter, made quickly by lending it the packages of the present one."""
    env = tmp_path / "my environment"
    subprocess.run([sys.executable, "-m", "venv", env], check=True)
    site = next(env.glob("lib/python*/site-packages"))
    own = next(Path(sys.prefix).glob("lib/python*/site-packages"))
    (site / "lent.pth").write_text(f"{own}\n")
    jupyter = env / "bin" / "jupyter"
    jupyter.write_text(f'#!/bin/sh\nexec "{env}/bin/python" -m jupyter "$@"\n')
    jupyter.chmod(0o755)
    return env


def install(project, *arguments, **variables):
    """Runs install.sh as a person who has only that JDK would; an empty variable is left out."""
    names = {**os.environ, "JAVA_HOME": JDK, "CI": "", "VIRTUAL_ENV": "", "CONDA_PREFIX": "", **variables}
    given = {name: str(value) for name, value in names.items() if value != ""}
    return subprocess.run(
        ["bash", project / "install.sh", *arguments], env=given, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600
    )


def files(*folders):
    """Every file below the folders, with its time and size."""
    return {path: (path.lstat().st_mtime_ns, path.lstat().st_size) for folder in folders for path in folder.rglob("*") if not path.is_dir()}


def test_help_names_every_command(project):
    told = install(project, "--help")
    assert told.returncode == 0
    assert [word for word in ("lab", "test", "uninstall", "WIREBOOK_JAVA") if word not in told.stdout] == []


def test_an_unknown_command_is_refused(project):
    told = install(project, "instal")
    assert told.returncode == 2
    assert "There is no command instal." in told.stderr


def test_a_wish_that_is_no_jdk_is_refused_with_step_cause_and_way_out(project):
    told = install(project, WIREBOOK_JAVA="/nowhere")
    assert told.returncode == 1
    assert "Finding a JDK: WIREBOOK_JAVA is /nowhere, which is not a JDK 25 or newer" in told.stderr
    assert "Way out: " in told.stderr


def test_without_a_network_the_step_the_cause_and_the_way_out_are_told(project, tmp_path):
    built(project)
    told = install(project, PIP_INDEX_URL="http://127.0.0.1:9/", PIP_NO_INDEX="", PIP_FIND_LINKS="", PIP_RETRIES="0", PIP_NO_CACHE_DIR="1")
    assert told.returncode == 1
    assert "✗ Setting up Jupyter in .venv: this command failed" in told.stderr
    assert "Way out: " in told.stderr and "connection to the internet" in told.stderr


def test_an_installation_is_repeatable_and_can_be_taken_back(project, environment, tmp_path):
    built(project)
    home = tmp_path / "home"
    home.mkdir()
    before = set(files(environment))
    variables = {"VIRTUAL_ENV": environment, "HOME": home, "PIP_CACHE_DIR": tmp_path / "cache"}

    first = install(project, **variables)
    assert first.returncode == 0, first.stdout + first.stderr
    where = "from jupyter_client.kernelspec import get_kernel_spec as get; print(get('wirebook').resource_dir)"
    told = subprocess.run([environment / "bin" / "python", "-c", where], capture_output=True, text=True, check=True)
    assert told.stdout.startswith(str(environment))
    assert (environment / "share" / "jupyter" / "kernels" / "wirebook" / "wirebook.aot").exists()

    installed = files(environment, project, home)
    second = install(project, **variables)
    assert second.returncode == 0, second.stdout + second.stderr
    assert files(environment, project, home) == installed

    last = install(project, "uninstall", **variables)
    assert last.returncode == 0, last.stdout + last.stderr
    assert set(files(environment)) == before
    assert not (environment / "share" / "jupyter" / "kernels" / "wirebook").exists()
    assert [path for path in files(home) if "wirebook" in str(path.relative_to(home))] == []
    assert [path for path in files(project) if "target" in path.parts] == []


def test_pip_takes_the_kernel_back_as_well(project, environment):
    built(project)
    assert install(project, VIRTUAL_ENV=environment).returncode == 0
    subprocess.run([environment / "bin" / "python", "-m", "pip", "uninstall", "-q", "-y", "wirebook"], check=True)
    assert not (environment / "share" / "jupyter" / "kernels" / "wirebook").exists()


def find_jdk(places, path="/usr/bin:/bin", **variables):
    """What the search answers, with `places` in the place of the system's."""
    script = (SPEC / "jdk.sh").read_text().replace("/usr/lib/jvm", str(places))
    shell = f'{script}\nif find_jdk; then echo "$JDK"; else echo "none: $NO_JDK"; fi'
    given = {"PATH": path, "HOME": str(places), **{name: str(value) for name, value in variables.items()}}
    return subprocess.run(["/bin/sh", "-c", shell], env=given, capture_output=True, text=True, check=True).stdout.strip()


def fake_jdk(home, version):
    """A folder that looks like a JDK of that version."""
    (home / "bin").mkdir(parents=True)
    (home / "release").write_text(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{version}"\n')
    for name in ("java", "jshell"):
        (home / "bin" / name).write_text("#!/bin/sh\n")
        (home / "bin" / name).chmod(0o755)
    return home


def test_an_old_java_on_the_path_is_passed_over(tmp_path):
    old = fake_jdk(tmp_path / "old", "17.0.15")
    new = fake_jdk(tmp_path / "jvm" / "jdk with space", "25.0.1")
    assert find_jdk(tmp_path / "jvm", path=f"{old}/bin:/usr/bin:/bin", JAVA_HOME=old) == str(new)


def test_the_wish_comes_first_and_may_be_the_java_command(tmp_path):
    wish = fake_jdk(tmp_path / "wish", "27-ea")
    other = fake_jdk(tmp_path / "other", "25")
    assert find_jdk(tmp_path / "jvm", WIREBOOK_JAVA=wish / "bin" / "java", JAVA_HOME=other) == str(wish)


def test_java_on_the_path_may_be_a_chain_of_links(tmp_path):
    home = fake_jdk(tmp_path / "home", "25.0.2")
    (tmp_path / "etc").mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "etc" / "java").symlink_to(home / "bin" / "java")
    (tmp_path / "bin" / "java").symlink_to("../etc/java")
    assert find_jdk(tmp_path / "jvm", path=f"{tmp_path}/bin:/usr/bin:/bin") == str(home)


def test_a_runtime_without_a_compiler_is_no_jdk(tmp_path):
    runtime = fake_jdk(tmp_path / "jvm" / "jre", "25")
    (runtime / "bin" / "jshell").unlink()
    assert find_jdk(tmp_path / "jvm", path="/nowhere").startswith("none: Wirebook needs a JDK 25 or newer and found none")


def download(tmp_path, published):
    """Lets install.sh download a JDK from a stand-in of adoptium.net that publishes this checksum."""
    archive = tmp_path / "jdk.tar.gz"
    fake_jdk(tmp_path / "jdk-25.0.9+1", "25.0.9")
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(tmp_path / "jdk-25.0.9+1", "jdk-25.0.9+1")
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    package = {"checksum": published or checksum, "link": "https://example.org/jdk.tar.gz", "name": "jdk.tar.gz"}
    facts = [{"binary": {"architecture": "x64", "package": package, "updated_at": "2026-01-01"}, "version": {"major": 25}}]
    (tmp_path / "facts.json").write_text(json.dumps(facts, indent=2))
    (tmp_path / "bin").mkdir()
    curl = tmp_path / "bin" / "curl"
    curl.write_text(f'#!/bin/sh\ncase "$2" in -o) cp "{archive}" "$3" ;; *) cat "{tmp_path}/facts.json" ;; esac\n')
    curl.chmod(0o755)
    given = {**os.environ, "PATH": f"{tmp_path}/bin:{os.environ['PATH']}", "XDG_DATA_HOME": str(tmp_path / "data")}
    script = f". '{ROOT}/install.sh'; jdk_by_download"
    told = subprocess.run(["bash", "-c", script], env=given, capture_output=True, text=True, timeout=60)
    return told, tmp_path / "data" / "wirebook" / "jdk"


def test_a_downloaded_jdk_is_unpacked_where_the_search_finds_it(tmp_path):
    told, home = download(tmp_path, published=None)
    assert told.returncode == 0, told.stderr
    assert find_jdk(tmp_path / "jvm", path="/usr/bin:/bin", XDG_DATA_HOME=tmp_path / "data") in (str(home), JDK)
    assert (home / "release").read_text().endswith('JAVA_VERSION="25.0.9"\n')


def test_a_download_with_another_checksum_is_refused(tmp_path):
    told, home = download(tmp_path, published="0" * 64)
    assert told.returncode == 1
    assert "does not have the checksum that Temurin publishes" in told.stderr
    assert not home.exists()


def test_without_a_jdk_the_notebook_says_so():
    with kernels.session(env={**os.environ, "WIREBOOK_JAVA": "/nowhere"}) as kernel:
        answer = kernel.run("1 + 1")
    assert answer.status == "error"
    assert "WIREBOOK_JAVA is /nowhere, which is not a JDK 25 or newer: correct it or unset it." in answer.error


@pytest.mark.parametrize("cache", ["missing", "damaged"])
def test_a_cache_that_cannot_be_used_costs_speed_and_no_word(tmp_path, cache):
    spec = tmp_path / "kernels" / "wirebook"
    shutil.copytree(SPEC, spec)
    (spec / "wirebook.aot").unlink()
    if cache == "damaged":
        (spec / "wirebook.aot").write_bytes(b"no cache at all")
    with (tmp_path / "stderr").open("w") as log, kernels.session(folder=tmp_path / "kernels", stdout=log, stderr=log) as kernel:
        assert kernel.run("1 + 1").text == "2"
    assert (tmp_path / "stderr").read_text() == ""
