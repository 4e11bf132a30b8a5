from django.urls import path

from courses.views import answers, certificates, exercises, glossary, lines, papers, plans, whole, work

app_name = "courses"

# What a reader meets without an account.
reading = [
    path("course/<slug:slug>/whole/", whole.whole, name="whole"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("glossary.json", glossary.glossary_json, name="glossary_json"),
    path("exercises/", exercises.exercises, name="exercises"),
]

# What a learner writes and takes away.
learning = [
    path("my/answers/", answers.save, name="save_answer"),
    path("my/events/", work.events, name="events"),
    path("my/work/", work.work, name="work"),
    path("my/courses/<uuid:key>/certificate/", certificates.certificate, name="certificate"),
    path("my/plans/", plans.index, name="plans"),
    path("my/plans/<uuid:uuid>/", plans.plan, name="plan"),
    path("my/plans/<uuid:uuid>/settings/", plans.settings, name="plan_settings"),
    path("my/plans/<uuid:uuid>/choose/", plans.choose, name="choose_plan"),
    path("my/plans/<uuid:uuid>/archive/", plans.archive, name="archive_plan"),
    path("my/plans/<uuid:uuid>/delete/", plans.delete, name="delete_plan"),
    path("my/plans/<uuid:uuid>/together/", lines.together, name="together"),
    path("my/plans/<uuid:uuid>/letter/", papers.letter, name="letter"),
    path("my/plans/<uuid:uuid>/files/", papers.take_away, name="take_away"),
    path("my/plans/<uuid:uuid>/files/<str:name>", papers.file, name="plan_file"),
    path("my/plans/<uuid:uuid>/lines/<str:code>/", lines.line, name="line"),
    path("my/plans/<uuid:uuid>/lines/<str:code>/versions/", lines.versions, name="versions"),
]

urlpatterns = [*reading, *learning]
