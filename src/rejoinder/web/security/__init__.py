"""What keeps a workbench safe: each module guards one thing, and `app.py` puts them in order."""
