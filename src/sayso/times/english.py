"""The English grammar: its rules in four stages, from single times to the ways they are joined."""

from __future__ import annotations

from sayso.times import build, phrases, portions
from sayso.times import english_words as words
from sayso.times.cascade import stage
from sayso.times.language import Language, Tenses

_LEADS = (
    "<in><of><by><since><until><from><to><between><during><before><after><approx><early><late><mid><earlier><later>"
    "<for><than><as>"
)
_MACROS = {
    "day": "[<num><ordinal>]",
    "month": "[<month><mabbr>]",
    "year": "(?:<comma>?<year>|<of><year>)",
    "of_year": "(?:<comma>|<of>)?[<last><this><next>]<years>",
    "unit": "[<hours><days><weeks><months><years><decades><centuries><weekend>]",
    "span": "[<days><weeks><months><years><decades><centuries><weekend>]",
    "count": "(?:<a>?<vague><of>?|<a>|<num>|<int>|<year>|<count>(?:<dash><count>)?)",
    "edge": "(?:<the>?[<edge><mid>]<of>|<mid><dash>?|[<early><late><earlier><later>][<in><on><dash>]?)",
    "figures": (
        "(?:<clock>[<ampm><hours>]?|<decimal><hours>?|[<num><count>][<ampm><oclock>]|[<year><int>](?:<hours>|(?=<zone>|<local>)))"
        "(?:[<open><comma>]?[<zone><local>]<close>?)*"
    ),
    "minutes": "(?:<half>|<a>?<quarters>|<count>(?:<dash><count>)?<hours>?|<num><hours>?)",
    "point": "[<Date><Wday><Day><Frame>]",
    "dayish": "[<Date><Wday><Day>]",
    "which": "[<last><next><coming><this>]",
}

