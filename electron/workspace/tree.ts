import { join } from 'node:path'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Disk } from '../disk/disk.ts'
import { inTurns } from '../disk/inTurns.ts'
import {
  articleOf,
  type FoundArticle,
  type FoundCopy,
  type FoundLayer,
  isPassedOver,
  type Listing,
  type Orphan,
} from './listing.ts'
import { lookAt, type Scanned, scan, scanFolder } from './scan.ts'
import type { Stirred } from './watch.ts'

/** What became of one article: as it was and as it is, null where it wasn't or isn't there. */
export interface Change {
  readonly path: string
  readonly was: FoundArticle | null
  readonly is: FoundArticle | null
}

/**
 * A workspace's folders as they were last seen. Looking again gives what has
 * changed since; the disk decides, and whoever says "look there" is only a hint.
 */
export class Tree {
  readonly #disk: Disk
  readonly #root: string
  readonly #enter: (folder: string) => void
  #listings: Map<string, Listing>
  #problems: Map<string, ProblemNotice>
  /** Whether the workspace's own folder was gone at the last look; what was in it is remembered. */
  isGone = false

  private constructor(disk: Disk, root: string, enter: (folder: string) => void, { listings, problems }: Scanned) {
    this.#disk = disk
    this.#root = root
    this.#enter = enter
    this.#listings = listings
    this.#problems = problems
  }

  /** Lists a workspace. Each folder is entered before it is listed. Also gives the drafts that lie about. */
  static async grow(
    disk: Disk,
    root: string,
    enter: (folder: string) => void,
  ): Promise<{ tree: Tree; drafts: string[] }> {
    const scanned = await scan(disk, root, '', enter)
    return { tree: new Tree(disk, root, enter, scanned), drafts: scanned.drafts }
  }

  article(path: string): FoundArticle | null {
    const [folder, name] = split(path)
    return this.#listings.get(folder)?.article(name) ?? null
  }

