import type { DatasetAttributes, DatasetValue } from '../../shared/dataset/dataset.ts'
import type { AttributeRule, FrameRule, LinkRule, TagMap, TagRule } from '../../shared/dataset/map/tagMap.ts'

/** The parts of a map that give each name a rule. */
export type Named = 'tags' | 'attributes' | 'links'

/** What becomes of a name: it stays, is left out, or is called otherwise. */
export type Fate = { readonly kind: 'stays' } | { readonly kind: 'drop' } | { readonly kind: 'to'; readonly to: string }

/** What a map makes of a name. */
export function fateOf(map: TagMap, of: Named, name: string): Fate {
  const rule = ruleOf(map, of, name)
  if (!rule || ('to' in rule && rule.to === name)) return { kind: 'stays' }
  return 'drop' in rule ? { kind: 'drop' } : { kind: 'to', to: rule.to }
}

/** A map that makes something else of a name; whatever else its rule says stays. */
export function withFate(map: TagMap, of: Named, name: string, fate: Fate): TagMap {
  const { [name]: rule, ...others } = map[of] as Readonly<Record<string, object>>
  if (fate.kind === 'drop') return { ...map, [of]: { ...others, [name]: { drop: true } } }
  const kept = rule && !('drop' in rule) ? rule : {}
  if (fate.kind === 'to') return { ...map, [of]: { ...others, [name]: { ...kept, to: fate.to } } }
  // Its values, its answers or its direction may still be changed.
  const { to: _, ...more } = kept as { to?: string }
  return { ...map, [of]: Object.keys(more).length > 0 ? { ...others, [name]: { ...more, to: name } } : others }
}

/** A map by which links of a type lead the other way, or don't. */
export function withTurned(map: TagMap, name: string, isTurned: boolean): TagMap {
  const rule = ruleOf(map, 'links', name)
  const to = rule && !('drop' in rule) ? rule.to : name
  const { [name]: _, ...others } = map.links
  if (isTurned) return { ...map, links: { ...others, [name]: { to, turned: true } } }
  return { ...map, links: to === name ? others : { ...others, [name]: { to } } }
}

export function isTurned(map: TagMap, name: string): boolean {
  const rule = ruleOf(map, 'links', name)
  return rule !== undefined && 'turned' in rule
}

/** What a map makes of a value of an attribute, as words; '' for one that stays. */
export function valueMade(map: TagMap, name: string, value: string): string {
  const values = valuesOf(map, name)
  return Object.hasOwn(values, value) ? wordsOf(values[value]!) : ''
}

/** A map that makes something else of a value; '' lets it stay. */
export function withValue(map: TagMap, name: string, value: string, to: string): TagMap {
  const rule = ruleOf(map, 'attributes', name)
  if (rule && 'drop' in rule) return map
  const { [value]: _, ...rest } = valuesOf(map, name)
  const values = to === '' ? rest : { ...rest, [value]: to }
  const { [name]: __, ...others } = map.attributes
  const called = rule && !('drop' in rule) ? rule.to : name
  const isNone = Object.keys(values).length === 0
  if (isNone && called === name) return { ...map, attributes: others }
  const made: AttributeRule = isNone ? { to: called } : { to: called, values }
  return { ...map, attributes: { ...others, [name]: made } }
}

/** The answers that a tag's rule gives, as words; '' for none. */
export function answersOf(map: TagMap, name: string): string {
  const rule = ruleOf(map, 'tags', name)
  const answers: DatasetAttributes = (rule && 'attributes' in rule && rule.attributes) || {}
  return Object.entries(answers)
    .map(([question, answer]) => `${question}: ${wordsOf(answer)}`)
    .join(', ')
}

/** The rule for a frame; null where it stays an annotation. */
export function frameOf({ frames }: TagMap, tag: string): FrameRule | null {
  return frames.find(({ frame }) => frame === tag) ?? null
}

/** A map with another rule for a frame; with null it stays an annotation. */
export function withFrame(map: TagMap, tag: string, rule: FrameRule | null): TagMap {
  const others = map.frames.filter(({ frame }) => frame !== tag)
  return { ...map, frames: rule ? [...others, rule] : others }
}

/** A rule to begin with, by what roles are usually called: what is said, from whom, by which words. */
export function proposeFrame(tag: string, roles: readonly string[], link: string): FrameRule {
  const like = (pattern: RegExp) => roles.find(role => pattern.test(role))
  const cue = like(/cue|trigger|verb/i)
  const to = like(/source|speaker|agent|actor|holder|cause/i) ?? roles.find(role => role !== cue) ?? ''
  const from = like(/content|claim|quote|target|theme/i) ?? roles.find(role => role !== cue && role !== to) ?? to
  return {
    frame: tag,
    link,
    from,
    to,
    ...(cue !== undefined && cue !== from && cue !== to ? { cue } : {}),
    without: null,
  }
}

interface Rules {
  readonly tags: TagRule
  readonly attributes: AttributeRule
  readonly links: LinkRule
}

function ruleOf<N extends Named>(map: TagMap, of: N, name: string): Rules[N] | undefined {
  const rules = map[of] as Readonly<Record<string, Rules[N]>>
  // Names of others may be called as anything.
  return Object.hasOwn(rules, name) ? rules[name] : undefined
}

function valuesOf(map: TagMap, name: string): Readonly<Record<string, DatasetValue>> {
  const rule = ruleOf(map, 'attributes', name)
  return (rule && 'values' in rule && rule.values) || {}
}

function wordsOf(value: DatasetValue): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' && 'json' in value ? value.json : String(value)
}
