import type { Attribute, Choice, Codebook, LinkType, Mark, Reason, SnapRule, Tag } from '../codebook/codebook.ts'
import type { Json, JsonObject } from '../json/json.ts'

/** The records of a codebook, each having passed the schema. */
export interface CodebookRecords {
  /** `id`, `version`, `rulesOff`, and what isn't known. */
  readonly own: JsonObject
  readonly tags: Iterable<JsonObject>
  readonly attributes: Iterable<JsonObject>
  readonly links: Iterable<JsonObject>
  readonly reasons: Iterable<JsonObject>
}

/** The codebook that records say, with the keys that the program knows; what a record leaves out is empty. */
export function codebookOf({ own, tags, attributes, links, reasons }: CodebookRecords): Codebook {
  const why = [...reasons].map(reasonOf)
  return {
    id: own['id'] as string,
    version: own['version'] as number,
    tags: [...tags].map(tagOf),
    attributes: [...attributes].map(attributeOf),
    links: [...links].map(linkTypeOf),
    ...(why.length === 0 ? {} : { reasons: why }),
    rulesOff: wordsIn(own['rulesOff']),
  }
}

function tagOf(record: JsonObject): Tag {
  return {
    id: record['id'] as string,
    label: record['label'] as string,
    key: record['key'] as string,
    colour: record['colour'] as string,
    mark: record['mark'] as Mark,
    guidance: record['guidance'] as string,
    examples: wordsIn(record['examples']),
    snap: wordsIn(record['snap']) as readonly SnapRule[],
    entityKinds: wordsIn(record['entityKinds']),
    ...word(record, 'meaningChanged'),
    ...word(record, 'mergedInto'),
    ...retired(record),
  }
}

function attributeOf(record: JsonObject): Attribute {
  return {
    ...questionOf(record),
    tag: record['tag'] as string,
    folded: record['folded'] as boolean,
    ...word(record, 'meaningChanged'),
    ...retired(record),
  }
}

function questionOf(record: JsonObject): LinkType['attributes'][number] {
  return {
    id: record['id'] as string,
    label: record['label'] as string,
    kind: record['kind'] as Attribute['kind'],
    choices: (record['choices'] as readonly JsonObject[]).map(choiceOf),
    key: record['key'] as string,
    guidance: record['guidance'] as string,
  }
}

function choiceOf(record: JsonObject): Choice {
  return {
    id: record['id'] as string,
    label: record['label'] as string,
    ...word(record, 'mergedInto'),
    ...retired(record),
  }
}

function linkTypeOf(record: JsonObject): LinkType {
  return {
    id: record['id'] as string,
    label: record['label'] as string,
    from: wordsIn(record['from']),
    to: wordsIn(record['to']),
    attributes: (record['attributes'] as readonly JsonObject[]).map(questionOf),
    ...word(record, 'guidance'),
    ...retired(record),
  }
}

function reasonOf(record: JsonObject): Reason {
  return {
    id: record['id'] as string,
    label: record['label'] as string,
    ...word(record, 'guidance'),
    ...retired(record),
  }
}

function wordsIn(value: Json | undefined): readonly string[] {
  return (value as readonly string[] | undefined) ?? []
}

function word<K extends string>(record: JsonObject, key: K): { [_ in K]?: string } {
  const value = record[key]
  return (typeof value === 'string' ? { [key]: value } : {}) as { [_ in K]?: string }
}

function retired(record: JsonObject): { retired?: true } {
  return record['retired'] === true ? { retired: true } : {}
}
