"""Who wrote an article, as papers of the world sign it: 정하늘 기자, 记者 李明, Di Elisa Zanon."""

import re

from crawler.page.names import is_name

_LENGTH_MOST = 120  # characters
_BETWEEN_NAMES = re.compile(r"\s*,\s*|\s+(?:und|et|y|e|og|och|en|i|и|та|&)\s+")
# "Of" and "by" before a name; they open other lines, too.
_BY = re.compile(
    r"^(?:von|par|por|di|door|av|af|przez|yazan|haber|tekst|text|texte|texto|testo|autor|autora|auteur|autore"
    r"|автор|текст|מאת|لەلایەن|از|تحریر)\s*[:：]?\s+(?P<name>\S.*)$",
    re.IGNORECASE,
)
_KOREAN_NAMES = r"[가-힣]{2,4}(?:\s?[·,ㆍ]\s?[가-힣]{2,4}){0,3}"
_HAN = r"[\u3400-\u9fff]"
_KANA_HAN = r"[\u3040-\u30ff\u3400-\u9fff々]"
_EASTERN = re.compile(
    rf"""^(?:
        (?:[가-힣]{{1,6}}\s?=\s?)?{_KOREAN_NAMES}\s?(?:선임|수석|전문|객원|인턴|대학생)?\s?
        (?:기자|특파원|논설위원|통신원|편집위원)(?:\s?\S+@\S+)?
      | (?:(?:文章|新闻|稿件)?(?:来源|來源)|作者|撰文|撰稿|文|记者|記者|特约记者)\s?[:：丨／/]\s?\S.{{0,30}}
      | {_HAN}{{0,8}}(?:记者|記者)\s?{_HAN}{{2,4}}(?:[、\s]{_HAN}{{2,4}}){{0,3}}
      | (?:取材・文|文・写真|聞き手|執筆|構成|文)\s?[=＝:：・／/]\s?{_KANA_HAN}.{{1,20}}
      | {_KANA_HAN}{{2,8}}\s?(?:記者|編集委員|論説委員|支局長)
    )$""",
    re.VERBOSE,
)


def is_world_byline(text: str) -> bool:
    """True for a short line that says nothing but who wrote an article.

    >>> [is_world_byline(text) for text in ("정하늘 기자", "来源：滨海日报", "Von Annika Böttcher", "Von der Küste")]
    [True, True, True, False]
    """
    if len(text) > _LENGTH_MOST:
        return False
    if _EASTERN.match(text):
        return True
    signed = _BY.match(text)
    if signed is None or signed["name"][0].islower():
        return False
    return is_name(signed["name"]) or all(map(is_name, _BETWEEN_NAMES.split(signed["name"])))
