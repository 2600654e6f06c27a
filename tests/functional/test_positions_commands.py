"""Positions, timeline and tension over the samples: commands and Python."""

import csv
import json
import shutil
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from tests.functional.running import Run

from rejoinder import ConfigError, Ledger, NotFound


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_positions_show_the_statements_behind_them(run: Run, ledger: Path) -> None:
    done = run("positions", "explanation", "--ledger", ledger)

    assert done.exit_code == 0
    assert done.stdout.startswith("explanation\n")
    assert "for       Iran" in done.stdout
    assert "for · demand · 2023-03-31 · Levant Wire · levant-front" in done.stdout
    found = lines(run("positions", "explanation", "--ledger", ledger, "--json").stdout)
    assert found[0]["matter"] == "explanation"
    assert found[0]["position"] == "for"


@pytest.mark.parametrize(
    "asked",
    [
        ("positions", "mediations"),
        ("exchanges", "--matter", "mediations"),
        ("statements", "--text", "mediations"),
    ],
)
def test_a_matter_that_finds_nothing_is_told_by_the_beginning_of_its_words(
    run: Run, ledger: Path, asked: tuple[str, ...]
) -> None:
    hint = "'mediations' is in 0 statements; ask for 'mediat*' to find"
    assert hint in run(*asked, "--ledger", ledger).stderr
    assert hint not in run(*asked, "--ledger", ledger, "--quiet").stderr
    found = tuple(each.replace("mediations", "mediat*") for each in asked)
    assert "mediat" not in run(*found, "--ledger", ledger).stderr


@pytest.mark.parametrize(
    "asked",
    [
        ("positions", "talks", "--party"),
        ("exchanges", "--party"),
        ("claims", "--party"),
        ("replies", "--party"),
        ("timeline", "--party", "Iran", "--party"),
        ("statements", "--speaker"),
        ("statements", "--about"),
    ],
)
def test_a_name_by_which_nobody_goes_is_told_with_those_near_it(
    run: Run, ledger: Path, asked: tuple[str, ...]
) -> None:
    done = run(*asked, "Kazeni", "--ledger", ledger)
    assert done.exit_code == 0
    told = "no actor goes by 'Kazeni'; near it: per:ahmad-kazemi (Ahmad Kazemi)"
    assert told in done.stderr.splitlines()
    assert "no actor" not in run(*asked, "Kazemi", "--ledger", ledger).stderr


DAYS = "the statements here that have a day are of 2020-10-05 to 2023-09-10"
NO_WORD = "'*' has no word to look for; give words that statements hold"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("exchanges", "--matter", "zzz"), "'zzz' is in no statement"),
        (("exchanges", "--matter", "*"), NO_WORD),
        (("exchanges", "--since", "2031"), DAYS),
        (
            ("exchanges", "--matter", "mediat*", "--until", "2019"),
            "'mediat*' is in 6 statements, and none is in what is asked for",
        ),
        (("claims", "--matter", "zzz"), "'zzz' is in no statement"),
        (("claims", "--until", "1999"), DAYS),
        (("claims", "--matter", "zzz", "--network", "twomode"), "'zzz' is in no statement"),
        (
            ("replies", "--publisher", "caspian courir"),
            "no publisher goes by 'caspian courir'; near it: Caspian Courier",
        ),
        (
            ("statements", "--publisher", "zzz"),
            "no publisher goes by 'zzz'; there are: Aras Daily; Levant Wire; Sevan Herald; "
            "Bosphorus Review; Caspian Courier; Foreign Desk Weekly",
        ),
        (("statements", "--text", "zzz"), "'zzz' is in no statement"),
        (("timeline", "--since", "2031"), DAYS),
        (("positions", "zzz", "explanation"), "'zzz' is in no statement"),
        (("positions", "*"), NO_WORD),
        (("positions", "zzz", "--network", "eventlist"), "'zzz' is in no statement"),
    ],
)
def test_a_condition_that_nothing_meets_is_told_with_what_there_is(
    run: Run, ledger: Path, asked: tuple[str, ...], told: str
) -> None:
    done = run(*asked, "--ledger", ledger)
    assert done.exit_code == 0
    assert done.stderr.splitlines().count(told) == 1
    assert told not in run(*asked, "--ledger", ledger, "--quiet").stderr


