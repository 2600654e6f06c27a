"""Doc to attributions, and their acts."""
