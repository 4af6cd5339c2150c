"""The program in a terminal: the same work as the window's, without Qt."""
