import json
import os
import tempfile
from argparse import RawDescriptionHelpFormatter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, DjangoHelpFormatter

from mentoring.matching import BadProblem, read, solve

FORMAT = """\
input, a JSON object in UTF-8 (only "id", and "capacity" of mentors, are required; all else may be missing or empty):

  {"policy": {"goal": "everyone_first" | "floor" | "best_total", "floor": int, "weights": {part: int},
              "country_cap": percent | null, "min_one_per_mentor": bool, "locks": [[mentee, mentor]],
              "forbid": [[mentee, mentor]], "keep": [[mentee, mentor]], "keep_bonus": int},
   "mentors": [{"id", "capacity", "country", "institution", "languages": [], "topics": [], "library_types": [],
                "free": [[start, end]], "avoid": [mentee ids]}],
   "mentees": [{"id", "tier": int, "country", "institution", "languages": [], "topics": [], "library_type",
                "free": [[start, end]], "prefers": [mentor ids], "avoid": [mentor ids]}],
   "scores": {mentee: {mentor: int}}}

  Ids are strings, compared by code point. "free" is in half-open whole minutes since Monday 00:00 UTC,
  0 <= start < end <= 10080, merged where they touch or overlap; missing or empty on either side means unknown.
  "topics" of a mentee and "prefers" are ranked, the most wanted first; the first of a mentee's "languages" is her
  own. A higher "tier" is served first; it is 0 unless given. Names not listed here are ignored.
  Refused: a duplicate or unknown id, a negative capacity, score, weight or cap, a number that is not whole, a mentee
  locked twice, a mentor named twice in one "prefers".

rules, in this order; a pair is removed by the first that it breaks:
  self         the same id on both sides
  forbid       listed in the policy
  avoid        either names the other
  institution  equal and not empty
  language     none is shared
  topic        topics are wanted, and none of them is offered
  overlap      both "free" are known, and they share less than 120 minutes
  capacity     the mentor has no place at all
  floor        goal "floor" only: the score is below it
  With "scores", a pair not listed there is removed by "not_scored", and of the others only forbid, capacity and
  floor apply.

score, the sum of these parts, each rounded down; "weights" replaces 55, 20, 10, 10 and 5:
  topics       55 * (sum of r over the wanted topics that are offered) // (sum of r over all wanted), where r counts
               down from the number of topics to 1; 0 if none is wanted
  prefers      20 * (n - position) // n, position from 0, n the length of "prefers"; 0 if he is not named
  library_type 10 if the mentee's is in the mentor's list, or that list is empty
  overlap      10 * min(shared minutes, 600) // 600; 0 if unknown
  language     5 if the mentee's first language is shared
  With "scores" the only part is "given".

goals, each of its sums counting only among the results that are best by the sums before it:
  everyone_first  (the default) the number matched in the highest tier, then in the next, ...; then, with
                  "min_one_per_mentor", the mentors with at least one; then the sum of scores, with "keep_bonus" added
                  for pairs in "keep"; then the number of kept pairs
  floor           the same without pairs that score below "floor"
  best_total      the sum of scores and bonuses, then the number matched, then the kept pairs; no tiers
  "country_cap": mentees of one country take at most max(1, all places * cap // 100) places; an empty country is not
  capped. If several results are still equal, a lot decides that hangs on the ids alone (mentoring.matching.draw).

locks are placed first, in order of mentee id. A lock that breaks a rule (but for the floor), finds its mentor full
("capacity") or its country at the cap ("country_cap") is reported and not placed. Locked pairs count for the cap.

output:

  {"pairs": [{"mentee", "mentor", "score", "parts": {part: int}, "locked": bool}],       by mentee id
   "matched": int, "total": int,                                            total: scores without bonuses
   "unmatched": [{"mentee", "rules": {rule: count}}],     one rule per mentor; "taken": allowed, and lost to another
   "refused_locks": [{"mentee", "mentor", "rule"}],
   "shortage": {"mentees": [ids], "places": int, "unmatched_at_least": int} | null,
   "exact": bool, "input_sha256": hex, "engine": "name version"}

  "shortage" looks at the pairs that the rules leave, before locks and cap: the mentees who compete for too few
  places (in a maximum matching, all that alternating paths reach from one who is left over; the same set for every
  maximum matching), and the places of all mentors they may have; null if all could be placed.
  "exact" is false if pairs were pruned: above 2,000 people on a side and 4,000,000 pairs, without "scores".
  "input_sha256" is of the input as JSON in UTF-8 without spaces, keys sorted, people sorted by id, lists of pairs and
  other lists without an order sorted. The order of the input changes nothing in the output.

exit status: 0, or 2 for a file that cannot be read as above: one line on standard error names the id and the field,
and no output is written.
"""


class _AsWritten(DjangoHelpFormatter, RawDescriptionHelpFormatter):
    pass


class Command(BaseCommand):
    help = "Pair mentees with mentors: read a problem, write the best result with its reasons."
    requires_system_checks = []

    def create_parser(self, prog_name, subcommand, **kwargs):
        return super().create_parser(
            prog_name, subcommand, epilog=FORMAT, formatter_class=_AsWritten, **kwargs
        )

    def add_arguments(self, parser):
        parser.add_argument("--input", required=True, type=Path, help="The problem, a JSON file.")
        parser.add_argument(
            "--output", required=True, type=Path, help="Where to write the result; an old file is replaced."
        )

    def handle(self, *, input, output, **options):
        try:
            result = solve(read(input.read_bytes()))
        except (BadProblem, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        try:
            _write(output, json.dumps(result, ensure_ascii=False, indent=1) + "\n")
        except OSError as error:
            raise CommandError(str(error)) from error


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
