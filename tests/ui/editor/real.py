"""A real library with one article in it, for tests that look into it."""

from __future__ import annotations

from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.staffing import add_person
from workbench.library.library import open_library
from workbench.model.kinds import Role
from workbench.ui.editor.bound_desk import BoundDesk

ARTICLE = """许达哲主持召开国际友城工作会议

4月2日，省委副书记、省长许达哲主持召开会议，研究国际友城工作。他强调，要推动友城工作高质量发展。

一季度，湖南实现进出口总额3.5亿元，同比增长12.6%。吴兰指出，国际友城工作具有重要意义。

要坚持以高质量为核心，突出各友城和地区的特点、优势与需求，扩大经贸合作。
"""


class RealLibrary:
    """A library in a folder, a translator, and the key of its article."""

    def __init__(self, folder) -> None:
        self.library = open_library(folder / "test.workbench")
        self.person = add_person(self.library, "Translator A", [Role.TRANSLATOR])
        report = ImportReport()
        import_pasted(self.library, ARTICLE, report, by=self.person.id)
        self.key = report.added[0].key
        self.other = ""

    def desk(self) -> BoundDesk:
        return BoundDesk(self.library, self.person.id)

    def rows(self):
        from workbench.desk.reading import open_edition

        return open_edition(self.library, self.key, "en").rows
