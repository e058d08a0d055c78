"""Text becomes a knowledge graph that can be checked: every statement leads back to the sentence that makes it.

>>> graph = kg.build("data/")
>>> graph.to_turtle()

The names of the package stand in `__init__.pyi`; each is imported when it is first asked for, so that `kg --help` does
not wait for all of them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
__version__ = "0.2.0"
