"""The stages, composed and run."""
