"""The `sayso` command: each subcommand parses, makes one call of the workspace, and shows what came back.

With `--json` standard output holds one document; new names may be added to it, none is renamed or dropped:

- `read`: a reading, `sayso/reading/1`
- `add`: `sayso/add/1` with `workspace`, `reports` [`id`, `file`, `new`, `claims`], `refused` [`file`, `origin`,
  `error`]
- `list`: `sayso/list/1` with `words`, `total`, `offset`, `limit`, `reports`
- `show`: `sayso/show/1` with `report`, `version`, `versions`, `custody`, `reading`
- `incidents`: `sayso/incidents/1` with `incidents`, `contradictions`, `total`, `unlinked` [`report`, `because`]
- `incident`: `sayso/incident/1` with `incident`, its contradictions inside, and `accepted` [REPORT:CLAIM] by a person
- `why`: `sayso/why/1` with `a`, `b`, `together`, `because`, `incidents`, `origin`, `origin_because`, `places`, `copied`
- `source`: `sayso/source/1` with `source`, whose `said`, `relayed`, `cited_by`, `cites`, `corroborated`, `denied` and
  `withdrawn` hold the claims behind each number
- `judge` and `alias`: `sayso/judgement/1` with `judgement` [`id`, `kind`, `by`, `at`, `about`, `names`, `grade`,
  `undoes`, `why`, `models`, `previous`, `hash`]; their `list`: `sayso/judgements/1` with `judgements`, each also
  `undone_by`; `--orphaned`: `sayso/orphans/1`, each also `because`
- `judge grade` of a claim, without a grade: `sayso/proposal/1` with `claim`, `proposal` [`grade`, `because`]
- `export --preview`: `sayso/redactions/1` with `preview` [`events`, `claims`, `unreviewed`, `undated`, `withheld`
  [`kind`, `words`, `instead`, `because`, `found`]]; without it the format asked for, as `docs/exports.md` has it
- `brief --format json`: `sayso/briefing/1` with `made`, `profile`, `scope`, `incidents`
- `reread`: `sayso/reread/1` with `workspace`, `reports` [`id`, `file`, `claims`], `refused`, `orphaned`
- `verify`: `sayso/verify/1` with `sound`, `reports`, `findings` [`severity`, `sentence`]
- `doctor`: `sayso/doctor/1` with `fine`, `checks` [`name`, `fine`, `says`, `cure`]
- `serve`: `sayso/serve/1` with `address`, then it serves
- `demo`: `sayso/demo/1` with `reports`, `claims`, and `address`, or with `--check` `pages` and `seconds`
- a failure: `sayso/error/1` with `error` {`name`, `cause`, `cure`}; the same words stand on standard error

The exit code is 0, that of the error (see `sayso.errors`), 1 where `doctor` finds something amiss, 2 for a wrong
command line, 130 after Ctrl-C.
"""

from sayso.cli.entry import main

__all__ = ["main"]
