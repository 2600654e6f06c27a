"""Users' lists: every form, read back as written, and refused by line with the cure."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.actors.lists.ids import PREFIXES
from rejoinder.actors.lists.lines import MOST_BYTES
from rejoinder.actors.lists.objects import to_line
from rejoinder.actors.lists.reading import guess_form, read_list
from rejoinder.actors.lists.result import ListForm, ListReading
from rejoinder.actors.lists.rows import COLUMNS, to_csv
from rejoinder.actors.lists.values import SECTORS, read_name
from rejoinder.actors.slugs import slug
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import DatedRole, ListedActor


def read(text: str | bytes, form: ListForm) -> ListReading:
    raw = text.encode() if isinstance(text, str) else text
    return read_list(raw.splitlines(keepends=True), form)


def problems(text: str | bytes, form: ListForm) -> list[tuple[int, str]]:
    return [(p.line, p.detail) for p in read(text, form).problems]


def only(text: str, form: ListForm) -> ListedActor:
    reading = read(text, form)
    assert not reading.problems
    assert len(reading.actors) == 1
    return reading.actors[0]


CSV = """\
name,kind,country,aliases,role,role_sector,from,to
Ilyas Qorbani,person,IRN,Elias Ghorbani;I. Qorbani,ambassador,GOV,2016,2021-04
Ilyas Qorbani,person,,,analyst,EDU,2021-05,
"Harbour Watch, The",ngo,NGO,,,,,
"""


def test_csv_rows_of_one_actor_are_its_roles() -> None:
    reading = read(CSV, ListForm.CSV)
    assert not reading.problems
    person, watch = reading.actors
    assert person == ListedActor(
        id=ActorId("per:ilyas-qorbani"),
        name="Ilyas Qorbani",
        aliases=("Elias Ghorbani", "I. Qorbani"),
        kind=ActorKind.PERSON,
        country="IRN",
        roles=(
            DatedRole(
                role="ambassador", sector="GOV", start=date(2016, 1, 1), end=date(2021, 4, 30)
            ),
            DatedRole(role="analyst", sector="EDU", start=date(2021, 5, 1)),
        ),
    )
    assert (watch.id, watch.name) == ("ngo:harbour-watch-the", "Harbour Watch, The")


@pytest.mark.parametrize(
    "text",
    [
        "name;kind\nAda Lorn;person\n",
        "name\tkind\nAda Lorn\tperson\n",
        "\ufeffname,kind\r\nAda Lorn,person\r\n",
        "\n\nkind,name\n\nperson,Ada  Lorn\n",
        "NAME,Kind\nAda Lorn,Person\n",
        'name,kind\n"Ada\nLorn",person\n',
        "name,id\nAda Lorn,per:ada-lorn\n",
    ],
)
def test_csv_as_programs_save_it(text: str) -> None:
    actor = only(text, ListForm.CSV)
    assert (actor.id, actor.name, actor.kind) == ("per:ada-lorn", "Ada Lorn", ActorKind.PERSON)


def test_an_id_of_the_list_is_kept_as_ref_and_tells_namesakes_apart() -> None:
    text = "id,name,kind\nQ7,Ada Lorn,person\nQ8,Ada Lorn,person\nQ9,Ben Ost,person\n"
    assert [(a.id, a.ref) for a in read(text, ListForm.CSV).actors] == [
        ("per:ada-lorn-q7", "Q7"),
        ("per:ada-lorn-q8", "Q8"),
        ("per:ben-ost", "Q9"),
    ]


def test_a_name_of_the_tables_has_their_id() -> None:
    text = "name,kind,country\nReuters,media,GBR\nNATO,igo,IGO\nGermany,state,de\n"
    ids = [actor.id for actor in read(text, ListForm.CSV).actors]
    assert ids == ["media:reuters", "igo:NATO", "state:DEU"]


def test_a_backslash_makes_a_semicolon_part_of_a_name() -> None:
    actor = only("name,kind,aliases\nAda,person,A\\;B;C\\\\;D\n", ListForm.CSV)
    assert actor.aliases == ("A;B", "C\\", "D")


BAD_CSV = [
    ("nme,kind\nAda,person\n", 1, "column 'nme' is not known"),
    ("name,kind,kind\nAda,person,person\n", 1, "'kind' is there twice"),
    ("kind\nperson\n", 1, "there is no column 'name'"),
    ("", 1, "column '' is not known"),
    ("name,kind\nAda\n", 2, "has 1 cells where the first line names 2"),
    ("name,kind\nAda,person,x\n", 2, "has 3 cells"),
    ("name,kind\nAda,persona\n", 2, "kind 'persona' is not known; write one of state,"),
    ("name,kind\nAda,\n", 2, "there is no kind"),
    ("name,kind\n---,person\n", 2, "name '---' has no letters"),
    ("name,kind,country\nAda,person,Atlantis\n", 2, "country 'Atlantis' is not known"),
    ("name,kind,sector\nAda,person,XXX\n", 2, "sector 'XXX' is not one of PLOVER's"),
    ("name,kind,role,from\nAda,person,x,2022-13\n", 2, "date '2022-13' is none"),
    ("name,kind,role,from\nAda,person,x,2022-02-30\n", 2, "date '2022-02-30' is none"),
    ("name,kind,role,from\nAda,person,x,08/11/2022\n", 2, "date '08/11/2022' is none"),
    ("name,kind,role,from,to\nAda,person,x,2022,2021\n", 2, "ends 2021-12-31 before it starts"),
    ("name,kind,from\nAda,person,2022\n", 2, "a role says nothing"),
    ("name,kind,country\nAda,person,FRA\nAda,person,DEU\n", 3, "country 'DEU' is 'FRA' on line 2"),
    ("name,kind,id\nAda,person,gov:ada\n", 2, "id 'gov:ada' is not that of a person"),
    ("name,kind\nAda,person\nÁda,person\n", 3, "'Áda' would have the id 'per:ada'"),
    ("name,kind\nMorland,state\n", 2, "state 'Morland' has no country"),
    ('name,kind\n"Ada" x,person\n', 2, "the row is no CSV"),
    ("name,kind\n" + "A" * 400 + ",person\n", 2, "has 400 characters; at most 300"),
]


@pytest.mark.parametrize(("text", "line", "detail"), BAD_CSV)
def test_csv_is_refused_by_line(text: str, line: int, detail: str) -> None:
    found = problems(text, ListForm.CSV)
    assert [number for number, _ in found] == [line]
    assert detail in found[0][1]


def test_good_rows_beside_a_bad_one_are_read() -> None:
    reading = read("name,kind\nAda,person\nBen,nobody\nCem,person\n", ListForm.CSV)
    assert [actor.name for actor in reading.actors] == ["Ada", "Cem"]
    assert [problem.line for problem in reading.problems] == [3]


def test_json_lines_have_the_fields_of_an_actor() -> None:
    actor = only(
        '{"name": "Ada Lorn", "kind": "person", "country": "Iran", "aliases": ["A. Lorn"],'
        ' "roles": [{"role": "judge", "sector": "jud", "from": "2020", "to": null}]}\n',
        ListForm.JSONL,
    )
    assert actor.country == "IRN"
    assert actor.roles == (DatedRole(role="judge", sector="JUD", start=date(2020, 1, 1)),)


BAD_OBJECTS = [
    ("[1]\n", "'[1]' is no JSON object"),
    ("{\n", "is no JSON object"),
    ("[" * 100_000 + "\n", "nested too deeply"),
    ('{"name": "Ada"}\n', "there is no kind"),
    ('{"kind": "person"}\n', "there is no name"),
    ('{"name": 7, "kind": "person"}\n', "name 7 is no text"),
    ('{"name": "Ada", "kind": "person", "nmae": 1}\n', "field 'nmae' is none of an actor"),
    ('{"name": "Ada", "kind": "person", "aliases": "A"}\n', "aliases 'A' are no list"),
    ('{"name": "Ada", "kind": "person", "roles": {}}\n', "roles {} are no list"),
    ('{"name": "Ada", "kind": "person", "roles": [1]}\n', "role 1 is no object"),
    ('{"name": "Ada", "kind": "person", "roles": [{"since": "2020"}]}\n', "field 'since'"),
    ('{"name": "Ada", "kind": "person", "roles": [{}]}\n', "a role says nothing"),
    ('{"name": "a\\u202eb", "kind": "person"}\n', "holds a control character"),
]


@pytest.mark.parametrize(("text", "detail"), BAD_OBJECTS, ids=range(len(BAD_OBJECTS)))
def test_json_lines_are_refused_by_line(text: str, detail: str) -> None:
    found = problems("\n" + text, ListForm.JSONL)
    assert [number for number, _ in found] == [2]
    assert detail in found[0][1]


HOSTILE = [
    (b"\xff\xfen\x00a\x00", "UTF-16"),
    (b"na\x00me", "control character U+0000 at 3"),
    (b"na\x1bme", "control character U+001B at 3"),
    (b"caf\xe9", "is not UTF-8: byte 0xe9 at 4"),
    (b"x" * 9_999_999, "has 10,000,000 bytes; at most 1,000,000"),
]


@pytest.mark.parametrize("form", ListForm)
@pytest.mark.parametrize(("line", "detail"), HOSTILE, ids=["wide", "nul", "esc", "latin", "long"])
def test_what_is_no_text_is_refused_in_every_form(line: bytes, detail: str, form: ListForm) -> None:
    found = problems(line + b"\n", form)
    assert found[0][0] == 1
    assert detail in found[0][1]


def test_a_list_of_problems_is_given_up() -> None:
    reading = read("name,kind\n" + "Ada,nobody\n" * 200_000, ListForm.CSV)
    assert not reading.actors
    assert len(reading.problems) == 101
    assert "more problems than these" in reading.problems[-1].detail


def test_the_longest_line_is_read() -> None:
    line = '{"name": "Ada", "kind": "person"}'
    assert only(line + " " * (MOST_BYTES - len(line)), ListForm.JSONL).name == "Ada"


@pytest.mark.parametrize(
    ("name", "head", "form"),
    [
        ("a.csv", b"name,kind\n", ListForm.CSV),
        ("a.tsv", b"name\tkind\n", ListForm.CSV),
        ("a.jsonl", b'\xef\xbb\xbf{"name": "Ada"}\n', ListForm.JSONL),
        ("a.json", b'{"id": "x", "schema": "Person", "properties": {}}\n', ListForm.FTM),
        ("a.actors.txt", b"# comment\n\nIRAN_ [IRN]\n+PERSIA_\n", ListForm.PETRARCH),
        ("a.txt", b"Dear Sir\n", None),
        ("a.bin", b"\xff\x00\x80", None),
    ],
)
def test_the_form_is_known_by_name_and_beginning(
    name: str, head: bytes, form: ListForm | None
) -> None:
    assert guess_form(name, head) is form


names = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1, max_size=30
).filter(lambda text: _is_name(text))


def _is_name(text: str) -> bool:
    try:
        return read_name(text) == text
    except ValueError:
        return False


roles = st.builds(
    DatedRole,
    role=names,
    country=st.sampled_from([None, "IRN", "IGO", "KOS"]),
    sector=st.sampled_from([None, *sorted(SECTORS)]),
    start=st.none() | st.dates(max_value=date(2000, 1, 1), min_value=date(1000, 1, 1)),
    end=st.none() | st.dates(min_value=date(2000, 1, 1)),
)


@st.composite
def listed(draw: st.DrawFn) -> ListedActor:
    kind = draw(st.sampled_from(list(ActorKind)))
    name = draw(names)
    aliases = draw(st.lists(names, unique=True, max_size=4))
    return ListedActor(
        id=ActorId(f"{PREFIXES[kind]}:{slug(name)}"),
        name=name,
        aliases=tuple(alias for alias in aliases if alias != name),
        kind=kind,
        country=draw(st.sampled_from(["AZE", "UNO"])),
        sector=draw(st.sampled_from([None, "GOV"])),
        roles=tuple(draw(st.lists(roles, max_size=3))),
        ref=draw(st.none() | st.from_regex(r"[A-Z][0-9]{1,6}", fullmatch=True)),
    )


many = st.lists(listed(), max_size=5, unique_by=(lambda a: a.id, lambda a: a.ref or a.id))


def both(actors: Iterable[ListedActor]) -> list[ListReading]:
    actors = list(actors)
    lines = "".join(to_line(actor) + "\n" for actor in actors)
    return [read(lines, ListForm.JSONL), read(to_csv(actors), ListForm.CSV)]


@given(many)
def test_what_is_written_reads_back_the_same(actors: list[ListedActor]) -> None:
    for reading in both(actors):
        assert not reading.problems
        assert list(reading.actors) == actors


@given(st.binary(max_size=400), st.sampled_from(ListForm))
def test_no_bytes_break_a_reader(raw: bytes, form: ListForm) -> None:
    reading = read(raw, form)
    assert all(problem.detail and problem.line > 0 for problem in reading.problems)


@given(st.text(max_size=300), st.sampled_from(ListForm))
def test_no_text_breaks_a_reader(text: str, form: ListForm) -> None:
    reading = read(text.encode("utf-8", "replace"), form)
    assert len({actor.id for actor in reading.actors}) == len(reading.actors)


def test_the_columns_are_those_of_the_documentation() -> None:
    assert to_csv([]).strip().split(",") == list(COLUMNS)
