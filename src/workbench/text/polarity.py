"""Negation in Chinese and in English: strict cues on one side, every possible counterpart on the other."""

from __future__ import annotations

import re

_TRAPS = re.compile(
    r"能不能|会不会|是不是|要不要|可不可以|不得不|不能不|不会不|不可或缺|不得已|没有不|无不|莫不|不能再|并不是不|不是没有|"
    r"有没有|没有任何区别|没有什么区别|没有比|没有之一|不得而知|从未如此|从未像|不能忽视|不能低估|不会放过|并非不|"
    r"不得人心|不能自拔|迫不得已|巴不得|恨不得|怪不得|舍不得|不得了|了不得|不会不|不能够?不|没有.{0,12}就没有|只不过|还没有?.{0,6}就|没有.{1,12}就不"
)
_STRICT = re.compile(
    r"没有|不能|不得|不会|尚未|并未|从未|不允许|严禁|不准|无人(?!机|驾驶|车|艇|船|区|售货|值守|超市|商店|岛|化)|并非|不予|不再|未能|未经|不许|禁止(?=.)|不应(?!求)|不可(?!或缺|避免|思议|逾越)|决不|绝不|毫不|毫无"
)
_PROHIBITS = re.compile(r"不允许|严禁|不准|不得(?!不|已|了|而知|人心)|不许|禁止|不予")
_ALLOWS = re.compile(r"(?<![不未没])(?<!不被)(?:允许|准许|批准|许可)")
_NEGATION = re.compile(
    r"\b(?:no|not|none|nobody|nothing|nowhere|neither|nor|never|without|cannot|unable|fail\w*|lack\w*|refus\w*|ban|bans|"
    r"banned|banning|prohibit\w*|prevent\w*|avoid\w*|free (?:of|from)|instead|rather than|only|few|fewer|less|little|"
    r"hardly|barely|scarcely|rarely|seldom|stop\w*|ceas\w*|deny|denie[sd]|denial|reject\w*|forbid\w*|forbade|exclu\w*|"
    r"absen\w*|missing|missed|yet to|beyond|except|unless|until|zero|nil|void|restrict\w*|oppos\w*|halt\w*|cancel\w*|"
    r"suspend\w*|block\w*|withh\w*|declin\w*|abandon\w*|no longer|too \w+ (?:to|for)|remain\w* to be|still|"
    r"otherwise|outlaw\w*|devoid|eliminat\w*|eradicat\w*|exempt\w*|spared?|regardless|doubt\w*|bar(?:s|red)?|"
    r"ended|runs? out|ran out|out of|far from|anything but|nowhere|non-?\w+|anyone else|so far|alone|vacan\w*|escap\w*|"
    r"independen\w*|keep\w* from|hinder\w*|crack\w* down|strict\w*|pending|drones?|unmanned|self-\w+|lost|loses?|losing)\b"
    r"|n[’'‘`]t\b|\w{3,}less\b|-free\b"
    r"|\bun(?!der|i[tvqfo]|til|cle)\w{4,}|\b(?:il(?=le?g|lic)|ir(?=re[glpsv])|im(?=p(?:oss|rop|erf|art|rac)|mor|mat))\w{5,}"
    r"|\bin(?=ca|abil|adeq|appr|acti|acc[eu]|comp[el]|compat|cons[ie]st|correct|suff|val|vis|evit|effec|eff|express|defin|"
    r"diff|dispen|flex|form(?:al)|frequ|just|sec|sign|stab|toler|exp[el]|human|numer|separ|sep|conclu)\w{4,}"
    r"|\bdis(?=agr|allow|appr|cont|qual|reg|sat|cour|app|miss|resp|tru|conn|prov|obey|hon)\w{4,}"
    r"|\b(?:mis|mal)(?=unders|lead|use|con|tak|judg|calc)\w+",
    re.IGNORECASE,
)
_STRONG_NEGATION = re.compile(
    r"\b(?:no|not|none|nobody|nothing|neither|nor|never|without|cannot|unable|fail\w*|refus\w*|ban|bans|banned|banning|"
    r"prohibit\w*|prevent\w*|forbid\w*|forbad\w*|reject\w*|den(?:y|ie\w*)|disallow\w*|unless|illegal\w*|stop\w*|strict\w*(?! (?:allow|permit))|"
    r"outlaw\w*|block\w*|bar|bars|barred|only|un\w+|non\w*|less|few|oppos\w*|avoid\w*|restrict\w*)\b|n[’'‘`]t\b",
    re.IGNORECASE,
)
_PERMITS = re.compile(r"\b(?:[Aa]llow(?:s|ed|ing)?|[Pp]ermit(?:s|ted|ting)?|may|[Cc]an)\b")
_FORBIDS = re.compile(
    r"\b(?:forbid(?:s|den|ding)?|forbade|prohibit(?:s|ed|ing)?|bans?|banned|banning)\b", re.IGNORECASE
)
_SOURCE_LIMITS = re.compile(r"[不未没无非否禁限拒撤取]|暂缓")


def strict_cue(source: str) -> tuple[int, int] | None:
    """Return the first sure negation of a Chinese text, traps such as 能不能 and 不得不 left aside."""
    traps = [match.span() for match in _TRAPS.finditer(source)]
    for match in _STRICT.finditer(source):
        if not any(start < match.end() and match.start() < end for start, end in traps):
            return match.span()
    return None


def may_be_negative(target: str) -> bool:
    """Tell whether an English text has anything that can stand for a negation."""
    return _NEGATION.search(target) is not None


def flipped(source: str, target: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return both spans where one side forbids and the other, without any negation, allows."""
    prohibits, permits = _PROHIBITS.search(source), _PERMITS.search(target)
    if prohibits and permits and not _STRONG_NEGATION.search(target) and not _TRAPS.search(source):
        return prohibits.span(), permits.span()
    allows, forbids = _ALLOWS.search(source), _FORBIDS.search(target)
    if allows and forbids and not _SOURCE_LIMITS.search(source):
        return allows.span(), forbids.span()
    return None
