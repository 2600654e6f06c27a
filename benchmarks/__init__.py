"""How fast Rejoinder is, as ratios taken in one run."""
