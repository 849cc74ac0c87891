import type { Article, Block } from '../article/article.ts'
import { LONGEST_FIELD, type Metadata } from '../article/metadata.ts'
import { MAX_ARTICLE_BYTES } from '../limits.ts'
import { Problem } from '../problems/problem.ts'
import { knownKind } from '../text/refuseBinary.ts'
import { countUnseen } from '../text/unseen.ts'
import { bodiesOf, type Stretch } from './eml/bodies.ts'
import { sentOn } from './eml/sent.ts'
import { extensions } from './extensions.ts'
import type { Importer } from './importer.ts'
import { type Part, readMime } from './mime/parts.ts'

const id = 'eml/1'

/**
 * A mail as a person reads it. Its subject is the first line of the text, since
 * somebody wrote it and it says something, as a headline does. Who sent it and
 * when are fields and no text: that is what programs wrote, and who annotates
 * has no words to mark in it; a date that can't be read for certain is the one
 * exception, so that it isn't lost. What is attached is named at the end.
 */
export const eml = {
  id,
  title: 'Mail',
  extensions: extensions.eml,

  async read(bytes: Uint8Array, chosen?: string): Promise<Article> {
    if (bytes.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes.`)
    const kind = knownKind(bytes)
    if (kind !== null) throw new Problem('cannot-read', `This is ${kind}, not a mail: the end of its name is wrong.`)
    const message = await readMime(bytes)
    refuseOthers(message)
    const metadata = fieldsOf(message)
    const { stretches, attached, encoded } = await bodiesOf(message, chosen)
    const shown = textOf([
      ...(metadata.title ? [{ words: `${metadata.title.value}\n`, zone: 'title' as const }] : []),
      ...unreadDate(message, metadata),
      ...stretches,
      ...attached.map(name => ({ words: `${name}\n`, zone: 'boilerplate' as const })),
    ])
    const [first] = encoded
    return {
      ...shown,
      reader: id,
      zoneRules: 1,
      title: metadata.title?.value ?? '',
      metadata,
      encoding: first?.encoding ?? 'utf-8',
      encodingBy: first?.encodingBy ?? 'valid',
      invalidBytes: encoded.reduce((sum, { invalidBytes }) => sum + invalidBytes, 0),
      unseen: countUnseen(shown.text),
      textInSidecar: true,
    }
  },
} satisfies Importer

/** Headers of which every mail has one. */
const usual = ['from', 'to', 'subject', 'date', 'received', 'message-id', 'mime-version', 'content-type']

function refuseOthers(message: Part): void {
  if (!usual.some(name => message.header(name) !== null))
    throw new Problem('cannot-read', 'This is no mail: it has no head that says from whom it is, or what it is about.')
  if (message.type === 'multipart/encrypted' || isEnveloped(message))
    throw new Problem('cannot-read', 'The mail is encrypted. Save it decrypted from your mail program to annotate it.')
}

/** Whether all of a mail is in an envelope of S/MIME that only its reader opens. */
function isEnveloped({ type, parameters }: Part): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/.test(type) && !/signed/i.test(parameters['smime-type'] ?? '')
}

function fieldsOf(message: Part): Metadata {
  const date = message.header('date')
  const said = {
    title: message.header('subject'),
    byline: message.personIn('from'),
    published: date && sentOn(date),
    language: message.header('content-language')?.split(/[\s,;]/)[0],
  }
  const fields = Object.entries(said).flatMap(([name, value]) =>
    value ? [[name, { value: value.slice(0, LONGEST_FIELD), by: 'head' as const }]] : [],
  )
  return Object.fromEntries(fields)
}

function unreadDate(message: Part, { published }: Metadata): Stretch[] {
  const date = message.header('date')
  return date && !published ? [{ words: `${date}\n`, zone: 'dateline' }] : []
}

function textOf(stretches: readonly Stretch[]): Pick<Article, 'text' | 'blocks'> {
  let start = 0
  const blocks = stretches.map(({ words, zone, form }): Block => {
    const block = { start, end: start + words.length, zone, by: 'reader' as const, ...(form ? { form } : {}) }
    start = block.end
    return block
  })
  return { text: stretches.map(({ words }) => words).join(''), blocks }
}
