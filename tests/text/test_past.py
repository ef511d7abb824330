"""Old names told as old, and old names told as if they held: the second half matters as much."""

import pytest

from msglint.text.past import tells_of_change, told_as_past
from msglint.text.quotes import said_by_others

PAST = """\
Meals for Teams (formerly Business Lunch) is here.
Meals for Teams, formerly known as our Business Lunch, is here.
Meals for Teams was previously called Business Lunch.
It used to be called Business Lunch.
Business Lunch is now Meals for Teams.
Business Lunch is now called Meals for Teams.
We renamed Business Lunch to Meals for Teams in March.
Business Lunch was renamed last year.
Meals for Teams replaces Business Lunch.
the old Business Lunch was cheaper
Business Lunch becomes Meals for Teams on 1 March.
Meals for Teams (ex-Business Lunch)
If callers ask for Business Lunch, tell them it's now Meals for Teams.
Don't say Business Lunch any more.
Business Lunch (now Meals for Teams) feeds eight.
Business Lunch has been replaced by Meals for Teams.
You may know it as Business Lunch.
Say Meals for Teams, never Business Lunch.
Known as Business Lunch until 2025.
Business Lunch → Meals for Teams
Business Lunch is no longer sold.
Meals for Teams is the new name for Business Lunch.
Until 2025 it was known as Business Lunch.
Once called Business Lunch, it is loved.
Business Lunch, now called Meals for Teams, is here.
We no longer sell Business Lunch.
What was once known as the “Business Lunch” is back.
Known until 2025 as the Business Lunch, Meals for Teams costs the same.
Business Lunch has changed its name to Meals for Teams.
Business Lunch is called Meals for Teams from today.
Business Lunch goes by a new name, Meals for Teams.
In the nineties this was Business Lunch, and before that nothing at all.
“Business Lunch” was last year's title; this year it is Meals for Teams.
For twenty years the menu was Business Lunch.
Under its first name, Business Lunch, it sold little.
Posters that say Business Lunch come down on Friday.
Please throw away anything that still says Business Lunch.
Old letterheads say Business Lunch; they were replaced in May.
Change every mention of Business Lunch to Meals for Teams.
Instead of Business Lunch, please say Meals for Teams.
We say Meals for Teams, not Business Lunch.
"""

PRESENT = """\
Business Lunch is now available in Leeds.
Business Lunch, now £12.50!
Ask about our Business Lunch.
Business Lunch becomes cheaper in May.
Once you order Business Lunch, relax.
Enjoy Business Lunch until 2pm.
Also known as Business Lunch.
Business Lunch is now cheaper than Meals for Teams.
Business Lunch was delivered late.
Try Business Lunch instead of sandwiches.
Upgrade from Business Lunch to Gold.
Our new Business Lunch menu is out.
Previously on our blog: the Business Lunch recipes.
When you were at Business Lunch you saw it.
Order Business Lunch and Meals for Teams.
The original Business Lunch for eight is £15.
Not sure? Ask for Business Lunch.
It was renamed. Order Business Lunch today.
Business Lunch is called for at noon.
The menu with Business Lunch on it is at the desk.
Replace the tray after a Business Lunch.
For years our guests have loved Business Lunch.
"""


def _is_past(text: str) -> bool:
    old, new = text.find("Business Lunch"), text.find("Meals for Teams")
    return told_as_past(text, old, old + 14, [(new, new + 15)] if new >= 0 else [])


@pytest.mark.parametrize("text", PAST.splitlines())
def test_told_as_past(text: str) -> None:
    assert _is_past(text)


@pytest.mark.parametrize("text", PRESENT.splitlines())
def test_told_as_if_it_held(text: str) -> None:
    assert not _is_past(text)


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Ask for the “Business Lunch” today.", False),
        ("“I loved my Business Lunch,” she said.", True),
        ("Rep: “Would you like our Business Lunch today?”", False),
        ("Caller: Do you still have the Business Lunch?", True),
        ("Caller: I had it in May, I think, so do you still have\nthe Business Lunch?", True),
        ("Caller: Hello\nthere.\nRep: Ask for\nour Business Lunch.", False),
        ("**Caller:** Is it still\nthe Business Lunch?", True),
        ("Caller: Hello.\n\nAsk for the Business Lunch.", False),
        ("Members: free soup\nOrder the Business Lunch.", False),
        ("Rep: Our guests: eight.\nOffer the Business Lunch.", False),
        ("“The Business Lunch was superb!” — Jane Doe, Acme", True),
        ('Say: "Would you like to try the Business Lunch?"', False),
        ('"Our team had the Business Lunch twice."', True),
        ('A customer wrote: "Best Business Lunch ever had".', True),
        ('You: "We deliver the Business Lunch by noon."', False),
        ('Bernard told us: "We never go without our Business Lunch."', True),
        ('"My Business Lunch paid for itself."', True),
        ('On Google, Maria gave us five stars: "Love the Business Lunch!"', True),
    ],
)
def test_whose_words(text: str, theirs: bool) -> None:
    at = text.index("Business Lunch")
    assert said_by_others(text, at, at + 14) is theirs


def test_a_block_quotation_is_theirs_where_it_testifies() -> None:
    text = "I loved my Gold Pass. It got me moving again.\n— Joan, 71"
    assert said_by_others(text, 10, 19, text)
    assert not said_by_others("Ask for the Gold Pass.", 12, 21, "Ask for the Gold Pass.")


def test_titles_of_change() -> None:
    assert tells_of_change("Business Lunch has a new name")
    assert not tells_of_change("Business Lunch: the new menu")
    assert tells_of_change("New names for two fares", named=False)
    assert not tells_of_change("Renaming an organization", named=False)
