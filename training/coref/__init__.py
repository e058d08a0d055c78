"""Training of the coreference model: examples from annotated documents, the network, and its evaluation."""
