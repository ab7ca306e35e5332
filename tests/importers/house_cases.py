"""Transcripts in the styles of houses, with what people say that looks like a label."""

from importers.label_cases import Case

CASES: dict[str, Case] = {
    "every line numbered": (
        (
            "001  MOD: What about\n002  trust?\n003  P1: It goes: slowly.\n004  P2: Yes,\n"
            "005  very.\n006  MOD: So.\n007  P1: Yes.\n"
        ),
        [
            ("MOD", "What about\n002  trust?"),
            ("P1", "It goes: slowly."),
            ("P2", "Yes,\n005  very."),
            ("MOD", "So."),
            ("P1", "Yes."),
        ],
    ),
    "a committee's numbered questions": (
        (
            "Q1 Chair: Welcome. Who are you?\n\nAnn Roe: I run a hospital.\n\n"
            "Q2 Dr Poe: And beds?\n\nAnn Roe: Few.\n\nQ3 Chair: Thank you.\n\nQ4 Dr Poe: So?\n"
        ),
        [
            ("Chair", "Welcome. Who are you?"),
            ("Ann Roe", "I run a hospital."),
            ("Dr Poe", "And beds?"),
            ("Ann Roe", "Few."),
            ("Chair", "Thank you."),
            ("Dr Poe", "So?"),
        ],
    ),
    "a hearing": (
        (
            "MR KEITH: Good morning.\nQ. You were the chief executive?\nA. I was.\n"
            "Q. Until when?\nA. 2014.\nMR KEITH: Thank you.\nLADY HALLETT: One question.\n"
        ),
        [
            ("MR KEITH", "Good morning."),
            ("Q", "You were the chief executive?"),
            ("A", "I was."),
            ("Q", "Until when?"),
            ("A", "2014."),
            ("MR KEITH", "Thank you."),
            ("LADY HALLETT", "One question."),
        ],
    ),
    "interruptions and speech at once": (
        (
            "P3: I was going to –\nMOD: Sorry, go on.\nP3: – say that [it was]\nP1: [Yes]\n"
            "P3: not (P2: mm) easy. [MOD: mm]\nP2: …\nP1: //no//\nMOD: So.\n"
        ),
        [
            ("P3", "I was going to –"),
            ("MOD", "Sorry, go on."),
            ("P3", "– say that [it was]"),
            ("P1", "[Yes]"),
            ("P3", "not (P2: mm) easy. [MOD: mm]"),
            ("P2", "…"),
            ("P1", "//no//"),
            ("MOD", "So."),
        ],
    ),
    "someone who says nothing": (
        (
            "MOD: P3?\nP3:\nMOD: P3, did you?\nP3: [no reply]\nMOD: Right.\nP1: \n"
            "P2: He nodded.\nP1: Yes.\nP2:"
        ),
        [
            ("MOD", "P3?"),
            ("P3", ""),
            ("MOD", "P3, did you?"),
            ("P3", "[no reply]"),
            ("MOD", "Right."),
            ("P1", ""),
            ("P2", "He nodded."),
            ("P1", "Yes."),
            ("P2", ""),
        ],
    ),
    "clock times, ratios and addresses in speech": (
        (
            "P1: 10:30 was the slot.\n10.30 am: we met.\nAt 9:30: handover.\n9.30am: tea.\n"
            "P2: A ratio of 3:1.\n3:1: that was it.\nhttps://www.nhs.uk: see there.\n"
            "Re: your email.\nP1: 17:30 then.\nNB: not me.\nP2: So.\n"
        ),
        [
            ("P1", "10:30 was the slot.\n10.30 am: we met.\nAt 9:30: handover.\n9.30am: tea."),
            (
                "P2",
                (
                    "A ratio of 3:1.\n3:1: that was it.\nhttps://www.nhs.uk: see there.\n"
                    "Re: your email."
                ),
            ),
            ("P1", "17:30 then.\nNB: not me."),
            ("P2", "So."),
        ],
    ),
    "what others said, over and over": (
        (
            "MOD: What do they say?\nP1: My manager says: no.\nThe board: “Not now.”\n"
            "He said: “no”.\nMe: “Why?”\nP2: Same.\nThe board: “Not now.”\nHe said: “no”.\n"
            "P3: And so: nothing.\nMOD: Hm.\nP1: Yes.\nP2: Quite.\nP3: So.\nMOD: Thank you.\n"
        ),
        [
            ("MOD", "What do they say?"),
            ("P1", "My manager says: no.\nThe board: “Not now.”\nHe said: “no”.\nMe: “Why?”"),
            ("P2", "Same.\nThe board: “Not now.”\nHe said: “no”."),
            ("P3", "And so: nothing."),
            ("MOD", "Hm."),
            ("P1", "Yes."),
            ("P2", "Quite."),
            ("P3", "So."),
            ("MOD", "Thank you."),
        ],
    ),
    "an exercise whose headings return": (
        (
            "MOD: Each table, please.\nP1: Ours.\nStrengths: people\nThreats: money\nP2: Ours.\n"
            "Strengths: people\nThreats: time\nMOD: Thank you.\nP3: We had none.\nP1: Hm.\n"
            "P4: So.\nMOD: Next.\nP2: Yes.\nP3: Yes.\nP4: No.\n"
        ),
        [
            ("MOD", "Each table, please."),
            ("P1", "Ours.\nStrengths: people\nThreats: money"),
            ("P2", "Ours.\nStrengths: people\nThreats: time"),
            ("MOD", "Thank you."),
            ("P3", "We had none."),
            ("P1", "Hm."),
            ("P4", "So."),
            ("MOD", "Next."),
            ("P2", "Yes."),
            ("P3", "Yes."),
            ("P4", "No."),
        ],
    ),
    "headings of the guide": (
        (
            "MOD: Welcome.\n\nP1: Hello.\n\nQUESTION 1: RELATIONS\n\nMOD: How are they?\n\n"
            "P2: Good.\n\nTopic 2: Trust\n\nMOD: And trust?\n\nP1: Less.\n\nPart 3: Closing\n\n"
            "MOD: Thanks.\n\nP2: Thanks.\n"
        ),
        [
            ("MOD", "Welcome."),
            ("P1", "Hello.\n\nQUESTION 1: RELATIONS"),
            ("MOD", "How are they?"),
            ("P2", "Good.\n\nTopic 2: Trust"),
            ("MOD", "And trust?"),
            ("P1", "Less.\n\nPart 3: Closing"),
            ("MOD", "Thanks."),
            ("P2", "Thanks."),
        ],
    ),
    "pages printed": (
        (
            "MOD: Welcome.\nP1: Hello, I am\nPage 1 of 3\nFG2 CONFIDENTIAL\nfrom Leeds.\n"
            "MOD: And?\nP2: Me\nPage 2 of 3\nFG2 CONFIDENTIAL\ntoo.\nP1: Yes.\nPage 3 of 3\n"
        ),
        [
            ("MOD", "Welcome."),
            ("P1", "Hello, I am\nPage 1 of 3\nFG2 CONFIDENTIAL\nfrom Leeds."),
            ("MOD", "And?"),
            ("P2", "Me\nPage 2 of 3\nFG2 CONFIDENTIAL\ntoo."),
            ("P1", "Yes.\nPage 3 of 3"),
        ],
    ),
    "a time mark every minute": (
        (
            "MOD: One.\n[00:01:00]\nStill me.\nP1: Two [00:02:00] and on.\n\n[00:03:00]\n\n"
            "P2: Three.\nMOD: Four.\nP1: Five.\n"
        ),
        [
            ("MOD", "One.\n[00:01:00]\nStill me."),
            ("P1", "Two [00:02:00] and on."),
            ("P2", "Three."),
            ("MOD", "Four."),
            ("P1", "Five."),
        ],
    ),
    "hanging indents": (
        (
            "MOD:      What about\n          trust: is there any?\n\nP1:       Some.\n"
            "          More\n          soon.\n\nMOD:      So.\n\nP1:       Yes.\n"
        ),
        [
            ("MOD", "What about\n          trust: is there any?"),
            ("P1", "Some.\n          More\n          soon."),
            ("MOD", "So."),
            ("P1", "Yes."),
        ],
    ),
    "dashes": (
        (
            "MOD - What about trust?\nP1 - Some - not much.\nP2 – Well.\nMOD - So?\nP1 - Yes.\n"
            "P2 - No.\n"
        ),
        [
            ("MOD", "What about trust?"),
            ("P1", "Some - not much."),
            ("P2", "Well."),
            ("MOD", "So?"),
            ("P1", "Yes."),
            ("P2", "No."),
        ],
    ),
    "dashes without a blank": (
        "Int- What about trust?\nP1- Some.\nInt- So?\nP2- Well-known.\nInt- Yes.\nP1- No.\n",
        [
            ("Int", "What about trust?"),
            ("P1", "Some."),
            ("Int", "So?"),
            ("P2", "Well-known."),
            ("Int", "Yes."),
            ("P1", "No."),
        ],
    ),
    "one blank and nothing else": (
        "MOD What about trust?\nP1 I think some.\nP2 I don’t.\nMOD So?\nP1 Yes.\nP2 No.\n",
        [
            ("MOD", "What about trust?"),
            ("P1", "I think some."),
            ("P2", "I don’t."),
            ("MOD", "So?"),
            ("P1", "Yes."),
            ("P2", "No."),
        ],
    ),
    "round brackets": (
        (
            "(MOD) What about trust?\n(P1) Some.\n(laughs) And more.\n(MOD) So?\n(P2) Well.\n"
            "(P1) Yes.\n(P2) No.\n"
        ),
        [
            ("MOD", "What about trust?"),
            ("P1", "Some.\n(laughs) And more."),
            ("MOD", "So?"),
            ("P2", "Well."),
            ("P1", "Yes."),
            ("P2", "No."),
        ],
    ),
    "a semicolon typed for a colon": (
        "MOD: So?\nP1: Yes.\nP2; I agree.\nMOD: And?\nP2: Hm.\nP1; No.\nMOD: Good.\n",
        [
            ("MOD", "So?"),
            ("P1", "Yes."),
            ("P2", "I agree."),
            ("MOD", "And?"),
            ("P2", "Hm."),
            ("P1", "No."),
            ("MOD", "Good."),
        ],
    ),
    "labels as headings": (
        (
            "# Focus group 1\n\n### Moderator\n\nWelcome.\n\n### P1\n\nThanks.\n\nAnd more.\n\n"
            "### Moderator\n\nSo?\n\n### P1\n\nYes.\n"
        ),
        [
            ("Moderator", "Welcome."),
            ("P1", "Thanks.\n\nAnd more."),
            ("Moderator", "So?"),
            ("P1", "Yes."),
        ],
    ),
    "names alone, a blank line under each": (
        "MODERATOR\n\nWelcome.\n\nANN ROE\n\nThanks.\n\nMODERATOR\n\nSo?\n\nANN ROE\n\nYes.\n",
        [
            ("MODERATOR", "Welcome."),
            ("ANN ROE", "Thanks."),
            ("MODERATOR", "So?"),
            ("ANN ROE", "Yes."),
        ],
    ),
    "small letters and blanks within": (
        "int: so?\np 1: yes\np 2: no: not at all\nint: and?\np 1: hm\np 2: well\n",
        [
            ("int", "so?"),
            ("p 1", "yes"),
            ("p 2", "no: not at all"),
            ("int", "and?"),
            ("p 1", "hm"),
            ("p 2", "well"),
        ],
    ),
}

