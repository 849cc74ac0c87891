/** Infons: words by a key. */
export type Infons = Readonly<Record<string, string>>

/** Positions are counted from the beginning of the document, in the writer's unit. */
export interface BiocLocation {
  readonly offset: number
  readonly length: number
}

export interface BiocAnnotation {
  readonly id: string
  readonly infons: Infons
  readonly locations: readonly BiocLocation[]
  /** Mostly the annotated words; some write an identifier here. */
  readonly text: string
}

export interface BiocRelation {
  readonly id: string
  readonly infons: Infons
  readonly nodes: readonly { readonly refid: string; readonly role: string }[]
}

/** A passage, or a sentence of one, in the order of the text: a stretch that has words. */
export interface BiocPart {
  readonly offset: number
  readonly text: string
  readonly infons: Infons
  readonly annotations: readonly BiocAnnotation[]
}

/** A document of BioC, whether it was XML or JSON; sentences stand in place of the passage that they are of. */
export interface BiocDocument {
  readonly id: string
  readonly infons: Infons
  readonly parts: readonly BiocPart[]
  /** Those that stand in no passage. */
  readonly annotations: readonly BiocAnnotation[]
  readonly relations: readonly BiocRelation[]
}

/** What Stet's own infons begin with, and those of answers. */
export const OWN = 'stet.'
export const ANSWER = 'attribute.'
/** The infon of a collection that says what its offsets count. */
export const UNIT = 'offset-unit'
