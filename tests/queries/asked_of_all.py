"""What each query and each read is asked with when blindness is tried; none may be missing."""

from typing import Any

from qualcoder_nhs.analysis.agreement.behind import Behind
from qualcoder_nhs.analysis.agreement.report import AgreementReport, agreement_report
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.rounds import Portion
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.theme_pack import ThemePackWish
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.agreement_scope import scope_of
from qualcoder_nhs.queries.excerpts import ExcerptFilter
from qualcoder_nhs.queries.link_page import LinkView
from qualcoder_nhs.queries.links import LinkFilter
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.queries.talk_behind import Behind as EntryBehind
from qualcoder_nhs.queries.theme_page import ThemeWish
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import code, coder, transcript

BEAST = "Zebra"
"""Words that only AB wrote."""

PLAIN = [
    "coding_list",
    "holdings",
    "layers",
    "shown_layer",
    "memo_list",
    "overview",
    "round_boards",
    "whole_study",
    "archive_tables",
    "archive_texts",
    "people_tables",
    "work_tables",
    "theme_tables",
    "listed_steps",
    "study_card",
    "all_voices",
    "crowd",
    "study",
    "exports",
    "merges",
    "packed",
    "pack_of",
    "coders",
    "coders_undone",
    "groups",
    "participants",
    "speakers",
    "transcripts",
    "transcript_summaries",
    "label_counts",
    "transcript_names",
    "surveys",
    "coders_of",
    "removed_transcripts",
    "next_position",
    "codebook",
    "memos",
    "rounds",
    "round_material",
    "versions",
    "layer_names",
    "has_settled",
    "coders_undone",
    "finishes",
    "decisions",
    "rechecks",
    "wordings",
    "attributes",
    "presences",
    "questions",
    "guide_versions",
    "askings",
    "themes",
    "statements",
    "quotes",
    "summaries",
    "propositions",
    "voicings",
    "corrections",
]
"""The queries and reads that are asked with nothing."""


