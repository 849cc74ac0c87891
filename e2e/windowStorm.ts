import type { Edit } from '../shared/annotation/edit.ts'
import type { Analyst } from './analyst.ts'

const words = Array.from({ length: 400 }, (_, i) => `word${String(i).padStart(3, '0')}`)

/** The article that a storm rages over in a real window: each of its words is there once. */
export const stormText = `A storm of edits\n\n${words.join(' ')}\n`

/**
 * Makes many edits as fast as the bridge takes them, past the page, whose own
 * calls go the same way. Each one that was acknowledged is told at once, by its
 * id, which begins with `round`. Rejects where the window dies under it.
 */
export async function stormInWindow(
  { window }: Analyst,
  round: string,
  acknowledged: (id: string) => void,
): Promise<void> {
  await window.exposeFunction('acknowledged', acknowledged)
  const edits: Edit[] = words.map((quote, i) => {
    const start = stormText.indexOf(quote)
    const span = { start, end: start + quote.length, quote, before: '', after: '' }
    const at = '2031-03-01T09:00:00.000Z'
    const id = `${round}-${i}`
    const annotation = { id, tag: 'actor', spans: [span], attributes: {}, origin: { kind: 'manual' } }
    return { kind: 'put', annotation: { ...annotation, created: at, modified: at } }
  })
  await window.evaluate(async edits => {
    const entered = await globalThis.window.host.call('desk.enter', undefined)
    if (!entered.ok) throw new Error(entered.problem.kind)
    const { workspace } = entered.value as { workspace: { articles: { ticket: string }[] } }
    const article = workspace.articles[0]!.ticket
    await globalThis.window.host.call('article.open', article)
    await globalThis.window.host.call('layer.open', article)
    for (const edit of edits) {
      const recorded = globalThis.window.host.call('layer.record', { article, edit })
      void recorded.then(({ ok }) => {
        if (ok && edit.kind === 'put') Reflect.get(globalThis, 'acknowledged')(edit.annotation.id)
      })
      // Some come one by one, some in bursts.
      if (Math.random() < 0.3) await recorded
    }
  }, edits)
}

/** Storms until so many edits were acknowledged; the rest goes on, and is told to `acknowledged` too. */
export function stormUntil(analyst: Analyst, round: string, wanted: number, acknowledged: Set<string>): Promise<void> {
  const before = acknowledged.size
  return new Promise(resolve => {
    const raging = stormInWindow(analyst, round, id => {
      acknowledged.add(id)
      if (acknowledged.size === before + wanted) resolve()
    })
    raging.catch(() => {}) // the window dies under it
  })
}

/** Kills the process of the window, as a crash does; resolves once the program has shown the page again, where it was. */
export async function windowDies({ desktop }: Analyst): Promise<void> {
  const page = await desktop.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const loaded = new Promise<void>(resolve => webContents.once('did-finish-load', () => resolve()))
    Object.assign(globalThis, { loadedAgain: loaded })
    return webContents.getOSProcessId()
  })
  process.kill(page, 'SIGKILL')
  await desktop.evaluate(() => Reflect.get(globalThis, 'loadedAgain') as Promise<void>)
}

/** What the page says, asked past Playwright, to which a page whose process died is lost. */
export function readPast({ desktop }: Analyst, selector: string): Promise<string> {
  return desktop.evaluate(
    ({ BrowserWindow }, selector) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
        `[...document.querySelectorAll(${JSON.stringify(selector)})].map(one => one.textContent).join('\\n')`,
      ) as Promise<string>,
    selector,
  )
}
