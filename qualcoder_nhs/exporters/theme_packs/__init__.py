"""Theme packs: the document that a chapter is written from."""
