/** How the spans of a tag are marked in the text, so that tags differ without colour. */
export type Mark = 'brace' | 'solid' | 'double' | 'dotted' | 'wavy'

/**
 * What becomes of a selection when it is tagged, so that everybody's spans end
 * at the same places: `whole-words` grows a cut word to its whole, `trim-quotes`
 * leaves quotation marks out, `trim-reporting` leaves out "she said" before or
 * after what was said.
 */
export const snapRules = ['whole-words', 'trim-quotes', 'trim-reporting'] as const
export type SnapRule = (typeof snapRules)[number]

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
  /** Words that were tagged well, shown with the guidance. */
  readonly examples: readonly string[]
  /** Applied in the order of `snapRules`. */
  readonly snap: readonly SnapRule[]
  /** The kinds of entity that its annotations may refer to; none: they refer to none. */
  readonly entityKinds: readonly string[]
  /** Since when (ISO 8601, UTC) it means something else; annotations last modified before may need another look. */
  readonly meaningChanged?: string
  /** The tag that took its place. It is offered no more, and stays for the annotations of colleagues. */
  readonly mergedInto?: string
  /** It is offered no more, and nothing took its place; annotations that have it keep it. */
  readonly retired?: true
}

export interface Choice {
  readonly id: string
  readonly label: string
  readonly mergedInto?: string
  readonly retired?: true
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
  readonly meaningChanged?: string
  readonly retired?: true
}

/** A kind of link and the ends that it allows. */
export interface LinkType {
  readonly id: string
  readonly label: string
  /** Ids of tags. */
  readonly from: readonly string[]
  /** Ids of tags, `author` for the article's own voice, or `entity` for one of the register. */
  readonly to: readonly string[]
  readonly attributes: readonly Question[]
  /** One sentence: when to use it. */
  readonly guidance?: string
  readonly retired?: true
}

/** A question as links ask it. */
export type Question = Omit<Attribute, 'tag' | 'folded' | 'meaningChanged' | 'retired'>

/** Why a reviewer decided as they did: what letters to annotators name, and cite. */
export interface Reason {
  /** Decisions refer to it; renaming changes `label` alone. */
  readonly id: string
  readonly label: string
  /** The paragraph that letters cite. */
  readonly guidance?: string
  /** It is offered no more; decisions that have it keep it. */
  readonly retired?: true
}

/** Tags, attributes, links and guidance, as one version of one codebook. */
export interface Codebook {
  readonly id: string
  readonly version: number
  readonly tags: readonly Tag[]
  readonly attributes: readonly Attribute[]
  readonly links: readonly LinkType[]
  /** Reasons for decisions, in the order in which they are offered; without any, the standard ones are (`reasonsOf`). Never empty: then it isn't there, so that codebooks hash as they did. */
  readonly reasons?: readonly Reason[]
  /** Rules of the problems list that are switched off, by id. */
  readonly rulesOff: readonly string[]
}
