"""How a page of excerpts looks: one style sheet, in the colours of the program."""

STYLE = """
:root { color-scheme: light dark; --paper: #FDFCFA; --ink: #1E1D1B; --ink2: #56524B;
  --ink3: #6B665E; --line: #E2DED6; --sunk: #F5F3EF; --accent: #1F4FA8; }
@media (prefers-color-scheme: dark) { :root { --paper: #1B1C1E; --ink: #E6E3DD; --ink2: #B3B0A9;
  --ink3: #979590; --line: #34363B; --sunk: #242629; --accent: #8DB4F5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; }
h1, h2, h3, h4 { line-height: 1.2; font-weight: 600; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0; }
h2 { font-size: 1.5rem; margin: 3.5rem 0 .5rem; }
h3 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
h4 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 .5rem; }
.subtitle { color: var(--ink3); font-size: 1.1rem; margin: .25rem 0 1.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; margin: 0;
  font-size: .9rem; color: var(--ink2); }
dt { color: var(--ink3); }
dd { margin: 0; }
.overview, .trail, .counts, figcaption, .closing { color: var(--ink2); font-size: .875rem; }
.overview { margin-top: 1rem; }
.trail, .counts { color: var(--ink3); }
.definition { color: var(--ink2); }
nav { margin: 2rem 0 0; padding: 1rem 1.25rem; background: var(--sunk); border-radius: 6px;
  font-size: .9rem; }
nav ul { margin: 0; padding: 0; list-style: none; columns: 2; column-gap: 2rem; }
nav li { break-inside: avoid; padding: .1rem 0; }
.level-2 { padding-left: 1rem; }
.level-3 { padding-left: 2rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
figure { margin: 1.75rem 0; }
blockquote, .context { margin: 0; padding-left: 1.25rem; white-space: pre-wrap;
  overflow-wrap: anywhere; font-family: Charter, "Sitka Text", "Iowan Old Style", "Noto Serif",
  Georgia, serif; }
blockquote { border-left: 3px solid var(--line); font-size: 1.0625rem; line-height: 1.6; }
.context { border-left: 3px solid transparent; color: var(--ink3); font-size: .9375rem; }
.before { margin-bottom: .5rem; }
.after { margin-top: .5rem; }
.dialogue p, .context p { padding-left: 3.5rem; }
.turn { text-indent: -3.5rem; }
.turn b { display: inline-block; min-width: 3rem; margin-right: .5rem; text-indent: 0; font:
  600 .9em system-ui, "Segoe UI", "Noto Sans", sans-serif; }
figcaption { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .25rem 0 0 1.4rem; }
.flags { color: var(--ink); font-weight: 600; }
.reference { color: var(--ink3); margin-left: auto; font-variant-numeric: tabular-nums; }
.memo { margin: .75rem 0 0 1.4rem; padding: .5rem .75rem; background: var(--sunk);
  border-radius: 6px; color: var(--ink2); font-size: .9rem; white-space: pre-wrap; }
.memo b { display: block; color: var(--ink3); font-weight: 600; }
.memo p:last-child, blockquote p:last-child { margin-bottom: 0; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); }
@media print { body { font-size: 11pt; background: none; } main { max-width: none; padding: 0; }
  nav { display: none; } figure { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } }
"""
