import { extent, type Link } from '../annotation/annotation.ts'
import type { Layer } from '../annotation/layer.ts'
import type { Rule, View } from './rule.ts'

/** One of the things that a link joins is gone. What only waits to be placed anew isn't. */
export const linkWithoutEnd: Rule = {
  id: 'link-without-end',
  subject: 'link',
  find(view, id) {
    const link = view.layer.links.get(id)
    if (!link || endsStand(view, link)) return []
    const { to, from, cue } = link
    const left = [from, 'annotation' in to ? to.annotation : ''].find(end => view.layer.annotations.has(end))
    const place = left ? extent(view.layer.annotations.get(left)!) : cue ? { start: cue.start, end: cue.end } : nowhere
    return [
      {
        key: `link-without-end/${id}`,
        rule: 'link-without-end',
        place,
        link: id,
        ...(left === undefined ? {} : { annotation: left }),
      },
    ]
  },
  fixes: (_, { link }) =>
    link === undefined
      ? []
      : [{ kind: 'edit', what: 'remove-link', label: '', edit: () => ({ kind: 'removeLink', id: link }) }],
}

const nowhere = { start: 0, end: 0 }

function endsStand({ layer, register }: View, { from, to }: Link): boolean {
  if (!isThere(layer, from)) return false
  if ('annotation' in to) return isThere(layer, to.annotation)
  return !('entity' in to) || !register.isGone(to.entity)
}

function isThere(layer: Layer, id: string): boolean {
  return layer.annotations.has(id) || layer.unplaced.has(id)
}
