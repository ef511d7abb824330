"""What readers, fixers and splicing know of file formats; a folder for each, and here what they share."""
