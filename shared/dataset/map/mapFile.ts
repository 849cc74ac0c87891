import * as z from 'zod'
import { readJson } from '../../json/readJson.ts'
import { Problem } from '../../problems/problem.ts'
import type { TagMap } from './tagMap.ts'

export const MAP_FORMAT = 'stet-map'
export const MAP_VERSION = 1

const name = z.string().min(1)
const drop = z.strictObject({ drop: z.literal(true) })
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.strictObject({ json: z.string() })])
const answers = z.record(name, value)

/**
 * A map in a file. Nothing but these keys may stand in it, since a rule with a
 * slip in its name would do nothing, and nobody would know.
 *
 * ```json
 * {
 *   "format": "stet-map", "formatVersion": 1,
 *   "tags": {"Content": {"to": "claim"}, "Source": {"to": "actor"}, "Discuss": {"drop": true}},
 *   "attributes": {"Mention": {"to": "mention", "values": {"Nom": "nominal"}}},
 *   "links": {"SaidOf": {"to": "about", "turned": true}},
 *   "frames": [{
 *     "frame": "Attribution", "link": "attributed-to",
 *     "from": "Content", "to": "Source", "cue": "Cue", "without": {"to": "author"}
 *   }]
 * }
 * ```
 *
 * `without` says what becomes of a frame without the role `to`: the link ends
 * at the `author`, or at an entity (`{"to": {"entity": "ID"}}`), or there is no
 * link and the annotation is given answers (`{"answers": {"source": "unknown"}}`);
 * null: it is told.
 */
export const MapFile = z.strictObject({
  format: z.literal(MAP_FORMAT),
  formatVersion: z.literal(MAP_VERSION),
  tags: z.record(name, z.union([drop, z.strictObject({ to: name, attributes: answers.optional() })])).default({}),
  attributes: z
    .record(name, z.union([drop, z.strictObject({ to: name, values: z.record(z.string(), value).optional() })]))
    .default({}),
  links: z.record(name, z.union([drop, z.strictObject({ to: name, turned: z.literal(true).optional() })])).default({}),
  frames: z
    .array(
      z.strictObject({
        frame: name,
        link: name,
        from: name,
        to: name,
        cue: name.optional(),
        without: z
          .union([
            z.strictObject({ to: z.union([z.literal('author'), z.strictObject({ entity: name })]) }),
            z.strictObject({ answers }),
          ])
          .nullable()
          .default(null),
      }),
    )
    .default([]),
})

const MapInHand = MapFile.omit({ format: true, formatVersion: true })
/** More rules than a person makes. */
const MOST_RULES = 20_000

/** Whether something is a map, whole: each of its parts is there, if only empty. */
export function isTagMap(thing: unknown): boolean {
  if (!MapInHand.safeParse(thing).success) return false
  const parts = ['tags', 'attributes', 'links', 'frames'] as const
  return parts.every(part => Object.hasOwn(thing as object, part) && sizeOf((thing as TagMap)[part]) <= MOST_RULES)
}

const sizeOf = (part: object) => Object.keys(part).length

/** The map in a file's bytes. Throws Problem `cannot-read`, which says where it isn't one. */
export function readMapFile(bytes: Uint8Array): TagMap {
  const read = MapFile.safeParse(jsonIn(bytes))
  if (!read.success) {
    const [issue] = read.error.issues
    throw refused(`${issue!.path.join('.')}: ${issue!.message}`)
  }
  const { tags, attributes, links, frames } = read.data
  const twice = frames.find(({ frame }, i) => frames.findIndex(other => other.frame === frame) < i)
  if (twice) throw refused(`frames: ${twice.frame} has two rules`)
  return { tags, attributes, links, frames } as TagMap
}

/** A map as the text of a file. */
export function writeMapFile({ tags, attributes, links, frames }: TagMap): string {
  const file = { format: MAP_FORMAT, formatVersion: MAP_VERSION, tags, attributes, links, frames }
  return `${JSON.stringify(file, null, 2)}\n`
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause))
  }
}

function refused(detail: string): Problem {
  return new Problem('cannot-read', `This is no map of Stet’s: ${detail}`)
}
