from django import template
from django.utils.translation import gettext_lazy

from network.awards import moments
from network.awards.answers import count_words
from network.awards.questions import BY_PART, PART_CODES, PART_OF, QUESTIONS
from network.members.vocabularies import COUNTRIES, SPOKEN_LANGUAGES

register = template.Library()


@register.filter
def said(at, zone):
    """A moment in the round's zone and in the reader's."""
    return moments.said_twice(at, zone) if at else ""


@register.filter
def said_with_seconds(at, zone):
    return moments.said_twice(at, zone, seconds=True) if at else ""


@register.filter
def words(text):
    return count_words(text or "")


TONES = {
    "draft": "notice",
    "submitted": "action",
    "returned": "danger",
    "admitted": "success",
    "shortlisted": "success",
    "decided": "success",
}


@register.filter
def tone(entry):
    return TONES.get(entry.state, "")


@register.filter
def part_of(code):
    """The part a question stands in."""
    return PART_OF.get(code, PART_CODES[0])


@register.filter
def part_title(code):
    return BY_PART[code].title if code in BY_PART else code


@register.filter
def question_label(code):
    return QUESTIONS[code].label if code in QUESTIONS else code


@register.filter
def country_name(code):
    return dict(COUNTRIES).get(code, code)


@register.filter
def nomination_in(nomination, words):
    """Its title in the reader's language; ``words`` are RoundWords."""
    return words.nomination(nomination)


@register.filter
def criterion_in(criterion, words):
    return words.criterion(criterion)


@register.filter
def round_in(round, words):
    return words.round(round)


@register.filter
def language_name(code):
    return dict(SPOKEN_LANGUAGES).get(code, code)


VERBS = {
    "awards.begin": gettext_lazy("begun"),
    "awards.submit": gettext_lazy("sent"),
    "awards.withdraw": gettext_lazy("withdrawn"),
    "awards.expire": gettext_lazy("not sent in time"),
    "awards.extend": gettext_lazy("given more time"),
    "awards.return": gettext_lazy("returned for repair"),
    "awards.admit": gettext_lazy("admitted"),
    "awards.take_back_admission": gettext_lazy("admission taken back"),
    "awards.propose_ineligible": gettext_lazy("proposed not to admit"),
    "awards.drop_proposal": gettext_lazy("proposal dropped"),
    "awards.confirm_ineligible": gettext_lazy("not admitted"),
    "awards.uphold_appeal": gettext_lazy("admitted again after an appeal"),
    "awards.attach": gettext_lazy("file added"),
    "awards.remove_file": gettext_lazy("file removed"),
    "awards.invite_author": gettext_lazy("co-author invited"),
    "awards.join": gettext_lazy("co-author joined"),
    "awards.remove_author": gettext_lazy("co-author removed"),
    "awards.announce": gettext_lazy("announced"),
    "awards.take_back": gettext_lazy("call taken back"),
    "awards.close": gettext_lazy("call closed"),
    "awards.reopen": gettext_lazy("call opened again"),
    "awards.move_deadline": gettext_lazy("deadline moved"),
    "awards.open_questions": gettext_lazy("eligibility questions opened again"),
    "awards.export": gettext_lazy("list taken as a table"),
    "awards.purge": gettext_lazy("personal data deleted"),
    "awards.disqualify": gettext_lazy("disqualified"),
    "awards.open_judging": gettext_lazy("reading by the jury opened"),
    "awards.stop_judging": gettext_lazy("reading by the jury stopped"),
    "awards.close_judging": gettext_lazy("reading by the jury ended"),
    "awards.reopen_judging": gettext_lazy("reading by the jury opened again"),
    "awards.freeze_plan": gettext_lazy("scoring plan frozen"),
    "awards.invite_juror": gettext_lazy("juror invited"),
    "awards.change_juror": gettext_lazy("juror’s record changed"),
    "awards.check_conflicts": gettext_lazy("conflicts of interest checked by a juror"),
    "awards.find_conflicts": gettext_lazy("conflicts of interest suggested"),
    "awards.declare_conflict": gettext_lazy("conflict of interest declared"),
    "awards.decide": gettext_lazy("decision made final"),
    "awards.assign": gettext_lazy("entries given out"),
    "awards.assign_entry": gettext_lazy("given to a juror"),
    "awards.open_for_reading": gettext_lazy("opened by a juror"),
    "awards.begin_review": gettext_lazy("review begun"),
    "awards.submit_review": gettext_lazy("review submitted"),
    "awards.unlock_review": gettext_lazy("review unlocked"),
    "awards.withhold_comment": gettext_lazy("comment kept from the authors"),
    "awards.let_comment_go": gettext_lazy("comment shown to the authors again"),
    "awards.rank": gettext_lazy("ranking counted"),
    "awards.propose": gettext_lazy("decision proposed"),
    "awards.approve": gettext_lazy("decision approved"),
    "awards.drop_decision": gettext_lazy("proposal of a decision dropped"),
    "awards.release": gettext_lazy("results released"),
    "awards.publish_laureate": gettext_lazy("laureate’s page published"),
    "awards.write_protocol": gettext_lazy("protocol written"),
}


@register.filter
def verb_words(verb):
    """A line of history in words; a verb without words shows its name."""
    return VERBS.get(verb, verb.rpartition(".")[2].replace("_", " "))
