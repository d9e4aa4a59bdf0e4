"""Every setting, declared once: from here come the stored value, the form, the flag and the docs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workbench.errors import WorkbenchError
from workbench.sentences import say, template


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a library can decide for itself; `group` is the page of the form it stands on."""

    name: str
    label: str
    help: str
    default: str
    group: str
    choices: tuple[str, ...] = ()
    is_valid: Callable[[str], bool] | None = None

    def check(self, value: str) -> str:
        """Return `value` as it will be stored; raise `WorkbenchError` naming what is allowed."""
        value = value.strip()
        if self.choices and value not in self.choices:
            allowed = ", ".join(self.choices)
            raise WorkbenchError(
                say(
                    "The setting {name} cannot be “{value}”. Choose one of: {allowed}.",
                    name=self.name,
                    value=value,
                    allowed=allowed,
                )
            )
        if self.is_valid is not None and not self.is_valid(value):
            raise WorkbenchError(
                say(
                    "The setting {name} cannot be “{value}”. {help}",
                    name=self.name,
                    value=value,
                    help=self.help,
                )
            )
        return value


ON_OFF = ("off", "on")
RETURN_REASONS = (
    template("wrong fact"),
    template("missing text"),
    template("wrong name or title"),
    template("term"),
    template("style"),
    template("language"),
)
"""What is offered until a library has its own."""


def _is_zone(value: str) -> bool:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def _is_percent(value: str) -> bool:
    return value.isdigit() and 1 <= int(value) <= 100


def _is_points(value: str) -> bool:
    return value.isdecimal() and 0 <= int(value) <= 100


def is_server_address(value: str) -> bool:
    """Tell whether text can be sent there: https, or http on this computer, and no password in it; "" is allowed."""
    if not value:
        return True
    try:
        parts = urlsplit(value)
        has_port = parts.port is None or 0 < parts.port < 65536
    except ValueError:
        return False
    is_here = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_here)
    return is_safe and bool(parts.hostname) and has_port and "@" not in parts.netloc and not parts.query


def _is_site(value: str) -> bool:
    return not value or value.startswith(("https://", "http://"))


def _is_amount(value: str) -> bool:
    return value.isdigit()


_STEP = re.compile(r"\s*[^=\s][^=]*(=\s*(translator|reviewer|editor|admin)\s*)?")
"""A step of the review: its name, and the role its approver has to hold besides."""


def _is_steps(value: str) -> bool:
    return all(_STEP.fullmatch(step) for step in value.split(";"))