_ABSOLUTE = (
    # day and month
    ("Date", "(?:<the>?<ordinal>|<num>|<the><ordword>(?=<of>))<of>?{month}{year}", build.dated),
    ("Date", "(?:<the>?<ordinal>|<num>|<the><ordword>(?=<of>))<of>?{month}", build.dated),
    ("Date", "{month}<the>?{day}{year}", build.dated),
    ("Date", "{month}<the>?{day}", build.dated),
    ("Date", "<the>?{day}(?=(?:<comma><the>?{day}){0,3}<comma>?<and><the>?{day}<of>?{month})", build.listed),
    ("Span", "[<from><between>]?<the>?{day}[<dash><to><until><and>]<the>?{day}<of>?{month}{year}?", build.days),
    ("Span", "[<from><between>]?{month}{day}[<dash><to><until><and>]{day}{year}?", build.days),
    ("Span", "<pair><of>?{month}{year}?", build.pair_days),
    ("Date", "<iso>", build.iso),
    ("Date", "<slash>", build.slashed),
    ("Date", "<feast>(?:<comma>?<year>)?", build.feast),
    ("Date", "(?<=[<on><by><since><until><for><before><after>])<the><ordinal>", build.day_of_month),
    (
        "Date",
        "(?<=[<on><by><since><until><before>])<the><ordword>(?=[<comma><stop><mark><close><by><in><at><and><function>]|$)",
        build.day_of_month,
    ),
    ("Date", "(?<=<part><of>)<the><ordinal>", build.day_of_month),
    ("Date", "<the><ordinal><of>(?:<the>?<this>|<last>|<next>|<that>|<the><same>?)<months>", build.day_of_month),
    ("Date", "(?:<the>?<ordinal>|<num>)<of>?{month}{of_year}|{month}{day}{of_year}", build.of_year),
    ("Date", "{month}{day}(?=<comma>?<and>{day}<comma>?<year>)", build.dated_with_next),
    # month and year
    ("Frame", "{month}{of_year}|<the>?<season>{of_year}", build.of_year),
    ("Frame", "{month}(?:<of>|<comma>)?<year>", build.month),
    (
        "Frame",
        f"(?<=[{_LEADS}])<month>|(?<=[<mid><early><late>]<dash>)<month>|(?<=<month>[<and><comma><to><dash>])<month>"
        "|<month>(?=[<and><to><dash>]<month>|<poss>)|(?<=[<the><a><poss><owner>])<month>(?=<other>)",
        build.bare_month,
    ),
    ("Frame", "{which}<month>", build.month_step),
    (
        "Frame",
        f"(?<=[{_LEADS}])<year>|(?<=[<mid><early><late>]<dash>)<year>|(?<=<year>[<and><comma>])<year>"
        "|<year>(?=[<and><comma>]<year>|<poss>)|(?<=[<the><poss><owner>])<year>(?=[<other><name>])|(?<=<a>)<year>(?=<other>)|^<year>(?=<mark>|$)|(?<=<open>)<year>(?=<close>)"
        "|<the>?<years><year>",
        build.year,
    ),
    ("Span", "<year><dash>[<year><num><int>]", build.years),
    ("Frame", "<the>?[<early><late><mid>]?<dash>?<decade>", build.decade),
    ("Frame", "<the>?[<early><late><mid>]?<dash>?[<ordinal><ordword>]<dash>?<centuries>", build.century),
    ("Frame", "{month}?[<num><int><year>]<era>", build.era),
    ("Span", "[<num><int><year>]<dash>[<num><int><year>]<era>", build.era_years),
    ("Frame", "<the>?<season><of>?<year>", build.season),
    (
        "Frame",
        "(?<=[<in><of><during><since><until><before><for><by><early><late><mid><earlier><later>])<the>?<season>"
        "|{which}<season>|<the>?<past><season>",
        build.season,
    ),
    (
        "Frame",
        "<the>?[<ordword><last>]<count>?<num>?[<days><weeks><half>]<of>{month}(?:<of>?<year>)?",
        portions.portion,
    ),
    ("Frame", "<the>?[<ordword><ordinal><last>][<quarters><half>]<of><year>", portions.portion),
    ("Frame", "<the>?[<ordword><last>][<count><num>]<months><of><year>", portions.portion),
    ("Frame", "<the>?[<ordword><ordinal>][<quarters><half>]<of>[<the><this><last>]<years>", portions.portion),
    ("Frame", "<q><of>?<year>", portions.portion),
    ("Frame", "(?<=[<in><of><for><by>])<the>[<ordword><ordinal>]<quarters>", portions.portion),
    # the time of day in words
    ("Part", "[<year><int>](?=<mark>)", portions.clock),
    (
        "Part",
        "(?<=[<at><approx><since><until><by><after><before><from><between>])(?:{minutes}[<past><to>])?[<count><num>]<oclock>?"
        "(?:<in><the>|<at>)<part>|[<clock><decimal>](?:<in><the>|<at>)<part>",
        portions.hour_of,
    ),
    (
        "Part",
        "(?<=[<at><approx><since><until><after><before><from>]){minutes}[<past><to>][<count><num><part>]",
        portions.hour,
    ),
    (
        "Part",
        "(?<=[<since><until>])<approx>?<count>(?=[<stop><comma><mark><and><function>]|$)|(?<=[<at><since><until>])<approx>?<count>(?=<on>[<weekday><the>])",
        portions.hour,
    ),
    # time of day
    ("Part", "{figures}(?:<open>{figures}<close>)?", portions.clock),
    ("Part", "[<from><between>]?[<num><clock>][<to><and><dash><until>]{figures}", portions.clock),
    ("Part", "<the>?[<early><late><mid>]?<dash>?<part><hours>?", phrases.part),
    ("Part", "<the>?<early><hours>", phrases.part),
)

