"""Claims proposed by a language model of the user's, at an address that the user gives, and checked word by word.

`protocol` asks the model, `prompts` says what is asked, `quoting` lets through what stands in the text, and
`extracting` makes an extractor of them. The standing of a claim (negated, planned, said by whom) is what the grammar
tells, and never what the model says.
"""

from kg.llm.extracting import llm_extractor
from kg.llm.prompts import Cost, cost, prompt_digest
from kg.llm.protocol import LanguageModel, language_model

__all__ = ["Cost", "LanguageModel", "cost", "language_model", "llm_extractor", "prompt_digest"]
