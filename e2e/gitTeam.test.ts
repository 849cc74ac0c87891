import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '../shared/json/json.ts'
import { gitVersionsIn } from '../shared/merging/gitConflict.ts'
import { annotationOf, type Clone, filesIn, hasGit, openArticle, openProject, saidIn, Team } from './team.ts'

/** No test fails on a busy machine: git starts a program for each file that it merges. */
const patience = { timeout: 3_600_000 }

const texts = {
  'ferry.txt': 'Ferry strike ends\n\nThe 💬 union said on Monday that boats would sail again. The port agreed.\n',
  '2031/bread.txt': 'Bread is dear\n\nBakers warned that flour costs twice what it did. The ministry denied it.\n',
} as const
type Path = keyof typeof texts
const words: Readonly<Record<Path, string>> = { 'ferry.txt': 'boats would sail', '2031/bread.txt': 'flour costs twice' }
const paths = Object.keys(texts) as Path[]

let team: Team
beforeEach(async () => {
  if (hasGit) team = await Team.of(texts)
})
afterEach(async () => team?.close())

const nameOf = ({ annotator, device }: Clone) => `${annotator}-${device}`
const claimBy = (who: string, path: Path, note: string) =>
  annotationOf(texts[path], words[path], `claim-${who}`, { note })

/** The field of an article that each clone's person says something of. */
const fields = { 'ada-desk': 'title', 'ada-boat': 'outlet', 'bo-desk': 'byline', 'cy-desk': 'section' } as const

/** What a person does in a round: in the layer of each article, in the facts of one, and in the project. */
async function work(clone: Clone, round: number): Promise<void> {
  const who = `${nameOf(clone)}-${round}`
  const before = `${nameOf(clone)}-${round - 1}`
  for (const path of paths) {
    const { article, head } = await openArticle(clone, path)
    expect({ access: head.access, problem: head.problem }).toEqual({ access: 'write', problem: null })
    await article.record({ kind: 'put', annotation: claimBy(who, path, `Noted by ${who}`) })
    const actor = annotationOf(texts[path], words[path].split(' ')[0]!, `actor-${who}`, {
      tag: 'actor',
      entity: 'union',
    })
    await article.record({ kind: 'put', annotation: { ...actor, attributes: { mention: 'nominal', [who]: true } } })
    const ends = { from: `claim-${who}`, to: { annotation: `actor-${who}` } }
    const link = { id: `link-${who}`, type: 'attributed-to', ...ends, attributes: { explicitness: who } }
    await article.record({ kind: 'putLink', link })
    if (round > 1) {
      const gone = [
        { kind: 'removeLink', id: `link-${before}` },
        { kind: 'remove', id: `actor-${before}` },
      ] as const
      await article.record({ kind: 'all', edits: gone })
      await article.record({ kind: 'put', annotation: claimBy(before, path, `Noted again by ${who}`) })
    }
    if (path === 'ferry.txt') {
      const name = fields[nameOf(clone) as keyof typeof fields]
      await article.recordFacts({ kind: 'field', name, to: { value: who, by: 'person' } })
      if (clone.annotator === 'bo') await article.recordFacts(zoneOf(article.live(), 0, round))
      if (clone.annotator === 'cy') await article.recordFacts(zoneOf(article.live(), 1, round))
    }
    if (round > 1 && clone.device === 'boat') await article.record({ kind: 'status', status: 'done' })
    await article.close()
  }
  await workOnProject(clone, who)
}

function zoneOf(
  { text, blocks }: { text: string; blocks: readonly { start: number; end: number }[] },
  at: number,
  round: number,
) {
  const { start, end } = blocks.filter(block => text.slice(block.start, block.end).trim() !== '')[at]!
  const zone = round === 1 ? 'heading' : 'standfirst'
  return { kind: 'zone', span: { start, end }, quote: text.slice(start, end).slice(0, 32), zone } as const
}

/** A person of one's own, a name for an entity of all, and a mark at a tag. */
async function workOnProject(clone: Clone, who: string): Promise<void> {
  const project = await openProject(clone)
  expect(project.problem).toBe(null)
  const { entities = [] } = JSON.parse(project.text) as { entities?: { id: string; aliases?: string[] }[] }
  const aliases = [...(entities.find(({ id }) => id === 'union')?.aliases ?? []), `The union of ${who}`]
  const union = { kind: 'organisation', name: 'Union', aliases, [who]: 1 }
  await project.record({ kind: 'set', of: 'entities', id: `person-${who}`, fields: { kind: 'person', name: who } })
  await project.record({ kind: 'set', of: 'entities', id: 'union', fields: union })
  await project.record({ kind: 'set', of: 'tags', id: 'claim', fields: { [`seen by ${who}`]: true } })
  await project.close()
}

