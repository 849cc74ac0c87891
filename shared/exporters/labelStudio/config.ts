import type { Attribute } from '../../codebook/codebook.ts'
import type { DatasetHead } from '../../dataset/dataset.ts'
import { notForXml } from '../../dataset/features.ts'
import { answerOf, type Control } from './controls.ts'

interface Known extends Control {
  /** Of the tags whose regions are asked. */
  readonly tags: Set<string>
  readonly values: Set<string>
}

/** The labeling configuration: the codebook's tags, questions and links, and whatever else the tasks say. */
export class LabelingConfig {
  readonly #tags = new Map<string, { readonly colour: string; readonly key: string } | null>()
  readonly #links = new Set<string>()
  readonly #controls = new Map<string, Known>()

  constructor({ codebook }: DatasetHead) {
    for (const { id, colour, key, retired, mergedInto } of codebook.tags)
      if (!retired && !mergedInto) this.#tags.set(id, { colour, key })
    for (const { id, retired } of codebook.links) if (!retired) this.#links.add(id)
    for (const attribute of codebook.attributes)
      if (!attribute.retired)
        this.addControl(
          controlOf(attribute),
          attribute.tag,
          attribute.kind === 'yes-no' ? ['yes', 'no'] : offered(attribute),
        )
  }

  addTag(tag: string): void {
    if (!this.#tags.has(tag)) this.#tags.set(tag, null)
  }

  addLink(type: string): void {
    this.#links.add(type)
  }

  /** A question about regions of a tag, with values that are offered. */
  addControl(control: Control, tag: string, values: readonly string[]): void {
    const known = this.#controls.get(`${control.type} ${control.name}`) ?? {
      ...control,
      tags: new Set(),
      values: new Set(),
    }
    known.tags.add(tag)
    for (const value of values) known.values.add(value)
    this.#controls.set(`${control.type} ${control.name}`, known)
  }

  xml(): string {
    const tags = [...this.#tags].map(([tag, known]) =>
      element('Label', { value: tag, ...(known ? { background: known.colour, hotkey: known.key } : {}) }),
    )
    const links = [...this.#links].map(type => element('Relation', { value: type }))
    return element('View', {}, [
      element('Labels', { name: 'label', toName: 'text' }, tags),
      element('Text', { name: 'text', value: '$text', granularity: 'symbol' }),
      ...(links.length > 0 ? [element('Relations', {}, links)] : []),
      ...[...this.#controls.values()].map(elementOf),
    ])
  }
}

function controlOf({ id, kind }: Attribute): Control {
  if (kind === 'number') return answerOf(id, 0, false).control
  if (kind === 'yes-no') return answerOf(id, true, true).control
  if (kind === 'several') return answerOf(id, [], true).control
  return answerOf(id, '', kind === 'choice').control
}

function offered({ choices }: Attribute): string[] {
  return choices.filter(({ retired, mergedInto }) => !retired && !mergedInto).map(({ id }) => id)
}

function elementOf({ name, type, isSeveral, tags, values }: Known): string {
  const place = { name, toName: 'text', perRegion: 'true', whenTagName: 'label', whenLabelValue: [...tags].join(',') }
  if (type === 'textarea') return element('TextArea', { ...place, editable: 'true', maxSubmissions: '1' })
  if (type === 'number') return element('Number', place)
  const choices = [...values].map(value => element('Choice', { value }))
  return element('Choices', { ...place, choice: isSeveral ? 'multiple' : 'single' }, choices)
}

function element(name: string, attributes: Readonly<Record<string, string>>, inner: readonly string[] = []): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  if (inner.length === 0) return `<${name}${said.join('')}/>\n`
  return `<${name}${said.join('')}>\n${inner.join('').replace(/^(?=.)/gm, '  ')}</${name}>\n`
}

const everyNotForXml = new RegExp(notForXml, 'gu')

function escaped(value: string): string {
  return value.replace(everyNotForXml, '\ufffd').replace(/[&<>"\t\n\r]/g, character => `&#${character.charCodeAt(0)};`)
}
