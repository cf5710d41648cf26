"""What two spellings of one name have in common.

A name written in Arabic or Cyrillic reaches an English report by one of many romanisations: consonants are written in
a few ways each, vowels in nearly any. So a name's key has two parts: the *skeleton*, its consonants in classes, by
which it is looked up; and the *melody*, the kind of vowel between each two of them, which has to agree well enough.
Without the melody Tartus would be Tortosa; with the vowels as they are written Hasakah would not be Hasakeh.

The classes follow the tables of BGN/PCGN, ISO 233 and ISO 9 beside the habits of the English, French and Turkish press.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.places.melody import NONE, UNKNOWN, UNVOCALISED, VOWEL, agree, at, kind, last_kind

_PUNCTUATION = re.compile(r"[^\w\s]|_")
_APOSTROPHES = re.compile("['’‘`´ʼʻʾʿˈʹ\u0640\u200c\u200d]")
_SPACE = re.compile(r"\s+")
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "e"})
_ARABIC_LETTERS = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "ھ": "ه", "ٱ": "ا"})


@dataclass(frozen=True, slots=True)
class Key:
    """A skeleton such as "hsk~" and a melody: three bits a slot, first lowest, bit 31 where vowels are unwritten."""

    skeleton: str
    melody: int


def fold(name: str) -> str:
    """Return the name as it is compared letter for letter.

    Case, marks on letters, apostrophes and an English article say nothing about which place is meant; hyphens and
    spaces are used for one another; Persian and Arabic keyboards have different code points for the same letter.
    """
    plain = _APOSTROPHES.sub("", _without_marks(name)).translate(_PLAIN).translate(_ARABIC_LETTERS)
    folded = _SPACE.sub(" ", _PUNCTUATION.sub(" ", plain)).strip()
    return folded.removeprefix("the ") or folded


def without_article(folded: str) -> str:
    """Return a folded name without an Arabic article before it: Anbar is Al Anbar, letter for letter."""
    return _FIRST_ARTICLE.sub("", folded) or folded


_FIRST_ARTICLE = re.compile(r"^(?:[ae]l|[ae](ch|dh|sh|th|[dnrstz])h?(?= \1)) |^ال(?=\w{3})")


def _without_marks(text: str) -> str:
    """Return the text in small letters without the marks on them."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def keys(name: str) -> tuple[Key, ...]:
    """Return the keys of the name, one for each way to read it.

    None for a name in a script without a table, and none for one of a single consonant: it would meet half the world.
    """
    spelt, unvocalised = _in_latin(name)
    found = dict.fromkeys(_key(reading, unvocalised=unvocalised) for reading in _readings(spelt))
    return tuple(key for key in found if len(key.skeleton.strip(VOWEL)) >= _FEWEST)


def meet(one: str, other: str) -> bool:
    """Say whether two spellings may be of one name: the same letters, or one skeleton and melodies that agree."""
    if fold(one) == fold(other):
        return True
    theirs = keys(other)
    return any(
        mine.skeleton == key.skeleton and agree(mine.skeleton, mine.melody, key.melody)
        for mine in keys(one)
        for key in theirs
    )


# ---- into Latin ----

_ARABIC_SCRIPT = re.compile("[\u0621-\u06d5]")
_ARTICLE = "ال"
_FEWEST = 2  # consonants


@cache
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    """Return the table of marked Latin letters and that of the other scripts."""
    raw = tomllib.loads(files("sayso.places").joinpath("scripts.toml").read_text("utf-8"))
    return str.maketrans(raw["latin"]), str.maketrans(raw["cyrillic"] | raw["arabic"])


def _in_latin(name: str) -> tuple[str, bool]:
    """Spell the name in Latin letters, words apart; say also whether its script leaves short vowels out."""
    marked, scripts = _tables()
    lower = unicodedata.normalize("NFC", name.casefold())
    if lower.isascii():
        return fold(lower), False
    unvocalised = _ARABIC_SCRIPT.search(lower) is not None
    if unvocalised:
        lower = " ".join(_without_article(word) for word in _without_marks(lower).split())
    latin = fold(_YI.sub("i", lower.translate(marked))).translate(scripts)
    return _unwritten_vowels(latin) if unvocalised else latin, unvocalised