/** What a later version of the program might leave in the person's files, at every level, with digits of its own. */
async function leaveUnknown(clone: Clone, round: number): Promise<void> {
  const who = `${nameOf(clone)}-${round}`
  const mark = { [`later ${who}`]: '1.50' }
  const marked = (list: unknown, id: string) =>
    ((list ?? []) as JsonObject[]).map(one => (one['id'] === id ? { ...one, ...mark } : one))
  await rewrite(clone, `ferry.txt.${clone.annotator}.stet.json`, file => ({
    ...{ ...file, ...mark, article: { ...(file['article'] as JsonObject), ...mark } },
    ...{ annotations: marked(file['annotations'], `claim-${who}`), links: marked(file['links'], `link-${who}`) },
    ...{
      annotator: { ...(file['annotator'] as JsonObject), ...mark },
      shared: { ...(file['shared'] as JsonObject), ...mark },
    },
    comments: [...(file['comments'] as JsonObject[]), { id: `comment-${who}`, text: who }],
  }))
  await rewrite(clone, 'ferry.txt.article.stet.json', file => ({ ...file, ...mark }))
  await rewrite(clone, 'stet.json', file => ({
    ...file,
    settings: { ...(file['settings'] as JsonObject), ...mark },
    entities: marked(file['entities'], `person-${who}`),
  }))
}

async function rewrite({ folder }: Clone, name: string, change: (file: JsonObject) => JsonObject): Promise<void> {
  const file = JSON.parse(
    (await readFile(join(folder, name), 'utf8')).replaceAll(/: 1\.50\b/g, ': "1.50"'),
  ) as JsonObject
  await writeFile(join(folder, name), `${JSON.stringify(change(file), null, 2).replaceAll('"1.50"', '1.50')}\n`)
}

/** All that the files of a clone say. */
async function saidBy(clone: Clone): Promise<Map<string, string>> {
  return saidIn(Object.fromEntries(await filesIn(clone)))
}

/** Where a file is said to begin by each who begins it: when, and the id of a project. One of them is right. */
const isBeginning = (place: string) => /stet\.json\/(?:created|id)$/.test(place)

/** What is otherwise, where everybody's changes came together, than the one who changed it left it; or than it was, where nobody did. */
function lostOf(
  began: Map<string, string>,
  versions: readonly Map<string, string>[],
  ended: Map<string, string>,
): string[] {
  const places = new Set([began, ...versions, ended].flatMap(version => [...version.keys()]))
  return [...places].flatMap(place => {
    const was = began.get(place)
    const changes = [...new Set(versions.map(version => version.get(place)).filter(value => value !== was))]
    if (isBeginning(place)) return ended.has(place) ? [] : [place]
    if (changes.length > 1) return [`${place}: nobody could merge ${changes.join(', ')}`]
    const wanted = changes.length === 1 ? changes[0] : was
    return ended.get(place) === wanted ? [] : [`${place}: ${ended.get(place)} in place of ${wanted}`]
  })
}

/** A test that takes git. */
function withGit(name: string, run: () => Promise<void>): void {
  test.skipIf(!hasGit)(hasGit ? name : `${name} (skipped: there is no git on this machine)`, patience, run)
}

withGit(
  'three people on four clones annotate the same articles at once: git merges them all, without a conflict and without a lost field',
  async () => {
    const clones = [
      await team.clone('ada', 'desk'),
      await team.clone('bo', 'desk'),
      await team.clone('cy', 'desk'),
      await team.clone('ada', 'boat'),
    ]
    for (const round of [1, 2]) {
      for (const clone of clones) expect(team.git(clone, 'pull', '--quiet', '--ff-only')).toMatchObject({ code: 0 })
      const began = await saidBy(clones[0]!)
      const versions: Map<string, string>[] = []
      for (const clone of clones) {
        await work(clone, round)
        await leaveUnknown(clone, round)
        versions.push(await saidBy(clone))
        team.commit(clone, `Round ${round} of ${nameOf(clone)}`)
      }
      for (const clone of clones) {
        // Each in the way that they are used to.
        const pulled = team.git(clone, 'pull', '--no-edit', clone.annotator === 'bo' ? '--rebase' : '--no-rebase')
        expect(pulled.code, pulled.printed + pulled.said).toBe(0)
        expect(team.git(clone, 'push', '--quiet')).toMatchObject({ code: 0 })
      }
      expect(lostOf(began, versions, await saidBy(clones.at(-1)!))).toEqual([])
    }
    const [first] = clones as [Clone, Clone]
    expect(team.git(first, 'pull', '--quiet', '--ff-only')).toMatchObject({ code: 0 })
    const files = await filesIn(first)
    expect([...files.keys()]).toEqual([
      ...['2031/bread.txt.ada.stet.json', '2031/bread.txt.bo.stet.json', '2031/bread.txt.cy.stet.json'],
      ...['ferry.txt.ada.stet.json', 'ferry.txt.article.stet.json', 'ferry.txt.bo.stet.json', 'ferry.txt.cy.stet.json'],
      'stet.json',
    ])
    // Six a clone and round, but for the link and the claim that the second round took away and wrote anew.
    const raw = await readFile(join(first.folder, LAYER), 'utf8')
    expect(raw.match(/"later ada-(desk|boat)-[12]": 1\.50/g)).toHaveLength(20)
    // The program goes on with what git made.
    await work(first, 3)
  },
)

