"""The reference of the code can be built, and there is a sentence about everything in it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
SOURCE = HOME / "src" / "workbench"
OVERRIDES_OF_QT = {"ui"}
"""Packages in which a method may be Qt's own under its camelCase name."""


def undescribed(path: Path) -> list[str]:
    """Return the public classes, functions and methods of a module without a docstring."""
    found = []
    for owner in [(tree := ast.parse(path.read_text("utf-8"))), *ast.walk(tree)]:
        if not isinstance(owner, ast.Module | ast.ClassDef) or getattr(owner, "name", "").startswith("_"):
            continue
        for node in owner.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                is_private = ast.get_docstring(node) is None and not _is_overload(node)
                found += [f"{path.relative_to(HOME)}:{node.lineno} {node.name}"] if is_private else []
    return found


def _is_overload(node: ast.FunctionDef | ast.ClassDef) -> bool:
    return any(
        "overload" in ast.unparse(mark) or "setter" in ast.unparse(mark) for mark in node.decorator_list
    )


def test_everything_public_is_described():
    files = [path for path in SOURCE.rglob("*.py") if not {"_resources", "versions"} & set(path.parts)]
    assert [name for path in files for name in undescribed(path)] == []


def test_the_reference_is_built_by_one_command(tmp_path):
    pytest.importorskip("pdoc")
    code = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(HOME / "tools")!r})
import reference
assert len(reference.modules()) > 300
reference.build(Path(sys.argv[1]), "workbench.model")
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, capture_output=True)
    page = (tmp_path / "workbench" / "model" / "passage.html").read_text("utf-8")
    assert "What a check, matcher or engine may see of an article" in page
    assert (tmp_path / "index.html").exists()
