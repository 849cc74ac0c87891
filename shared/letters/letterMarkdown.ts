import { words as en } from '../words/words.ts'
import type { Letter, Numbered } from './letter.ts'
import type { Row } from './rows.ts'

/** A letter as Markdown, to be sent in a mail or kept. Nothing that others wrote is markup in it. */
export function letterMarkdown(letter: Letter): string {
  const { letters } = en
  const { to, from, count, right, disputed, undecided, unfinished, workspace, groups, made } = letter
  const parts = [
    `# ${plain(letters.title(to.name, workspace))}`,
    plain(letters.opening({ from, count, right, made })),
    ...(disputed > 0 ? [plain(letters.disputed(disputed))] : []),
    ...(undecided > 0 ? [plain(letters.undecided(undecided))] : []),
    ...(unfinished.length > 0 ? [plain(letters.unfinished(unfinished))] : []),
    ...groups.flatMap(({ kind, told }) => [`## ${plain(letters.kinds[kind](told.length))}`, ...told.map(one)]),
    ...(count > 0 ? ['---', plain(letters.howToDisagree)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function one({
  number,
  title,
  context,
  rows,
  hasSaid,
  hasFinal,
  reason,
  note,
  isDisputed,
  paragraphs,
}: Numbered): string {
  const { letters } = en
  const words = context
    .map(({ text, isMarked }) => (isMarked ? `**${plain(text.trim()) || ' '}**` : plain(text, true)))
    .join('')
  const sides = [
    ...(hasSaid ? [{ title: letters.you, of: ({ said }: Row) => said }] : []),
    ...(hasFinal ? [{ title: letters.final, of: ({ final }: Row) => final }] : []),
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [
    line(['', ...sides.map(({ title }) => title)]),
    line(['---', ...sides.map(() => '---')]),
    ...rows.map(row => line([plain(row.name), ...sides.map(({ of }) => plain(of(row)) || '–')])),
  ]
  return [
    `### ${number}. ${plain(title)}`,
    `> ${words.trim()}`,
    table.join('\n'),
    ...(reason === '' ? [] : [`${plain(letters.reason)}: **${plain(reason)}**`]),
    ...(note === '' ? [] : [`${plain(letters.note)}: ${plain(note)}`]),
    ...(isDisputed ? [`${plain(letters.open)}: ${plain(letters.isOpen)}`] : []),
    ...paragraphs.map(({ name, text }) => `${plain(letters.codebook(name))}: ${plain(text)}`),
    plain(letters.disagreeLine(number)),
  ].join('\n\n')
}

/** Words on one line in which nothing is markup. `isInner`: what stands at their ends stays apart from what follows. */
function plain(text: string, isInner = false): string {
  const line = text.replace(/\s+/gu, ' ')
  const words = isInner ? line : line.trim()
  return words
    .replace(
      /[\\`*_{}[\]<>#|~&$@^]|^(?:[-+=>]|\d+[.)])|:(?=\/\/)|(?<=\bwww)\./giu,
      found => `${found.slice(0, -1)}\\${found.at(-1)}`,
    )
    .replace(/\0/g, '\ufffd')
}
