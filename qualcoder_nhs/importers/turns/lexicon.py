"""Words that tell a speaker's label from speech that happens to have a colon."""


def _words(block: str) -> frozenset[str]:
    """What stands between blanks."""
    return frozenset(block.split())


def _phrases(block: str) -> frozenset[str]:
    """What stands between bars and line ends."""
    return frozenset(phrase.strip() for phrase in block.replace("\n", "|").split("|")) - {""}


# What announces, lists or captions something. Never a speaker, however often it stands there.
NEVER = _phrases(
    """
    note|notes|nb|n.b|n.b.|example|examples|for example|for instance|e.g|e.g.|eg|i.e|i.e.|ie|re
    figure|fig|table|source|sources|summary|summary keywords|keywords|tags|ps|p.s|p.s.|warning|tip
    caution|important|reminder|http|https|ftp|mailto|www|url|link|website|email|e-mail|tel|phone|fax
    date|time|start time|end time|location|venue|place|duration|length|topic|subject|title|file
    file name|filename|audio|recording|recorded|recording date|transcript|transcription|transcribed
    transcribed by|transcriber's note|transcript by|project|study|key|legend|version|page|section
    chapter|part|appendix|references|abstract|conclusion|conclusions|background|aim|aims|objective
    objectives|method|methods|result|results|discussion|introduction|agenda|action|actions|decision
    decisions|total|pros|cons|yes|no|yeah|ok|okay|true|false|todo|to do|update|edit|comment|comments
    remark|definition|quote|in short|in summary|in other words|in conclusion|that is|namely|well
    right|look|listen|now|so|and|but|or|because|however|anyway|basically|actually|obviously|firstly
    secondly|thirdly|finally|lastly|first|second|third|next|then|also|again|plus|still|sorry|please
    thanks|thank you|hello|hi|oh|ah|um|uh|er|erm|mm|hmm|caption|reason|problem|answer key|address
    meaning|remember|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning
    afternoon|evening|question|answer|kind|from|to|cc|bcc|sent
    received|attachments|regards|name|age|gender|sex|ethnicity|role|job title|occupation
    profession|employer|years in post|language|website|step|option|slide|item|theme|scenario
    vignette|question number|am|pm|a.m|p.m|a.m.|p.m.|noon|midnight|chapter|verse|isbn|doi
    """
)

# These stand in pairs: `Question:` is a speaker only in a file that has `Answer:` too.
PAIRED = {"question": "answer", "answer": "question", "q": "a"}

# What opens a sentence and no label of several words.
OPENERS = _words(
    """
    i we you he she it they my our your his her their this that these those there here what
    which how why when where if because and but so or well yes yeah no nope okay ok oh ah um
    uh er erm mm hmm now then also anyway actually basically obviously honestly really maybe
    perhaps please thank thanks sorry let let's for in on at to with from by about as like not
    just only some any every each one another first firstly second secondly third thirdly
    finally lastly next again still even is are was were do does did have has had can could
    would should remember see look think imagine always never sometimes until since while
    although though unless after before during between without within under over more most
    less much many several after all both either neither such two three four five six seven
    eight nine ten
    """
)

# Nouns that make a speaker of what begins like a sentence: `Second speaker`, `All participants`.
PERSONS = _words(
    """
    speaker speakers voice voices participant participants man men woman women male males
    female females person people member members interviewer interviewee respondent respondents
    moderator facilitator doctor doctors nurse nurses manager managers student students girl
    boy patient witness caller
    """
)

# Words of speech that stand in nobody's name.
SPOKEN = _words(
    """
    says say saying asked asks asking told tell tells telling is are was were am be been being
    means follows replied answered wrote writes because which whose whom than them us me i it
    we he she they you isn't wasn't don't didn't doesn't can't won't that's it's there's
    what's here's let's he's she's who's where's i'm i've i'll i'd you're we're they're this
    these those reported noted agreed added explained continued welcomed suggested commented
    """
)

# Words of speech that are also somebody's name, so that they pass where every word is capitalised.
SPOKEN_OR_NAME = _words(
    """
    said do does did has have had can could would should must might may will mean know think
    thought went goes going read include includes including added go come make take get got
    put see like that
    """
)

# What goes before a name.
TITLES = _words("mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev sister")

# Small words inside titles and names: `Secretary of State for Health`, `van Wirdum`.
CONNECTING = _words(
    """
    of the for to and von de van der den del da di la le du bin al el y e in on & ap ferch
    """
)

# Somebody, but who is not known; and several at once.
UNKNOWN = _phrases(
    """
    ?|??|???|unclear|inaudible speaker|voice|male voice|female voice|male|female|male speaker
    female speaker|man|woman|speaker ?|p?
    """
)
SEVERAL = _phrases(
    """
    several|several speakers|several voices|several people|several participants|all|all speakers
    all participants|both|everyone|everybody|group|whole group|the group|many|many voices|multiple
    multiple speakers|multiple voices|chorus|unison|participants|speakers|together|some|others
    """
)

MODERATORS = _words(
    """
    mod moderator facilitator fac interviewer int researcher res iv interviewerin questioner
    moderatorin chair chairman chairwoman chairperson host q question intervieweur
    """
)
CO_MODERATORS = _words(
    """
    co-moderator comoderator co-facilitator cofacilitator co-mod comod assistant-moderator
    """
)
NOTE_TAKERS = _words(
    """
    note-taker notetaker nt observer scribe obs minute-taker transcriber transcriptionist
    """
)
PARTICIPANTS = _words(
    """
    participant respondent interviewee speaker witness resp part p r s b fg doctor nurse
    manager gp patient subject informant teilnehmer befragter befragte teilnehmerin
    """
)

# Keys of the block that says when, where and with whom; it precedes the talk.
METADATA = _phrases(
    """
    date|time|start time|end time|start|end|location|venue|place|setting|site|duration|length|topic
    subject|title|file|file name|filename|audio|audio file|recording|recorded|recorded by
    recorded on|recording date|transcript|transcription|transcribed|transcribed by|transcribed on
    transcriber|transcription by|transcript by|project|project name|study
    group|focus group|session|interview
    interview no|interview number|interview id|interview date|date of interview|date of recording
    date of focus group|language|version|id|participants|speakers|present|attendees|in attendance
    taking part|apologies|number of participants|note taker|notetaker
    keywords|tags|notes|note|note-taker|format|medium
    key|legend|conventions|transcription conventions|interviewer name|participant id|pseudonym
    consent|ethics|word count|duration of recording|summary|media|source
    """
)
ROSTERS = _phrases(
    """
    participants|speakers|present|attendees|in attendance|taking part|key|legend|people|panel
    participant list|list of participants|list of speakers|speaker key|people present|voices
    who is speaking|focus group participants|participant details|participant information
    facilitators|moderators|interviewers|researchers|observers|note-takers|note takers
    details of participants|group members|speaker list|abbreviations|who was there|in the room
    """
)