DECLARED: tuple[Setting, ...] = (
    Setting(
        "time_zone",
        say("Time zone"),
        say("A name such as Asia/Shanghai."),
        "Asia/Shanghai",
        "library",
        (),
        _is_zone,
    ),
    Setting(
        "allow_self_approval",
        say("Allow approving one's own work"),
        say("Printed on everything that was approved so."),
        "off",
        "review",
        ON_OFF,
    ),
    Setting(
        "strict_four_eyes",
        say("Another reviewer for the reviewer's own changes"),
        say("With this on, an approver who rewrote something needs a second reviewer."),
        "off",
        "review",
        ON_OFF,
    ),
    Setting(
        "review_steps",
        say("Review steps"),
        say(
            "Names of the steps in order, separated by semicolons, such as 一审;二审;三审. With “=editor” behind a name "
            "its approver has to be an editor as well."
        ),
        "review",
        "review",
        (),
        _is_steps,
    ),
    Setting(
        "return_reasons",
        say("Reasons for returning"),
        say("Offered when a reviewer sends text back, separated by semicolons."),
        ";".join(RETURN_REASONS),
        "review",
    ),
    Setting(
        "page_template",
        say("Template of web pages"),
        say("site.html, plain.html, or the name of a file in the folder of templates."),
        "site.html",
        "publishing",
    ),
    Setting(
        "template_folder",
        say("Folder of templates"),
        say("Where templates of your own lie; empty: in the program's data folder."),
        "",
        "publishing",
    ),
    Setting(
        "origin_statement",
        say("Where the sentences came from"),
        say("Written into the sign-off sheet and its record: machine, memory or people, and who read them."),
        "on",
        "publishing",
        ON_OFF,
    ),
    Setting(
        "site_address",
        say("Where pages stand on the web"),
        say("Such as https://www.example.cn/{language}/; empty: pages of all languages lie in one folder."),
        "",
        "publishing",
        (),
        _is_site,
    ),
    Setting(
        "allow_private_addresses",
        say("Import from private network addresses"),
        say("Off keeps the program from reaching into the office's own network."),
        "off",
        "import",
        ON_OFF,
    ),
    Setting(
        "memory_minimum",
        say("Lowest memory match"),
        say("A number from 1 to 100: the score in percent from which a match is offered."),
        "70",
        "memory",
        (),
        _is_percent,
    ),
    Setting(
        "memory_domain",
        say("Only pairs of this domain"),
        say("Suggestions come from pairs of this domain alone; empty: from all."),
        "",
        "memory",
    ),
    Setting(
        "memory_origin",
        say("Only pairs of this origin"),
        say("Suggestions come from pairs confirmed here, aligned from published pages, or imported alone."),
        "any",
        "memory",
        ("any", "confirmed", "aligned", "tmx"),
    ),
    Setting(
        "memory_penalty_machine",
        say("Points off for machine text"),
        say("A number from 0 to 100, taken off the score shown for a remembered machine draft."),
        "10",
        "memory",
        (),
        _is_points,
    ),
    Setting(
        "memory_penalty_unreviewed",
        say("Points off for unreviewed text"),
        say("A number from 0 to 100, taken off the score shown for a pair that no reviewer approved."),
        "2",
        "memory",
        (),
        _is_points,
    ),
    Setting(
        "memory_penalty_old",
        say("Points off for old text"),
        say("A number from 0 to 100, taken off the score shown for a pair older than the years below."),
        "2",
        "memory",
        (),
        _is_points,
    ),
    Setting(
        "memory_old_after_years",
        say("Years until a pair counts as old"),
        say("A number from 0 to 100; 0 means never."),
        "10",
        "memory",
        (),
        _is_points,
    ),
    Setting(
        "memory_penalty_foreign",
        say("Points off for text from elsewhere"),
        say("A number from 0 to 100, taken off the score shown for a pair that was imported from a file."),
        "5",
        "memory",
        (),
        _is_points,
    ),
    Setting(
        "spelling",
        say("Spelling"),
        say("Center, program, labor or centre, programme, labour."),
        "us",
        "style",
        ("us", "uk"),
    ),
    Setting(
        "grammar",
        say("Grammar"),
        say("Quiet notes by Harper, where the extra “grammar” is installed."),
        "off",
        "style",
        ON_OFF,
    ),
    Setting(
        "headline_case", say("Headlines"), say("Capitals in headlines."), "title", "style", ("title", "off")
    ),
    Setting("headline_words", say("Longest headline"), say("Words; empty: any length."), "12", "style"),
    Setting(
        "small_numbers",
        say("Numbers under ten"),
        say("Three firms, but 3 percent."),
        "words",
        "style",
        ("words", "off"),
    ),
    Setting("figure_at_start", say("No figure at the start of a sentence"), "", "on", "style", ("on", "off")),
    Setting(
        "percent",
        say("Percent"),
        say("In running text."),
        "percent",
        "style",
        ("percent", "%", "per cent", "off"),
    ),
    Setting(
        "chinese_magnitudes",
        say("No “hundred million” and “ten thousand yuan”"),
        "",
        "on",
        "style",
        ("on", "off"),
    ),
    Setting(
        "thousands_comma",
        say("Comma from four digits"),
        say("1,200 but not in years."),
        "on",
        "style",
        ("on", "off"),
    ),
    Setting(
        "date_ordinals",
        say("No ordinals in dates"),
        say("April 2, not April 2nd."),
        "on",
        "style",
        ("on", "off"),
    ),
    Setting("clock", say("Times of day"), say("2:30 p.m. or 14:30."), "off", "style", ("12", "24", "off")),
    Setting("quotes", say("Quotation marks"), "", "curly", "style", ("curly", "straight", "off")),
    Setting("apostrophes", say("Curly apostrophes"), "", "off", "style", ("off", "on")),
    Setting(
        "currency",
        say("Chinese currency"),
        say("1.2 billion yuan or RMB1.2 billion."),
        "yuan",
        "style",
        ("yuan", "RMB", "off"),
    ),
    Setting("honorifics", say("No Mr. and Ms. for officials"), "", "on", "style", ("on", "off")),
    Setting(
        "title_capitals",
        say("Capitals of offices"),
        say("Governor Xu, but Xu Dazhe, governor."),
        "on",
        "style",
        ("on", "off"),
    ),
    Setting("comma_after_that", say("No comma after “stressed that”"), "", "on", "style", ("on", "off")),
    Setting(
        "exchange_rates",
        say("Exchange rates"),
        say(
            "Yuan for one unit, and the day: USD 7.10, EUR 7.70 (2026-11-01). Amounts in brackets are checked by them."
        ),
        "",
        "style",
    ),
    Setting("headline_tense", say("Headlines in the present tense"), "", "on", "style", ("on", "off")),
    Setting(
        "figures_from_ten",
        say("Figures from ten"),
        say("12 firms, but three firms."),
        "on",
        "style",
        ("on", "off"),
    ),
    Setting(
        "figures_with_units",
        say("Figures with units"),
        say("5 percent, 2 million, 3 kilometers."),
        "on",
        "style",
        ("on", "off"),
    ),
    Setting(
        "range_in_full",
        say("Both ends of a range in full"),
        say("6 million to 18 million."),
        "off",
        "style",
        ("on", "off"),
    ),
    Setting("percentage_points", say("Percentage points spelled out"), "", "on", "style", ("on", "off")),
    Setting(
        "date_order",
        say("Order of dates"),
        "",
        "April 2, 2020",
        "style",
        ("April 2, 2020", "2 April 2020", "off"),
    ),
    Setting(
        "dateline",
        say("Dateline of the lead"),
        say("wire: CHANGSHA, April 2 --"),
        "none",
        "style",
        ("none", "wire", "off"),
    ),
    Setting(
        "stops_inside_quotes",
        say("Commas and stops inside quotation marks"),
        "",
        "on",
        "style",
        ("on", "off"),
    ),
    Setting("should_chains", say("No chains of “should”"), "", "on", "style", ("on", "off")),
    Setting("weekdays", say("No weekdays that the Chinese does not name"), "", "off", "style", ("off", "on")),
    Setting(
        "piled_words", say("No piles of “further”, “actively” and the like"), "", "on", "style", ("on", "off")
    ),
    Setting("caption_tense", say("Captions in the present tense"), "", "on", "style", ("on", "off")),
    Setting(
        "quoted_first", say("“Two Sessions” in quotation marks at first"), "", "on", "style", ("on", "off")
    ),
    Setting("party_post_first", say("Party post before government post"), "", "on", "style", ("on", "off")),
    Setting("name_comma", say("No comma in Chinese names"), "", "on", "style", ("on", "off")),
    Setting(
        "keep_precision",
        say("Keep the precision of the source"),
        say("3.48亿 is 348 million, not about 350 million; headlines may round."),
        "on",
        "style",
        ("on", "off"),
    ),
    Setting("abbreviations", say("Abbreviations are introduced"), "", "on", "style", ("on", "off")),
    Setting("allow_gloss", say("Chinese in brackets is allowed"), "", "no", "style", ("yes", "no")),
    Setting("outdated_forms", say("Point out outdated official forms"), "", "on", "style", ("on", "off")),
    Setting(
        "reporting_date",
        say("A dropped reporting date"),
        say("How it is pointed out: 26日称, 27日获悉."),
        "warning",
        "style",
        ("warning", "note", "off"),
    ),
    Setting(
        "fill_repetitions",
        say("Fill identical sentences on confirming"),
        say("The same sentence elsewhere in the article gets the same text, as a draft to be confirmed."),
        "on",
        "editor",
        ON_OFF,
    ),
    Setting(
        "smart_quotes",
        say("Curly quotes and dashes while typing"),
        say(
            "Straight quotes become curly ones and two hyphens a dash; Backspace right after takes that back."
        ),
        "off",
        "editor",
        ON_OFF,
    ),
    Setting(
        "engine_order",
        say("Draft engines in order"),
        say("Their keys, in the order in which they are offered and stand beside the text."),
        "memory,deepl,chat,ctranslate2",
        "engines",
    ),
    Setting(
        "allow_remote_engines",
        say("Text may be sent to draft servers"),
        say("Off keeps every text on this computer; the first use of DeepL or a server elsewhere asks."),
        "off",
        "engines",
        ON_OFF,
    ),
    Setting(
        "engine_suggestions",
        say("Ask draft engines beside the text"),
        say("What an engine answers stands among the suggestions; a server counts its characters once."),
        "on",
        "engines",
        ON_OFF,
    ),
    Setting(
        "draft_limit",
        say("Characters to draft at a time"),
        say(
            "A number: at most so many source characters are sent when many articles are drafted; 0 sets no limit."
        ),
        "0",
        "engines",
        (),
        _is_amount,
    ),
    Setting(
        "deepl_server",
        say("DeepL server"),
        say("Empty for DeepL's own, or an address beginning with https:// (http:// on this computer only)."),
        "",
        "engines",
        (),
        is_server_address,
    ),
    Setting(
        "deepl_formality",
        say("DeepL formality"),
        say("Where the language has one."),
        "default",
        "engines",
        ("default", "prefer_more", "prefer_less"),
    ),
    Setting(
        "deepl_model",
        say("DeepL model"),
        say("Quality or speed; default leaves it to DeepL."),
        "default",
        "engines",
        ("default", "prefer_quality_optimized", "quality_optimized", "latency_optimized"),
    ),
    Setting(
        "deepl_glossary",
        say("Preferred terms as a DeepL glossary"),
        say("Kept on the DeepL account, one a library and language."),
        "on",
        "engines",
        ON_OFF,
    ),
    Setting(
        "chat_server",
        say("Chat server"),
        say("The address of an OpenAI-compatible server, such as http://localhost:11434/v1."),
        "",
        "engines",
        (),
        is_server_address,
    ),
    Setting("chat_model", say("Chat model"), say("The model's name as its server knows it."), "", "engines"),
    Setting(
        "ctranslate2_folder",
        say("CTranslate2 model"),
        say("The folder of a converted Chinese–English model with its SentencePiece files."),
        "",
        "engines",
    ),
)

BY_NAME = {setting.name: setting for setting in DECLARED}


def setting(name: str) -> Setting:
    """Return the declaration of `name`; raise `WorkbenchError` listing what exists."""
    if name not in BY_NAME:
        raise WorkbenchError(
            say("There is no setting {name}. There are: {names}.", name=name, names=", ".join(BY_NAME))
        )
    return BY_NAME[name]
