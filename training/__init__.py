"""How the small models that ship with kg are made; each runs in minutes on a CPU."""
