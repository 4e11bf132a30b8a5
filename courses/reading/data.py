"""What machines read about a course: schema.org, from what the page has already read."""

from django.conf import settings

from courses.reading.outline import Outline

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def course_data(page, request) -> dict:
    outline: Outline = request.course_outline
    return {
        **_work(page, request),
        "@type": "Course",
        "teaches": [block.value for block in page.outcomes],
        "offers": {"@type": "Offer", "category": "Free"},
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "online",
            "inLanguage": page.locale.language_code,
        },
        "syllabusSections": [
            {
                "@type": "Syllabus",
                "position": module.number,
                "name": module.title,
                "description": module.summary,
            }
            for module in outline.modules
        ],
    }


def module_data(page, request, course) -> dict:
    outline: Outline = request.course_outline
    module = outline.module_of(page.translation_key)
    return {
        **_work(page, request),
        "@type": "LearningResource",
        "learningResourceType": "module",
        "isPartOf": _part_of(course, request),
        **({"position": module.number} if module else {}),
    }


def lesson_data(page, request, course) -> dict:
    outline: Outline = request.course_outline
    place = outline.place_of(page.translation_key)
    url = page.get_full_url(request)
    return {
        **_work(page, request),
        "@type": "LearningResource",
        "learningResourceType": "lesson",
        "timeRequired": f"PT{page.reading_minutes}M",
        "teaches": [block.value for block in page.outcomes],
        "isPartOf": _part_of(course, request),
        **({"position": place.at} if place else {}),
        "hasPart": [
            {
                "@type": "LearningResource",
                "@id": f"{url}#{block.id}",
                "name": block.value["title"],
                "learningResourceType": "exercise",
                "timeRequired": f"PT{block.value['minutes']}M",
            }
            for block in page.exercises()
        ],
    }


def _work(page, request) -> dict:
    """What every page of a course says of itself."""
    url = page.get_full_url(request)
    data = {
        "@context": "https://schema.org",
        "@id": url,
        "url": url,
        "name": page.title,
        "description": page.search_description or page.summary,
        "inLanguage": page.locale.language_code,
        "license": LICENCE,
        "isAccessibleForFree": True,
        **_translations(page, request),
    }
    if page.last_published_at:
        data["dateModified"] = f"{page.last_published_at:%Y-%m-%d}"
    if request.page_ancestors:
        home = request.page_ancestors[0]
        data["provider"] = {"@type": "Organization", "name": home.title, "url": home.get_full_url(request)}
    return data


def _translations(page, request) -> dict:
    """The source names its translations, a translation its source."""
    versions = [
        {"@id": version.get_full_url(request), "inLanguage": version.locale.language_code}
        for version in request.page_versions
        if version.translation_key == page.translation_key and version.locale_id != page.locale_id
    ]
    if not versions:
        return {}
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return {"workTranslation": versions}
    source = next((one for one in versions if one["inLanguage"] == settings.LANGUAGE_CODE), None)
    return {"translationOfWork": source} if source else {}


def _part_of(course, request) -> dict:
    return {"@type": "Course", "@id": course.get_full_url(request), "name": course.title}
