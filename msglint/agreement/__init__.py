"""The verbs that write the glossary: each entry edited where it lives, every other byte as people wrote it.

    tree      text -> nodes that know where they are written
    plain     nodes -> plain data (dict, list, str), as written; and the shapes of it
    style     plain data -> YAML, in the style of what stands around it
    rewriting a node and the data it is to hold -> the fewest edits
    sheet     one file open for editing
    draft     the whole glossary open for editing: who lives where, what is to change, proof, files

One verb, one module: each turns an entry's data into the data it is to be.
"""
