"""Training of the coreference model: examples from annotated documents, a network, and how good it is on others."""
