"""A library on a server: which one, and signing in to it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from workbench.ui.dialogs import Question, number_field

PORT = 5432


class ServerQuestion(Question):
    """Asks for the server, the library's name there, and the account."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        words = self.tr(
            "Whoever set the library up tells you these. The connection is encrypted, and the server has to "
            "prove who it is."
        )
        self.head(self.tr("Open a library on a server"), words, accept=self.tr("Open"))
        self._host, self._library, self._account = QLineEdit(), QLineEdit(), QLineEdit()
        self._host.setPlaceholderText("library.example.org")
        self._port = number_field(1, 65_535, PORT)
        self.add_fields(
            [
                (self.tr("Server"), self._host),
                (self.tr("Port"), self._port),
                (self.tr("Library"), self._library),
                (self.tr("Account"), self._account),
            ]
        )

    @property
    def address(self) -> str:
        """The library's URL, without a password."""
        from urllib.parse import quote

        account, library = quote(self._account.text().strip()), quote(self._library.text().strip())
        return f"postgresql+psycopg://{account}@{self._host.text().strip()}:{self._port.value()}/{library}"

    def accept(self) -> None:
        """Close only when everything is named."""
        if all(field.text().strip() for field in (self._host, self._library, self._account)):
            super().accept()
        else:
            self.say_problem(self.tr("Name the server, the library and your account."))


class SignInQuestion(Question):
    """Asks for the password of an account on a server, and whether to keep it in the system's keyring."""

    def __init__(self, parent: QWidget | None, library: str, account: str) -> None:
        super().__init__(parent)
        title = self.tr("Sign in to %1").replace("%1", library)
        words = self.tr("Password of the account %1:").replace("%1", account)
        self.head(title, words, accept=self.tr("Sign in"))
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setAccessibleName(self.tr("Password"))
        self._keep = QCheckBox(self.tr("Keep it in the system's keyring"))
        self._keep.setChecked(True)
        self.body.addWidget(self._password)
        self.body.addWidget(self._keep)

    @property
    def password(self) -> str:
        """What was typed."""
        return self._password.text()

    @property
    def is_kept(self) -> bool:
        """Whether it shall be kept in the keyring."""
        return self._keep.isChecked()
