import { wordsOfValue } from '../../dataset/fit.ts'
import { SOFA_ID, type Structure } from '../cas/structures.ts'
import type { TypeSaid } from '../cas/types.ts'
import { xmlElement, xmlWords } from '../xml/writeXml.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** A CAS in XMI: every structure is an element, its type the element's name. */
export function xmiOf(text: string, structures: readonly Structure[]): string {
  const spaces = new Map<string, string>([
    ['http://www.omg.org/XMI', 'xmi'],
    ['http:///uima/cas.ecore', 'cas'],
  ])
  const elements = structures.map(one => elementOf(one, spaces))
  const declared = [...spaces].map(([uri, prefix]) => ` xmlns:${prefix}="${xmlWords(uri)}"`).join('')
  const sofa = { 'xmi:id': SOFA_ID, sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text }
  const members = structures.filter(({ span, isHead }) => span || isHead).map(({ id }) => id)
  const lines = [
    xmlElement('cas:NULL', { 'xmi:id': 0 }),
    ...elements,
    xmlElement('cas:Sofa', sofa),
    xmlElement('cas:View', { sofa: SOFA_ID, members: members.join(' ') }),
  ]
  return `${HEAD}<xmi:XMI${declared} xmi:version="2.0">\n${lines.join('\n')}\n</xmi:XMI>\n`
}

function elementOf(
  { id, type, span, isHead, values, references, arrays }: Structure,
  spaces: Map<string, string>,
): string {
  const cut = type.lastIndexOf('.')
  const uri = `http:///${type.slice(0, cut).replaceAll('.', '/')}.ecore`
  const prefix = spaces.get(uri) ?? `t${spaces.size}`
  spaces.set(uri, prefix)
  const attributes: Record<string, string | number> = { 'xmi:id': id }
  if (isHead) attributes['sofa'] = SOFA_ID
  if (span) Object.assign(attributes, { sofa: SOFA_ID, begin: span.start, end: span.end })
  for (const [feature, to] of references) attributes[feature] = to
  for (const [feature, ids] of arrays) attributes[feature] = ids.join(' ')
  const several: string[] = []
  for (const [feature, value] of values) {
    if (!Array.isArray(value) || value.length === 0) attributes[feature] = wordsOfValue(value)
    else for (const one of value) several.push(xmlElement(feature, {}, xmlWords(one)))
  }
  return xmlElement(`${prefix}:${type.slice(cut + 1)}`, attributes, ...several)
}

/** A type system as UIMA and INCEpTION read it. */
export function typeSystemOf(types: readonly TypeSaid[]): string {
  const lines = types.map(({ name, supertype, features }) =>
    xmlElement(
      'typeDescription',
      {},
      ...[xmlElement('name', {}, name), '<description/>', xmlElement('supertypeName', {}, supertype)],
      xmlElement('features', {}, ...features.map(featureOf)),
    ),
  )
  const space = 'http://uima.apache.org/resourceSpecifier'
  return `${HEAD}<typeSystemDescription xmlns="${space}">\n<types>\n${lines.join('\n')}\n</types>\n</typeSystemDescription>\n`
}

function featureOf({ name, range, element }: TypeSaid['features'][number]): string {
  return xmlElement(
    'featureDescription',
    {},
    ...[xmlElement('name', {}, name), '<description/>', xmlElement('rangeTypeName', {}, range)],
    ...(element === undefined ? [] : [xmlElement('elementType', {}, element)]),
  )
}
