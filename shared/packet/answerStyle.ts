import { papers, type Theme } from '../codebook/colours.ts'

/** The style of what packets and letters share: the form, and the things that are answered. Paper, ink and their themes come before it. */
export const answerStyle = `[hidden]{display:none!important}
.answer,.thing,.keys,.facts{font-family:Inter,system-ui,sans-serif;font-size:.9375rem;line-height:1.5}
.thing{border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem;margin:0 0 .75rem;scroll-margin:1rem;break-inside:avoid}
.thing:focus{outline:2px solid var(--focus);outline-offset:2px}
.thing.answered{border-inline-start:4px solid var(--focus)}
.thing fieldset{border:0;padding:0;margin:.5rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.thing label{display:inline-flex;gap:.4rem;align-items:baseline;min-height:1.75rem}
legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
input[type=radio],input[type=checkbox]{accent-color:var(--focus);inline-size:1.05rem;block-size:1.05rem}
.field{display:block;margin:.5rem 0 0}
.field label{display:block;color:var(--faint)}
textarea,input[type=text]{font:inherit;color:inherit;background:var(--field);border:1px solid var(--edge);border-radius:4px;padding:.35rem .5rem;inline-size:100%;max-inline-size:100%}
input[type=text]{max-inline-size:20rem}
textarea{resize:vertical}
input[aria-invalid]{border-color:currentColor;border-width:2px}
button{font:inherit;color:inherit;background:var(--field);border:1px solid var(--edge);border-radius:4px;padding:.35rem .9rem;min-height:2rem;cursor:pointer}
#save{background:var(--focus);border-color:var(--focus);color:var(--on-focus)}
button:focus-visible,input:focus-visible,textarea:focus-visible,a:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.answer{border-block-start:1px solid var(--line);margin-block-start:2.5rem;padding-block-start:1rem}
.answer p{margin:.5rem 0}
.keys{color:var(--faint)}
html:not(.alive) .buttons,html:not(.alive) .thing .field,html:not(.alive) .thing .tick,html:not(.alive) #begin,html:not(.alive) .keys{display:none}
@media print{@page{margin:16mm}html{font-size:10.5pt;line-height:1.45}body{max-width:none;padding:0}h1,h2,h3,dt{break-after:avoid}p,dd,blockquote{orphans:3;widows:3}.thing{padding-block:.5rem}.buttons,.keys,#begin,#told,.answer .field{display:none}}`

/** What the form adds to a theme's colours. */
export function answerInks(theme: Theme): string {
  const isLight = theme === 'light'
  const { paper, ink, faint } = papers[theme]
  const edge = isLight ? '#8a857a' : '#858074'
  return [
    `--paper:${paper};--ink:${ink};--faint:${faint};--line:${isLight ? '#e3dfd6' : '#3a3833'};--edge:${edge};`,
    `--field:${isLight ? '#ffffff' : '#272522'};--focus:${isLight ? '#4b3fa8' : '#b4acf2'};--on-focus:${isLight ? '#ffffff' : '#1d1c1a'};`,
  ].join('')
}
