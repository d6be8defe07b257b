"""Learning the data file intents.npz; not needed to answer."""
