"""Who and what the words of a document refer to: coreference, and quotations with their speakers."""
