/** How the spans of a tag are marked in the text, so that tags differ without colour. */
export type Mark = 'brace' | 'solid' | 'double' | 'dotted' | 'wavy'

/** What an annotation can be. `id` is permanent; renaming changes `label` alone. */
export interface Tag {
  readonly id: string
  readonly label: string
  /** The key that tags the selection, one character. */
  readonly key: string
  /** `#rrggbb`; each theme derives an ink of enough contrast from it (`colours.ts`). */
  readonly colour: string
  readonly mark: Mark
  /** One sentence: when to use it. */
  readonly guidance: string
}

export interface Choice {
  readonly id: string
  readonly label: string
}

/** A question asked about annotations of a tag. Unset is never the same as "no". */
export interface Attribute {
  readonly id: string
  /** The id of the tag that it belongs to. */
  readonly tag: string
  readonly label: string
  readonly kind: 'choice' | 'several' | 'yes-no' | 'number' | 'date' | 'text'
  /** For choice and several, in the order in which they are offered. */
  readonly choices: readonly Choice[]
  /** The letter that, after `A`, sets it. */
  readonly key: string
  readonly guidance: string
  /** Shown only when asked for. */
  readonly folded: boolean
}

/** A kind of link and the ends that it allows. */
export interface LinkType {
  readonly id: string
  readonly label: string
  readonly from: string
  /** Ids of tags, or `author`. */
  readonly to: readonly string[]
  readonly attributes: readonly Omit<Attribute, 'tag' | 'folded'>[]
}

/** Tags, attributes, links and guidance, as one version of one codebook. */
export interface Codebook {
  readonly id: string
  readonly version: number
  readonly tags: readonly Tag[]
  readonly attributes: readonly Attribute[]
  readonly links: readonly LinkType[]
}
