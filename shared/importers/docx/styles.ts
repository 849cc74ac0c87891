import type { Zone } from '../../article/article.ts'
import type { Line } from '../html/lines.ts'
import { childrenOf, localNameOf, named, refuseMonstrousXml, rootOf } from '../xml.ts'

/** What a style makes of a paragraph; `zone` where it leaves no doubt. */
export interface Place extends Pick<Line, 'says' | 'level' | 'form'> {
  readonly zone: Zone | null
}

export const plain: Place = { says: null, level: 0, zone: null }

/** What a paragraph is by the name of its style: built-in ones are named in English in every language. Null for a name that says nothing. */
export function placeOfName(name: string): Place | null {
  const style = name.toLowerCase().replace(/[\s_-]/g, '')
  const heading = /^heading([1-9]?)$/.exec(style)
  if (style === 'title') return { says: 'heading', level: 1, zone: null }
  if (style === 'subtitle') return { ...plain, zone: 'standfirst' }
  if (heading) return { says: 'heading', level: Math.min(6, Number(heading[1] || 1)), zone: null }
  if (/^(?:intense)?quote$|^quotations?$|^blocktext$/.test(style)) return { ...plain, says: 'quote' }
  if (/^caption$|^figure$|^illustration$/.test(style)) return { ...plain, says: 'caption' }
  return null
}

interface Style {
  readonly name: string
  readonly basedOn: string | null
  /** 0 for the outermost heading; 9 for what is none; null where it says nothing. */
  readonly outline: number | null
}

/** Styles that others are made of, one after the other. */
const MAX_BASED = 10

/**
 * What each style of a document makes of a paragraph, by the style's id, out of
 * the XML of its styles: by its name, else by its level in the outline, else by
 * what it is based on, so that a house's own headings are headings too.
 */
export function placesIn(source: string): ReadonlyMap<string, Place> {
  refuseMonstrousXml(source)
  const styles = new Map<string, Style>()
  for (const element of named(rootOf(source), 'style')) {
    const id = element.getAttribute('w:styleId')
    if (id === null || element.getAttribute('w:type') !== 'paragraph') continue
    const values = new Map<string, string>()
    for (const child of childrenOf(element)) {
      values.set(localNameOf(child), child.getAttribute('w:val') ?? '')
      if (localNameOf(child) === 'ppr')
        for (const property of childrenOf(child))
          values.set(localNameOf(property), property.getAttribute('w:val') ?? '')
    }
    const outline = values.get('outlinelvl')
    styles.set(id, {
      name: values.get('name') ?? '',
      basedOn: values.get('basedon') ?? null,
      outline: outline === undefined ? null : Number(outline),
    })
  }
  const placeOf = (id: string, left: number): Place => {
    const style = styles.get(id)
    if (!style || left === 0) return plain
    const byName = placeOfName(style.name)
    if (byName) return byName
    if (style.outline !== null)
      return style.outline < 9 ? { says: 'heading', level: Math.min(6, style.outline + 1), zone: null } : plain
    return style.basedOn === null ? plain : placeOf(style.basedOn, left - 1)
  }
  return new Map([...styles.keys()].map(id => [id, placeOf(id, MAX_BASED)]))
}
