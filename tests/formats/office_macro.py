"""LibreOffice at work: a macro in a throw-away profile opens a file, changes it and saves it, as a reader would."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" script:language="StarBasic">{code}</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Work"/></library:library>
"""
_CODE = """
Sub Change
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
  doc.RecordChanges = {tracked}
  finder = doc.createReplaceDescriptor()
  finder.SearchString = "{before}"
  finder.ReplaceString = "{after}"
  finder.SearchCaseSensitive = True
  doc.replaceAll(finder)
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  doc.storeToURL("{out}", kind())
  doc.close(True)
  StarDesktop.terminate()
End Sub
"""


def replace_words(source: Path, out: Path, before: str, after: str, *, tracked: bool) -> None:
    """Let LibreOffice replace words in a DOCX and save it; with `tracked` the change is recorded."""
    profile = out.parent / "profile"
    basic = profile / "user" / "basic" / "Standard"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # The first start makes the profile, and would write over a module that is there already.
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=150)
    basic.mkdir(parents=True, exist_ok=True)
    words = {"source": source.as_uri(), "out": out.as_uri(), "before": before, "after": after}
    code = _CODE.format(tracked="True" if tracked else "False", **words)
    (basic / "Work.xba").write_text(_MODULE.format(code=escape(code)), "utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
    macro = "macro:///Standard.Work.Change"
    subprocess.run([*command, macro], check=True, capture_output=True, timeout=150)
