import type { Block, Form, Zone } from '../../article/article.ts'
import { blockSpans } from '../../article/blocks.ts'
import { recogniseZones } from '../../article/zones.ts'
import { Problem } from '../../problems/problem.ts'
import { type Decoded, decodeAs } from '../../text/decode.ts'
import { decodeLabelled, decodePage } from '../html/charset.ts'
import { linesOf } from '../html/lines.ts'
import { parsePage } from '../html/page.ts'
import { zonesOf } from '../html/zonedLines.ts'
import { type Part, readMime } from '../mime/parts.ts'
import { unflowed } from './flowed.ts'

/** A stretch of a message's text with what it is; it ends with a line end. */
export interface Stretch {
  readonly words: string
  readonly zone: Zone
  /** How it is set; left out for a paragraph. */
  readonly form?: Form | undefined
}

/** What a message says. */
export interface Told {
  readonly stretches: readonly Stretch[]
  /** The names of what is attached, or its type where it has no name. */
  readonly attached: readonly string[]
  /** How its text is encoded, part by part. */
  readonly encoded: readonly Omit<Decoded, 'text'>[]
}

const nothing: Told = { stretches: [], attached: [], encoded: [] }

/** Messages in messages, that many deep; what is deeper is only named. */
const MAX_FORWARDED = 10

/**
 * What a message says: its text as it was typed, or its page where it has no
 * text that says as much; messages that it passes on follow, each after who
 * wrote it. `chosen` is the encoding that a person chose for all of it.
 */
export async function bodiesOf(part: Part, chosen: string | undefined, forwarded = 0): Promise<Told> {
  if (part.isAttached && part.type !== 'message/rfc822') return { ...nothing, attached: nameOf(part) }
  if (part.type === 'multipart/alternative') return fullest(await all(part.parts, chosen, forwarded))
  if (part.type.startsWith('multipart/')) {
    // Pictures that a page shows within itself are no attachments.
    const isPage = part.type === 'multipart/related'
    return joined(await all(isPage ? part.parts.filter(isNoPicture) : part.parts, chosen, forwarded))
  }
  if (part.type === 'message/rfc822' && forwarded < MAX_FORWARDED) return passedOn(part, chosen, forwarded)
  if (part.type !== 'text/plain' && part.type !== 'text/html') return { ...nothing, attached: nameOf(part) }
  try {
    return part.type === 'text/plain' ? typed(part, chosen) : shown(part, chosen)
  } catch (error) {
    // What says that it is text and is data is there by its name.
    if (error instanceof Problem && error.kind === 'no-reader') return { ...nothing, attached: nameOf(part) }
    throw error
  }
}

async function all(parts: readonly Part[], chosen: string | undefined, forwarded: number): Promise<Told[]> {
  const told: Told[] = []
  for (const part of parts) told.push(await bodiesOf(part, chosen, forwarded))
  return told
}

function joined(told: readonly Told[]): Told {
  return {
    stretches: told.flatMap(({ stretches }) => stretches),
    attached: told.flatMap(({ attached }) => attached),
    encoded: told.flatMap(({ encoded }) => encoded),
  }
}

/** Of several ways to say the same the first, which is the plainest, unless another says far more: then the first only says that there is another. */
function fullest(told: readonly Told[]): Told {
  const most = Math.max(0, ...told.map(weight))
  const best = told.find(one => weight(one) > 0 && weight(one) * 3 >= most) ?? nothing
  return { ...best, attached: told.flatMap(({ attached }) => attached) }
}

/** Letters of what is told. */
function weight({ stretches }: Told): number {
  return stretches.reduce((sum, { words }) => sum + words.replace(/\s+/g, '').length, 0)
}

function isNoPicture({ type, contentId }: Part): boolean {
  return !(contentId !== null && /^(?:image|font)\/|^text\/css$/.test(type))
}

function nameOf({ fileName, type }: Part): string[] {
  return [fileName ?? type]
}

/** Text as it was typed: blocks as in plain text. What is marked as quoted is a quotation, what follows the sign of a signature is none of the message. */
function typed(part: Part, chosen: string | undefined): Told {
  const { text: raw, ...encoded } =
    chosen === undefined ? decodeLabelled(part.bytes, part.parameters['charset'] ?? null) : decodeAs(part.bytes, chosen)
  const ended = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const { format = '', delsp = '' } = part.parameters
  const whole = /^flowed$/i.test(format) ? unflowed(ended, /^yes$/i.test(delsp)) : ended
  const text = whole.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  if (text === '') return { ...nothing, encoded: [encoded] }
  let isSigned = false
  const stretches = recogniseZones(`${text}\n`, blockSpans(`${text}\n`)).map((block: Block) => {
    const words = `${text}\n`.slice(block.start, block.end)
    isSigned ||= /^-- ?\n/.test(words)
    const zone: Zone = isSigned ? 'boilerplate' : words.startsWith('>') ? 'quote' : block.zone
    // The title is the subject, and the first line of a mail hardly ever looks like one.
    return { words, zone: zone === 'title' ? ('body' as const) : zone }
  })
  return { ...nothing, stretches, encoded: [encoded] }
}

/** A page as it is shown, a line a paragraph. */
function shown(part: Part, chosen: string | undefined): Told {
  const { text, ...encoded } =
    chosen === undefined ? decodePage(part.bytes, part.parameters['charset'] ?? null) : decodeAs(part.bytes, chosen)
  const page = parsePage(text)
  const stretches = zonesOf(page.body ? linesOf(page.body) : [], {}).map(({ words, zone, form }) => {
    return { words: `${words}\n`, zone: zone === 'title' ? ('heading' as const) : zone, form }
  })
  return { ...nothing, stretches, encoded: [encoded] }
}

/** A message within a message, after what its head says: the fields of an article are the outer one's. */
async function passedOn(part: Part, chosen: string | undefined, forwarded: number): Promise<Told> {
  const inner = await readMime(part.bytes)
  const [subject, from, date] = ['subject', 'from', 'date'].map(name => inner.header(name))
  const head: Stretch[] = []
  if (subject) head.push({ words: `${subject}\n`, zone: 'heading' })
  if (from) head.push({ words: `${from}\n`, zone: 'byline' })
  if (date) head.push({ words: `${date}\n`, zone: 'dateline' })
  const { stretches, ...told } = await bodiesOf(inner, chosen, forwarded + 1)
  return { ...told, stretches: [...head, ...stretches] }
}