_RELATIVE = (
    (
        "Wday",
        "<weekday>|{which}<weekday>|<this>[<past><coming>]<weekday>|<the>?<previous><weekday>|<the><following><weekday>",
        phrases.weekday,
    ),
    ("Wday", "<weekday>[<of><in>]?[<last><this><next>]<weeks>", phrases.weekday),
    ("Day", "<today>", phrases.day(0)),
    ("Day", "<yesterday>", phrases.day(-1)),
    ("Day", "<tomorrow>", phrases.day(1)),
    ("Day", "<tonight>", phrases.day(0, part="night")),
    ("Day", "<the>?<days><before><yesterday>", phrases.day(-2)),
    ("Day", "<the>?<days><after><tomorrow>", phrases.day(2)),
    ("Day", "<last><part>", phrases.part_of(-1)),
    ("Day", "<this><part>", phrases.part_of(0)),
    ("Day", "<that>(?:<same>|<early>|<late>)?<part>|<the><same><part>", phrases.part_of(0, "text")),
    ("Day", "<the>?<previous><part>|<the><part>[<before><previous>]", phrases.part_of(-1, "text")),
    ("Day", "<the><part><same>", phrases.part_of(0, "text")),
    ("Day", "<the><following><part>|<the>?<next><part>", phrases.part_of(1, "text")),
    ("Day", "{count}(?:{unit}|<part>)<ago>|{unit}<ago>", phrases.shift(-1, "published")),
    ("Day", "{count}(?:{unit}|<part>)<earlier>|{unit}<earlier>", phrases.shift(-1, "text")),
    ("Day", "{count}{unit}<before>(?=[<comma><stop><mark><and>]|$)", phrases.shift(-1, "text")),
    ("Day", "{count}(?:{unit}|<part>)<later>|{unit}<later>", phrases.shift(1, "text")),
    ("Day", "{count}{unit}<after>(?=[<comma><stop><mark>]|$)", phrases.shift(1, "text")),
    ("Day", "<the><days><before>(?=[<comma><stop><mark><and><in><at><on><of>]|$)", phrases.day(-1, "text")),
    ("Day", "<the><days><after>(?=[<comma><stop><mark><and><in><at><on>]|$)", phrases.day(1, "text")),
    ("Frame", "(?:<the><this>|{which})[<weeks><months><years><decades><centuries><weekend>]", phrases.frame(None)),
    ("Frame", "<the>?<that><same>?{span}|<the><same>{span}", phrases.frame(0, "text")),
    ("Frame", "<the>?<previous>{span}", phrases.frame(-1, "text")),
    ("Span", "(?<=[<during><in><for>])<the><next>{unit}", phrases.window(1)),
    ("Frame", "<the><following>{span}|<the><next>{span}|<next><days>", phrases.frame(1, "text")),
    ("Frame", "<the><weekend>", phrases.frame(0)),
    ("Frame", "<the>?<years><poss><edge>", phrases.frame(0)),
    ("Frame", "<the>?<past><weekend>", phrases.frame(-1)),
    ("Span", "(?<=<since>)<the><edge><of><the><this>?[<weeks><months><years>]", phrases.opened),
    ("Frame", "<the>?[<edge><mid>]<of><the><days>", phrases.day(0, "text")),
    ("Frame", "<the>?[<edge><mid>]<of><the><this>?[<weeks><months><years>]", phrases.frame(0, "either")),
    (
        "Frame",
        "<the>[<weeks><months><years>]<before>(?=[<comma><stop><mark><and><in><at><on><of>]|$)",
        phrases.frame(-1, "text"),
    ),
    ("Wday", "<the><weekday><before>(?=[<comma><stop><mark><and>]|$)", phrases.weekday),
    ("Frame", "(?<=<a>)<weekend>(?=<other>)", phrases.frame(0)),
    ("Frame", "[<earlier><later><early><late>]<in><the>[<weeks><months><years>]", phrases.frame(0, "either")),
    ("Frame", "[<earlier><later><early><late>]<in><the><days>", phrases.day(0, "text")),
    ("Span", "<the>[<last><past>]{unit}|<the>?[<last><past>]{count}{unit}", phrases.window(-1)),
    ("Span", "<the>?[<next><coming>]{count}{unit}|<the>?<coming>{unit}", phrases.window(1)),
    ("Span", "<the>?<recent>{unit}", phrases.unknown),
    ("Span", "(?<=<in>)<approx>?{count}(?:<dash><count>)?{unit}", phrases.deadline),
    ("Span", "<for>[<the><a>][<ordword><ordinal>]<consec>?<days>(?:<in><a><other>|<consec>)?", phrases.streak),
    ("Time", "<since><then>", phrases.since_then),
    ("Over", "<overnight>", phrases.overnight),
)

