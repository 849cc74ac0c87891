import { DeskGround, type Sitting } from '../../electron/bridge/deskGround.ts'
import { disk } from '../../electron/disk/disk.ts'
import { flakyDisk } from '../../electron/disk/flakyDisk.ts'
import type { Call, Input, Output } from '../../shared/contract/contract.ts'
import { inPieces } from '../../shared/contract/pieces.ts'
import { isProblemKind } from '../../shared/problems/kinds.ts'
import { inlineBenches } from './inline.ts'
import { losses, type Remembered } from './memory.ts'
import type { Conditions, Outcome, Programme } from './programme.ts'
import { annotationOf, articles, paths, readWorld, titleOf, wordAt } from './world.ts'

/** How long anything may take that is neither acknowledged nor said to be in trouble. */
const SILENCE_MS = 20_000

/** Every call of the disk is made to fail in turn, once and from then on, over everything that writes. */
export const failingDisk: Programme = {
  name: 'failing-disk',
  promise:
    'old bytes or new bytes; acknowledged work is kept; trouble is said at once, and work is saved when it is gone',
  lacks: () => null,

  async run({ dice, isShort, rounds, say }: Conditions): Promise<Outcome> {
    const broken: string[] = []
    const figures: Record<string, number> = { 'said to be in trouble': 0 }
    const begun = await DeskGround.make(articles, inlineBenches)
    await begin(begun)
    const before = await worldOf(begun)
    let count = 0
    for (const [name, scene] of Object.entries(scenes)) {
      const calls = (await play(begun, before, scene, { nth: Infinity, code: 'EIO', lasting: 'once' })).calls
      figures[`calls of ${name}`] = calls
      const faults = Array.from({ length: calls }, (_, i) => i + 1).flatMap(nth =>
        (['once', 'always'] as const).map(lasting => ({ nth, lasting, code: dice.pick(codes) })),
      )
      const few = rounds ?? (isShort ? 6 : faults.length)
      const chosen = few >= faults.length ? faults : Array.from({ length: few }, () => dice.pick(faults))
      await inTurns(chosen, async fault => {
        const { wrong, wasTold } = await play(begun, before, scene, fault)
        if (wasTold) figures['said to be in trouble']!++
        for (const what of wrong)
          broken.push(`${name}, call ${fault.nth} fails ${fault.lasting} with ${fault.code}: ${what}`)
        count++
      })
      say(`${name}: ${chosen.length} of ${faults.length}`)
    }
    await begun.remove()
    return { rounds: count, figures, broken }
  },
}

const codes = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'short', 'lies'] as const

interface Fault {
  nth: number
  code: string
  readonly lasting: 'once' | 'always'
}

/** What a scene does with its parts: `act` is told what it leaves, and answers nothing where it is refused by a Problem. */
interface Stage {
  readonly sitting: Sitting
  article(path: string): Promise<string>
  readonly workspace: string
  act<C extends Call>(call: C, input: Input<C>, leaves: Remembered['leaves']): Promise<Output<C> | null>
}

const scenes: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'an edit and its checkpoint': async stage => {
    await put(stage, 'a.txt', 'one')
    await stage.sitting.desk.flush()
    await Promise.all([put(stage, 'a.txt', 'two'), put(stage, 'a.txt', 'three')])
    await stage.sitting.desk.flush()
  },
  'the first edit of an article': async stage => {
    await put(stage, 'far/c.txt', 'first')
    await stage.sitting.desk.flush()
  },
  'a corrected zone': async ({ sitting, article, act }) => {
    const quote = titleOf('b.txt')
    const edit = { kind: 'zone', span: { start: 0, end: quote.length }, quote, zone: 'heading' } as const
    await act('facts.record', { article: await article('b.txt'), edit }, { 'b.txt/zone': 'heading' })
    await sitting.desk.flush()
  },
  'an edit of the project': async ({ sitting, workspace, act }) => {
    for (const name of ['Anna', 'Anne']) {
      const edit = { kind: 'set', of: 'entities', id: 'ann', fields: { kind: 'person', name } } as const
      await act('project.record', { workspace, edit }, { 'entity/ann': name })
      await sitting.desk.flush()
    }
  },
  'a change of many articles': async ({ workspace, article, act }) => {
    const leaves: Record<string, string> = { 'entity/all': 'All' }
    const changes = []
    for (const path of paths) {
      leaves[`${path}/all`] = `${wordAt(path, 9)} `
      const edit = { kind: 'put', annotation: annotationOf(path, wordAt(path, 9), 'all', '') } as const
      changes.push({ article: await article(path), edit, seen: null })
    }
    const project = { kind: 'set', of: 'entities', id: 'all', fields: { kind: 'person', name: 'All' } } as const
    await act('layers.record', { name: 'all', changes: inPieces(changes), workspace, project }, leaves)
  },
  'a new article': ({ act }) => act('article.create', { text: 'New here.\n' }, { 'created/New here.\n': 'there' }),
  settings: async ({ act }) => {
    for (const textSize of ['small', 'large'] as const)
      await act('settings.set', { textSize }, { 'settings/textSize': textSize })
  },
}

function put({ act, article }: Stage, path: string, id: string) {
  const word = wordAt(path, id.length)
  const edit = { kind: 'put', annotation: annotationOf(path, word, id, '') } as const
  return article(path).then(ticket => act('layer.record', { article: ticket, edit }, { [`${path}/${id}`]: `${word} ` }))
}

