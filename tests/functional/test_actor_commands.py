"""What a person says of actors, from the command line, on the sample corpus."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.functional.running import Run

import rejoinder
from rejoinder.errors import ConfigError, NotFound

KANAANI, KENANI = "per:nasser-kanaani", "per:nasir-kenani"


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """Return a copy of the ledger of the samples that may be written."""
    return Path(shutil.copy(ledger, tmp_path / "own.sqlite"))


class Asking:
    """Runs ``rejoinder actors`` on one ledger."""

    def __init__(self, run: Run, ledger: Path) -> None:
        self._run = run
        self._ledger = ledger

    def __call__(self, *args: str, status: int = 0) -> str:
        """Return what the command says on stdout, or on stderr where it fails."""
        done = self._run("actors", *args, "--ledger", self._ledger)
        assert done.exit_code == status, done.output
        return done.stderr if status else done.stdout

    def lines(self, *args: str) -> list[dict[str, Any]]:
        """Return what the command says as JSON."""
        return [json.loads(line) for line in self(*args, "--json").splitlines()]

    def ruling(self, *args: str) -> str:
        """Return the id of the one ruling that the command writes."""
        (said,) = self.lines(*args)
        (ruling,) = said["rulings"]
        return str(ruling)

    def ids(self, name: str) -> set[str]:
        """Return the ids of the actors of that name."""
        return {view["id"] for view in self.lines(name)}


@pytest.fixture
def ask(run: Run, own: Path) -> Asking:
    return Asking(run, own)


def test_two_spellings_are_one_actor_in_every_view(run: Run, ledger: Path) -> None:
    ask = Asking(run, ledger)
    assert ask.ids("kenani") == ask.ids("kanaani") == ask.ids(KENANI) == {KANAANI}
    for name in (KENANI, KANAANI, "Nasir Kenani", "kanaani"):
        told = run("statements", "--speaker", name, "--ledger", ledger, "--json").stdout
        views = [json.loads(line) for line in told.splitlines()]
        assert len(views) == ask.lines(KANAANI)[0]["said"] > 5
        assert {(p["id"], p["name"]) for v in views for p in v["speaker"]} == {
            (KANAANI, "Nasser Kanaani")
        }
    turns = [
        run("exchanges", "--party", name, "--ledger", ledger, "--json").stdout
        for name in (KENANI, KANAANI)
    ]
    assert turns[0] == turns[1] != ""


def test_export_and_show_speak_the_ledger_s_ids(run: Run, ledger: Path) -> None:
    exported = run("export", "--ledger", ledger).stdout
    assert KANAANI in exported
    assert KENANI not in exported
    for line in exported.splitlines():
        record = json.loads(line)
        ids = [actor["id"] for actor in record["actors"]]
        assert len(ids) == len(set(ids))
        cast = {each for s in record["statements"] for each in (*s["speaker"], *s["about"])}
        assert cast <= set(ids)
    shown = json.loads(run("show", "sevan-mustafa", "--ledger", ledger, "--json").stdout)
    assert KANAANI in {actor["id"] for actor in shown["actors"]}


def test_an_actor_is_shown_with_names_dated_roles_and_grounds(run: Run, ledger: Path) -> None:
    ask = Asking(run, ledger)
    (history,) = ask.lines("show", KENANI)
    assert history["view"]["id"] == KANAANI
    assert history["view"]["others"] == [KENANI]
    names = {seen["name"]: seen["articles"] for seen in history["names"]}
    assert "sevan-mustafa" in names["Nasir Kenani"]
    assert "aras-kanaani" in names["Nasser Kanaani"]
    days = [role["published"]["start"] for role in history["roles"] if role["published"]]
    assert days == sorted(days)
    assert any("spokesman" in (role["role"] or "") for role in history["roles"])
    (merge,) = history["merges"]
    assert (merge["judge"], merge["person"], merge["holds"]) == ("identity.rules.v1", False, True)
    assert {merge["left"]["ref"], merge["right"]["ref"]} == {KANAANI, KENANI}
    assert merge["features"]
    text = ask(KENANI)
    assert text == ask("show", KENANI)
    assert "Nasir Kenani (per:nasir-kenani) = Nasser Kanaani (per:nasser-kanaani)" in text


def test_a_list_by_name_is_what_the_group_does_untold(run: Run, ledger: Path) -> None:
    ask = Asking(run, ledger)
    assert ask("kanaani") == ask("list", "kanaani")
    assert ask() == ask("list")
    assert "merge" in run("actors", "--help").stdout


def test_merge_joins_and_undo_parts_again(ask: Asking) -> None:
    before = ask("list"), ask("judgements")
    ruling = ask.ruling("merge", "Eli Cohen", KENANI, "--by", "una", "--note", "a try")
    assert ask.ids("cohen") == {KANAANI}
    (said,) = ask.lines("judgements", "--persons")
    assert (said["id"], said["judge"], said["note"]) == (ruling, "una", "a try")
    assert said["decided"].endswith("+00:00")

    back = ask.ruling("undo", ruling[:8], "--by", "bo")

    assert (ask("list"), ask("judgements").split(back)[0]) != before
    assert ask("list") == before[0]
    assert {
        each["id"]: each["holds"] for each in ask.lines("judgements", "--persons", "--history")
    } == {
        ruling: False,
        back: True,
    }
    ask.ruling("undo", back)
    assert ask.ids("cohen") == {KANAANI}


def test_a_person_wins_over_the_stage_in_every_view(run: Run, own: Path, ask: Asking) -> None:
    def said() -> int:
        told = run("statements", "--speaker", KENANI, "--ledger", own, "--json").stdout
        return len(told.splitlines())

    both = said()
    ruling = ask.ruling("split", KENANI)
    assert ask.ids("kenani") == {KENANI}
    assert 0 < said() < both
    assert KENANI in run("export", "--ledger", own).stdout
    (history,) = ask.lines("show", KENANI)
    assert [each["id"] for each in history["apart"]] == [ruling]

    refused = ask("merge", "Eli Cohen", "nobody at all", status=6)
    assert "no actor goes by 'nobody at all'" in refused
    ask.ruling("merge", KENANI, KANAANI)
    assert said() == both


def test_split_off_one_article_alone(run: Run, own: Path, ask: Asking) -> None:
    article = json.loads(run("show", "aras-kanaani", "--ledger", own, "--json").stdout)
    assert KANAANI in {actor["id"] for actor in article["actors"]}
    (said,) = ask.lines("split", "kanaani", "--article", "aras-kanaani")
    (apart,) = set(said["actors"]) - {KANAANI}
    assert apart.startswith(f"{KANAANI}@a-")
    article = json.loads(run("show", "aras-kanaani", "--ledger", own, "--json").stdout)
    assert apart in {actor["id"] for actor in article["actors"]}
    assert ask.ids(f"{KANAANI}@aras-kanaani") == {apart}

    refused = ask("split", apart, "--article", "aras-kanaani", status=2)
    assert "stands alone in that article already" in refused
    ask.ruling("merge", apart, "Eli Cohen")
    assert "per:eli-cohen" in ask.ids("cohen") | ask.ids(apart)


def test_rename_holds_in_every_view_until_it_is_taken_back(
    run: Run, own: Path, ask: Asking
) -> None:
    first = ask.ruling("rename", KENANI, "The  Spokesman of Tehran")
    ask.ruling("rename", "kanaani", "N. Kanaani")
    second = ask.lines("show", KANAANI)[0]["ruling"]["id"]
    assert ask.lines(KANAANI)[0]["name"] == "N. Kanaani"
    assert ask.ids("N. Kanaani") == {KANAANI}
    assert '"name": "N. Kanaani"' in run("export", "--ledger", own).stdout
    assert "N. Kanaani" in run("exchanges", "--ledger", own).stdout
    ask.ruling("undo", second)
    assert ask.lines(KANAANI)[0]["name"] == "The Spokesman of Tehran"
    ask.ruling("undo", first)
    assert ask.lines(KANAANI)[0]["name"] == "Nasser Kanaani"


REFUSED = {
    "one already": (("merge", KANAANI, KENANI), 2, "are one already: per:nasser-kanaani"),
    "two already": (("split", KANAANI, "--from", "per:eli-cohen"), 2, "are two already"),
    "oneself": (("split", KANAANI, "--from", KANAANI), 2, "are one id; to this actor lead"),
    "alone": (("split", "per:nikol-pashinyan"), 2, "stands for itself alone"),
    "not there": (("split", KANAANI, "--article", "courier-duel-1"), 6, "is not in article"),
    "no article": (("split", KANAANI, "--article", "nowhere"), 6, "no article goes by"),
    "ambiguous": (("rename", "foreign", "X"), 6, "name one by its id: "),
    "near": (("show", "Naser Kanani"), 6, "near it: per:nasser-kanaani (Nasser Kanaani)"),
    "blank": (("rename", KANAANI, "  "), 2, "the new name is blank"),
    "unsigned": (("rename", KANAANI, "K", "--by", " "), 2, "say by whom with --by NAME"),
    "a stage's": (("undo", "j-"), 6, "judgements begin with 'j-'"),
    "no ruling": (("undo", "n-0123"), 6, "no ruling begins with 'n-0123'"),
    "no judgement": (("undo", "j-nope"), 6, "no judgement begins with 'j-nope'"),
    "unlike options": (("judgements", "--unsure", "--persons"), 2, "without --persons"),
}


@pytest.mark.parametrize(("args", "status", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_ruled_is_refused_with_the_cure(
    ask: Asking, args: tuple[str, ...], status: int, message: str
) -> None:
    assert message in ask(*args, status=status)
    assert ask.lines("judgements", "--persons", "--history") == []


def test_a_stage_s_judgement_and_a_ruling_taken_back_cannot_be_undone(ask: Asking) -> None:
    stage = ask.lines("judgements")[0]["id"]
    assert "overrule it with: rejoinder actors merge" in ask("undo", stage, status=2)
    ruling = ask.ruling("split", KENANI)
    back = ask.ruling("undo", ruling)
    refused = ask("undo", ruling, status=2)
    assert f"was taken back already by {back}" in refused


def test_a_merge_that_persons_keep_apart_says_who(ask: Asking) -> None:
    parted = ask.ruling("split", KENANI, "--by", "una")
    ask.ruling("merge", "Eli Cohen", KENANI)
    refused = ask("merge", "per:eli-cohen", KANAANI, status=2)
    assert f"are kept apart by {parted} (una)" in refused
    assert ask.ids("cohen") == {KENANI} != ask.ids("kanaani")
    ask.ruling("undo", parted)
    assert ask.ids("cohen") == ask.ids("kanaani") == {KANAANI}


def test_rulings_are_signed_by_the_environment_s_judge(run: Run, own: Path) -> None:
    done = run("actors", "rename", KANAANI, "K", "--ledger", own, env={"REJOINDER_BY": "Una  Desk"})
    assert done.exit_code == 0
    shown = run("actors", "show", KANAANI, "--ledger", own, "--json").stdout
    assert json.loads(shown)["ruling"]["judge"] == "Una Desk"


LIST = "id,name,aliases,kind,country,role,role_sector,from,to\n" + (
    "per:desk-kanaani,Nasser Kanaani,Nasir Kenani;N. Kanani,person,IRN,"
    "foreign ministry spokesman,GOV,2022-01-01,\n"
    "per:desk-kanaani,Nasser Kanaani,,person,IRN,former spokesman,ELI,,2021-12-31\n"
    "grp:desk-watch,Caspian Peace Watch,,group,,,,,\n"
)


@pytest.fixture
def listed(tmp_path: Path) -> str:
    """Return the path of a list of two actors."""
    path = tmp_path / "desk.csv"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


def test_a_list_joins_who_is_there_and_goes_with_all_that_it_led_to(
    ask: Asking, listed: str
) -> None:
    before = ask("list")
    (done,) = ask.lines("import", listed, "--by", "una")
    assert (done["actors"], done["added"], done["faults"]) == (2, 2, [])
    assert done["joined"] >= 1
    assert ask.ids("kenani") == {"per:desk-kanaani"}
    (history,) = ask.lines("show", KANAANI)
    assert [each["id"] for each in history["listed"]] == ["per:desk-kanaani"]
    assert {each["judge"] for each in history["merges"] if each["person"]} == {"una"}

    (again,) = ask.lines("import", listed)
    assert (again["added"], again["listing"]) == (0, None)

    assert done["listing"] is not None
    ask("undo", done["listing"])
    assert ask("list") == before


def test_a_person_s_split_is_not_undone_by_a_list(ask: Asking, listed: str) -> None:
    (done,) = ask.lines("import", listed)
    ask.ruling("split", KENANI, "--from", "per:desk-kanaani")
    ask("undo", done["listing"])
    (again,) = ask.lines("import", listed, "--note", "again")
    assert again["added"] == 2
    assert KENANI in ask.ids("kenani")


def test_a_list_with_a_line_that_cannot_be_used_is_not_imported(
    run: Run, own: Path, ask: Asking, tmp_path: Path
) -> None:
    before = ask("list")
    path = tmp_path / "desk.csv"
    path.write_text(LIST + ",,,nonsense,,,,,\n", encoding="utf-8")
    done = run("actors", "import", path, "--ledger", own)
    assert done.exit_code == 2
    assert f"failed: {path}:5: " in done.stderr
    assert "0 new or changed" in done.stderr
    assert ask("list") == before


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("missing.csv", None, "cannot read the list"),
        ("unknown.bin", "?", "say it with --format"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused(
    run: Run, own: Path, tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    done = run("actors", "import", path, "--ledger", own)
    assert (done.exit_code, message in done.stderr) == (2, True)
    assert run("actors", "import", path, "--format", "xls", "--ledger", own).exit_code == 2


def test_a_list_is_used_by_the_next_ingest_which_extracts_again(
    run: Run, samples: Path, tmp_path: Path, listed: str
) -> None:
    path, one = tmp_path / "new.sqlite", samples / "sevan-mustafa.html"
    assert run("actors", "import", listed, "--ledger", path).exit_code == 0
    first = json.loads(run("ingest", one, "--ledger", path, "--json").stdout)
    assert first["added"] == 1
    ask = Asking(run, path)
    assert ask.ids("kenani") == {"per:desk-kanaani"}
    assert json.loads(run("ingest", one, "--ledger", path, "--json").stdout)["unchanged"] == 1

    (more,) = ask.lines("import", _changed(listed))
    assert more["added"] == 1
    again = json.loads(run("ingest", one, "--ledger", path, "--json").stdout)
    assert (again["added"], again["unchanged"]) == (1, 0)


def _changed(listed: str) -> str:
    path = Path(listed)
    path.write_text(LIST.replace("N. Kanani", "N. Kanani;Kanani"), encoding="utf-8")
    return listed


def test_judging_anew_changes_nothing_that_was_judged_well(ask: Asking) -> None:
    ask.ruling("merge", "Eli Cohen", KENANI)
    before = ask("list"), ask("judgements")
    (done,) = ask.lines("rejudge")
    assert done["judgements"] == 0
    assert (ask("list"), ask("judgements")) == before


def test_the_summary_tells_how_many_pairs_were_found_to_be_one(
    run: Run, samples: Path, tmp_path: Path
) -> None:
    inputs = samples / "courier-speech.html", samples / "sevan-mustafa.html"
    done = run("ingest", *inputs, "--ledger", tmp_path / "x.sqlite", "--json")
    merges = json.loads(done.stdout)["merges"]
    stages = Asking(run, tmp_path / "x.sqlite").lines("judgements")
    assert merges == sum(each["verdict"] == "positive" for each in stages) > 0


def test_the_same_from_python(own: Path) -> None:
    with rejoinder.Ledger(own) as ledger:
        (merged,) = ledger.merge("per:eli-cohen", KENANI, by="una", note="a try").rulings
        history = ledger.actor("cohen")
        assert (history.view.id, history.merges[0].id) == (KANAANI, merged)
        assert ledger.judgements(persons=True)[0].id == merged
        assert ledger.judgements("cohen", "positive")[0].id == merged
        assert ledger.judgements("cohen", limit=1) == ledger.judgements(persons=True)
        ledger.undo(merged, by="una")
        assert ledger.actor("cohen").view.id == "per:eli-cohen"
        with pytest.raises(ConfigError, match="no verdict 'maybe'"):
            ledger.judgements(verdict="maybe")
        with pytest.raises(ConfigError, match="not both"):
            ledger.split(KENANI, other=KANAANI, article="aras-kanaani")
        with pytest.raises(NotFound, match="no actor goes by"):
            ledger.actor("nobody at all")
        with pytest.raises(ConfigError, match="no form 'xls'"):
            ledger.import_actors("x.csv", form="xls")
        assert {a.id for r in ledger.records() for a in r.actors} >= {KANAANI, "per:eli-cohen"}