SILENT = {
    "letters": (
        "From: Ann\nTo: Ben\nSubject: beds\nSent: Monday\n\nNo beds.\n\nFrom: Ben\nTo: Ann\n"
        "Subject: Re: beds\nSent: Tuesday\n\nNone here.\n"
    ),
    "a diary": "Monday: up early.\nTuesday: late shift.\nMonday: up early.\nTuesday: late again.\n",
    "a form filled in twice": (
        "Name: Ann\nAge: 40\nRole: nurse\nTrust: Leeds\n\nName: Ben\nAge: 50\nRole: GP\n"
        "Trust: York\n\nNotes were taken by hand that day and typed up later.\n"
    ),
    "field notes by the clock": (
        "10:05 Ann arrives.\n10:10 Coffee: much of it.\n10:15 – Ben speaks first.\n"
        "10:20: everyone is quiet.\n10:20: still quiet.\n"
    ),
    "choices by letter": (
        "What matters?\n\nA. Trust\nB. Money\nC. Time\n\nWhat else?\n\nA. Beds\nB. Staff\n"
    ),
    "a story": (
        "It was late. “No,” said Ann: “not now.”\n\nBen looked at her. He said: “Why?”\n\n"
        "She said: nothing.\n\nThe end: or nearly.\n"
    ),
    "minutes": (
        "1. Welcome: the chair opened the meeting.\n2. Minutes: agreed.\n"
        "3. Finance: the plan was heard.\nACTION: AB\n4. Quality: the report was heard.\n"
        "ACTION: CD\n5. AOB: none.\n"
    ),
}