@pytest.mark.parametrize("command", ["exchanges", "claims", "replies", "timeline", "statements"])
def test_of_an_empty_ledger_is_told_that_it_is_empty(
    run: Run, tmp_path: Path, command: str
) -> None:
    empty, ledger = tmp_path / "blank.txt", tmp_path / "empty.sqlite"
    empty.write_text(" ", encoding="utf-8")
    run("ingest", empty, "--ledger", ledger)
    done = run(command, "--ledger", ledger)
    told = "the ledger holds no article; add some with: rejoinder ingest INPUT"
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, told)


def test_statements_that_a_ledger_does_not_have_are_counted(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    known = run("statements", "--act", "refuse", "--ledger", ledger, "--json").stdout
    ids, blank = tmp_path / "ids.txt", tmp_path / "blank.txt"
    ids.write_text(f"s-nowhere\n{known}s-nowhere\ns-gone\n", encoding="utf-8")
    blank.write_text("\n", encoding="utf-8")
    count = len(known.splitlines()) + 2
    for more in ((), ("--network", "eventlist")):
        asked = ("positions", "--ledger", ledger, *more, "--statements")
        told = f"not in this ledger: 2 of {count} statements of '{ids}' ('s-nowhere', ...)"
        assert told in run(*asked, ids).stderr.splitlines()
        assert f"'{blank}' names no statement" in run(*asked, blank).stderr
        ids_known = tmp_path / "known.txt"
        ids_known.write_text(known, encoding="utf-8")
        assert "not in this ledger" not in run(*asked, ids_known).stderr


@pytest.mark.parametrize(
    "asked",
    [(), ("--act", "demand"), ("--text", "talk*"), ("--speaker", "iran"), ("--since", "2023")],
)
def test_a_cut_list_of_statements_says_of_how_many(
    run: Run, ledger: Path, asked: tuple[str, ...]
) -> None:
    whole = run("statements", *asked, "--ledger", ledger).stderr
    assert run("statements", *asked, "--limit", "2", "--ledger", ledger).stderr == f"2 of {whole}"


def test_saved_statements_narrow_positions(run: Run, ledger: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    asked = ("statements", "--ledger", ledger, "--text", "explanation", "--json")
    saved.write_text(run(*asked, "--publisher", "levant").stdout, encoding="utf-8")
    done = run("positions", "--statements", saved, "--name", "answers", "--ledger", ledger)

    assert done.exit_code == 0
    assert done.stdout.startswith("answers\n")
    both = run("positions", "explanation", "--statements", saved, "--ledger", ledger, "--json")
    shown = [held for view in lines(both.stdout) for held in view["statements"]]  # type: ignore[attr-defined]
    assert shown
    assert {held["publisher"] for held in shown} == {"Levant Wire"}


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("explanation", "--by", "day"),
        ("explanation", "--network", "web"),
        ("explanation", "--network", "twomode", "--format", "gml"),
        ("explanation", "--network", "twomode", "--duplicates", "never"),
        ("explanation", "--output", "x.csv"),
        ("--statements", "missing.txt"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, ledger: Path, arguments: tuple[str, ...]) -> None:
    done = run("positions", *arguments, "--ledger", ledger)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("rejoinder: ")


def test_a_line_without_an_id_is_refused(run: Run, ledger: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text('{"ref": "x"}\n', encoding="utf-8")
    done = run("positions", "--statements", saved, "--ledger", ledger)
    assert done.exit_code == 2
    assert "line 1" in done.stderr


def test_networks_are_written(run: Run, ledger: Path, tmp_path: Path) -> None:
    graph = tmp_path / "net.graphml"
    asked = ("positions", "explanation", "--ledger", ledger, "--network")
    done = run(*asked, "twomode", "-o", graph)
    assert (done.exit_code, done.stdout) == (0, "")
    assert ET.parse(graph).getroot().tag.endswith("graphml")
    events = run(*asked, "eventlist").stdout.splitlines()
    assert events[0].startswith("id,time,document,source,origin,person,organization")
    assert len(events) > 1
    table = tmp_path / "net.csv"
    assert run(*asked, "congruence", "-o", table).exit_code == 0
    assert table.read_text(encoding="utf-8").startswith("Source,Target,Weight")


def test_who_denies_a_claim_is_on_the_other_side_of_a_network(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    asked = ("claims", "--contested", "--matter", "shot", "--ledger", ledger, "--network")
    head, *rows = csv.reader(run(*asked, "twomode", "--format", "csv").stdout.splitlines())
    ties = {row[head.index("SourceLabel")]: int(row[head.index("Weight")]) for row in rows}
    assert ties["Azerbaijan"] > 0 > ties["Armenia"]
    graph = tmp_path / "net.graphml"
    assert run(*asked, "conflict", "-o", graph).exit_code == 0
    assert {each.get("source") for each in ET.parse(graph).getroot().iter() if each.get("source")}
    with Ledger(ledger, read_only=True) as opened:
        made = opened.claim_network("shot", contested=True, network="conflict")
    assert made == graph.read_bytes()
    events = run(*asked, "eventlist").stdout.splitlines()
    assert events[0].startswith("id,time,document,source,origin,person,organization")
    assert len(events) > len(rows)
    refused = run("claims", "--output", "x.csv", "--ledger", ledger)
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_officials_count_as_their_state_in_a_network(run: Run, ledger: Path) -> None:
    asked = ("claims", "--contested", "--network", "conflict", "--format", "csv")
    apart = run(*asked, "--ledger", ledger).stdout
    together = run(*asked, "--states", "--ledger", ledger).stdout
    assert "gov:AZE-defence" in apart
    assert "gov:AZE-defence" not in together
    assert "state:AZE" in together
    events = ("positions", "explanation", "--network", "eventlist", "--ledger", ledger)
    rows = [len(run(*each).stdout.splitlines()) for each in (events, (*events, "--states"))]
    assert rows[0] == rows[1]


def test_the_timeline_keeps_what_is_undated_apart(run: Run, ledger: Path) -> None:
    done = run("timeline", "--ledger", ledger, "--party", "Iran")

    assert done.exit_code == 0
    dated, undated = done.stdout.split("Undated, by day of publication\n")
    days = [line[:10] for line in dated.splitlines() if line[:1].isdigit()]
    assert days == sorted(days)
    assert days
    assert undated
    found = lines(run("timeline", "--ledger", ledger, "--party", "Iran", "--json").stdout)
    assert all({"date", "authors", "origins", "told"} <= entry.keys() for entry in found)
    # Who tells it is named once, and a party that says it beside where that stands.
    told = [
        line.strip()
        for line in done.stdout.splitlines()
        if "told by " in line or "said by " in line
    ]
    one = [line.removeprefix("told by ").split(" · ") for line in told if "times" not in line]
    assert ["Caspian Courier", "courier-firing, 2023-09-10"] in one
    assert not any(place.startswith(f"{who}, ") for who, place in one)
    narrowed = run("timeline", "--ledger", ledger, "--from", "2023-03-30", "--to", "2023-04")
    assert "Undated" not in narrowed.stdout
    assert "2022-" not in "".join(line[:10] for line in narrowed.stdout.splitlines())


def test_tension_is_the_same_from_either_side(run: Run, ledger: Path) -> None:
    done = run("tension", "Iran", "Azerbaijan", "--ledger", ledger)
    assert done.exit_code == 0
    assert "weeks without a record" in done.stdout
    forth = lines(run("tension", "Iran", "Azerbaijan", "--ledger", ledger, "--json").stdout)
    back = lines(run("tension", "Azerbaijan", "Iran", "--ledger", ledger, "--json").stdout)
    assert [each["together"] for each in forth] == [each["together"] for each in back]
    assert [each["forth"] for each in forth] == [each["back"] for each in back]
    full = run("tension", "Iran", "Azerbaijan", "--ledger", ledger, "--full").stdout
    named = {id_ for each in forth for id_ in each["together"]["ids"]}  # type: ignore[index]
    assert named
    assert all(id_ in full for id_ in named)
    assert "A to B · Nasser Kanaani · accuse · about Eli Cohen, Jeyhun Bayramov" in full
    assert "Caspian Courier · courier-firing · s-" in full


def test_tension_of_days_that_the_ledger_has_not_says_which_it_has(run: Run, ledger: Path) -> None:
    asked = ("tension", "Iran", "Azerbaijan", "--ledger", ledger)
    assert "that have a day are of" not in run(*asked).stderr
    late = run(*asked, "--since", "2099-01-01")
    assert late.exit_code == 0
    assert "0 of 0 weeks with a record" in late.stderr
    assert "that have a day are of" in late.stderr


def test_a_week_of_what_is_only_alleged_is_one_with_a_record(run: Run, tmp_path: Path) -> None:
    news, ledger = tmp_path / "news.jsonl", tmp_path / "alleged.sqlite"
    text = "Russia said on Sunday that Iran shelled villages in Azerbaijan on Saturday, 3 May 2031."
    news.write_text(json.dumps({"id": "a", "text": text, "published": "2031-05-04"}))
    run("ingest", news, "--ledger", ledger)
    done = run("tension", "Iran", "Azerbaijan", "--ledger", ledger)
    assert done.stdout.splitlines()[-1].startswith("2031-04-28")
    assert "1 of 1 week with a record" in done.stderr


def test_the_points_open_on_statements_of_the_ledger(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        known = {each.id for each in opened.statements()}
        events = {event.id for record in opened.records() for event in record.events}
        found = opened.tension("Iran", "Azerbaijan", by="month")
        assert all(id_ in known | events for point in found.points for id_ in point.together.ids)
        with pytest.raises(NotFound):
            opened.tension("Iran", "Nobody At All")
        with pytest.raises(ConfigError, match="one actor"):
            opened.tension("Iran", "Iran")
        with pytest.raises(ConfigError, match="no period"):
            opened.tension("Iran", "Azerbaijan", by="day")
        with pytest.raises(ConfigError, match="no matter"):
            opened.positions()
        timeline = opened.timeline(parties=["Iran"], matter="explanation")
        assert timeline.undated
        assert opened.timeline(parties="Iran", matter="explanation") == timeline


def test_a_point_opens_on_words_and_their_direction(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        found = opened.tension("Iran", "Azerbaijan")
        behind = opened.behind(found)
        mirrored = opened.behind(opened.tension("Azerbaijan", "Iran"))
        said = {each.id: each.content for each in opened.statements()}
    for point in found.points:
        assert all(behind[one].forth for one in (*point.forth.ids, *point.alleged_forth.ids))
        assert all(behind[one].back for one in (*point.back.ids, *point.alleged_back.ids))
    assert behind.keys() == mirrored.keys()
    assert all(each.forth == mirrored[one].back for one, each in behind.items())
    for one, each in behind.items():
        shown = each.statement
        assert shown is None or shown.content == said[shown.id]
        assert (shown is None) == one.startswith("e-")


@pytest.mark.parametrize("command", ["exchanges", "claims", "replies", "statements", "timeline"])
def test_days_that_are_none_are_refused(ledger: Path, command: str) -> None:
    with (
        Ledger(ledger, read_only=True) as opened,
        pytest.raises(ConfigError, match="comes before since"),
    ):
        getattr(opened, command)(since=date(2024, 1, 1), until=date(2023, 1, 1))


@pytest.mark.parametrize("command", ["replies", "statements"])
def test_no_publisher_has_no_name(run: Run, ledger: Path, command: str) -> None:
    done = run(command, "--ledger", ledger, "--publisher", "")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no publisher goes by ''" in done.stderr


@pytest.mark.parametrize("command", ["exchanges", "replies", "timeline"])
def test_a_matter_that_finds_less_than_its_beginning_says_so(
    run: Run, ledger: Path, command: str
) -> None:
    some = run(command, "--ledger", ledger, "--matter", "attack")
    assert some.stdout
    assert "ask for 'attack*' to find " in some.stderr
    all_of_them = run(command, "--ledger", ledger, "--matter", "attack*")
    assert "ask for" not in all_of_them.stderr
    assert len(all_of_them.stdout) >= len(some.stdout)


def test_positions_are_asked_for_by_publisher(run: Run, ledger: Path) -> None:
    asked = ("positions", "mediat*", "--ledger", ledger, "--json")
    every = lines(run(*asked).stdout)
    own = lines(run(*asked, "--publisher", "bosphorus").stdout)
    where = {one["publisher"] for each in own for one in each["statements"]}  # type: ignore[attr-defined]
    assert where == {"Bosphorus Review"}
    assert 0 < len(own) <= len(every)
    rows = run(*asked[:-1], "--publisher", "bosphorus", "--network", "eventlist").stdout
    assert {each["source"] for each in csv.DictReader(rows.splitlines())} == where
    nobody = run(*asked, "--publisher", "Bosphoros Review")
    assert "near it: Bosphorus Review" in nobody.stderr
    unknown = lines(run(*asked[:1], "Armenia", *asked[2:], "--publisher", "(unknown)").stdout)
    assert {one["publisher"] for each in unknown for one in each["statements"]} == {None}  # type: ignore[attr-defined]


def test_a_cut_timeline_has_the_dated_first_and_says_of_how_many(run: Run, ledger: Path) -> None:
    asked = ("timeline", "--party", "Iran", "--ledger", ledger, "--json")
    whole = run(*asked)
    every = whole.stdout.splitlines()
    with Ledger(ledger, read_only=True) as opened:
        dated = len(opened.timeline(parties="Iran").dated)
        assert 0 < dated < len(every) - 1
        for limit in (1, dated, dated + 1):
            cut = run(*asked, "--limit", str(limit))
            assert cut.stdout.splitlines() == every[:limit]
            assert cut.stderr.startswith(f"{limit} of {len(every)} entries: ")
            view = opened.timeline(parties="Iran", limit=limit)
            assert len(view.dated) + len(view.undated) == limit
    much = run(*asked, "--limit", str(10**20))
    assert (much.stdout, much.stderr) == (whole.stdout, whole.stderr)


@pytest.mark.parametrize("limit", ["1", "99999999999999999999"])
@pytest.mark.parametrize("command", ["exchanges", "claims", "replies", "statements"])
def test_any_limit_is_a_limit(run: Run, ledger: Path, command: str, limit: str) -> None:
    done = run(command, "--ledger", ledger, "--json", "--limit", limit)
    assert done.exit_code == 0
    assert 1 <= len(done.stdout.splitlines()) <= int(limit)


@pytest.mark.parametrize("command", ["exchanges", "claims", "replies", "statements", "network"])
def test_fewer_than_none_are_refused(ledger: Path, command: str) -> None:
    with (
        Ledger(ledger, read_only=True) as opened,
        pytest.raises(ConfigError, match="less than none"),
    ):
        getattr(opened, command)(limit=-1)


@pytest.fixture(scope="module")
def kept(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the ledger in which searches are saved."""
    path = tmp_path_factory.mktemp("saved") / "ledger.sqlite"
    shutil.copyfile(ledger, path)
    with Ledger(path) as opened:
        opened.save_query("Answers wanted", "/search?text=explanation&act=demand", "Ilir Ost")
        opened.save_query("Refusals", "/statements?act=refuse&since=2023-01-01")
        opened.save_query("Front pages", "/articles?title=front")
        opened.save_query("Of old", "/search?act=mumble")
    return path


def test_saved_searches_are_listed_with_what_they_find(run: Run, kept: Path) -> None:
    listed = run("saved", "--ledger", kept)
    assert listed.exit_code == 0
    assert "Answers wanted · /search?text=explanation&act=demand" in listed.stdout
    assert "4 saved searches" in listed.stderr
    found = lines(run("saved", "answers  WANTED", "--ledger", kept, "--json").stdout)
    assert found
    assert {each["act"] for each in found} == {"demand"}
    refused = lines(run("saved", "Refusals", "--ledger", kept, "--json").stdout)
    asked = ("statements", "--act", "refuse", "--since", "2023", "--ledger", kept, "--json")
    assert [each["id"] for each in refused] == [each["id"] for each in lines(run(*asked).stdout)]


def test_positions_on_a_saved_search(run: Run, kept: Path) -> None:
    asked = ("positions", "--ledger", kept, "--json")
    saved = lines(run(*asked, "--saved", "Answers wanted").stdout)
    assert saved
    assert {view["matter"] for view in saved} == {"Answers wanted"}
    narrowed = lines(run(*asked, "explanation", "--saved", "Answers wanted").stdout)
    assert [view["statements"] for view in saved] == [view["statements"] for view in narrowed]
    refused = lines(run(*asked, "--saved", "Refusals", "--name", "what was refused").stdout)
    assert {view["matter"] for view in refused} == {"what was refused"}
    assert "against" in {view["position"] for view in refused}
    with Ledger(kept, read_only=True) as opened:
        network = opened.discourse(saved="Refusals", network="eventlist", form="csv")
    assert b"Refusals" in network


@pytest.mark.parametrize(
    ("name", "status", "message"),
    [
        ("Nothing", 6, "no saved search is called 'Nothing'; there are: 'Answers wanted'"),
        ("Front pages", 2, "'/articles', which lists no statements"),
        ("Of old", 2, "is not known here"),
    ],
)
def test_what_is_saved_must_find_statements(
    run: Run, kept: Path, name: str, status: int, message: str
) -> None:
    done = run("positions", "--saved", name, "--ledger", kept)
    assert (done.exit_code, done.stdout) == (status, "")
    assert message in done.stderr


def test_two_sets_of_statements_are_refused(kept: Path) -> None:
    with Ledger(kept, read_only=True) as opened:
        with pytest.raises(ConfigError, match="give one"):
            opened.positions(saved="Refusals", statements=["s-1"])
        with pytest.raises(NotFound, match="no saved search"):
            opened.saved_statements("x")
