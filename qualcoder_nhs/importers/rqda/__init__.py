"""RQDA projects: the SQLite file `NAME.rqda`, in which what was deleted still stands."""
