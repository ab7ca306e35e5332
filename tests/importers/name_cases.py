"""Transcripts by the names, titles, roles and initials that people go by in them."""

from importers.label_cases import Case

CASES: dict[str, Case] = {
    "titles of a house": (
        (
            "The Chair: Order.\n\nBaroness Jones of Leeds: My Lords.\n\nThe Chair: Next.\n\n"
            "Sir Robert Roe QC: Thank you.\n\nThe Lord Bishop of Ely: Hm.\n\n"
            "Baroness Jones of Leeds: So.\n"
        ),
        [
            ("The Chair", "Order."),
            ("Baroness Jones of Leeds", "My Lords."),
            ("The Chair", "Next."),
            ("Sir Robert Roe QC", "Thank you."),
            ("The Lord Bishop of Ely", "Hm."),
            ("Baroness Jones of Leeds", "So."),
        ],
    ),
    "Welsh names": (
        (
            "Cyfwelydd: Croeso.\n\nSiân ap Gwilym: Diolch.\n\nLlŷr: Iawn: da.\n\n"
            "Cyfwelydd: Felly?\n\nSiân ap Gwilym: Ie.\n\nLlŷr: Na.\n"
        ),
        [
            ("Cyfwelydd", "Croeso."),
            ("Siân ap Gwilym", "Diolch."),
            ("Llŷr", "Iawn: da."),
            ("Cyfwelydd", "Felly?"),
            ("Siân ap Gwilym", "Ie."),
            ("Llŷr", "Na."),
        ],
    ),
    "Chinese names and wide colons": (
        "主持人：大家好。\n王医生：您好：我是医生。\n李经理：您好。\n主持人：好。\n王医生：对。\n李经理：是。\n",
        [
            ("主持人", "大家好。"),
            ("王医生", "您好：我是医生。"),
            ("李经理", "您好。"),
            ("主持人", "好。"),
            ("王医生", "对。"),
            ("李经理", "是。"),
        ],
    ),
    "Arabic names": (
        "المحاور: أهلا.\nد. محمد بن علي: شكرا.\nالمحاور: نعم؟\nد. محمد بن علي: نعم: هكذا.\n",
        [
            ("المحاور", "أهلا."),
            ("د. محمد بن علي", "شكرا."),
            ("المحاور", "نعم؟"),
            ("د. محمد بن علي", "نعم: هكذا."),
        ],
    ),
    "names from everywhere": (
        (
            "Ngũgĩ wa Thiong'o: One.\nBjørn-Åke: Two.\nDr de la Cruz: Three.\n"
            "Ó Súilleabháin: Four.\nNgũgĩ wa Thiong’o: Five.\nBjørn-Åke: Six.\n"
            "Dr de la Cruz: Seven.\nÓ Súilleabháin: Eight.\n"
        ),
        [
            ("Ngũgĩ wa Thiong'o", "One."),
            ("Bjørn-Åke", "Two."),
            ("Dr de la Cruz", "Three."),
            ("Ó Súilleabháin", "Four."),
            ("Ngũgĩ wa Thiong’o", "Five."),
            ("Bjørn-Åke", "Six."),
            ("Dr de la Cruz", "Seven."),
            ("Ó Súilleabháin", "Eight."),
        ],
    ),
    "names with what they are behind a comma": (
        (
            "Ann Roe, chief executive: Welcome.\n\nBen Poe, medical director: Thanks.\n\n"
            "Ann Roe, chief executive: So.\n\nBen Poe, medical director: Yes, well: no.\n"
        ),
        [
            ("Ann Roe, chief executive", "Welcome."),
            ("Ben Poe, medical director", "Thanks."),
            ("Ann Roe, chief executive", "So."),
            ("Ben Poe, medical director", "Yes, well: no."),
        ],
    ),
    "roles and letters": (
        (
            "Consultant A: One.\nNurse B: Two.\nGP3_F: Three.\nHCA-2: Four.\n"
            "Consultant A: Five.\nNurse B: Six.\nGP3_F: Seven.\nHCA-2: Eight.\n"
            "Participant #3: Nine.\nParticipant No. 4: Ten.\nParticipant #3: Eleven.\n"
            "Participant No. 4: Twelve.\n"
        ),
        [
            ("Consultant A", "One."),
            ("Nurse B", "Two."),
            ("GP3_F", "Three."),
            ("HCA-2", "Four."),
            ("Consultant A", "Five."),
            ("Nurse B", "Six."),
            ("GP3_F", "Seven."),
            ("HCA-2", "Eight."),
            ("Participant #3", "Nine."),
            ("Participant No. 4", "Ten."),
            ("Participant #3", "Eleven."),
            ("Participant No. 4", "Twelve."),
        ],
    ),
    "shortened words with full stops": (
        (
            "Mod.: So?\nResp. 1: Well.\nMod.: And?\nResp. 2: Hm.\nInt.: I will ask: why?\n"
            "Resp. 1: Because.\nInt.: Good.\n"
        ),
        [
            ("Mod.", "So?"),
            ("Resp. 1", "Well."),
            ("Mod.", "And?"),
            ("Resp. 2", "Hm."),
            ("Int.", "I will ask: why?"),
            ("Resp. 1", "Because."),
            ("Int.", "Good."),
        ],
    ),
    "two interviewers, and both": (
        (
            "Interviewer 1: Hello.\nInterviewee: Hello.\nInterviewer 2: Shall we?\n"
            "Interviewee: Yes.\nInterviewer 1 and 2: Thanks!\nInterviewee: Oh.\n"
            "Interviewer 1: So.\n"
        ),
        [
            ("Interviewer 1", "Hello."),
            ("Interviewee", "Hello."),
            ("Interviewer 2", "Shall we?"),
            ("Interviewee", "Yes."),
            ("Interviewer 1 and 2", "Thanks!"),
            ("Interviewee", "Oh."),
            ("Interviewer 1", "So."),
        ],
    ),
    "voices that nobody could tell apart": (
        (
            "MOD: Who?\nF1: Me.\nM2: Me too.\nUnknown male: Me.\nMOD: Right.\nF1/M2: Yes.\n"
            "Everyone: [laughter]\nF1 & M2: Well.\nM2: So.\nP?: Hm.\nMOD: Go on.\n"
        ),
        [
            ("MOD", "Who?"),
            ("F1", "Me."),
            ("M2", "Me too."),
            ("Unknown male", "Me."),
            ("MOD", "Right."),
            ("F1/M2", "Yes."),
            ("Everyone", "[laughter]"),
            ("F1 & M2", "Well."),
            ("M2", "So."),
            ("P?", "Hm."),
            ("MOD", "Go on."),
        ],
    ),
    "initials that also mean something": (
        (
            "NB: Welcome.\n\nPS: Thanks.\n\nAB: Hello.\n\nNB: So?\n\nPS: Yes.\n\nAB: No.\n\n"
            "NB: Right.\n"
        ),
        [
            ("NB", "Welcome."),
            ("PS", "Thanks."),
            ("AB", "Hello."),
            ("NB", "So?"),
            ("PS", "Yes."),
            ("AB", "No."),
            ("NB", "Right."),
        ],
    ),
    "an addition that changes": (
        (
            "Moderator (JS): Welcome.\nP3 (MD, acute): Thanks.\nP3 (cont.): And more.\n"
            "Moderator (KT): So?\nP3: Yes.\nP4 (via video): Hello.\nModerator (JS): Right.\n"
        ),
        [
            ("Moderator (JS)", "Welcome."),
            ("P3 (MD, acute)", "Thanks."),
            ("P3 (cont.)", "And more."),
            ("Moderator (KT)", "So?"),
            ("P3", "Yes."),
            ("P4 (via video)", "Hello."),
            ("Moderator (JS)", "Right."),
        ],
    ),
}
