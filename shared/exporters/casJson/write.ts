import type { CasValue } from '../cas/model.ts'
import { SOFA_ID, type Structure } from '../cas/structures.ts'
import type { TypeSaid } from '../cas/types.ts'

/** A JSON CAS 0.4, types and all: a feature that refers begins with `@`; arrays are structures of their own. */
export function jsonCasOf(text: string, structures: readonly Structure[], types: readonly TypeSaid[]): string {
  let last = structures.at(-1)?.id ?? SOFA_ID
  for (const { id } of structures) last = Math.max(last, id)
  const written: object[] = [
    {
      '%ID': SOFA_ID,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text',
      sofaString: text,
    },
  ]
  for (const { id, type, span, isHead, values, references, arrays } of structures) {
    const said: Record<string, unknown> = { '%ID': id, '%TYPE': type }
    if (isHead) said['@sofa'] = SOFA_ID
    if (span) Object.assign(said, { '@sofa': SOFA_ID, begin: span.start, end: span.end })
    for (const [feature, to] of references) said[`@${feature}`] = to
    for (const [feature, elements] of arrays) {
      said[`@${feature}`] = ++last
      written.push({ '%ID': last, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': elements })
    }
    for (const [feature, value] of values) {
      if (!Array.isArray(value)) said[feature] = plain(value)
      else {
        said[`@${feature}`] = ++last
        written.push({ '%ID': last, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': value })
      }
    }
    written.push(said)
  }
  const members = structures.filter(({ span, isHead }) => span || isHead).map(({ id }) => id)
  const whole = {
    '%TYPES': Object.fromEntries(types.map(type => [type.name, typeOf(type)])),
    '%FEATURE_STRUCTURES': written,
    '%VIEWS': { _InitialView: { '%SOFA': SOFA_ID, '%MEMBERS': members } },
  }
  return `${JSON.stringify(whole, null, 1)}\n`
}

function plain(value: CasValue): string | number | boolean {
  return typeof value === 'object' && 'json' in value ? value.json : (value as string | number | boolean)
}

function typeOf({ name, supertype, features }: TypeSaid): object {
  const said = features.map(({ name: feature, range, element }) => [
    feature,
    { '%NAME': feature, '%RANGE': element === undefined ? range : `${element}[]` },
  ])
  return { '%NAME': name, '%SUPER_TYPE': supertype, ...Object.fromEntries(said) }
}