withGit(
  'what one person changed on two clones, each otherwise, is a conflict to git and two versions to the program, and nothing is lost',
  async () => {
    const [desk, boat] = [await team.clone('ada', 'desk'), await team.clone('ada', 'boat')]
    await begin(desk)
    team.commit(desk, 'What both begin with')
    expect(team.git(desk, 'push', '--quiet')).toMatchObject({ code: 0 })
    expect(team.git(boat, 'pull', '--quiet')).toMatchObject({ code: 0 })
    for (const clone of [desk, boat]) {
      await contradict(clone)
      team.commit(clone, `Of the ${clone.device}`)
    }
    expect(team.git(desk, 'push', '--quiet')).toMatchObject({ code: 0 })

    const { code, printed, said } = team.git(boat, 'pull', '--no-edit', '--no-rebase')
    expect(code).toBe(1)
    for (const name of [LAYER, 'stet.json']) expect(printed).toMatch(new RegExp(`CONFLICT \\(content\\).*${name}`))
    expect(said).toContain(
      `${LAYER}: note of the annotation “boats would sail” (claim-shared) is "Of the boat" in my version, "Of the desk" in theirs.`,
    )
    expect(said).toContain('stet.json: name of the entity “boat” (union) is "boat" in my version, "desk" in theirs.')
    expect(team.git(boat, 'status', '--porcelain').printed).toMatch(/^UU ferry\.txt\.ada\.stet\.json\nUU stet\.json\n$/)
    // Whichever side is taken, what is no contradiction is in it.
    const versions = gitVersionsIn(await readFile(join(boat.folder, LAYER)))!
    for (const [version, who] of [
      [versions.ours, 'boat'],
      [versions.theirs, 'desk'],
    ] as const) {
      const { annotations } = JSON.parse(version) as { annotations: { id: string; note?: string }[] }
      expect(annotations.map(({ id }) => id).sort()).toEqual(['claim-boat', 'claim-desk', 'claim-shared'])
      expect(annotations.find(({ id }) => id === 'claim-shared')?.note).toBe(`Of the ${who}`)
    }

    const { article, head } = await openArticle(boat, 'ferry.txt')
    expect([head.access, head.problem?.kind]).toEqual(['read', 'sidecar-git-conflict'])
    const asked = { of: 'annotations', id: 'claim-shared', field: 'note' } as const
    expect(JSON.parse(head.contradictions)).toMatchObject([{ ...asked, ours: 'Of the boat', theirs: 'Of the desk' }])
    expect((await article.decide([{ ...asked, side: 'theirs' }])).access).toBe('write')
    await article.close()
    const project = await openProject(boat)
    expect(project.problem?.kind).toBe('project-git-conflict')
    await project.mergeGit()
    expect([project.problem, project.codebook.id]).toEqual([null, 'stet-default'])
    await project.close()

    team.commit(boat, 'Decided')
    expect(team.git(boat, 'push', '--quiet')).toMatchObject({ code: 0 })
    expect(team.git(desk, 'pull', '--quiet', '--ff-only')).toMatchObject({ code: 0 })
    const files = await filesIn(desk)
    const { annotations } = files.get(LAYER) as unknown as { annotations: { id: string; note?: string }[] }
    expect(annotations.map(({ id, note }) => [id, note]).sort()).toEqual([
      ['claim-boat', 'By boat'],
      ['claim-desk', 'By desk'],
      ['claim-shared', 'Of the desk'],
    ])
    expect(files.get('stet.json')?.['entities']).toMatchObject([
      { id: 'boat' },
      { id: 'desk' },
      { id: 'union', name: 'boat' },
    ])
  },
)
const LAYER = 'ferry.txt.ada.stet.json'

async function begin(clone: Clone): Promise<void> {
  const { article } = await openArticle(clone, 'ferry.txt')
  await article.record({ kind: 'put', annotation: claimBy('shared', 'ferry.txt', 'Of nobody') })
  await article.close()
  const project = await openProject(clone)
  await project.record({ kind: 'set', of: 'entities', id: 'union', fields: { kind: 'organisation', name: 'Union' } })
  await project.close()
}

/** The same note and the same name, otherwise on each clone; and something of one's own. */
async function contradict(clone: Clone): Promise<void> {
  const { device } = clone
  const { article } = await openArticle(clone, 'ferry.txt')
  await article.record({ kind: 'put', annotation: claimBy('shared', 'ferry.txt', `Of the ${device}`) })
  await article.record({ kind: 'put', annotation: claimBy(device, 'ferry.txt', `By ${device}`) })
  await article.close()
  const project = await openProject(clone)
  await project.record({ kind: 'set', of: 'entities', id: 'union', fields: { name: device } })
  await project.record({ kind: 'set', of: 'entities', id: device, fields: { kind: 'place', name: device } })
  await project.close()
}
