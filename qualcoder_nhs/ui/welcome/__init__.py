"""The welcome page: three ways in, initials, recent studies, two promises."""
