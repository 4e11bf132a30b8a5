"""What was done, in words: for histories at the desk and for everything one has of one's own data."""

from django.utils.translation import gettext_lazy

from network.members.wording import add_words

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


def register() -> None:
    add_words(verbs=VERBS)
