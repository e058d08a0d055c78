"""Claims proposed by the user's language model, at an address that the user gives, and checked word by word.

`protocol` queries the model, `prompts` has the prompt, `quoting` accepts only words that are in the text, and
`extracting` makes an extractor of them. The status of a claim (negated, planned, said by whom) comes from the grammar,
never from the model.
"""

from kg.llm.extracting import llm_extractor
from kg.llm.prompts import Cost, cost, prompt_digest
from kg.llm.protocol import LanguageModel, language_model

__all__ = ["Cost", "LanguageModel", "cost", "language_model", "llm_extractor", "prompt_digest"]