/** A workspace in which something stands already. */
async function begin(ground: DeskGround): Promise<void> {
  const sitting = await ground.sit()
  const article = await sitting.ticket('a.txt')
  await sitting.ask('article.open', article)
  await sitting.ask('layer.open', article)
  const annotation = annotationOf('a.txt', wordAt('a.txt', 100), 'before', '')
  await sitting.ask('layer.record', { article, edit: { kind: 'put', annotation } })
  await sitting.desk.leave()
}

/** Plays a scene on a copy of what was begun, over a disk with a fault; heals the disk; and looks at what is there. */
async function play(
  begun: DeskGround,
  before: ReadonlyMap<string, string>,
  scene: (stage: Stage) => Promise<unknown>,
  fault: Fault,
) {
  const ground = await begun.copy()
  const wrong: string[] = []
  let wasTold = false
  let trouble = () => {}
  const troubled = new Promise<void>(resolve => (trouble = resolve))
  try {
    // It counts at first; the fault comes with the scene.
    const now: Fault = { ...fault, nth: Infinity }
    const flaky = flakyDisk(disk, now)
    const sitting = await ground.sit('Zoë', {
      disk: flaky,
      hear: told => {
        if (told.name !== 'saving' || !told.value.problem) return
        wasTold = true
        trouble()
      },
    })
    const { workspace } = await sitting.ask('desk.enter', undefined)
    const article = await ticketsOf(sitting)
    const acts: { leaves: Remembered['leaves']; isAcknowledged: boolean }[] = []
    const began = flaky.calls()
    now.nth = began + fault.nth
    const stage: Stage = {
      sitting,
      workspace: workspace!.ticket,
      article,
      async act(call, input, leaves) {
        const act = { leaves, isAcknowledged: false }
        acts.push(act)
        try {
          const answer = await sitting.ask(call, input)
          const refused = (answer as { refused?: { article: string }[] } | null)?.refused ?? []
          if (refused.length === 0) act.isAcknowledged = true
          else
            acts.splice(
              acts.indexOf(act),
              1,
              ...(await partly(
                refused.map(one => one.article),
                leaves,
              )),
            )
          return answer
        } catch (problem) {
          // A failure that is answered is said.
          wasTold = true
          if (!isProblemKind((problem as { kind: string }).kind))
            wrong.push(`${call} was answered as a bug: ${ground.bugs.map(bug => (bug as Error).stack).join('; ')}`)
          return null
        }
      },
    }
    /** Of a change of many articles: what was done is acknowledged, and what was refused is told by name. */
    const partly = async (refused: readonly string[], leaves: Remembered['leaves']) => {
      const names = new Map(await Promise.all(paths.map(async path => [path, await article(path)] as const)))
      return Object.entries(leaves).map(([place, value]) => {
        const path = paths.find(one => place.startsWith(`${one}/`))
        return { leaves: { [place]: value }, isAcknowledged: !(path && refused.includes(names.get(path)!)) }
      })
    }
    let isOver = false
    const played = scene(stage).then(
      () => (isOver = true),
      () => (isOver = true), // a flush that is refused has said why
    )
    await inTime(Promise.race([played, troubled]), () => wrong.push('neither acknowledged nor said to be in trouble'))
    if (!isOver && !wasTold) wrong.push('not acknowledged, and nothing was said')
    wrong.push(...losses(before, acts, await worldOf(ground)))
    const calls = flaky.calls() - began
    now.nth = Infinity
    if (!isOver) {
      // The person comes back to the window, or simply waits.
      const flushed = sitting.desk.flush().catch(() => {})
      await inTime(Promise.all([flushed, played]), () => wrong.push('not saved when the disk was well again'))
    }
    await inTime(sitting.desk.leave(), () => wrong.push('could not be left when the disk was well again')).catch(
      error => wrong.push(`leaving was refused: ${error}`),
    )
    wrong.push(...losses(before, acts, await worldOf(ground)).map(what => `in the end, ${what}`))
    for (const bug of ground.bugs) if (!isOfDisk(bug)) wrong.push(`a bug: ${(bug as Error).stack}`)
    return { calls, wrong, wasTold }
  } finally {
    await ground.remove()
  }
}

/** A few at a time: most of each is waiting for the disk. */
async function inTurns<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const left = things[Symbol.iterator]()
  const worker = async () => {
    for (const thing of left) await work(thing)
  }
  await Promise.all(Array.from({ length: 4 }, worker))
}

async function ticketsOf(sitting: Sitting) {
  const tickets = new Map<string, string>()
  for (const path of paths) {
    const ticket = await sitting.ticket(path)
    tickets.set(path, ticket)
    await sitting.ask('article.open', ticket)
    await sitting.ask('layer.open', ticket)
  }
  return async (path: string) => tickets.get(path)!
}

/** What the disk itself said, where nothing but a note in the log hangs on it. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && (error.name === 'Problem' || error.message.endsWith(': on cue'))
}

async function inTime<T>(work: Promise<T>, late: () => void): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const out = new Promise<undefined>(resolve => {
    timer = setTimeout(() => {
      late()
      resolve(undefined)
    }, SILENCE_MS)
  })
  return Promise.race([work, out]).finally(() => clearTimeout(timer))
}

async function worldOf(ground: DeskGround): Promise<Map<string, string>> {
  const copy = await ground.copy()
  try {
    return await readWorld(await copy.sit())
  } finally {
    await copy.remove()
  }
}
