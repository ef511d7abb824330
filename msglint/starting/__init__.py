"""Starting to use msglint: the few files a folder needs, made from a few answers, each small, commented and valid."""
