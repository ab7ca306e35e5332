"""Transcripts as services and programs lay them out, each counted by eye."""

from importers.label_cases import Case

CASES: dict[str, Case] = {
    "a service's cover sheet and key": (
        (
            "Transcript prepared by: Fast Typing Ltd\nAudio File Name: FG4_leeds.m4a\n"
            "Length: 92 mins\nNumber of speakers: 4\n\nI: = Interviewer\nR1: = Respondent 1\n"
            "R2: = Respondent 2\n[inaudible] = could not be heard\n\n"
            "I:\tWho would like to start?\nR1:\tI will.\nR2:\tThen me.\nI:\tGood.\nR1:\tSo.\n"
            "END OF TRANSCRIPT\n"
        ),
        [
            ("I", "Who would like to start?"),
            ("R1", "I will."),
            ("R2", "Then me."),
            ("I", "Good."),
            ("R1", "So.\nEND OF TRANSCRIPT"),
        ],
    ),
    "a header that names who was there": (
        (
            "FOCUS GROUP 3\nDate: 4 March 2014\nTime: 10.30 am\nVenue: Seminar room 2\n"
            "Present: JS (moderator), P1, P2, P3\nApologies: P4\nRe: doctors and managers\n\n"
            "JS: Welcome.\nP1: Thanks.\nJS: So?\nP2: Yes.\nP3: No.\n"
        ),
        [
            ("JS", "Welcome."),
            ("P1", "Thanks."),
            ("JS", "So?"),
            ("P2", "Yes."),
            ("P3", "No."),
        ],
    ),
    "a header with those who asked": (
        (
            "Facilitators: JS and KT\nNote taker: AB\nObservers: none\n\nJS: Welcome.\n\n"
            "P1: Hi.\n\nKT: So.\n\nP1: Well.\n\nJS: OK.\n"
        ),
        [("JS", "Welcome."), ("P1", "Hi."), ("KT", "So."), ("P1", "Well."), ("JS", "OK.")],
    ),
    "a list of participants by colon, then a rule": (
        (
            "Participant details:\nP1: consultant surgeon, male, 50s\n"
            "P2: ward manager, female, 40s\nP3: finance director, female, 50s\n\n-----\n\n"
            "MOD: Welcome.\n\nP1: Hello.\n\nP2: Hello.\n\nMOD: So.\n\nP3: Well.\n"
        ),
        [
            ("MOD", "Welcome."),
            ("P1", "Hello."),
            ("P2", "Hello."),
            ("MOD", "So."),
            ("P3", "Well."),
        ],
    ),
    "a list of participants by dashes": (
        (
            "Speaker key\nMOD – moderator\nP1 – chief executive\nP2 – medical director\n\n"
            "MOD: Welcome.\nP1: Hello.\nMOD: So?\nP2: Well.\n"
        ),
        [
            ("MOD", "Welcome."),
            ("P1", "Hello."),
            ("MOD", "So?"),
            ("P2", "Well."),
        ],
    ),
    "Rev": (
        (
            "Speaker 1 (00:02):\nSo, welcome everybody.\n\nSpeaker 2 (00:09):\nThank you.\n\n"
            "Speaker 1 (00:12):\nThe ratio was 3:1 at 10:30.\n\nSpeaker 3 (01:02:12):\nOnce.\n"
        ),
        [
            ("Speaker 1", "So, welcome everybody."),
            ("Speaker 2", "Thank you."),
            ("Speaker 1", "The ratio was 3:1 at 10:30."),
            ("Speaker 3", "Once."),
        ],
    ),
    "Rev, one paragraph each": (
        (
            "Moderator: [00:00:02] So, welcome.\n\nAnn Roe: [00:00:09] Thank you.\n\n"
            "Moderator: [00:00:12] And you?\n\nBen: [00:00:15] Me too.\n"
        ),
        [
            ("Moderator", "So, welcome."),
            ("Ann Roe", "Thank you."),
            ("Moderator", "And you?"),
            ("Ben", "Me too."),
        ],
    ),
    "Trint": (
        (
            "Ann Roe [00:00:03] So, welcome. How are you?\n\n"
            "Ben Poe [00:00:09] Fine. It was: fine.\n\nAnn Roe [00:00:12] Good.\n\n"
            "Speaker 3 [00:00:14] Hello.\n"
        ),
        [
            ("Ann Roe", "So, welcome. How are you?"),
            ("Ben Poe", "Fine. It was: fine."),
            ("Ann Roe", "Good."),
            ("Speaker 3", "Hello."),
        ],
    ),
    "Happy Scribe": (
        (
            "[00:00:02.430] - Speaker 1\nSo, welcome.\n\n[00:00:09.120] - Ann Roe\nThank you.\n\n"
            "[00:00:12.000] - Speaker 1\nGood.\n\n[00:00:14.900] - Ann Roe\nYes.\n"
        ),
        [
            ("Speaker 1", "So, welcome."),
            ("Ann Roe", "Thank you."),
            ("Speaker 1", "Good."),
            ("Ann Roe", "Yes."),
        ],
    ),
    "Sonix": (
        (
            "Ann Roe: [00:00:01] So.\n\n[00:00:31] And still me.\n\nBen: [00:00:45] Yes.\n\n"
            "Ann Roe: [00:00:51] Good.\n\nBen: [00:00:55] Hm.\n"
        ),
        [
            ("Ann Roe", "So.\n\n[00:00:31] And still me."),
            ("Ben", "Yes."),
            ("Ann Roe", "Good."),
            ("Ben", "Hm."),
        ],
    ),
    "Descript": (
        (
            "# Focus group 2\n\n**Ann:** [00:00:00] So, welcome.\n\n"
            "**Ben:** [00:00:04] Thanks.\n\nAnd more.\n\n**Ann:** [00:00:09] Good.\n\n"
            "**Cleo:** [00:00:12] Hm.\n"
        ),
        [
            ("Ann", "So, welcome."),
            ("Ben", "Thanks.\n\nAnd more."),
            ("Ann", "Good."),
            ("Cleo", "Hm."),
        ],
    ),
    "Zoom's saved captions": (
        (
            "[Ann Roe] 14:03:01\nSo, welcome.\n\n[Ben Poe (NHS)] 14:03:09\nThank you.\n"
            "And more.\n\n[Ann Roe] 14:03:12\nGood.\n"
        ),
        [
            ("Ann Roe", "So, welcome."),
            ("Ben Poe (NHS)", "Thank you.\nAnd more."),
            ("Ann Roe", "Good."),
        ],
    ),
    "Google Meet": (
        (
            "Focus group (2024-03-04 10:00 GMT) - Transcript\nAttendees\nAnn Roe, Ben Poe\n"
            "Transcript\n\n00:00:00\n\nAnn Roe: So, welcome.\nBen Poe: Thank you.\n"
            "Ann Roe: Good.\n\n00:05:00\n\nBen Poe: Yes.\nAnn Roe: So.\n"
        ),
        [
            ("Ann Roe", "So, welcome."),
            ("Ben Poe", "Thank you."),
            ("Ann Roe", "Good."),
            ("Ben Poe", "Yes."),
            ("Ann Roe", "So."),
        ],
    ),
    "Teams, copied from the page": (
        (
            "Ann Roe\n0:05\nSo, welcome.\n\nBen Poe\n0:09\nThank you.\n\nAnn Roe\n0:12\nGood.\n\n"
            "Ben Poe\n1:00:15\nYes.\n"
        ),
        [
            ("Ann Roe", "So, welcome."),
            ("Ben Poe", "Thank you."),
            ("Ann Roe", "Good."),
            ("Ben Poe", "Yes."),
        ],
    ),
    "Teams with the addresses of a trust": (
        (
            "ROE, Ann (LEEDS TEACHING HOSPITALS NHS TRUST)   0:05\nSo, welcome.\n\n"
            "Ben Poe (Guest)   0:09\nThank you.\n\n"
            "ROE, Ann (LEEDS TEACHING HOSPITALS NHS TRUST)   0:12\nGood.\n\n+44*****12   0:15\n"
            "Hello?\n\nBen Poe (Guest)   0:19\nYes.\n"
        ),
        [
            ("ROE, Ann (LEEDS TEACHING HOSPITALS NHS TRUST)", "So, welcome."),
            ("Ben Poe (Guest)", "Thank you."),
            ("ROE, Ann (LEEDS TEACHING HOSPITALS NHS TRUST)", "Good."),
            ("+44*****12", "Hello?"),
            ("Ben Poe (Guest)", "Yes."),
        ],
    ),
}
