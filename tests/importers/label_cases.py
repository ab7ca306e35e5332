"""Synthetic transcripts as text, each with the labels and words a person reads in it."""

Case = tuple[str, list[tuple[str, str]]]

CASES: dict[str, Case] = {
    "lower case, a paragraph that goes on": (
        (
            "interviewer: All right. Uh, yeah, go ahead.\n\nparticipant: Well so I think the\n\n"
            "system.\n\ninterviewer: ok\n\nparticipant: for example: this"
        ),
        [
            ("interviewer", "All right. Uh, yeah, go ahead."),
            ("participant", "Well so I think the\n\nsystem."),
            ("interviewer", "ok"),
            ("participant", "for example: this"),
        ],
    ),
    "a typing error": (
        (
            "Interviewer: Hi\n\nMore words\n\nInterviewer: and\n\nwords\n\ninterviewr: so\n\n"
            "Anna: x\n\nAnna: y"
        ),
        [
            ("Interviewer", "Hi\n\nMore words"),
            ("Interviewer", "and\n\nwords"),
            ("interviewr", "so"),
            ("Anna", "x"),
            ("Anna", "y"),
        ],
    ),
    "marks at the end of the turn": (
        "I: Hallo? #00:00:05-2#\nB: Gut. Na ja: so. #00:00:09-8#\nI: Schön. #00:00:12-1#\n",
        [("I", "Hallo?"), ("B", "Gut. Na ja: so."), ("I", "Schön.")],
    ),
    "marks at both ends": (
        "#00:00:00-0# I: Hallo\n\n#00:00:05-2# B: Gut. #00:00:07-1#\n\n#00:00:12-1# I: So",
        [("I", "Hallo"), ("B", "Gut."), ("I", "So")],
    ),
    "a paragraph that only ends with a mark": (
        "B1: Ja, so. \nNoch mehr. #00:01:02-3#\nI: Und? #00:01:05-0#\nB2: #00:01:09-0#\nB1: Hm",
        [("B1", "Ja, so. \nNoch mehr."), ("I", "Und?"), ("B2", ""), ("B1", "Hm")],
    ),
    "a time mark on the line above": (
        "[00:12:44]\nP4: hi\n\n[00:13:00]\nP5: ho\n\n[00:13:09]\nP4: so",
        [("P4", "hi"), ("P5", "ho"), ("P4", "so")],
    ),
    "a time mark on the line below": (
        "P1: hello\n00:01:02\n\nP2: hi\n00:01:09\n\nP1: so\n00:02:00\n",
        [("P1", "hello"), ("P2", "hi"), ("P1", "so")],
    ),
    "a name behind its time": (
        "[00:00:04] Ann Smith\nHello\n\n[00:00:09] Bob\nhi\n\n[00:00:12] Ann Smith\nSo\n",
        [("Ann Smith", "Hello"), ("Bob", "hi"), ("Ann Smith", "So")],
    ),
    "a colon behind the time": (
        "00:00:01 P1: Hello\n00:00:05 P2: Hi\n00:00:09 P1: at 10:30\n00:00:15: P2: ok\n",
        [("P1", "Hello"), ("P2", "Hi"), ("P1", "at 10:30"), ("P2", "ok")],
    ),
    "old Teams layout": (
        (
            "0:0:5.100 --> 0:0:8.250\nSmith, Ann (NHS)\nHello all\n\n0:0:9.0 --> 0:0:12.0\n"
            "Bob Jones\nYes.\n\n0:0:12.0 --> 0:0:14.0\nSmith, Ann (NHS)\nSo\n"
        ),
        [("Smith, Ann (NHS)", "Hello all"), ("Bob Jones", "Yes."), ("Smith, Ann (NHS)", "So")],
    ),
    "new Teams layout": (
        (
            "Meeting-20240101_100000-Meeting Recording\n45m 3s\n\n"
            "Ann Smith started transcription\n\n"
            "Ann Smith   0:05\nHello.\n\nBob Jones   0:09\nYes.\n\nAnn Smith   0:15\nRight.\n"
            "Ann Smith stopped transcription"
        ),
        [("Ann Smith", "Hello."), ("Bob Jones", "Yes."), ("Ann Smith", "Right.")],
    ),
    "Otter": (
        (
            "Focus group 3\n\nSUMMARY KEYWORDS\nnhs, doctor\n\nSPEAKERS\nAnn Smith, Speaker 2\n\n"
            "Ann Smith  0:00  \nWelcome.\n\nSpeaker 2  0:14  \nThanks.\n\nAnn Smith  1:02:03  \n"
            "Bye.\n\n"
            "Transcribed by https://otter.ai\n"
        ),
        [("Ann Smith", "Welcome."), ("Speaker 2", "Thanks."), ("Ann Smith", "Bye.")],
    ),
    "a header with a moderator in it": (
        (
            "Date: 3 May\nVenue: Leeds\nModerator: Jane Smith\nParticipants: P1, P2\n\n"
            "Moderator: Welcome.\nP1: Hi.\nModerator: So?\nP2: Yes."
        ),
        [("Moderator", "Welcome."), ("P1", "Hi."), ("Moderator", "So?"), ("P2", "Yes.")],
    ),
    "a list of speakers by line": (
        (
            "Participants\nP1: medical director\nP2: manager\nDr Roe (observer)\n\n"
            "P1: One.\nmore.\n"
            "P2: Two.\nmore.\nDr Roe: Three.\nP1: Four.\n"
        ),
        [("P1", "One.\nmore."), ("P2", "Two.\nmore."), ("Dr Roe", "Three."), ("P1", "Four.")],
    ),
    "a list inside speech": (
        (
            "MOD: Name three.\nP1: Well\n1. Cost: high\n2. Quality: fine\nP2: And mine\n"
            "1. Cost: fine\n2. Quality: fine\nMOD: ok"
        ),
        [
            ("MOD", "Name three."),
            ("P1", "Well\n1. Cost: high\n2. Quality: fine"),
            ("P2", "And mine\n1. Cost: fine\n2. Quality: fine"),
            ("MOD", "ok"),
        ],
    ),
    "numbered paragraphs": (
        "1 Dan: Okay.\n2 Interviewer: So?\n3 Dan: yes\n4 Interviewer: right so",
        [("Dan", "Okay."), ("Interviewer", "So?"), ("Dan", "yes"), ("Interviewer", "right so")],
    ),
    "directions in the label": (
        "P4 [laughing]: yes\nP4: no\nP1 (laughs): hm\nP1: ah\n[laughter]\n(pause, 7 secs)",
        [("P4", "yes"), ("P4", "no"), ("P1", "hm"), ("P1", "ah\n[laughter]\n(pause, 7 secs)")],
    ),
    "joint, unknown and several, once each, among long turns": (
        (
            "P1: a\n\nb\n\nP2: d\n\ne\n\nP1: g\n\nSeveral: yes\n\nh\n\n?: who\n\ni\n\nP2: j\n\n"
            "P1 and P2: both of us"
        ),
        [
            ("P1", "a\n\nb"),
            ("P2", "d\n\ne"),
            ("P1", "g"),
            ("Several", "yes\n\nh"),
            ("?", "who\n\ni"),
            ("P2", "j"),
            ("P1 and P2", "both of us"),
        ],
    ),
    "doubtful names": (
        "P1: a\nP?: b\nP1: c\nP?: d\nM?: e",
        [("P1", "a"), ("P?", "b"), ("P1", "c"), ("P?", "d"), ("M?", "e")],
    ),
    "phrases that repeat": (
        (
            "P1: a\nP2: b\nThe thing is: c\nThe thing is: d\nMy point: e\nMy point: f\nFinally: g\n"
            "Finally: h\nI said: no\nI said: no\n10.30 am: we met\nP1: i\nP2: j"
        ),
        [
            ("P1", "a"),
            (
                "P2",
                (
                    "b\nThe thing is: c\nThe thing is: d\nMy point: e\nMy point: f\nFinally: g\n"
                    "Finally: h\nI said: no\nI said: no\n10.30 am: we met"
                ),
            ),
            ("P1", "i"),
            ("P2", "j"),
        ],
    ),
    "question and answer": (
        "Q: How?\nA: Fine.\nQ: Why?\nA: Because: so.\n",
        [("Q", "How?"), ("A", "Fine."), ("Q", "Why?"), ("A", "Because: so.")],
    ),
    "titles, initials, apostrophes": (
        (
            "Dr Smith (GP): a\nO’Connor-Jones, K.: b\nDr Smith: c\nO’Connor-Jones, K.: d\n"
            "Chair of the Health Committee: e\nJ.B.: f\nJ.B.: g\nChair of the Health Committee: h"
        ),
        [
            ("Dr Smith (GP)", "a"),
            ("O’Connor-Jones, K.", "b"),
            ("Dr Smith", "c"),
            ("O’Connor-Jones, K.", "d"),
            ("Chair of the Health Committee", "e"),
            ("J.B.", "f"),
            ("J.B.", "g"),
            ("Chair of the Health Committee", "h"),
        ],
    ),
    "Markdown, bold without a colon": (
        "**Interviewer** Tell me.\n\n**Ann** Well.\n\n**Interviewer** Hm.\n\n**Ann** Yes.\n",
        [("Interviewer", "Tell me."), ("Ann", "Well."), ("Interviewer", "Hm."), ("Ann", "Yes.")],
    ),
    "Markdown, italics and list marks": (
        "- *Interviewer*: hi\n- *Ann*: hello\n- *Interviewer*: so\n- *Ann*: ok\n",
        [("Interviewer", "hi"), ("Ann", "hello"), ("Interviewer", "so"), ("Ann", "ok")],
    ),
    "capitals without a colon": (
        "MODERATOR Hello there.\n\nMR SMITH Well.\n\nMODERATOR So what.\n\nMR SMITH Nothing.\n",
        [
            ("MODERATOR", "Hello there."),
            ("MR SMITH", "Well."),
            ("MODERATOR", "So what."),
            ("MR SMITH", "Nothing."),
        ],
    ),
    "angle brackets and arrows": (
        "<P1> hello\n<P2> hi\n<P1> so\n<P2> yes\n",
        [("P1", "hello"), ("P2", "hi"), ("P1", "so"), ("P2", "yes")],
    ),
    "broadcast arrows": (
        ">> ANN: hello\n>> BOB: hi\n>> ANN: so\n>> BOB: yes\n",
        [("ANN", "hello"), ("BOB", "hi"), ("ANN", "so"), ("BOB", "yes")],
    ),
    "wide gaps": (
        "P1   Hello there\nP2   Hi\nP1   So\nMOD  What?\nP2   yes",
        [("P1", "Hello there"), ("P2", "Hi"), ("P1", "So"), ("MOD", "What?"), ("P2", "yes")],
    ),
    "an empty turn": (
        "P1: hello\nP2:\nP1: so\nP2: [00:01:02]\nP1:",
        [("P1", "hello"), ("P2", ""), ("P1", "so"), ("P2", ""), ("P1", "")],
    ),
    "two speakers, each once": (
        "MODERATOR: a\nJane: b\n",
        [("MODERATOR", "a"), ("Jane", "b")],
    ),
    "other scripts": (
        "מיכל: שלום\nדן: היי\nמיכל: כן\nדן: לא",
        [("מיכל", "שלום"), ("דן", "היי"), ("מיכל", "כן"), ("דן", "לא")],
    ),
}

SILENT = {
    "prose": "Just prose here. It goes on.\n\nAnd another paragraph: with a colon.\n\nThe end.",
    "phrases": "Note: this\nFor example: that\nI said: no\n10.30 am: so\nNote: again\nI said: no",
    "a lecture": "--Opening--\n" + "text line here\n" * 60 + "Reminder: a\nReminder: b\n",
    "a recipe": "Method: mix\nTime: 20 minutes\nNote: serve hot\n",
}
