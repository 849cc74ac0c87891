import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Reply } from '../shared/contract/contract.ts'

/** What a call of the contract was answered. */
export interface Answered {
  readonly name: string
  readonly reply: Reply<unknown>
}

/**
 * Calls from the page, each call with each hostile input, of which some name `path`. What can't even be sent counts as
 * `uncallable`. It runs in the page, as one function that knows nothing of this module.
 */
export async function callEverything([names, path]: readonly [names: readonly string[], path: string]): Promise<
  Answered[]
> {
  const forged = crypto.randomUUID()
  let nested: unknown = 'deep'
  for (let i = 0; i < 2000; i++) nested = [nested]
  let shallow: unknown = 'deep'
  for (let i = 0; i < 500; i++) shallow = { shallow }
  const annotation = { id: 'x', tag: 'claim', spans: [], attributes: {}, origin: { kind: 'manual' } }
  const inputs: unknown[] = [
    undefined,
    null,
    0,
    Number.NaN,
    '',
    path,
    `file://${path}`,
    '../secret.txt',
    '..\\secret.txt',
    '/etc/passwd',
    'port.txt\0.txt',
    forged,
    `${forged}/../secret.txt`,
    [],
    {},
    [forged],
    { toString: path },
    JSON.parse('{"__proto__": {"ok": true}, "article": "../secret.txt"}'),
    { article: forged, offset: 0 },
    { article: forged, piece: 0 },
    { article: '../secret.txt', offset: -1 },
    { article: forged, edit: { kind: 'status', status: 'done' } },
    { article: forged, edit: { kind: 'put', annotation } },
    { article: forged, edit: { kind: 'zone', span: { start: 0, end: 1 }, quote: 'S', zone: 'title' } },
    { article: forged, edit: { kind: 'all', edits: [{ kind: 'all', edits: [] }] } },
    { id: '../../secret', name: 'Ada' },
    { id: 'article', name: 'Ada' },
    { id: 'gold-ada', name: 'Ada' },
    { theme: '../dark' },
    { theme: 'dark', extra: path },
    { text: 'x'.repeat(17 * 1024 * 1024) },
    'x'.repeat(1024 * 1024),
    shallow,
    nested,
    () => path,
    Symbol('x'),
    new Map([['article', forged]]),
    10n,
  ]
  const strange = ['', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'stet:drop', '../article.open', 'eval']
  // These open a dialog or another workspace, which is a person's own right.
  const spared = new Set(['workspace.choose', 'workspace.openSample', 'codebook.import', 'codebook.export'])
  const answered: Answered[] = []
  const call = async (name: unknown, input: unknown) => {
    const refused = { ok: false, problem: { kind: 'uncallable', detail: '' } } as const
    // A thrown value may be anything at all, and the sender may throw before there is a promise.
    const reply = await (async () => window.host.call(name as string, input))().catch(() => refused)
    answered.push({ name: String(name), reply })
  }
  const all = [...names.filter(name => !spared.has(name)), ...strange]
  for (const input of inputs) await Promise.all(all.map(name => call(name, input)))
  for (const name of [null, 7, ['article.open'], { name: 'article.open' }, nested]) await call(name, forged)
  await Promise.all(Array.from({ length: 3000 }, () => call('article.open', forged)))
  return answered
}

/** What came of hostile calls: the names of those that were done, the kinds of Problem of the others, and all that was said, without what they were asked with. */
export function outcomeOf(replies: readonly Answered[], path: string) {
  return {
    done: [...new Set(replies.filter(({ reply }) => reply.ok).map(({ name }) => name))].sort(),
    kinds: [...new Set(replies.flatMap(({ reply }) => (reply.ok ? [] : [reply.problem.kind])))].sort(),
    // What was sent may come back in a refusal; nothing else that is a path may.
    said: JSON.stringify(replies).replaceAll(path, ''),
  }
}

/** What hostile calls may come to: what is the window's own, which concerns no file but the settings'. */
export const harmless = {
  done: ['article.painted', 'desk.enter', 'menu.show', 'settings.set'],
  kinds: ['bad-input', 'uncallable', 'unknown-call', 'unknown-ticket'],
}

/** Every file below a folder with its content, but who has a layer open, which comes and goes with the window. */
export async function listed(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && basename(entry.parentPath) !== 'owners')
    .map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(await Promise.all(files.sort().map(async file => [file, await readFile(file, 'utf8')])))
}

/** What the preferences of every window say, as Electron reads them back. */
export const lockedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  safeDialogs: true,
} as const
