import { words as en } from '../words/words.ts'
import type { Letter, Numbered } from './letter.ts'

/** A letter as Markdown, to be sent in a mail or kept. Nothing that others wrote is markup in it. */
export function letterMarkdown(letter: Letter): string {
  const { letters } = en
  const { to, from, count, right, undecided, workspace, groups, made } = letter
  const parts = [
    `# ${plain(letters.title(to.name, workspace))}`,
    plain(letters.opening({ from, count, right, made })),
    ...(undecided > 0 ? [plain(letters.undecided(undecided))] : []),
    ...groups.flatMap(({ kind, told }) => [`## ${plain(letters.kinds[kind](told.length))}`, ...told.map(one)]),
    ...(count > 0 ? ['---', plain(letters.howToDisagree)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function one({ number, title, context, rows, hasSaid, hasFinal, reason, note, paragraphs }: Numbered): string {
  const { letters } = en
  const words = context
    .map(({ text, isMarked }) => (isMarked ? `**${plain(text.trim()) || ' '}**` : plain(text, true)))
    .join('')
  const cell = (text: string, has: boolean) => (has ? plain(text) : plain(letters.nothing)) || '–'
  const table = [
    `| | ${letters.you} | ${letters.final} |`,
    '| --- | --- | --- |',
    ...rows.map(({ name, said, final }) => `| ${plain(name)} | ${cell(said, hasSaid)} | ${cell(final, hasFinal)} |`),
  ]
  return [
    `### ${number}. ${plain(title)}`,
    `> ${words.trim()}`,
    table.join('\n'),
    ...(reason === '' ? [] : [`${plain(letters.reason)}: **${plain(reason)}**`]),
    ...(note === '' ? [] : [`${plain(letters.note)}: ${plain(note)}`]),
    ...paragraphs.map(({ name, text }) => `${plain(letters.codebook(name))}: ${plain(text)}`),
    plain(letters.disagreeLine(number)),
  ].join('\n\n')
}

/** Words on one line in which nothing is markup. `isInner`: what stands at their ends stays apart from what follows. */
function plain(text: string, isInner = false): string {
  const line = text.replace(/\s+/gu, ' ')
  const words = isInner ? line : line.trim()
  // A line must not begin a list, a heading or a fence either; any of these may be escaped.
  return words.replace(/[\\`*_{}[\]()<>#+\-.!|~&=:@^$]/g, '\\$&').replace(/\0/g, '\ufffd')
}