_PARTED = (
    (
        "Date",
        "<Wday>(?:<comma>|<the>)?<Date>|<Wday><open><Date><close>|<Date><open><Wday><close>",
        phrases.weekday_date,
    ),
    ("Date", "<wabbr><comma>?<Date>", phrases.abbreviated_date),
    ("Date", "<Wday><comma>?<the><ordinal>", build.day_of_month),
    ("Date", "(?<=<Date><and>){day}(?:<comma>?<year>)?", build.tail_day),
    ("Frame", "{edge}<Frame>", phrases.edged),
    ("Day", "{edge}{dayish}", phrases.edged),
    ("Time", "[<from><between>]<Part>[<to><until><and>]<Part>(?!<on>|<of>|{dayish})", phrases.parts),
    ("Part", "[<from><between>]<Part>[<to><until><and><dash>]<Part>", phrases.parts),
)

_TIMED = (
    ("Day", "<Part><comma>?[<of><on><from><in>]?{dayish}", phrases.with_part),
    ("Day", "<Part><comma>?<on>?{dayish}<Part>", phrases.with_parts),
    (
        "Day",
        "{dayish}<poss>?<comma>?[<at><in><on><during><by>]?<approx>?<the>?<Part>(?![<of><from><between>]|<on>{dayish})",
        phrases.with_part,
    ),
    ("Day", "{count}[<days><weeks><months><years>][<before><after>]<the>?{point}", phrases.moved),
    ("Day", "<the><days>[<before><after>]{point}", phrases.moved),
    ("Time", "<Over><on>?{dayish}", phrases.overnight_on),
    ("Time", "<Over><to>{dayish}", phrases.overnight_into),
    ("Time", "<Over>[<from><between>]?{dayish}[<to><and><dash>]{dayish}", phrases.overnight_range),
    ("Span", "[<from><between>]?{dayish}(?:[<to><until><and>]<the>?|<dash>){dayish}", phrases.ranged),
    ("Span", "[<from><between>]?<Frame>(?:[<to><until><and>]<the>?|<dash>)<Frame>", phrases.ranged),
    ("Span", "<from>{point}[<to><until>]{point}", phrases.ranged),
)

_JOINED = (
    ("Span", "[<from><between>]?{dayish}(?:[<to><until><and>]<the>?|<dash>){dayish}", phrases.ranged),
    ("Time", "<Part>[<of><from><between>]?<Span>", phrases.of_range),
    ("Time", "(?:<approx>|<more><than>){point}", phrases.about),
    ("Time", "(?<=[<at><by><before><after><approx><since><until><from>])<Part>", phrases.bare_part),
    ("Time", "(?<=<as><of>)<Part>|(?<=[<in><during>])<Part>|<Part>", phrases.bare_part),
)

_STARTS = "(?=[^<other><name><function><counted><owner><tail><stop><mark><comma><close><poss>])"

ENGLISH = Language(
    lexicon=words.LEXICON,
    stages=tuple(stage(rules, _MACROS, _STARTS) for rules in ((*_ABSOLUTE, *_RELATIVE), _PARTED, _TIMED, _JOINED)),
    tenses=Tenses(
        past=words.PAST,
        future=words.FUTURE,
        promised=words.PROMISED,
        being=words.BEING,
        past_ending="ed",
        infinitive="to",
        deadline=words.DEADLINE,
        limit=words.LIMIT,
        due=words.DUE,
        perfect="had",
        granted=words.GRANTED,
        on=words.ON,
        onset=words.ONSET,
        saying=words.SAYING,
        unmarked=words.UNMARKED,
        unable=words.UNABLE,
        negation="not",
        agent="by",
        auxiliary=words.AUXILIARY,
    ),
)
