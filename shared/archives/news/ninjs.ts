import type { Metadata } from '../../article/metadata.ts'
import { extensionOf } from '../../importers/extensions.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { JsonRefused, readJson } from '../../json/readJson.ts'
import { MAX_ARTICLE_BYTES } from '../../limits.ts'
import { Problem } from '../../problems/problem.ts'
import { decode } from '../../text/decode.ts'
import { sha256 } from '../../text/sha256.ts'
import type { Archive, ByteSource, Unpacked } from '../archive.ts'
import { datesOf } from '../dates.ts'
import { extensions } from '../extensions.ts'
import { fieldsOf as said } from '../fieldOf.ts'
import { Keys } from '../keys.ts'
import { itemsIn, listIn } from '../tables/jsonItems.ts'
import { headOf, paragraphsOfHtml, textOf } from './words.ts'

/** News as agencies send it in JSON, of version 1, 2 or 3: one item, or a list of them. */
export const ninjs: Archive = {
  id: 'ninjs/1',
  title: 'ninjs',
  extensions: [...extensions.ninjs, 'json'],
  recognises(head, name) {
    if (extensionOf(name) !== 'ninjs' && extensionOf(name) !== 'json') return false
    const text = headOf(head)
    return /^\ufeff?\s*[[{]/.test(text) && /"uri"\s*:\s*"/.test(text) && marks.test(text)
  },
  async *articles(source) {
    const keys = new Keys()
    let number = 0
    for (const item of await itemsOf(source)) {
      number++
      yield await articleOf(item, number, keys)
    }
  },
}

/** Names that hardly anything else has beside `uri`. */
const marks =
  /"(?:body_text|body_xhtml|body_html|bodies|headlines|version[cC]reated|contentcreated|contentCreated)"\s*:/

/** The items, each as it could be read, or why it couldn't. */
async function itemsOf(source: ByteSource): Promise<(JsonObject | Problem)[]> {
  if (source.byteLength > MAX_ARTICLE_BYTES) throw new Problem('too-large', 'A file of this kind is read up to 64 MiB.')
  const text = decode(new Uint8Array(await source.slice(0))).text.replace(/^\ufeff/, '')
  const whole = text.trimStart().startsWith('{') ? objectOf(text) : null
  if (whole && !(whole instanceof Problem) && typeof whole['uri'] === 'string') return [whole]
  const list = listIn(text)
  if (!list && whole instanceof Problem) throw whole
  if (!list) throw new Problem('cannot-read', 'There is no item in this file.')
  return Array.from(itemsIn(text, list), objectOf)
}

function objectOf(text: string): JsonObject | Problem {
  try {
    const value = readJson(text)
    return isObject(value) ? value : new Problem('cannot-read', 'It is no object with names and values.')
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error
    return new Problem(
      'cannot-read',
      error.why === 'too-deep' ? 'It nests too deep.' : 'It is no JSON that can be read, or cut off.',
    )
  }
}

async function articleOf(item: JsonObject | Problem, number: number, keys: Keys): Promise<Unpacked> {
  if (item instanceof Problem)
    return { kind: 'unread', key: `Item ${number}`, problem: { kind: item.kind, detail: item.detail } }
  const uri = stringOf(item['uri'])
  try {
    const text = textIn(item)
    if (text.trim() === '') {
      const kind = stringOf(item['type'])
      const detail = kind && kind !== 'text' ? `It is of the kind “${kind}” and has no text.` : 'It has no text.'
      return { kind: 'unread', key: uri ?? `Item ${number}`, problem: { kind: 'empty-text', detail } }
    }
    const hash = () => sha256(text)
    return {
      kind: 'article',
      key: await keys.unique(uri ?? (await hash()).slice(0, 32), hash),
      metadata: fieldsOf(item),
      content: { text },
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { kind: 'unread', key: uri ?? `Item ${number}`, problem: { kind: error.kind, detail: error.detail } }
  }
}

/** The first body that has a text; the others say the same. Plain text comes first, since nothing has to be made of it. */
function textIn(item: JsonObject): string {
  const bodies = [
    ...Object.entries(item).flatMap(([name, value]) =>
      /^body_/.test(name) ? [[name.slice(5), stringOf(value) ?? ''] as const] : [],
    ),
    ...objectsIn(item['bodies']).map(
      body => [stringOf(body['contentType'] ?? body['contenttype']) ?? '', stringOf(body['value']) ?? ''] as const,
    ),
  ]
  const plain = bodies.find(([type, words]) => /^text$|^text\/plain|^$/i.test(type) && words.trim() !== '')
  if (plain) return plain[1]
  const marked = bodies.find(([type, words]) => /html|nitf/i.test(type) && words.trim() !== '')
  return marked ? textOf(paragraphsOfHtml(marked[1])) : ''
}

function fieldsOf(item: JsonObject): Metadata {
  const main = (name: string) => {
    const all = objectsIn(item[name])
    return stringOf((all.find(one => /main|title/i.test(stringOf(one['role']) ?? '')) ?? all[0])?.['value'])
  }
  const namesIn = (...names: string[]) =>
    names.flatMap(name => objectsIn(item[name]).flatMap(one => stringOf(one['name']) ?? [])).join(', ')
  const created = [
    'versioncreated',
    'versionCreated',
    'firstcreated',
    'firstCreated',
    'contentcreated',
    'contentCreated',
  ]
  return said({
    title: stringOf(item['headline']) ?? main('headlines') ?? stringOf(item['title']) ?? main('titles'),
    byline: stringOf(item['byline']) ?? stringOf(item['by']) ?? namesIn('people_creator', 'creators'),
    outlet:
      stringOf(item['provider']) ??
      stringOf((item['provider'] as JsonObject | undefined)?.['name']) ??
      (namesIn('infosource', 'infosources') ||
        stringOf(item['source']) ||
        stringOf(item['copyrightholder'] ?? item['copyrightHolder'])),
    published: dates(created.map(name => stringOf(item[name])).find(Boolean) ?? '') ?? undefined,
    section: namesIn('service', 'services'),
    language: stringOf(item['language']),
    address: stringOf(item['uri']),
  })
}

const dates = datesOf([])

function stringOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
