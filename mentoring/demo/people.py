"""Invented people in their own scripts: name, name in Latin letters, languages, towns and libraries of each country."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Land:
    code: str
    zone: str
    # Languages with level, the preferred one first; several common sets, taken in turn.
    languages: tuple[tuple[tuple[str, str], ...], ...]
    names: tuple[tuple[str, str], ...]
    libraries: tuple[tuple[str, str, str], ...]  # name, type, town


def _speaks(*sets: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """ "kk ru-" is Kazakh fluently and a little Russian; "ru+" is Russian one can work in."""
    levels = {"+": "working", "-": "basic"}
    return tuple(
        tuple((word.rstrip("+-"), levels.get(word[-1], "fluent")) for word in one.split()) for one in sets
    )


LANDS = {
    land.code: land
    for land in (
        Land(
            "KZ",
            "Asia/Almaty",
            _speaks("kk ru+", "ru kk+", "kk ru+ en+"),
            (
                ("Әсел Нұрланқызы", "Asel Nurlankyzy"), ("Ерлан Сәбитов", "Yerlan Sabitov"),
                ("Гүлнар Оспанова", "Gulnar Ospanova"), ("Дана Қасымова", "Dana Kassymova"),
                ("Айгерім Төлегенова", "Aigerim Tolegenova"), ("Мақсат Жүнісов", "Maksat Zhunissov"),
                ("Шолпан Ахметова", "Sholpan Akhmetova"), ("Нұргүл Бекова", "Nurgul Bekova"),
                ("Тимур Әлімов", "Timur Alimov"), ("Жанар Смағұлова", "Zhanar Smagulova"),
            ),
            (
                ("Областная библиотека «Сарыарқа»", "regional", "Қарағанды"),
                ("Ауылдық кітапхана «Бұлақ»", "rural", "Талғар"),
                ("Научная библиотека университета «Дала»", "university", "Астана"),
                ("Қалалық кітапхана № 4", "city", "Шымкент"),
            ),
        ),
        Land(
            "KG",
            "Asia/Bishkek",
            _speaks("ky ru+", "ru ky", "ky ru en+"),
            (
                ("Айзада Токтосунова", "Aizada Toktosunova"), ("Нурбек Асанов", "Nurbek Asanov"),
                ("Чолпон Эсенова", "Cholpon Esenova"), ("Бегимай Орозова", "Begimai Orozova"),
                ("Урмат Жээнбеков", "Urmat Zheenbekov"), ("Жылдыз Мамытова", "Zhyldyz Mamytova"),
                ("Канышай Абдиева", "Kanyshai Abdieva"),
            ),
            (
                ("Областная библиотека «Ала-Тоо»", "regional", "Ош"),
                ("Айыл китепканасы «Нур»", "rural", "Кочкор"),
                ("Детская библиотека «Балалык»", "children", "Бишкек"),
            ),
        ),
        Land(
            "UZ",
            "Asia/Tashkent",
            _speaks("uz ru+", "uz en+", "ru uz+"),
            (
                ("Dilnoza Karimova", ""), ("Jasur Rahimov", ""), ("Madina Yoʻldosheva", "Madina Yoldosheva"),
                ("Sherzod Aliyev", ""), ("Nigora Usmonova", ""), ("Feruza Qodirova", "Feruza Qodirova"),
            ),
            (
                ("Viloyat kutubxonasi «Ziyo»", "regional", "Samarqand"),
                ("Axborot-kutubxona markazi", "university", "Toshkent"),
                ("Qishloq kutubxonasi «Bahor»", "rural", "Urgut"),
            ),
        ),
        Land(
            "TJ",
            "Asia/Dushanbe",
            _speaks("tg ru+", "tg", "ru tg+"),
            (
                ("Зарина Раҳимова", "Zarina Rahimova"), ("Фирӯз Назаров", "Firuz Nazarov"),
                ("Мадина Ҷӯраева", "Madina Juraeva"), ("Шаҳноза Каримӣ", "Shahnoza Karimi"),
            ),
            (("Китобхонаи вилоятӣ", "regional", "Хуҷанд"), ("Китобхонаи «Сомон»", "city", "Душанбе")),
        ),
        Land(
            "AM",
            "Asia/Yerevan",
            _speaks("hy ru+", "hy en", "hy ru en+"),
            (
                ("Նարինե Սարգսյան", "Narine Sargsyan"), ("Անի Հակոբյան", "Ani Hakobyan"),
                ("Տիգրան Գրիգորյան", "Tigran Grigoryan"), ("Լիլիթ Մկրտչյան", "Lilit Mkrtchyan"),
                ("Մարիամ Պետրոսյան", "Mariam Petrosyan"),
            ),
            (
                ("«Գիր» համալսարանի գրադարան", "university", "Երևան"),
                ("Մարզային գրադարան «Սյուն»", "regional", "Գյումրի"),
            ),
        ),
        Land(
            "AZ",
            "Asia/Baku",
            _speaks("az ru+", "az en", "az tr+"),
            (
                ("Leyla Məmmədova", "Leyla Mammadova"), ("Elvin Həsənov", "Elvin Hasanov"),
                ("Günel Əliyeva", "Gunel Aliyeva"), ("Nigar Quliyeva", "Nigar Guliyeva"),
            ),
            (("«Xəzər» universiteti kitabxanası", "university", "Bakı"), ("Şəhər kitabxanası № 2", "city", "Gəncə")),
        ),
        Land(
            "BY",
            "Europe/Minsk",
            _speaks("ru be", "be ru", "ru be en+"),
            (
                ("Алеся Каваленка", "Alesia Kavalenka"), ("Павел Станкевіч", "Pavel Stankevich"),
                ("Вольга Дубіна", "Volha Dubina"), ("Ганна Мельнік", "Hanna Melnik"),
            ),
            (("Абласная бібліятэка «Слова»", "regional", "Гродна"), ("Гарадская бібліятэка № 7", "city", "Мінск")),
        ),
        Land(
            "RU",
            "Europe/Moscow",
            _speaks("ru", "ru en+", "ru en de+"),
            (
                ("Анна Белова", "Anna Belova"), ("Кирилл Воронцов", "Kirill Vorontsov"),
                ("Татьяна Юрьева", "Tatiana Yurieva"), ("Светлана Громова", "Svetlana Gromova"),
                ("Роман Ильин", "Roman Ilyin"), ("Ирина Осокина", "Irina Osokina"), ("Мария Талова", "Maria Talova"),
                ("Глеб Артемьев", "Gleb Artemyev"), ("Вера Сомова", "Vera Somova"), ("Лидия Крылова", "Lidia Krylova"),
                ("Олег Бирюков", "Oleg Biryukov"), ("Дарья Панина", "Daria Panina"),
            ),
            (
                ("Областная научная библиотека «Волжская»", "regional", "Саратов"),
                ("Библиотека иностранной книги «Причал»", "city", "Мурманск"),
                ("Вузовская библиотека «Полис»", "university", "Томск"),
                ("Юношеская библиотека «Маяк»", "youth", "Казань"),
            ),
        ),
        Land(
            "GE",
            "Asia/Tbilisi",
            _speaks("ka ru+", "ka en"),
            (("ნინო ბერიძე", "Nino Beridze"), ("გიორგი ლომიძე", "Giorgi Lomidze"), ("თამარ კაპანაძე", "Tamar Kapanadze")),
            (("საქალაქო ბიბლიოთეკა «ხიდი»", "city", "ქუთაისი"), ("უნივერსიტეტის ბიბლიოთეკა «წიგნი»", "university", "თბილისი")),
        ),
        Land(
            "MD",
            "Europe/Chisinau",
            _speaks("ro ru+", "ro en+"),
            (("Ana Munteanu", ""), ("Ion Rusu", ""), ("Elena Ciobanu", "")),
            (("Biblioteca municipală «Dialog»", "city", "Chișinău"), ("Biblioteca comunală «Izvor»", "rural", "Orhei")),
        ),
    )
}  # fmt: skip
