"""What do we call it? From any old, misspelt or half-remembered name to what there is to say of it today.

`index` holds everything entries are found by, compiled so that 20,000 of them are searched at once; `search` ranks what
comes near a name and says how; `answer` is what is then told, as frozen data; `telling` puts it into lines.
"""
