import type { DatasetValue } from '../../dataset/dataset.ts'
import type { Json, JsonObject } from '../../json/json.ts'

/**
 * How a value is answered in Label Studio: by a control of a name and a type.
 * Names say what a type can't: `when:several` holds several answers even where
 * it holds one, `when:yes-no` true or false.
 */
export interface Control {
  readonly name: string
  readonly type: 'choices' | 'textarea' | 'number'
  readonly isSeveral: boolean
}

export interface Answer {
  readonly control: Control
  /** What the control's result has beside its place. */
  readonly value: JsonObject
}

/** The control that holds which entity a region refers to. */
export const entityControl: Control = { name: 'entity:id', type: 'textarea', isSeveral: false }

/** How a value is answered. `isClosed`: it is one of a list's. */
export function answerOf(name: string, value: DatasetValue, isClosed: boolean): Answer {
  const control = (suffix: string, type: Control['type'], isSeveral = false): Control => ({
    ...{ name: controlName(name, suffix), type, isSeveral },
  })
  if (typeof value === 'string')
    return isClosed
      ? { control: control('', 'choices'), value: { choices: [value] } }
      : { control: control('', 'textarea'), value: { text: [value] } }
  if (typeof value === 'number') return { control: control(':number', 'number'), value: { number: value } }
  if (typeof value === 'boolean')
    return { control: control(':yes-no', 'choices'), value: { choices: [value ? 'yes' : 'no'] } }
  if ('json' in value) return { control: control(':json', 'textarea'), value: { text: [value.json] } }
  return { control: control(':several', 'choices', true), value: { choices: [...value] } }
}

export function controlName(name: string, suffix: string): string {
  return name.replace(/[%:]/g, encodeURIComponent) + suffix
}

/** What a result of a control answers; null where it answers nothing that Stet knows of. */
export function answerIn(from: string, type: string, value: JsonObject): { name: string; value: DatasetValue } | null {
  const [, written = from, kind = ''] = /^(.*):(several|number|yes-no|json)$/.exec(from) ?? []
  const name = written.replace(/%25|%3A/g, decodeURIComponent)
  const words = wordsIn(type === 'textarea' ? value['text'] : value[type])
  if (kind === 'several' && words) return { name, value: words }
  if (kind === 'json' && words?.length === 1) return { name, value: { json: words[0]! } }
  if (kind === 'yes-no' && words?.length === 1) return { name, value: words[0] === 'yes' }
  const single = value[type]
  if (typeof single === 'number') return { name, value: single }
  if (!words || words.length === 0) return null
  return { name, value: words.length === 1 ? words[0]! : words }
}

/** Strings, or paths in a tree of choices. */
function wordsIn(said: Json | undefined): string[] | null {
  if (typeof said === 'string') return [said]
  if (!Array.isArray(said)) return null
  const words = said.map((one: Json) => (Array.isArray(one) ? one.join('/') : one))
  return words.every((one: Json): one is string => typeof one === 'string') ? words : null
}
