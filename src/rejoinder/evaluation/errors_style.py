"""How the error report looks, and the words that explain it."""

__all__ = ["EXPLAINED", "STYLE"]

STYLE = """
:root {
  color-scheme: light dark;
  --ink: #1b1b1b; --paper: #ffffff; --faint: #666666; --rule: #cccccc;
  --gold: #0b57a4; --found: #a83e00; --gold-tint: #e4effb; --found-tint: #fdeadd;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e4e4; --paper: #161616; --faint: #a0a0a0; --rule: #444444;
    --gold: #8ec1ff; --found: #ffae7d; --gold-tint: #16263a; --found-tint: #3a2213;
  }
}
body {
  margin: 0 auto; padding: 1rem; max-width: 60rem;
  color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif;
}
a { color: inherit; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; }
th:first-child { text-align: left; }
article { margin: 1rem 0; padding: .2rem 1rem; border: 1px solid var(--rule); }
h5 { margin: .4rem 0; font-size: .9rem; }
article > p { margin: .2rem 0; font-size: .85rem; }
.text { line-height: 2.2; overflow-wrap: anywhere; }
.text p { margin: .4rem 0; white-space: pre-wrap; }
small { padding: 0 .2em; font-size: .65rem; font-weight: bold; vertical-align: .5em; }
small.gold { color: var(--gold); }
small.found { color: var(--found); }
span.gold { text-decoration: underline solid var(--gold) 2px; text-underline-offset: 3px; }
span.gold.content { background: var(--gold-tint); }
span.gold.source { text-decoration-style: double; text-underline-offset: 6px; }
span.gold.cue { text-decoration-style: wavy; text-underline-offset: 6px; }
span.found { text-decoration: overline solid var(--found) 2px; }
span.found.content { background: var(--found-tint); }
span.gold span.found.content { background: none; }
span.found.source { text-decoration-style: double; font-weight: bold; }
span.found.cue { text-decoration-style: wavy; font-style: italic; }
.sign { padding: 0 .2em; border: 1px solid; font: .7rem monospace; unicode-bidi: isolate; }
.left-out { color: var(--faint); }
@media print {
  body { max-width: none; font-size: 9pt; }
  article { break-inside: avoid; }
  h2, h3, h4, h5 { break-after: avoid; }
}
"""

EXPLAINED = """
<h2 id="key">How to read it</h2>
<p class="text">Gold is underlined: <small class="gold">gold content</small><span
class="gold content">content</span> <small class="gold">gold source</small><span
class="gold source">source</span> <small class="gold">gold cue</small><span
class="gold cue">cue</span>. What was found has a line above: <small
class="found">found content</small><span class="found content">content</span> <small
class="found">found source</small><span class="found source">source</span> <small
class="found">found cue</small><span class="found cue">cue</span>.</p>
<p>Found and right are the pairs of attr50. Every other gold attribution stands beside its nearest
prediction, every other prediction beside its nearest gold attribution. A content is right where it
shares half of the words, a cue where it shares a main word, a source where it shares a word or gold
names none.</p>
<dl>
<dt>cue missed</dt><dd>No prediction touches the content or has the cue.</dd>
<dt>boundary</dt><dd>The source is right and the cue is or the contents overlap, but less than half
of the content is right: too short, too long or elsewhere.</dd>
<dt>wrong source</dt><dd>The content is right; the source is missing or other words.</dd>
<dt>linking</dt><dd>A part belongs to another gold attribution: the prediction is right for that one
(joined with it, or only touched by it), has its content, has its cue, or names its source.</dd>
<dt>source and boundary</dt><dd>Near each other, and neither source nor content is right.</dd>
<dt>no attribution</dt><dd>A prediction near no gold attribution.</dd>
<dt>extra part</dt><dd>A prediction near a gold attribution that another prediction found.</dd>
</dl>
"""
