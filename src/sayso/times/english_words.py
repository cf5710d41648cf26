"""The English words of time, by kind."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.times.lexicon import Lexicon


def _each(words: str) -> list[str]:
    return words.split()


_MONTHS = _each("january february march april may june july august september october november december")
_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
                 "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
_WEEKDAYS = _each("monday tuesday wednesday thursday friday saturday sunday")
_SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
                   "sun": 6}  # fmt: skip
_COUNTS = _each(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_ORDINALS = _each("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_LATE_ORDINALS = _each("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = (
    "dawn daybreak sunrise predawn",
    "morning mornings",
    "afternoon afternoons",
    "evening evenings dusk sunset nightfall",
    "night nights midnight nighttime",
    "noon midday noontime",
)
_KINDS = {
    "hours": "hour hours minute minutes hrs",
    "days": "day days",
    "weeks": "week weeks",
    "months": "month months",
    "years": "year years",
    "decades": "decade decades",
    "centuries": "century centuries",
    "quarters": "quarter quarters",
    "half": "half",
    "weekend": "weekend weekends",
    "vague": "few several couple many dozens",
    "the": "the",
    "a": "a an",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "by": "by",
    "from": "from",
    "to": "to through into",
    "until": "until till",
    "since": "since",
    "between": "between",
    "and": "and",
    "during": "during over throughout",
    "for": "for",
    "early": "early",
    "late": "late",
    "mid": "mid middle",
    "earlier": "earlier",
    "later": "later",
    "ago": "ago",
    "before": "before",
    "after": "after",
    "following": "following",
    "last": "last",
    "past": "past",
    "next": "next",
    "coming": "coming upcoming",
    "this": "this current",
    "that": "that",
    "same": "same very",
    "previous": "previous preceding prior",
    "recent": "recent",
    "approx": "towards toward near around about approximately roughly nearly almost circa some",
    "more": "more less",
    "than": "than",
    "consec": "consecutive straight successive running",
    "then": "then",
    "every": "every each",
    "as": "as",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "local": "local",
    "function": (
        "he she it they we i you me us him them there who which when while but or nor so yet with without were was "
        "is are had has have also not will would could said says against if because"
    ),
    "owner": "its his her their our my your",
    "counted": (
        "resolution resolutions "
        "people persons men women children civilians fighters soldiers troops militants rebels gunmen prisoners "
        "detainees refugees families houses homes villages buildings vehicles trucks tanks rockets missiles shells "
        "drones dead killed wounded injured casualties deaths victims dollars euros pounds lira tonnes tons kilograms "
        "kg km kilometres kilometers metres meters miles feet per percent rounds bodies residents members "
        "workers police officers passengers hostages migrants inhabitants strong"
    ),
    "tail": (
        "brigade brigades battalion battalions division regiment corps front movement movements street road avenue "
        "boulevard square bridge hospital school schools stadium airport airbase base camp university mosque alliance "
        "coalition group party martyrs company unit neighbourhood neighborhood district tower towers dam prison park "
        "market times telegraph mirror tribune mail express post committee forces "
        "brotherhood"
    ),
}
_PHRASES = {
    **{f"twenty-{word}": ("ordword", 20 + number) for number, word in enumerate(_ORDINALS[:9], 1)},
    "thirty-first": ("ordword", 31),
    "local time": ("local", 0),
    "o'clock": ("oclock", 0),
    "o’clock": ("oclock", 0),
    "in the course of": ("during", 0),
    "in question": ("same", 0),
    "first light": ("part", 0),
    "pre-dawn": ("part", 0),
    "small hours": ("part", 4),
    "wee hours": ("part", 4),
    "first hours": ("part", 4),
    "forenoon": ("part", 1),
    "New Year": ("feast", 101),
    "Candlemas": ("feast", 202),
    "New Year's Eve": ("feast", 1231),
    "New Year’s Eve": ("feast", 1231),
    "New Year's Day": ("feast", 101),
    "New Year’s Day": ("feast", 101),
    "Christmas Eve": ("feast", 1224),
    "Christmas Day": ("feast", 1225),
    "Christmas": ("feast", 1225),
    "Boxing Day": ("feast", 1226),
    "Valentine's Day": ("feast", 214),
    "Valentine’s Day": ("feast", 214),
    "International Women's Day": ("feast", 308),
    "International Women’s Day": ("feast", 308),
    "May Day": ("feast", 501),
    "Armistice Day": ("feast", 1111),
    "9/11": ("feast", 20010911),
    "Ramadan": ("feast", 0),
    "Eid al-Fitr": ("feast", 0),
    "Eid al-Adha": ("feast", 0),
    "Ashura": ("feast", 0),
    "Arbaeen": ("feast", 0),
    "Easter Sunday": ("feast", 0),
    "Easter Monday": ("feast", 0),
    "Easter": ("feast", 0),
    "Good Friday": ("feast", 0),
    "Palm Sunday": ("feast", 0),
    "Yom Kippur": ("feast", 0),
    "Passover": ("feast", 0),
    "Nowruz": ("feast", 0),
    "USA Today": ("name", 0),
    "USA TODAY": ("name", 0),
    "Bloody Sunday": ("name", 0),
    "Black Friday": ("name", 0),
    "Black September": ("name", 0),
    "Q1": ("q", 1),
    "Q2": ("q", 2),
    "Q3": ("q", 3),
    "Q4": ("q", 4),
}

# Finite verbs that tell what was, and words that point ahead of the publication date.
PAST = frozenset(
    _each(
        "said told was were had did has took began broke fell fled fought gave got hit held kept killed left lost made "
        "met put ran rose saw sent shot spoke stood struck went won wrote came became brought caught found"
        " arose ate beat bent bit bled blew bore bought bound bred built burnt burst chose clung crept cut"
        " dealt died dug drank drew drove fed felt flew forbade forced forgot froze grew heard hid hung hurt"
        " knelt knew laid lay led lent let lied lit meant mistook overran overthrew overtook paid quit rang"
        " read rebuilt rode sang sank sat seized shed shone shook shrank shut slept slid sold sought spent"
        " sprang spread stole stormed strode stuck stung swam swept swore swung thought threw tied tore tried"
        " trod undertook wept withdrew withstood woke wore wound used"
    )
)
FUTURE = frozenset(
    _each(
        "will shall won would could may might must due scheduled slated expected planned plans planning upcoming "
        "deadline ultimatum ahead going hopes intends wants poised plan expect expects hope intend threaten "
        "threatens ll unless resume resumes expires begins starts ends"
    )
)
PROMISED = frozenset(
    _each(
        "likely agreed vowed pledged promised threatened ordered urged called demanded asked voted decided told warned "
        "is are was were"
    )
)
DEADLINE = frozenset(_each("for starting beyond"))
LIMIT = frozenset(_each("until till from within"))
DUE = frozenset({"by"})
GRANTED = frozenset(
    _each(
        "gave given set extended prolonged postponed adjourned deferred delayed put closed suspended "
        "halted cancelled canceled banned barred remanded shut grounded advised prohibited"
    )
)
ON = frozenset(_each("on at least late early about around the"))
SAYING = frozenset(
    _each(
        "said says told announced reported confirmed stated added declared claimed denied explained wrote posted "
        "warned accused blamed published issued broadcast released quoted acknowledged admitted insisted argued spoke "
        "noted stressed condemned"
    )
)
UNMARKED = frozenset(_each("shut hit let put cut set hurt bid burst spread quit read"))
UNABLE = frozenset({"could"})
AUXILIARY = frozenset(_each("was were had has have been is are"))
ONSET = frozenset(_each("since"))
BEING = frozenset(_each("be been being get getting to stay stays remain remains"))


def _numbered(kind: str, words: Iterable[str], first: int) -> dict[str, tuple[str, int]]:
    return {word: (kind, number) for number, word in enumerate(words, first)}


def _words() -> dict[str, tuple[str, int]]:
    words = {word: (kind, 1) for kind, listed in _KINDS.items() for word in listed.split()}
    words |= _numbered("month", _MONTHS, 1) | _numbered("weekday", _WEEKDAYS, 0)
    words |= _numbered("count", _COUNTS, 1) | _numbered("ordword", [*_ORDINALS, *_LATE_ORDINALS], 1)
    for kind, valued in (("mabbr", _SHORT_MONTHS), ("wabbr", _SHORT_WEEKDAYS), ("season", _SEASONS), ("count", _TENS)):
        words |= {word: (kind, value) for word, value in valued.items()}
    words |= {word: ("part", number) for number, listed in enumerate(_PARTS) for word in listed.split()}
    words |= dict.fromkeys(_each("beginning start outset"), ("edge", 1)) | dict.fromkeys(
        _each("end close eve"), ("edge", 0)
    )
    words |= {
        "within": ("in", 2),
        "fortnight": ("weeks", 2),
        "fortnights": ("weeks", 2),
        "dozen": ("vague", 0),
        "latter": ("ordword", 2),
    }
    words |= dict.fromkeys(_each("gmt utc bst cet cest est edt msk eet eest"), ("zone", 0))
    return words | {"bc": ("era", -1), "bce": ("era", -1), "ad": ("era", 1), "ce": ("era", 1)}


LEXICON = Lexicon(
    words=_words(),
    capitalised=frozenset({"month", "mabbr", "weekday", "wabbr", "era", "zone"}),
    dotted=tuple(short.capitalize() for short in (*_SHORT_MONTHS, *_SHORT_WEEKDAYS)),
    phrases=_PHRASES,
    ordinal_endings=("st", "nd", "rd", "th"),
    possessive=r"['’]s\b|(?<=s)['’](?=\s)",
    ampm=r"[ap]\.\s?m\.?|[ap]m\b",
    marks={
        ".": "stop",
        "!": "stop",
        "?": "stop",
        ";": "stop",
        ",": "comma",
        "-": "dash",
        "–": "dash",
        "—": "dash",
        "(": "open",
        ")": "close",
    },
)
