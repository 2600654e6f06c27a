"""What we can say: frozen types, standard library only."""
