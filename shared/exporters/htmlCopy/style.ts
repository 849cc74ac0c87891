import type { Mark, Tag } from '../../codebook/codebook.ts'
import { inkOn, LINE_CONTRAST, papers, TEXT_CONTRAST, type Theme, tintOn } from '../../codebook/colours.ts'

/** How a tag looks that the codebook doesn't have. */
const OTHER = { colour: '#767676', mark: 'dotted' as Mark }

/** The class of a tag; those that the codebook doesn't have share one. */
export function classOf(tags: readonly Tag[], tag: string): string {
  const index = tags.findIndex(({ id }) => id === tag)
  return index < 0 ? 'other' : `t${index}`
}

/** How deep underlines are laid below one another. */
export const DEPTHS = 4

/** The style of every page: two themes, paper, and the marks of each tag, which differ without their colours. */
export function styleOf(tags: readonly Tag[]): string {
  const looks = [...tags.map(({ colour, mark }, i) => ({ name: `t${i}`, colour, mark })), { name: 'other', ...OTHER }]
  const inks = (theme: Theme) =>
    looks.map(({ name, colour }) => {
      const { paper } = papers[theme]
      return `--${name}:${inkOn(paper, colour, TEXT_CONTRAST)};--${name}-line:${inkOn(paper, colour, LINE_CONTRAST)};--${name}-fill:${tintOn(papers[theme], colour)};`
    })
  const themed = (theme: Theme) => {
    const { paper, ink, faint } = papers[theme]
    const line = theme === 'light' ? '#e3dfd6' : '#3a3833'
    return `--paper:${paper};--ink:${ink};--faint:${faint};--line:${line};${inks(theme).join('')}`
  }
  return [
    `:root{color-scheme:light dark;${themed('light')}}`,
    `@media (prefers-color-scheme:dark){:root{${themed('dark')}}}`,
    // Paper is white, whatever the screen is.
    `@media print{:root{${themed('light')}--paper:#fff}}`,
    PAGE,
    ...looks.map(({ name, mark }) => markRule(name, mark)),
    ...Array.from({ length: DEPTHS }, (_, depth) => `.d${depth}{text-underline-offset:${3 + depth * 5}px}`),
  ].join('\n')
}

function markRule(name: string, mark: Mark): string {
  const ink = `.${name}{--tag:var(--${name});--tag-line:var(--${name}-line)}`
  if (mark !== 'brace') return `${ink}.m.${name}{text-decoration:underline ${mark} 2px var(--tag-line)}`
  // A pale fill between braces, which nobody copies with the words.
  return `${ink}.m.${name}{background:var(--${name}-fill)}.m.${name}.b::before{content:"{"}.m.${name}.e::after{content:"}"}.m.${name}::before,.m.${name}::after{color:var(--tag);font-weight:700}`
}

const PAGE = `*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.1875rem/1.7 "Source Serif 4","Iowan Old Style",Georgia,"Noto Serif",serif}
body{max-width:44rem;margin-inline:auto;padding:2rem 1.25rem 6rem}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.0625rem;margin:2.5rem 0 .75rem}
h3{font-size:.9375rem;margin:1.5rem 0 .5rem}
h2,h3,nav,dl,.legend,.list,.none{font-family:Inter,system-ui,sans-serif}
a{color:inherit}
a:focus-visible{outline:2px solid currentColor;outline-offset:2px}
nav,dl,.legend,.list,.none{font-size:.875rem;line-height:1.5}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0 0 1.5rem}
dt{color:var(--faint)}
dd{margin:0;overflow-wrap:anywhere}
article{border-block:1px solid var(--line);padding-block:1.5rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;text-align:start}
.title,.heading{font-weight:700}
.title{font-size:1.4rem;line-height:1.35}
.standfirst{font-style:italic}
.byline,.dateline,.caption,.boilerplate{color:var(--faint);font-size:.9em}
.quote{padding-inline-start:1.5rem}
.m{color:inherit;text-decoration-skip-ink:none;-webkit-box-decoration-break:clone;box-decoration-break:clone;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.m:target,li:target{outline:2px solid var(--tag,currentColor);outline-offset:2px}
.n{font:600 .625rem/1 Inter,system-ui,sans-serif;vertical-align:super;text-decoration:none;color:var(--tag);padding-inline:.15em;user-select:none;-webkit-user-select:none}
.legend,.list{list-style:none;padding:0;margin:0}
.legend li{margin:.25rem 0}
.legend .m{font:1.0625rem/1.7 Georgia,serif}
.list>li{border-block-end:1px solid var(--line);padding:.6rem 0}
.list .tag{font-weight:600;color:var(--tag)}
.list q{font-family:Georgia,serif;font-size:1rem;quotes:"“" "”";unicode-bidi:isolate;overflow-wrap:anywhere}
.list dl{margin:.25rem 0 0}
.note{white-space:pre-wrap}
.index td,.index th{padding:.35rem .75rem .35rem 0;text-align:start;vertical-align:top}
.index{border-collapse:collapse;font:.875rem/1.5 Inter,system-ui,sans-serif;width:100%}
.index tr{border-block-end:1px solid var(--line)}
.none,.faint{color:var(--faint)}
@media print{body{max-width:none;padding:0}nav{display:none}article{border:0}.list>li{break-inside:avoid}}`
