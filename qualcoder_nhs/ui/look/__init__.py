"""How the program looks: measures, colours, type, and the marks that are drawn."""
