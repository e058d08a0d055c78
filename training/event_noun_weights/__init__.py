"""Training of the models for event nouns and for the positions of their arguments."""
