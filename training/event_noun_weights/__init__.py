"""Learning which nouns stand for an event, and where their arguments stand."""
