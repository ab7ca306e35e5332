"""The 32 items of COREQ (Tong, Sainsbury and Craig 2007), in our own words and their numbers."""

from qualcoder_nhs.i18n import N_

DOMAINS = (
    (1, N_("The team and how it stands to the study")),
    (9, N_("How the study was done")),
    (24, N_("How the data were analysed and told")),
)
"""The first item of each of the three domains, and what the domain is about."""

ITEMS: dict[int, tuple[str, str]] = {
    1: (N_("Who led the groups"), N_("Who moderated each discussion?")),
    2: (N_("Credentials"), N_("Which degrees or titles does the team have?")),
    3: (N_("Occupation"), N_("What did they work as at the time?")),
    4: (N_("Gender"), N_("What is the gender of those who moderated?")),
    5: (N_("Experience"), N_("What training and experience did they bring?")),
    6: (N_("Relationship before"), N_("Did they know the participants before the study?")),
    7: (N_("What participants knew"), N_("What were participants told of the team and its aims?")),
    8: (N_("Leanings"), N_("Which assumptions and interests of the team are declared?")),
    9: (N_("Methodology"), N_("Which orientation underlies the analysis?")),
    10: (N_("Sampling"), N_("How were participants chosen?")),
    11: (N_("Approach"), N_("How were they asked to take part?")),
    12: (N_("Sample size"), N_("How many took part?")),
    13: (N_("Non-participation"), N_("How many declined or left, and why?")),
    14: (N_("Setting"), N_("Where and how were the discussions held?")),
    15: (N_("Others present"), N_("Was anybody there besides participants and moderators?")),
    16: (N_("Description of the sample"), N_("What is to be known of the participants?")),
    17: (N_("Guide"), N_("Which questions and probes were asked, and were they piloted?")),
    18: (N_("Repeats"), N_("Was anybody heard more than once?")),
    19: (N_("Recording"), N_("Was sound or picture recorded?")),
    20: (N_("Field notes"), N_("Were notes made during or after the discussions?")),
    21: (N_("Duration"), N_("How long were the discussions?")),
    22: (N_("Saturation"), N_("Was it looked for, and what was found?")),
    23: (N_("Transcripts returned"), N_("Did participants see their transcripts?")),
    24: (N_("Number of coders"), N_("How many people coded the data?")),
    25: (N_("Coding tree"), N_("What does the tree of codes look like?")),
    26: (
        N_("Derivation of themes"),
        N_("Were themes set beforehand, or found in the data?"),
    ),
    27: (N_("Software"), N_("Which program was used?")),
    28: (N_("Participants’ checking"), N_("Did participants comment on the findings?")),
    29: (N_("Quotations"), N_("Are findings shown in quotes, each with its speaker?")),
    30: (N_("Data and findings"), N_("Do the findings follow from the data?")),
    31: (N_("Major themes"), N_("Are the major themes clear?")),
    32: (N_("Minor themes and other cases"), N_("Are diverse cases and minor themes told?")),
}
"""Each item's name and what is asked, by its number."""
