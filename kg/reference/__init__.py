"""The references in a document: coreference, and quotations with their speakers."""
