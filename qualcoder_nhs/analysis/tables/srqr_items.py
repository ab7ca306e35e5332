"""The 21 items of SRQR (O’Brien and others 2014), in our own words and their numbers."""

from qualcoder_nhs.i18n import N_

DOMAINS = (
    (1, N_("Title and abstract")),
    (3, N_("Introduction")),
    (5, N_("Methods")),
    (16, N_("Findings")),
    (18, N_("Discussion")),
    (20, N_("Other")),
)
"""The first item of each part of the paper, and what the part is called."""

ITEMS: dict[int, tuple[str, str]] = {
    1: (N_("Title"), N_("Does it name the topic and say that the study is qualitative?")),
    2: (N_("Abstract"), N_("Does it sum up why, how, what was found and what follows?")),
    3: (N_("Problem"), N_("What is at stake, and what do earlier studies and theory say of it?")),
    4: (N_("Purpose or question"), N_("What did the study set out to find?")),
    5: (N_("Approach and paradigm"), N_("Which approach and which view of knowledge, and why?")),
    6: (N_("Researchers and reflexivity"), N_("Who are they, and how may that have told?")),
    7: (N_("Context"), N_("Where was the study done, and what matters about the place?")),
    8: (N_("Sampling"), N_("How were people chosen, and when were they enough?")),
    9: (N_("Ethics"), N_("Who approved it, and how were consent and confidence kept?")),
    10: (N_("Collecting data"), N_("Which data were collected, how, by whom and when?")),
    11: (N_("Instruments"), N_("Which guides and devices were used, and did they change?")),
    12: (N_("Units of study"), N_("How many people and discussions, and of what kind?")),
    13: (N_("Processing"), N_("How were data transcribed, kept, coded and made anonymous?")),
    14: (N_("Analysis"), N_("How, and by whom, were codes and themes made?")),
    15: (N_("Trustworthiness"), N_("What was done so that the findings can be relied on?")),
    16: (N_("Synthesis"), N_("What are the main findings, and the themes or theory made of them?")),
    17: (N_("Links to the data"), N_("Which quotes and excerpts bear the findings out?")),
    18: (
        N_("Prior work and use"),
        N_("How does it stand to earlier work; where does it hold?"),
    ),
    19: (N_("Limits"), N_("What limits the findings, and how far are they to be relied on?")),
    20: (N_("Conflicts of interest"), N_("Which interests are declared, and how were they met?")),
    21: (N_("Funding"), N_("Who paid, and which part did they have in the study?")),
}
"""Each item's name and what is asked, by its number."""
