"""What the glossary says, told to people: the sheet of the day, what changed, the answer to a caller's question.

`view` is for whom and when; `naming`, `events` and `sheet` are what there is to tell, as frozen data; `page` lays data
out as titled tables, which `renderers` write in the format asked for.
"""
