"""The words, clauses and phrases of a parse. No other package knows a parser and its labels."""
