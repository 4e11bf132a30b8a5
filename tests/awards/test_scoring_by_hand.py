from network.awards.scoring import as_document, read, score

from .juries import BY_HAND, document


def row(entry, reviews, raw_mean, result, spread, rank):
    return {
        "entry": entry,
        "reviews": reviews,
        "raw_mean": raw_mean,
        "result": result,
        "spread": spread,
        "rank": rank,
        "tied_with": [],
        "decided": True,
    }


def test_two_jurors_three_entries_as_worked_by_hand():
    answer = as_document(score(read(document(BY_HAND))))

    assert answer == {
        "entries": [
            row("B", 1, "70.0000", "75.0000", None, 1),
            row("A", 2, "70.0000", "70.0000", "7.0711", 2),
            row("C", 1, "75.0000", "70.0000", None, 2),
        ],
        "jurors": [
            {"juror": "Olga", "reviews": 2, "severity": "5.0000"},
            {"juror": "Pavel", "reviews": 2, "severity": "-5.0000"},
        ],
        "invalid": [],
        "connected": True,
    }


def test_everyone_reads_everything_as_worked_by_hand():
    # With E entries read by all, b = E/(E + 1) · (juror's mean − jury's mean). Here E = 4, the means are
    # 50, 60, 60, 60, 70 and 60: b = −8, 0, 0, 0, 8. Trimmed of one highest and one lowest:
    scores = {
        "A": {"1": 80, "2": 90, "3": 90, "4": 90, "5": 100},  # y = 88, 90, 90, 90, 92
        "B": {"1": 60, "2": 70, "3": 70, "4": 0, "5": 80},  # y = 68, 70, 70, 0, 72
        "C": {"1": 40, "2": 50, "3": 50, "4": 50, "5": 60},  # y = 48, 50, 50, 50, 52
        "D": {"1": 20, "2": 30, "3": 30, "4": 100, "5": 40},  # y = 28, 30, 30, 100, 32
    }

    ranking = score(read(document(scores)))

    assert [(row.entry, str(row.raw_mean), str(row.result)) for row in ranking.entries] == [
        ("A", "90.0000", "90.0000"),
        ("B", "56.0000", "69.3333"),
        ("C", "50.0000", "50.0000"),
        ("D", "44.0000", "30.6667"),
    ]
    assert [str(row.severity) for row in ranking.jurors] == [
        "8.0000",
        "0.0000",
        "0.0000",
        "0.0000",
        "-8.0000",
    ]
