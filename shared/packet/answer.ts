import * as z from 'zod'
import { isObject, type Json } from '../json/json.ts'
import { readJson } from '../json/readJson.ts'
import { MAX_ANNOTATIONS, MAX_ARTICLES, MAX_NOTE_CHARACTERS, MAX_VALUE_CHARACTERS } from '../limits.ts'
import { Problem } from '../problems/problem.ts'

export const ANSWER_FORMAT = 'stet-answer'
export const ANSWER_VERSION = 1
/** An answer is judgements and remarks; a thousand long ones are a hundredth of this. */
export const MAX_ANSWER_BYTES = 32 * 1024 * 1024

const word = z.string().min(1).max(MAX_VALUE_CHARACTERS)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().trim().min(1).max(MAX_NOTE_CHARACTERS)

/** An annotation as it was when the page was made. `layer` is the annotator's id, or `A`, `B`… where names are hidden. */
const OnAnnotation = z.strictObject({
  layer: word,
  annotation: word,
  revision: z.int().nonnegative(),
  says: hash,
})
/** A verdict; `layer` as above. */
const OnVerdict = z.strictObject({ layer: word, verdict: word })

/**
 * What a person sends back who was given a review packet, or a letter, and
 * answered in a browser. Nothing but these keys may stand in it: whatever else
 * somebody wrote would be lost without a word.
 *
 * ```json
 * {
 *   "format": "stet-answer", "formatVersion": 1,
 *   "to": {"kind": "packet", "id": "0d4f…"}, "from": {"name": "Carol Jansen", "key": "51c0…"}, "made": "2026-11-23T09:00:00.000Z",
 *   "articles": [{
 *     "path": "2018/summit.txt", "textSha256": "…",
 *     "verdicts": [{"on": {"layer": "bob", "annotation": "…", "revision": 4, "says": "…"}, "verdict": "reject"}],
 *     "comments": [{"on": {"layer": "gold-alice", "verdict": "…"}, "kind": "disagree", "text": "…"}]
 *   }]
 * }
 * ```
 */
export const Answer = z.strictObject({
  format: z.literal(ANSWER_FORMAT),
  formatVersion: z.literal(ANSWER_VERSION),
  to: z.strictObject({ kind: z.enum(['packet', 'letter']), id: z.string().regex(/^[0-9a-z-]{1,64}$/) }),
  /** `id`: the annotator's, where the page was made for one. `key`: a random one of the page's where it was made for nobody by name, which tells apart two people of one name. */
  from: z.strictObject({
    name: z.string().trim().min(1).max(1_000),
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,31}$/)
      .optional(),
    key: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
  }),
  made: z.iso.datetime(),
  articles: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(4_096),
        textSha256: hash,
        verdicts: z
          .array(z.strictObject({ on: OnAnnotation, verdict: z.enum(['accept', 'reject']) }))
          .max(MAX_ANNOTATIONS),
        comments: z
          .array(
            z.strictObject({
              on: z.union([OnAnnotation, OnVerdict]),
              kind: z.enum(['note', 'question', 'disagree']),
              text,
            }),
          )
          .max(MAX_ANNOTATIONS),
      }),
    )
    .max(MAX_ARTICLES),
})
export type Answer = z.infer<typeof Answer>
export type AnsweredArticle = Answer['articles'][number]
/** What a judgement or a remark of an answer is about. */
export type AnsweredThing = AnsweredArticle['comments'][number]['on']

/** The answer in a file's bytes. Throws Problem `cannot-read`, which says where it isn't one, `answer-newer` or `too-large`. */
export function readAnswer(bytes: Uint8Array): Answer {
  if (bytes.byteLength > MAX_ANSWER_BYTES) throw new Problem('too-large', `${bytes.byteLength} bytes`)
  const file = jsonIn(bytes)
  const version = isObject(file) && file['format'] === ANSWER_FORMAT ? file['formatVersion'] : ANSWER_VERSION
  if (typeof version === 'number' && version > ANSWER_VERSION)
    throw new Problem('answer-newer', `It has format version ${version}; this is version ${ANSWER_VERSION}.`)
  const read = Answer.safeParse(file)
  if (!read.success) {
    const [issue] = read.error.issues
    throw refused(`${issue!.path.join('.')}: ${issue!.message}`)
  }
  const paths = new Set<string>()
  for (const { path } of read.data.articles) {
    if (paths.has(path)) throw refused(`articles: ${path} stands in it twice`)
    paths.add(path)
  }
  return read.data
}

function jsonIn(bytes: Uint8Array): Json {
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause))
  }
}

function refused(detail: string): Problem {
  return new Problem('cannot-read', `This is no answer to a packet or a letter of Stet’s: ${detail}`)
}