_YI = re.compile("ї|йі")


def _without_article(word: str) -> str:
    """Take the written article off: news in Latin letters drops it as often as not (Raqqa, Ar-Raqqah)."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word


def _unwritten_vowels(latin: str) -> str:
    """Mark a vowel of unknown kind where alif or ʿayn begins a word, and write a last h as the a it stands for.

    ʿayn within a word is left out, as the press leaves it out; a last h is tāʾ marbūṭa without its dots or is silent.
    """
    return re.sub(r"ħ\b", "a", re.sub(r"\b[aʿ]", UNKNOWN, latin).replace("ʿ", ""))


# ---- readings ----

_READINGS: tuple[tuple[str, str, str], ...] = (  # where this is in a name: what is read, and as what
    ("g", r"g(?!h)", "h"),  # Cyrillic г: Russian g, Ukrainian and Belarusian h (Lugansk, Luhansk)
    ("g", r"g(?!h)", "j"),  # Arabic ج is g in Egypt and Sudan, j elsewhere (Giza, Jizah)
    ("q", r"q", "g"),  # Arabic ق is g in the speech of Sudan, Libya and Iraq (Kaduqli, Kadugli)
    ("c", r"c(?!h)", "j"),  # Turkish and Kurdish c (Cerablus, Jarablus)
    ("ch", r"ch", "sh"),  # French ch (Choueifat, Shuwayfat)
    ("ch", r"ch", "kh"),  # German and Polish ch (Charkow, Kharkov)
    ("dh", r"dh", "z"),  # Arabic ظ and ذ are z in the cities and in Iran (Abu Dhabi, Abu Zabi)
    ("w", r"w", "v"),  # German and Polish w; Persian و (Rostow, Rostov; Ahwaz, Ahvaz)
    ("x", r"x", "kh"),  # Kurdish, Azeri and Ukrainian x (Xerson, Kherson)
    ("ye", r"^ye", "e"),  # Russian е at the start is said ye and written either way (Yekaterinburg, Ekaterinburg)
    ("o", r"(?<=[bcdfghjklmnpqrstvxz])o\b", "e"),  # Russian neuter -o is Ukrainian -e (Kurakhovo, Kurakhove)
    ("iv", r"[iy]?iv(?=k|\b)", "ov"),  # Ukrainian i in a closed syllable is Russian o (Kharkiv, Kharkov)
    ("aya", r"aya\b", "a"),  # Russian feminine -aya is Ukrainian -a (Lozovaya, Lozova)
    ("nb", r"n(?=b)", "m"),  # n before b is said, and often written, m (Manbij, Membij)
    ("vu", r"^vu(?=[bcdfghjklmnpqrstxz])", "u"),  # Ukrainian vu- is Russian u- (Vuhledar, Uhledar)
    (
        "ov",
        r"ov(?=[bcdfghkmnpqstz])",
        "ol",
    ),  # Ukrainian ov in a closed syllable may be Russian ol (Vovchansk, Volchansk)
    ("tsia", r"tsia\b", "tsa"),  # Ukrainian -tsia is Russian -tsa (Vinnytsia, Vinnitsa)
    ("izhzhia", r"izhzhia\b", "ozhye"),  # Ukrainian -izhzhia is Russian -ozhye (Zaporizhzhia, Zaporozhye)
    ("tz", r"tz", "ts"),  # Hebrew and German tz (Netzarim, Netsarim)
    ("gu", r"gu(?=[eiy])", "g"),  # French gu before e and i (Gueskerou, Geskeru)
    ("ts", r"ts(?=[iey])", "t"),  # Belarusian ts is Russian t before i and e (Vitsebsk, Vitebsk)
    ("g", r"g$", "k"),  # a last g, d or b is said, and often written, k, t or p (Kremenchug, Kremenchuk)
    ("d", r"d$", "t"),
    ("b", r"b$", "p"),
    ("i", r"(?<=[a-z]{5}[bdgklmnprstvz])i$", ""),  # the Georgian -i is left off in Russian (Tskhinvali, Tskhinval)
    ("e", r"(?<=[bcdfgjklmnpqrstvxz])e$", ""),  # French writes a mute e after a last consonant (Sirte, Surt)
)
_COMPILED = tuple((letters, re.compile(pattern), instead) for letters, pattern, instead in _READINGS)


def _readings(spelt: str) -> Iterator[str]:
    """Yield the spelling and what it is to a reader of another language, where one letter says two things."""
    yield spelt
    for letters, pattern, instead in _COMPILED:
        if letters in spelt and (read := pattern.sub(instead, spelt)) != spelt:
            yield read


# ---- words that come and go ----

_ARTICLES = frozenset({"al", "el", "ul", "il", "l"})
_ASSIMILATED = re.compile(r"\b[aeiu](ch|dh|sh|th|[dnrstz])h? (?=\1)")
_GLUED = re.compile(r"(?<= )(?:[aeiu]([dnrstz])(?=\1)|al(?=[^aeiou]))")
_PARTICLES = {
    "abu": "bu", "abou": "bu", "albu": "bu", "bou": "bu", "ibn": "bin", "ben": "bin", "bur": "port",
}  # fmt: skip


def _words(spelt: str) -> str:
    """Drop the Arabic article, assimilated (ez-Zor), glued (Ezzor) or plain (al-), and bring particles into one form.

    The article stays where nothing else is left, and glued to a first word, where it cannot be told from a name's own
    first letters (Aleppo, Addis). `Abu`, `Bou` and `Albu` are one word in three places.
    """
    bare = _GLUED.sub("", _ASSIMILATED.sub("", spelt))
    words = [_PARTICLES.get(word, word) for word in bare.split()]
    kept = [word for word in words if word not in _ARTICLES]
    return "".join(kept or words)


# ---- consonants in classes, vowels in kinds ----

_VOWELS = "aeiouyw" + UNKNOWN
_CLASSES = {
    "shch": "S", "tsch": "C", "tch": "C", "sch": "S", "dzh": "J", "sh": "S", "ch": "C", "kh": "h", "gh": "g",
    "zh": "J", "dj": "J", "dh": "d", "th": "t", "ph": "f", "ck": "k", "rh": "r", "cc": "k", "x": "ks", "q": "k",
    "c": "k", "j": "J", "ħ": "h", "ÿ": "y",
}  # fmt: skip
_LETTERS = re.compile("|".join([*_CLASSES, "[aeiouyw]+", UNKNOWN, "[a-z]", "[0-9]+"]))
_SOFT_C = re.compile("c(?=[eiy])(?!h)")
_INITIAL_Y = re.compile(r"^y(?=[aeou])")
_CONSONANT_W = re.compile(r"^(?:w|ou|u)(?=[aeio])|(?<=[aei])(?:w|ou)(?=[aeiy])")


def _key(reading: str, *, unvocalised: bool) -> Key:
    """Part a reading into skeleton and melody."""
    text = _CONSONANT_W.sub("v", _INITIAL_Y.sub("ÿ", _SOFT_C.sub("s", _words(_final_h(reading)))))
    skeleton: list[str] = []
    melody, vowel = 0, NONE
    for found in _LETTERS.findall(text):
        if found[0] in _VOWELS:
            vowel = kind(found)
            if not skeleton:
                skeleton.append(VOWEL)
            continue
        for consonant in _CLASSES.get(found, found):
            melody, vowel = _append(skeleton, consonant, melody, vowel), NONE
    if vowel and skeleton[-1] != VOWEL:
        vowel = last_kind(found)
        melody |= at(len(skeleton), vowel)
        skeleton.append(VOWEL)
    return Key("".join(skeleton), melody | UNVOCALISED if unvocalised else melody)


def _append(skeleton: list[str], consonant: str, melody: int, vowel: int) -> int:
    """Add a consonant after a vowel, or none; return the melody with that vowel in the consonant's slot.

    A doubled consonant counts once: the doubling of Arabic is written or not (Raqqa, Raqa).
    """
    if vowel == NONE and skeleton and skeleton[-1] == consonant:
        return melody
    melody |= at(len(skeleton), vowel)
    skeleton.append(consonant)
    return melody


def _final_h(spelt: str) -> str:
    """Drop the h of a final -ah or -eh: Arabic tāʾ marbūṭa is written a, ah, e or eh (Hasaka, Hasakeh)."""
    return re.sub(r"[ae]h\b", "a", spelt)
