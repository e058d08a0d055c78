"""The words of a parse, its clauses and its phrases: the one package that knows a parser and its labels."""
