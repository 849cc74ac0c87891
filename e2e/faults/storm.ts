import type { Sitting } from '../../electron/bridge/deskGround.ts'
import { inPieces } from '../../shared/contract/pieces.ts'
import type { Dice } from './dice.ts'
import { type Act, annotationOf, paths, perform, titleOf, WORDS, wordAt } from './world.ts'

/** What a storm tells of each act: that it is about to be made, and that it was acknowledged. */
export interface StormTold {
  begun(n: number, leaves: Act['leaves']): void
  acknowledged(n: number): void
}

/** Makes changes of every kind, one after another and in bursts, until the process dies. */
export async function storm(sitting: Sitting, dice: Dice, prefix: string, told: StormTold): Promise<never> {
  const { ask, ticket, desk } = sitting
  const { workspace } = await ask('desk.enter', undefined)
  const tickets = new Map(await Promise.all(paths.map(async path => [path, await ticket(path)] as const)))
  const open = async (path: string) => {
    await ask('article.open', tickets.get(path)!)
    await ask('layer.open', tickets.get(path)!)
  }
  for (const path of paths) await open(path)
  const made: { path: string; id: string; word: string }[] = []
  const linked: { path: string; id: string }[] = []
  const underWay = new Set<Promise<unknown>>()
  for (let n = 0; ; n++) {
    if (dice.chance(0.04)) {
      await Promise.all(underWay)
      const path = dice.pick(paths)
      await ask('article.close', { article: tickets.get(path)!, offset: 0 })
      await open(path)
    }
    if (dice.chance(0.05)) void desk.flush()
    const act = anyAct(n)
    told.begun(n, act.leaves)
    const done = perform(sitting, act).then(() => told.acknowledged(n))
    underWay.add(done)
    void done.finally(() => underWay.delete(done))
    if (dice.chance(0.4)) await done
    if (underWay.size > 30) await Promise.all(underWay)
  }

  function anyAct(n: number): Act {
    const id = `${prefix}-${n}`
    const path = dice.pick(paths)
    const article = tickets.get(path)!
    const record = (edit: unknown, leaves: Act['leaves']): Act => ({
      call: 'layer.record',
      input: { article, edit },
      leaves,
    })
    const kind = dice.below(100)
    if (kind < 20 && made.length > 0) {
      const one = dice.pick(made)
      const of = { call: 'layer.record' as const, leaves: { [`${one.path}/${one.id}`]: `${one.word} ${id}` } }
      const annotation = annotationOf(one.path, one.word, one.id, id)
      return { ...of, input: { article: tickets.get(one.path)!, edit: { kind: 'put', annotation } } }
    }
    if (kind < 35 && made.length > 3) {
      const [one] = made.splice(dice.below(made.length), 1)
      const edit = { kind: 'remove', id: one!.id }
      return {
        ...{ call: 'layer.record', input: { article: tickets.get(one!.path)!, edit } },
        leaves: { [`${one!.path}/${one!.id}`]: null },
      }
    }
    if (kind < 40) {
      const link = { id, type: 'about', from: 'nobody', to: { author: true }, attributes: {} }
      linked.push({ path, id })
      return record({ kind: 'putLink', link }, { [`${path}/link ${id}`]: 'nobody' })
    }
    if (kind < 43 && linked.length > 0) {
      const [one] = linked.splice(dice.below(linked.length), 1)
      const input = { article: tickets.get(one!.path)!, edit: { kind: 'removeLink', id: one!.id } }
      return { call: 'layer.record', input, leaves: { [`${one!.path}/link ${one!.id}`]: null } }
    }
    if (kind < 46) {
      const status = dice.pick(['in-progress', 'done'])
      return record({ kind: 'status', status }, { [`${path}/status`]: status === 'done' ? status : null })
    }
    if (kind < 52) {
      const zone = dice.pick(['title', 'heading', 'caption', null])
      const quote = titleOf(path)
      const edit = { kind: 'zone', span: { start: 0, end: quote.length }, quote, zone }
      return { call: 'facts.record', input: { article, edit }, leaves: { [`${path}/zone`]: zone } }
    }
    if (kind < 60) {
      const [entity, name] = [`e${dice.below(20)}`, `Name ${id}`]
      const fields = { kind: 'person', name }
      const edit = { kind: 'set', of: 'entities', id: entity, fields }
      return {
        ...{ call: 'project.record', input: { workspace: workspace!.ticket, edit } },
        leaves: { [`entity/${entity}`]: name },
      }
    }
    if (kind < 63) {
      const textSize = dice.pick(['small', 'medium', 'large'])
      return { call: 'settings.set', input: { textSize }, leaves: { 'settings/textSize': textSize } }
    }
    if (kind < 65) {
      const text = `Written down in ${id}.\n`
      return { call: 'article.create', input: { text }, leaves: { [`created/${text}`]: 'there' } }
    }
    if (kind < 69) return bulk(n, `${id}-all`)
    const word = wordAt(path, dice.below(WORDS))
    made.push({ path, id, word })
    return record({ kind: 'put', annotation: annotationOf(path, word, id, '') }, { [`${path}/${id}`]: `${word} ` })
  }

  /** The same change in every article, and in the project: all or nothing. */
  function bulk(n: number, id: string): Act {
    const leaves: Record<string, string> = { [`entity/${id}`]: id }
    const changes = paths.map(path => {
      const word = wordAt(path, n)
      leaves[`${path}/${id}`] = `${word} `
      const edit = { kind: 'put', annotation: annotationOf(path, word, id, '') }
      return { article: tickets.get(path)!, edit, seen: null }
    })
    const project = { kind: 'set', of: 'entities', id, fields: { kind: 'person', name: id } }
    return {
      call: 'layers.record',
      input: { name: id, changes: inPieces(changes), workspace: workspace!.ticket, project },
      leaves,
    }
  }
}
