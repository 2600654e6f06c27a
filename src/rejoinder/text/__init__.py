"""Pure string work shared by stages, standard library only."""
