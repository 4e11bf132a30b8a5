"""Lists of codes that every programme shares: countries, spoken languages, types of libraries."""

from django.utils.translation import gettext_lazy as _

COUNTRIES = (
    ("AM", _("Armenia")),
    ("AZ", _("Azerbaijan")),
    ("BY", _("Belarus")),
    ("GE", _("Georgia")),
    ("KZ", _("Kazakhstan")),
    ("KG", _("Kyrgyzstan")),
    ("MD", _("Moldova")),
    ("RU", _("Russia")),
    ("TJ", _("Tajikistan")),
    ("TM", _("Turkmenistan")),
    ("UA", _("Ukraine")),
    ("UZ", _("Uzbekistan")),
    ("CN", _("China")),
    ("DE", _("Germany")),
    ("IN", _("India")),
    ("MN", _("Mongolia")),
    ("PL", _("Poland")),
    ("RS", _("Serbia")),
    ("TR", _("Türkiye")),
    ("US", _("United States")),
    ("ZZ", _("Another country")),
)

SPOKEN_LANGUAGES = (
    ("ru", _("Russian")),
    ("en", _("English")),
    ("hy", _("Armenian")),
    ("az", _("Azerbaijani")),
    ("be", _("Belarusian")),
    ("ka", _("Georgian")),
    ("kk", _("Kazakh")),
    ("ky", _("Kyrgyz")),
    ("ro", _("Romanian")),
    ("tg", _("Tajik")),
    ("tk", _("Turkmen")),
    ("uk", _("Ukrainian")),
    ("uz", _("Uzbek")),
    ("de", _("German")),
    ("fr", _("French")),
    ("zh", _("Chinese")),
    ("tr", _("Turkish")),
)

LANGUAGE_LEVELS = (
    ("basic", _("can read and greet")),
    ("working", _("can work in it")),
    ("fluent", _("fluent")),
)
WORKING_LEVELS = ("working", "fluent")

LIBRARY_TYPES = (
    ("national", _("national library")),
    ("regional", _("regional research library")),
    ("city", _("city public library")),
    ("rural", _("municipal or rural library")),
    ("children", _("children's library")),
    ("youth", _("youth library")),
    ("university", _("university library")),
    ("academic", _("academic or institute library")),
    ("school", _("school library")),
    ("special", _("special library")),
    ("parliamentary", _("parliamentary or presidential library")),
    ("other", _("another organisation")),
)
