"""All memos in one list, and the small editor that writes them."""
