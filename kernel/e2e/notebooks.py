"""Runs notebooks in the installed kernel and compares what they show with what is saved in them, octet for octet.

    python notebooks.py [--accept] [NOTEBOOK…]      all notebooks of the project if none is named; --accept saves what they show
"""

import argparse
import difflib
import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
METADATA = {
    "kernelspec": {"display_name": "Java (Wirebook)", "language": "java", "name": "wirebook"},
    "language_info": {"file_extension": ".java", "mimetype": "text/x-java", "name": "java"},
}


def everything():
    """All notebooks of the project, in order."""
    return sorted(path for path in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def run(path):
    """The notebook with the outputs of a fresh run; raises nbclient's error if a cell fails that is not tagged `raises-exception`."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="wirebook",
        timeout=120,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    )
    return client.execute()


def difference(saved, fresh):
    """How the outputs of two versions of a notebook differ, as a text; empty if they do not."""
    lines = []
    for number, (old, new) in enumerate(zip(saved.cells, fresh.cells, strict=True), 1):
        if old.cell_type == "code":
            lines += difflib.unified_diff(shown(old), shown(new), f"cell {number}, saved", f"cell {number}, now", lineterm="", n=1)
    return "\n".join(line[:400] for line in lines)


def shown(cell):
    """What a code cell shows, in lines that are easily compared; nothing is left out, and consecutive writes to a stream are one."""
    outputs = []
    for output in cell.outputs:
        if outputs and output.output_type == "stream" and output.name == outputs[-1].get("name"):
            outputs[-1] = {**outputs[-1], "text": outputs[-1]["text"] + output.text}
        else:
            outputs.append(output)
    return json.dumps([cell.execution_count, outputs], indent=1, ensure_ascii=False, sort_keys=True).replace("\\n", "\\n\n").splitlines()


def accept(path, fresh):
    """Saves a fresh run, with nothing in it that is another machine's."""
    fresh.metadata = nbformat.from_dict(METADATA)
    for cell in fresh.cells:
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in sorted(cell.metadata) if key in ("tags", "slideshow")})
    path.write_text(nbformat.writes(fresh) + "\n", encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--accept", action="store_true", help="save what the notebooks show now")
    arguments.add_argument("notebooks", nargs="*", type=Path)
    options = arguments.parse_args()
    changed = 0
    for path in options.notebooks or everything():
        fresh = run(path)
        difference_now = difference(nbformat.read(path, as_version=4), fresh)
        changed += bool(difference_now)
        print(f"{path}: {'changed' if difference_now else 'as saved'}\n{difference_now}".rstrip())
        if options.accept:
            accept(path, fresh)
    sys.exit(changed > 0 and not options.accept)


if __name__ == "__main__":
    main()
