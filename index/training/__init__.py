"""Learning the data files adapter.npz and ranking.json; not needed to search."""
