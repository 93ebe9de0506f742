#include "rules/docs/style_sheet.h"

namespace baken::docs_internal {
namespace {

// Colours are chosen for a contrast of 4.5 to 1 or more; urgency is never told by colour alone.
constexpr char kStyle[] = R"css(:root {
  --ink: #1d2327; --soft: #4c565d; --paper: #fff; --wash: #f4f6f6; --line: #c6ced2; --accent: #0b5563;
  --choice: #fff3d1; --choice-ink: #5b4300;
  --text: "Source Serif 4", "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "DejaVu Serif", serif;
  --plain: "Source Sans 3", "Segoe UI", system-ui, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.0625rem/1.55 var(--text); overflow-wrap: break-word; hyphens: manual; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
a:focus-visible { outline: 3px solid #b35c00; outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
header, main, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.25rem; border-top: .35rem solid var(--accent); max-width: none; background: var(--wash); border-bottom: 1px solid var(--line); }
header > p, header > nav { max-width: 63.5rem; margin-left: auto; margin-right: auto; }
.pack { font: 600 1rem/1.4 var(--plain); margin-top: 0; margin-bottom: .2rem; }
.pack span { font-weight: 400; color: var(--soft); }
.awaiting { font: .875rem/1.45 var(--plain); color: var(--choice-ink); margin-top: 0; margin-bottom: .6rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0; padding: 0 0 .5rem; font: .9375rem/1.4 var(--plain); }
nav a { display: inline-block; padding: .3rem 0; text-decoration: none; border-bottom: 2px solid transparent; }
nav a:hover { border-bottom-color: var(--line); }
nav a[aria-current] { color: var(--ink); font-weight: 600; border-bottom-color: var(--accent); }
h1, h2, h3 { font-family: var(--plain); line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.75rem; margin: 1.8rem 0 .6rem; letter-spacing: -.01em; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .7rem; padding-top: .7rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.0625rem; margin: 1.6rem 0 .4rem; }
p { margin: .5rem 0; max-width: 42rem; }
.lead { font-size: 1.1875rem; line-height: 1.5; }
.soft, .id { color: var(--soft); }
.id { font: .8125rem/1.4 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-weight: 400; overflow-wrap: anywhere; letter-spacing: 0; }
.mark { display: inline-block; font: 600 .8125rem/1.35 var(--plain); padding: .1rem .5rem; border-radius: .2rem; background: var(--choice); color: var(--choice-ink); border: 1px solid #dcc070; }
.urgency { display: inline-block; font: 600 .875rem/1.4 var(--plain); padding: .15rem .5rem; border-radius: .2rem; border: 1px solid var(--line); background: var(--wash); }
.U2 { background: #fdf0c8; border-color: #c9a227; }
.U3 { background: #ffdfc2; border-color: #c4620a; }
.U4 { background: #8c1515; border-color: #8c1515; color: #fff; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1.4rem; margin: .8rem 0; }
dt { font: 600 .9375rem/1.6 var(--plain); color: var(--soft); }
dd { margin: 0; min-width: 0; max-width: 42rem; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1.2rem; font-size: 1rem; }
caption { text-align: left; font: .9375rem/1.45 var(--plain); color: var(--soft); padding-bottom: .5rem; max-width: 42rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .9rem .6rem 0; border-bottom: 1px solid var(--line); min-width: 0; }
thead th { font: 600 .875rem/1.4 var(--plain); color: var(--soft); border-bottom: 2px solid var(--accent); }
tbody th { font-weight: 400; }

td p, th p { margin: 0 0 .3rem; }
.kind { font: 600 1rem/1.45 var(--plain); }
.group { font: 600 .875rem/1.5 var(--plain); color: var(--accent); margin: 0; }
.when { list-style: none; margin: .1rem 0 .3rem; padding: 0 0 0 .85rem; border-left: 2px solid var(--line); }
.when > li { padding: .1rem 0; }
.when > li > .test { position: relative; }
.test { margin: 0; }
.basis { font: .875rem/1.5 var(--plain); color: var(--soft); margin: .3rem 0; }
.basis .mark { margin-right: .5rem; }
.note { border-left: 3px solid #dcc070; padding-left: .8rem; font-size: .9375rem; }
.plain { padding-left: 1.2rem; margin: .4rem 0; max-width: 42rem; }
ul.counts { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .8rem; padding: 0; margin: 1.2rem 0; }
ul.counts a { display: block; border: 1px solid var(--line); border-radius: .3rem; padding: .7rem .9rem; text-decoration: none; font: .9375rem/1.3 var(--plain); height: 100%; }
ul.counts a:hover { border-color: var(--accent); background: var(--wash); }
ul.counts strong { display: block; font-size: 1.5rem; color: var(--ink); font-variant-numeric: tabular-nums; }
article { padding: .2rem 0 1rem; border-top: 1px solid var(--line); margin-top: 1.2rem; }
article > :first-child { margin-top: .9rem; padding-top: 0; border-top: 0; }
:target { background: #fffbe9; }
footer { margin-top: 3rem; padding-top: .8rem; padding-bottom: 2rem; border-top: 1px solid var(--line); font: .8125rem/1.5 var(--plain); color: var(--soft); }
footer p { overflow-wrap: anywhere; }
@media (max-width: 44rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.45rem; }
  dl { display: block; }
  dt { margin-top: .5rem; }
  table, tbody, tr, th, td, caption { display: block; width: auto; }
  thead { position: absolute; left: -999rem; }
  tbody tr { border: 1px solid var(--line); border-radius: .3rem; padding: .5rem .8rem; margin-bottom: .8rem; }
  tbody th, tbody td { border: 0; padding: .25rem 0; }
  tbody [data-label]::before { content: attr(data-label); display: block; font: 600 .8125rem/1.4 var(--plain); color: var(--soft); }
}
@media print {
  @page { size: A4; margin: 18mm 16mm 20mm; }
  body { font-size: 10pt; line-height: 1.4; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; background: none; }
  header > p { max-width: none; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 16pt; } h2 { font-size: 12pt; } h3 { font-size: 10.5pt; }
  h1, h2, h3, caption, .group { break-after: avoid; }
  tr, article > p, dl > * { break-inside: avoid; }
  thead { display: table-header-group; }
  .mark, .urgency { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace

absl::string_view StyleSheet() { return kStyle; }

}  // namespace baken::docs_internal
