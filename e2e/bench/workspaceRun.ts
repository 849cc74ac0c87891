import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { emptyQuery } from '../../shared/search/query.ts'
import { seriesOf } from './measured.ts'
import { makeProse, seeded } from './prose.ts'
import { ms, type Row } from './verdicts.ts'
import { type Ground, openStet, type Watched } from './windows.ts'

/** What a workspace of very many articles makes a person wait, in milliseconds; a value each time. */
export interface WorkspaceRun {
  readonly articles: number
  /** From the answer to "Open folder…" to the first articles listed: never seen before, and known. */
  readonly first: number | null
  readonly again: (number | null)[]
  /** Until every article has been looked into, in the background. */
  readonly indexed: number | null
  /** From each key in the filter to the rows that fit. */
  readonly filter: (number | null)[]
  readonly filterBack: (number | null)[]
  /** From the key for the next article to its row being the chosen one. */
  readonly end: (number | null)[]
  /** Words in a third of the articles: the first search of a workspace, for which all have to be read, and those after it. */
  readonly coldSearch: Found | null
  readonly search: (Found | null)[]
}

/** Milliseconds until the window has the first hits, and all of them. */
interface Found {
  readonly first: number
  readonly all: number
  readonly hits: number
}

const ARTICLES = 10_000
const FOLDERS = 50
const CHARACTERS = 1_500
/** For the folder; and for a key, which may leave the rows that are listed as they are. */
const PATIENCE_MS = 60_000
const KEY_PATIENCE_MS = 2_000
/** A longer wait is seen. */
const VISIBLE_MS = 100

/** Measures a workspace of 10,000 short articles: opening, listing, filtering. */
export async function runWorkspace(ground: Ground, repeat: number, say: (what: string) => void): Promise<WorkspaceRun> {
  const home = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const [small, large] = [join(home, 'small'), join(home, 'large')]
  say(`workspace: writing ${ARTICLES} articles`)
  writeArticles(small, 3)
  writeArticles(large, ARTICLES)
  const stet = await openStet(ground, small, join(home, 'profile'))
  try {
    await stet.page.locator('#articles [role=option]').first().waitFor()
    await pause(1000)
    say('workspace: opening')
    const begun = performance.now()
    const first = await openFolder(stet, large)
    await stet.page.waitForFunction(() => document.querySelector('#articles progress') === null, null, {
      timeout: 300_000,
    })
    const indexed = performance.now() - begun
    const again: (number | null)[] = []
    for (let i = 0; i < repeat; i++) {
      await openFolder(stet, small)
      again.push(await openFolder(stet, large))
    }
    say('workspace: filtering')
    const [filter, filterBack, end]: [(number | null)[], (number | null)[], (number | null)[]] = [[], [], []]
    const { page } = stet
    await pause(1000)
    for (let i = 0; i < repeat; i++) {
      await page.locator('#filter').focus()
      for (const key of String(4711 + i * 97)) filter.push(await pressed(stet, key))
      for (let n = 0; n < 4; n++) filterBack.push(await pressed(stet, 'Backspace'))
      await page.locator('#articles [role=listbox]').focus()
      end.push(await pressed(stet, i % 2 === 0 ? 'End' : 'Home'))
    }
    say('workspace: searching')
    const coldSearch = await searchAll(stet)
    const search: (Found | null)[] = []
    for (let i = 0; i < repeat; i++) search.push(await searchAll(stet))
    return { articles: ARTICLES, first, again, indexed, filter, filterBack, end, coldSearch, search }
  } finally {
    await stet.close()
    rmSync(home, { recursive: true, force: true })
  }
}

/** The lines of the table. */
export function workspaceRows(run: WorkspaceRun): Row[] {
  const said = (what: string, values: readonly (number | null)[], isJudged = true): Row => {
    const series = seriesOf(values)
    return {
      what,
      plain: '',
      stet: ms(series),
      ratio: null,
      by: '',
      target: isJudged ? `≤ ${VISIBLE_MS} ms` : '',
      reached: isJudged && series ? series.middle <= VISIBLE_MS : null,
    }
  }
  return [
    said('opened for the first time, listed', [run.first]),
    said('opened again, listed', run.again),
    said('every article looked into', [run.indexed], false),
    said('a key in the filter', run.filter),
    said('a key taken back', run.filterBack),
    said('to the end of the list', run.end),
    said('the first search, first hits', [run.coldSearch?.first ?? null]),
    said(`… all ${(run.coldSearch?.hits ?? 0).toLocaleString('en')} hits`, [run.coldSearch?.all ?? null], false),
    said(
      'a search after it, first hits',
      run.search.map(one => one?.first ?? null),
    ),
    said(
      '… all',
      run.search.map(one => one?.all ?? null),
      false,
    ),
  ]
}

async function openFolder(stet: Watched, folder: string): Promise<number | null> {
  await stet.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, folder)
  const time = await pressed(stet, 'Control+o', PATIENCE_MS)
  await pause(500)
  return time
}

/** Presses a key; milliseconds until the rows that are listed are others. */
async function pressed({ page }: Watched, key: string, patience = KEY_PATIENCE_MS): Promise<number | null> {
  await page.evaluate(() => window.eye.armChange('keydown', 'rows'))
  await page.keyboard.press(key)
  const seen = await page.evaluate(patience => window.eye.seen(patience), patience)
  return seen?.[0] ?? null
}

function searchAll({ page }: Watched): Promise<Found | null> {
  const query = { ...emptyQuery, words: 'Corvane Lines' }
  return page.evaluate(query => window.eye.search({ kind: 'workspace' }, query), query)
}

function writeArticles(folder: string, count: number): void {
  const random = seeded(count)
  for (let i = 0; i < count; i++) {
    const year = join(folder, String(1980 + (i % FOLDERS)))
    if (i < FOLDERS) mkdirSync(year, { recursive: true })
    const number = String(i).padStart(5, '0')
    writeFileSync(
      join(year, `${number}.txt`),
      makeProse(`Report ${number} of ${count}: the ferry inquiry`, CHARACTERS, random),
    )
  }
}
