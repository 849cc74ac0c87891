import type { FeatureKind } from './model.ts'

/** The span layer of every tag that isn't the name of a type itself. */
export const SPAN_TYPE = 'webanno.custom.StetAnnotation'
/** The relation layer of every link whose type isn't the name of a type itself. */
export const LINK_TYPE = 'webanno.custom.StetLink'
/** The feature of a frame that holds its roles, unless it came with another. */
export const ROLES = 'roles'
export const ANNOTATION = 'uima.tcas.Annotation'
const SEGMENTATION = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.'
export const TOKEN = `${SEGMENTATION}Token`
export const SENTENCE = `${SEGMENTATION}Sentence`

const ownSpanFeatures = ['tag', 'id', 'note', 'entity', 'partOf', 'frame'] as const
const ownLinkFeatures = ['type', 'id', 'toEntity', 'toAuthor', 'cue', 'asRole'] as const
/** What Stet says of an annotation or a link beside its attributes. */
export type OwnFeature = (typeof ownSpanFeatures)[number] | (typeof ownLinkFeatures)[number]

/** Stet's own features have plain names in its own types; in a type of others they begin with `stet`. */
export function ownName(type: string, feature: OwnFeature): string {
  if (type === SPAN_TYPE || type === LINK_TYPE) return feature
  return `stet${feature[0]!.toUpperCase()}${feature.slice(1)}`
}

/** The names of Stet's own features in a type. */
export function ownNamesOf(type: string): ReadonlySet<string> {
  const own = type === SPAN_TYPE ? ownSpanFeatures : type === LINK_TYPE ? ownLinkFeatures : ownEverywhere
  return new Set(own.map(feature => ownName(type, feature)))
}
const ownEverywhere = [...ownSpanFeatures, ...ownLinkFeatures]

/** Whether a tag or a link's type is the name of a type of others, which it then is again; not those that UIMA or the segmentation have for themselves. */
export function isTypeName(name: string): boolean {
  if (name === SPAN_TYPE || name === LINK_TYPE || name === TOKEN || name === SENTENCE) return false
  return /^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(name) && !name.startsWith('uima.')
}

const suffixes: Readonly<Partial<Record<FeatureKind, string>>> = {
  text: '__stetText',
  number: '__stetNumber',
  yes: '__stetYes',
  several: '__stetSeveral',
  json: '__stetJson',
}
const taken = new Set(['begin', 'end', 'sofa', 'Governor', 'Dependent', 'next', 'first', ROLES])

/** Whether a name can be a feature's as it is. */
export function isPlainName(type: string, name: string): boolean {
  if (!/^[A-Za-z]\w*$/.test(name) || /^x_|__stet[A-Z]/.test(name) || taken.has(name)) return false
  return !ownNamesOf(type).has(name)
}

/** The feature that holds an attribute; letters that no feature's name may have stand as `_HEX_`. */
export function featureOf(type: string, attribute: string): string {
  if (isPlainName(type, attribute)) return attribute
  return `x_${attribute.replace(/[^A-Za-z0-9]/gu, one => `_${one.codePointAt(0)!.toString(16)}_`)}`
}

/** The same for an attribute whose feature already holds values of another kind. */
export function otherFeatureOf(feature: string, kind: FeatureKind): string {
  return `${feature}${suffixes[kind] ?? ''}`
}

/** The attribute that a feature holds, and the kind of its values where its name says so. */
export function attributeOf(feature: string): { name: string; kind: FeatureKind | null } {
  const kind = (Object.keys(suffixes) as FeatureKind[]).find(one => feature.endsWith(suffixes[one]!)) ?? null
  const bare = kind === null ? feature : feature.slice(0, -suffixes[kind]!.length)
  if (!bare.startsWith('x_')) return { name: bare, kind }
  const name = bare.slice(2).replace(/_([0-9a-f]{1,6})_/g, (all, code: string) => {
    const point = Number.parseInt(code, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : all
  })
  return { name, kind }
}
