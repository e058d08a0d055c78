"""Export a graph as RDF, tables, a network, a page or a report; each module writes one of them."""
