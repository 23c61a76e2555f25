"""Names by their sound: how surely an Arabic word is an English name, by the consonant skeletons of both."""

from functools import lru_cache

from crawler.alignment.skeletons import MIN_LENGTH, MIN_LENGTH_FOR_EDIT, arabic_skeletons, latin_skeletons, shortened

# A name of three consonants meets another word by accident, one of four rarely.
_SURENESS = {3: 0.6, 4: 0.85}
_SURENESS_OF_EDIT = 0.55


def sounds_of_english(word: str) -> tuple[str, ...]:
    """Keys of a word: it shares one with every Arabic word that may be the same name."""
    return _keys(_latin(word))


def sounds_of_arabic(word: str) -> tuple[str, ...]:
    """Keys of a word, see `sounds_of_english`.

    >>> sorted(set(sounds_of_english("Austin")) & set(sounds_of_arabic("أوستن")))
    ['stn']
    """
    return _keys(_arabic(word))


@lru_cache(maxsize=50_000)
def _keys(skeletons: tuple[str, ...]) -> tuple[str, ...]:
    """The skeletons, and for those that are long enough what is left where one letter is another, or one too many."""
    keys = dict.fromkeys(skeletons)
    for skeleton in skeletons:
        if len(skeleton) >= MIN_LENGTH_FOR_EDIT:
            keys |= dict.fromkeys(f"~{one}" for one in (skeleton, *shortened(skeleton)))
    keys.pop("", None)
    return tuple(keys)


@lru_cache(maxsize=200_000)
def name_sureness(english: str, arabic: str) -> float:
    """How surely an Arabic word is an English name, by their skeletons; 0 where it is not."""
    best = 0.0
    for left in _latin(english):
        for right in _arabic(arabic):
            if left == right and len(left) >= MIN_LENGTH:
                best = max(best, _SURENESS.get(len(left), 1.0))
            elif min(len(left), len(right)) >= MIN_LENGTH_FOR_EDIT and _is_one_edit_apart(left, right):
                best = max(best, _SURENESS_OF_EDIT)
    return best


def _is_one_edit_apart(left: str, right: str) -> bool:
    if len(left) == len(right):
        return sum(one != other for one, other in zip(left, right, strict=True)) == 1
    shorter, longer = sorted((left, right), key=len)
    return len(longer) - len(shorter) == 1 and shorter in shortened(longer)


def is_short_name(english: str, arabic: str) -> bool:
    """True where both have the same one or two consonants: Lloyd and لويد, beside a surer name."""
    right = set(_arabic(arabic))
    return any(0 < len(left) < MIN_LENGTH and left in right for left in _latin(english))


@lru_cache(maxsize=50_000)
def _latin(word: str) -> tuple[str, ...]:
    return latin_skeletons(word)


@lru_cache(maxsize=50_000)
def _arabic(word: str) -> tuple[str, ...]:
    return arabic_skeletons(word)
