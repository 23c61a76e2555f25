"""Codes and signs of currencies as they stand at an amount, mostly glued to it: EUR30.5 million, Rs500, 5m USD."""

from collections.abc import Mapping

_UNITS = {
    "dollar": "usd aud nzd cad sgd hkd",
    "euro": "eur",
    "pound": "gbp egp le",
    "lira": "lbp syp try tl",
    "rial": "sar qar qr omr yer irr",
    "dinar": "kwd kd iqd jod jd bhd lyd tnd dzd",
    "dirham": "aed dhs dh mad",
    "shekel": "ils nis",
    "rouble": "rub",
    "yuan": "cny rmb",
    "yen": "jpy",
    "rupee": "inr pkr rs",
    "franc": "chf xof xaf",
}
UNIT_OF_CODE: Mapping[str, str] = {code: unit for unit, codes in _UNITS.items() for code in codes.split()}
"""Code in small letters -> what is counted, as `crawler.numerals.units` has it."""
CODE = "|".join(sorted(UNIT_OF_CODE, key=lambda code: (-len(code), code)))
"""Any of them in a folded text, where it is glued to the amount."""
APART = "|".join(code for code in CODE.split("|") if code not in {"try", "mad", "le", "rub"})
"""Those that are no words, where a space stands between."""
