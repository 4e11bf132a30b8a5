"""Scores a file of reviews: the engine of the ranking desk, for anyone who wants to check it."""

import json
from argparse import RawDescriptionHelpFormatter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, DjangoHelpFormatter

from network.awards.scoring import Malformed, as_document, parse, score

HELP = """\
Rank entries by the reviews of a jury, from one JSON file to another.

Input (UTF-8; every field is needed, fields not named here are ignored):

  {"scale": [lo, hi],                           whole numbers, lo < hi
   "min_reviews": int,                          1 or more
   "criteria": [{"code", "weight", "required": true|false}],
                                                weights are whole, not negative, and sum to 100
   "entries": [ids],                            may name entries nobody has read
   "reviews": [{"juror", "entry", "scores": {code: int | null}}]}
                                                one per juror and entry; a missing code is null

Ids and codes are strings, compared by code point. Whole numbers are written without a decimal point.

Rules:

  valid     A review counts if the answered weight is at least 80 and no required criterion is null.
  x         100 * sum w(s - lo)/(hi - lo) / sum w, over the answered criteria: 0 to 100.
  severity  Minimise sum (x - a_entry - b_juror)^2 + sum b_juror^2 over the valid reviews. y = x - b;
            severity is -b: positive means stricter than the jury.
  result    Mean of y, without one highest and one lowest if the entry has 5 valid reviews or more.
  spread    Sample standard deviation of y (n - 1); null below two reviews.
  decided   At least min_reviews valid reviews; otherwise result and rank are null.
  rank      1 + the decided entries whose result, at four places, is greater.
  tied_with Neighbours in the order (result falling, id rising) that are too near to call: over the jurors
            of both, d = y_a - y_b and |mean d| < max(0.5, sd(d)/sqrt(n)); 0.5 with one juror in common,
            always tied with none. The engine resolves no tie.

Output:

  {"entries": [{"entry", "reviews", "raw_mean", "result", "spread", "rank", "tied_with": [ids], "decided"}],
                                                in rank order, then by id; undecided last, by id
   "jurors": [{"juror", "reviews", "severity"}],
                                                by id; with 0 valid reviews severity is 0
   "invalid": [{"juror", "entry", "why"}],      reviews that were not counted, by juror and entry
   "connected": true|false}                     false: some entries share no chain of jurors with others,
                                                so ranks compare what was never compared

Numbers are strings with four places, rounded half to even at the end; "reviews" counts valid reviews.
The answer depends on the set of reviews, never on their order, and is correct in its last place.

Exit 0 on success. A file that cannot be scored: one line on standard error that names the id and the
field, exit 2, and no output file is written.
"""


class Formatter(RawDescriptionHelpFormatter, DjangoHelpFormatter):
    """Keeps the line breaks of the help, and Django's order of options."""


class Command(BaseCommand):
    help = HELP
    requires_system_checks = []  # a file is scored the same whatever the site's settings

    def create_parser(self, prog_name, subcommand, **kwargs):
        return super().create_parser(prog_name, subcommand, formatter_class=Formatter, **kwargs)

    def add_arguments(self, parser):
        parser.add_argument("--input", required=True, type=Path, metavar="reviews.json", help="file to read")
        parser.add_argument("--output", required=True, type=Path, metavar="result.json", help="file to write")

    def handle(self, *, input, output, **options):
        try:
            jury = parse(input.read_bytes())
        except Malformed as refusal:
            raise CommandError(str(refusal), returncode=2)
        except OSError as error:
            raise CommandError(f"--input: {error.strerror}: {str(input)!r}", returncode=2)
        text = json.dumps(as_document(score(jury)), ensure_ascii=False, indent=2) + "\n"
        try:
            output.write_bytes(text.encode())
        except OSError as error:
            raise CommandError(f"--output: {error.strerror}: {str(output)!r}", returncode=2)
