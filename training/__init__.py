"""Training of the small models that are part of kg; each takes minutes on a CPU."""
