"""What is known about words before any text is read: forms of names, kinds of nouns, given names, a gazetteer."""
