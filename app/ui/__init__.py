"""QtWidgets: the window, its pages and widgets."""
