"""What came in, held against the glossary that is there.

pairing      which entry here is the one that came in; names that belong to others here
differences  one thing in which two versions of an entry differ, and how to take theirs
fields       kind, definition, scope, facts … compared
labels       names compared
prices       prices compared, by series and window
merge        the verb: what is new is added, what differs is shown, or taken where that is asked for
fresh        a glossary's file made of what came in
"""