  *articles(): Iterable<FoundArticle> {
    for (const listing of this.#listings.values()) yield* listing.articles()
  }

  orphans(): Orphan[] {
    return [...this.#listings.values()].flatMap(listing => [...listing.orphans()])
  }

  /** The file of an article's facts, as it was last seen; null where there is none. */
  facts(path: string): FoundLayer | null {
    const [folder, name] = split(path)
    return this.#listings.get(folder)?.facts(name) ?? null
  }

  hasFacts(path: string): boolean {
    const [folder, name] = split(path)
    return this.#listings.get(folder)?.hasFacts(name) ?? false
  }

  folders(): Set<string> {
    return new Set(this.#listings.keys())
  }

  problems(): ProblemNotice[] {
    return [...this.#problems.values()]
  }

  /** What sync services left of the project file. */
  projectCopies(): FoundCopy[] {
    return this.#listings.get('')?.projectCopies() ?? []
  }

  /** The names that a new file at the top can't have. */
  names(): string[] {
    return this.#listings.get('')?.names() ?? []
  }

  /** Looks at everything again. */
  async lookAtEverything(): Promise<Change[]> {
    const before = new Map([...this.articles()].map(article => [article.path, article]))
    if (!(await this.#isRootThere())) return []
    const { listings, problems } = await scan(this.#disk, this.#root, '', this.#enter)
    this.#listings = listings
    this.#problems = problems
    const after = new Map([...this.articles()].map(article => [article.path, article]))
    return differences(before, after)
  }

  /** Looks where something stirred. */
  async lookAgain(stirred: Stirred): Promise<Change[]> {
    if (!(await this.#isRootThere())) return []
    const changes: Change[] = []
    for (const [folder, names] of stirred) {
      const listing = this.#listings.get(folder)
      if (listing && names) changes.push(...(await this.#lookAtNames(listing, names)))
      // A folder that isn't listed is new, or could not be read: its parent's listing tells.
      else if (listing || this.#problems.has(folder)) changes.push(...(await this.#lookAtFolder(folder)))
    }
    return changes
  }

  async #lookAtNames(listing: Listing, names: ReadonlySet<string>): Promise<Change[]> {
    const shown = [...names].filter(name => !isPassedOver(name))
    const concerned = new Set(shown.map(articleOf))
    const before = articlesOf(listing, concerned)
    const subfolders = new Set(listing.subfolders())
    await inTurns(shown, 32, async name => {
      listing.set(name, await lookAt(this.#disk, join(this.#root, listing.folder), name))
    })
    const changes = differences(before, articlesOf(listing, concerned))
    return [...changes, ...(await this.#followSubfolders(listing, subfolders, shown))]
  }

  async #lookAtFolder(folder: string): Promise<Change[]> {
    const was = this.#listings.get(folder)
    const before = new Map([...(was?.articles() ?? [])].map(article => [article.path, article]))
    this.#enter(folder)
    const found = await scanFolder(this.#disk, this.#root, folder)
    if (!('listing' in found)) {
      const changes = this.#forget(folder)
      if ('problem' in found) this.#problems.set(folder, found.problem)
      return changes
    }
    this.#problems.delete(folder)
    this.#listings.set(folder, found.listing)
    const after = new Map([...found.listing.articles()].map(article => [article.path, article]))
    const changes = differences(before, after)
    return [...changes, ...(await this.#followSubfolders(found.listing, new Set(was?.subfolders()), []))]
  }

  /** Lists subfolders that came and forgets those that went; one that stirred itself may be another by now. */
  async #followSubfolders(
    listing: Listing,
    before: ReadonlySet<string>,
    stirred: readonly string[],
  ): Promise<Change[]> {
    const after = new Set(listing.subfolders())
    const changes: Change[] = []
    for (const folder of before) if (!after.has(folder)) changes.push(...this.#forget(folder))
    const again = stirred.map(name => (listing.folder === '' ? name : `${listing.folder}/${name}`))
    for (const folder of after) {
      if (!before.has(folder)) changes.push(...(await this.#takeIn(folder)))
      else if (again.includes(folder)) changes.push(...(await this.#lookAtFolder(folder)))
    }
    return changes
  }

  async #takeIn(folder: string): Promise<Change[]> {
    const { listings, problems } = await scan(this.#disk, this.#root, folder, this.#enter)
    for (const [key, problem] of problems) this.#problems.set(key, problem)
    const changes: Change[] = []
    for (const [key, listing] of listings) {
      this.#listings.set(key, listing)
      for (const is of listing.articles()) changes.push({ path: is.path, was: null, is })
    }
    return changes
  }

  #forget(folder: string): Change[] {
    const changes: Change[] = []
    for (const key of [...this.#problems.keys()]) if (isIn(folder, key)) this.#problems.delete(key)
    for (const [key, listing] of [...this.#listings]) {
      if (!isIn(folder, key)) continue
      for (const was of listing.articles()) changes.push({ path: was.path, was, is: null })
      this.#listings.delete(key)
    }
    return changes
  }

  async #isRootThere(): Promise<boolean> {
    const isThere = await this.#disk.lstat(this.#root).then(
      found => found.isDirectory(),
      () => false,
    )
    this.isGone = !isThere
    return isThere
  }
}

function articlesOf(listing: Listing, names: Iterable<string>): Map<string, FoundArticle> {
  const articles = [...names].flatMap(name => listing.article(name) ?? [])
  return new Map(articles.map(article => [article.path, article]))
}

function differences(before: ReadonlyMap<string, FoundArticle>, after: ReadonlyMap<string, FoundArticle>): Change[] {
  const changes: Change[] = []
  for (const [path, was] of before) if (!after.has(path)) changes.push({ path, was, is: null })
  for (const [path, is] of after) {
    const was = before.get(path) ?? null
    if (!was || JSON.stringify(was) !== JSON.stringify(is)) changes.push({ path, was, is })
  }
  return changes
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || folder === ''
}

function split(path: string): [string, string] {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)]
}
