"""Who agrees and who dissents: the consensus matrix of Onwuegbuzie and others (2009)."""