def arguments(study: Study, blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    """What each query and each read is asked with; none may be missing here."""
    plain: dict[str, list[tuple[Any, ...]]] = {name: [()] for name in PLAIN}
    asked = (of_queries, of_rounds, of_tables, of_talk, of_codework, of_links, of_reads)
    return plain | {name: each for one in asked for name, each in one(study, blind).items()}


def a_report(study: Study) -> AgreementReport:
    """One that anybody may see: of the open layer."""
    wish = AgreementWish(coders=("HL", "AB"), everything=True, replicates=0)
    return agreement_report(study.ask(agreement_material, wish))


def of_queries(study: Study, blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    first, other = transcript(study), coder(study, "AB")
    secret = study.ask_as(other, Reader.codings, coder=other, layer=blind)[0]
    return {
        "agreement_material": [
            (AgreementWish(),),
            (AgreementWish("Pilot"),),
            (AgreementWish(coders=("HL", "AB"), everything=True),),
        ],
        "agreement_passages": [(a_report(study), Behind())],
        "scope_of": [("Pilot", (), ()), (None, ("HL", "AB"), ())],
        "other_layers": [(study.ask(scope_of, None, ("HL", "AB"), ()),)],
        "other_rounds": [(AgreementWish(coders=("HL", "AB")),)],
        "recoded": [(AgreementWish(coders=("HL", "AB"), everything=True),)],
        "codebook_tree": [(), ("open",), (blind,)],
        "coding_page": [(first,), (first, blind)],
        "coded_transcript": [(first,), (first, blind)],
        "correction_list": [(first,)],
        "text_before": [(first, 1)],
        "text_changes": [(first,)],
        "coding_memos": [(), (first,)],
        "corrected_page": [(first, "open", "", (0,)), (first, blind, "", (0,))],
        "page_patch": [(first, [secret.id], blind)],
        "excerpt_choices": [(), (blind,)],
        "excerpt_book": [(ExcerptFilter(),), (ExcerptFilter(layer=blind),)],
        "table_choices": [(), (blind,)],
        "refuse_template": [("({role})",), ("nobody",)],
        "talk_behind": [(EntryBehind((secret.id,), ((first, 1),)),)],
        "talk_of_rows": [([EntryBehind((secret.id,), ((first, 1),))],)],
        "cut_all": [],  # cuts codings that were read before
        "library": [(other, blind), (other,)],
        "next_steps": [(other,)],
        "study_search": [(BEAST,)],
        "hits_to_code": [(BEAST, secret.code, coder(study, "CD"))],
        "turn_list": [(first,)],
        "turns_in": [(Portion(first),), (Portion(first, (2,)),)],
        "voices": [(first,)],
    }


def of_rounds(study: Study, blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    first, other = transcript(study), coder(study, "AB")
    return {
        "disagreement_queue": [("Pilot",)],
        "how_settled": [(AgreementWish("Pilot"),), (AgreementWish(),)],
        "recode_queue": [(), (blind,)],
        "round_board": [("Pilot",)],
        "round_wording": [("Pilot",)],
        "pack_contents": [("Pilot", other, coder(study))],
        "pack_check": [("Pilot", other)],
        "own_check": [(other,)],
        "layers_to_choose": [(other,), (coder(study, "CD"),)],
        "round_desk": [(other,), (coder(study, "CD"),)],
        "finish_check": [(first, blind, other), (first, blind, coder(study, "CD"))],
    }


def of_tables(study: Study, blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    first, other = transcript(study), coder(study, "AB")
    secret = study.ask_as(other, Reader.codings, coder=other, layer=blind)[0]
    entry = EntryBehind((secret.id,), ((first, 1),))
    return {
        "table_choices": [(), (blind,)],
        "talk_behind": [(entry,)],
        "talk_of_rows": [([entry],)],
    }


def of_talk(study: Study, blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    first, theme = transcript(study), study.ask(Reader.themes)[0].id
    return {
        "theme_list": [(), (blind,)],
        "theme_page": [(theme,), (theme, ThemeWish(blind))],
        "theme_pages": [(), (ThemeWish(blind),)],
        "voicing_offer": [(first, 2)],
        "pack_offer": [(), (ThemePackWish(layer=blind),)],
        "theme_pack": [(), (ThemePackWish(layer=blind),)],
        "audit": [(study.ask(material),)],
        "own_words": [(f"{study.ask(Reader.transcript, first).name}/P1",)],
        "table_material": [(Wish({}),), (Wish({"layer": "Pilot"}),)],
        "material": [(), (MaterialWish(layer=blind),)],
        "people_grid": [(), (("role",),)],
        "guide_page": [()],
        "guide_room": [(first,)],
        "question_suggestions": [(first,)],
    }


def of_codework(study: Study, _blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    warm, money = code(study, "Warm"), code(study, "Money")
    return {
        "codebook_story": [()],
        "to_refine": [(), (warm,)],
        "to_split": [(warm, (money,)), (money, (warm,))],
    }


def of_links(study: Study, blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    first, other = transcript(study), coder(study, "AB")
    return {
        "link_page": [(other, view, LinkFilter(layer=blind)) for view in LinkView],
        "link_list": [(), (LinkFilter(layer=blind),)],
        "links_wanted": [(LinkFilter(coder=other),), (LinkFilter(first, layer=blind),)],
        "unlinked_codes": [(), (LinkFilter(layer=blind),)],
        "suggested_links": [(other, blind), (other, blind, first)],
        "exchange_book": [(), (LinkFilter(layer=blind),)],
    }


def of_reads(study: Study, blind: RoundId) -> dict[str, list[tuple[Any, ...]]]:
    first, other = transcript(study), coder(study, "AB")
    secret = study.ask_as(other, Reader.codings, coder=other, layer=blind)[0]
    memos = [one for one in study.ask_as(other, Reader.memos) if BEAST in one.text]
    things = (("coding", secret.id), ("code", secret.code), ("transcript", first), ("coder", other))
    return {
        "kept": [("nothing", tuple)],  # what is kept is asked for by `material`, by who sees it
        "coder": [("AB",)],
        "transcript": [(first,)],
        "turns": [(first,)],
        "transcript_called": [("FG1",)],
        "length": [(first,)],
        "transcripts_from": [("hash of FG1",)],
        "search": [(BEAST,)],
        "code": [(secret.code,)],
        "code_counts": [(), (blind,)],
        "codings": [(), (first,), (None, None, other), (None, None, None, blind)],
        "codings_by_id": [([secret.id],)],
        "coding": [(secret.id,)],
        "coding_count": [(first,), (first, 10)],
        "coding_counts": [("coder",), ("code",), ("transcript",), ("layer",)],
        "memos_on": [*things, ("code", code(study, "Warm"))],
        "memo": [(one.id,) for one in memos],
        "history": [(), (3,)],
        "undoable": [(other,)],
        "redoable": [(other,)],
        "round": [("Pilot",)],
        "round_of": [(blind,)],
        "version": [(study.ask(Reader.versions)[0].id,)],
        "layer_called": [("Pilot",)],
        "turns_touched": [(blind, {first: [1, 2, 3]})],
        "coded_in": [(blind,)],
        "may_follow": [(blind, other)],
        "links": [(), (first,), (None, other), (None, None, blind)],
        "link": [(study.ask_as(other, Reader.links, coder=other, layer=blind)[0].id,)],
        "question": [("Q5",)],
        "theme": [("Kind words",)],
        "proposition": [("Nobody asks us.",)],
    }
