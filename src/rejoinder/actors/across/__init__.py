"""Identity across articles: who of one article is who of another, judged pair by pair."""
