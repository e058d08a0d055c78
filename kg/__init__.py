"""Turn text into a knowledge graph that can be checked: every statement links to the sentence it comes from.

>>> graph = kg.build("data/")
>>> graph.to_turtle()

The names of the package are declared in `__init__.pyi`; each is imported when it is first used, so that `kg --help`
does not wait for all of them.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
__version__ = "0.2.0"
