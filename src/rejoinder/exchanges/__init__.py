"""Exchanges: which statement answers which, inside one article and across articles.

`within` finds the links inside an article, `across` those between two; `assemble` makes exchanges
of them when they are looked at. What each finder gives, and how good links are, is told in
docs/exchanges.md.

Inside one article, finders are asked one after another, in the order of the list in `within`:

- An article is laid out in `scene` (with `passages`, `parties`, `offices`), its words in `matter`;
  `opening` is what it begins with.
- `markers` finds the words that mark an answer, `references` what they point at: `reference` is
  that; `governing` says whether they speak for the speaker, `owners` whose words are meant,
  `mentions` finds words that are named as such.
- What a reference means: `targets` among statements (`possible`: what can be meant at all),
  `deeds` among events. `relate` gives the relation.
- Finders that go by a noun: `apposed`, `naming` (`deed_nouns`), `called`, `proceedings`, `offered`,
  `decided` (`deciding` has their words).
- Finders that go by the order of telling: `sequence`, `replying` (`striking`), `announcing`,
  `questions`, `gainsaying`, `mediating`.
- Finders that go by who does what to whom, unmarked: `implied` (`denied`), `recounted`,
  `mirrored`, `opposing`, `contradicting`, `agreeing`.
- The same speaker again: `elaborating`, `repeats`, `continuing` (`adjoining`).
- What follows from other links: `rounds`, `answering_again`.

Between articles, each pair is decided by itself:

- `article_index` lays an article out for it, `timing` says what may follow what, `likeness` what
  two statements have in common.
- `retelling` and `echoes` find the same words again; `undated` links what nobody dated, by
  `undated_keys` and `verdicts`.
- Which pairs to look at: `outlines` are kept of each article, `wanted` says whom to look for,
  `likely` whom to load; `ports` is what is asked of a ledger.

What is made of links when they are looked at: `fitting` leaves out those whose speakers have come
to be others; `assemble` gathers exchanges (`ordering`, `leading`, `titles`, which `noun_phrases`
are made of); `accusations` are told with their answers, `bystanding` says whom they do not mean,
`silences` who gave none, and `carrying` who printed them; `claims` are what statements put forward.
"""
