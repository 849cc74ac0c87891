import type { Choice, Codebook, Tag } from '../../shared/codebook/codebook.ts'
import type * as shape from '../../shared/contract/shapes.ts'

type Output = ReturnType<typeof shape.Codebook.parse>

/** A codebook with just the keys that the contract names: what its hash is made of. */
export function codebookView({ id, version, tags, attributes, links, reasons = [], rulesOff }: Codebook): Output {
  return {
    id,
    version,
    tags: tags.map(tagView),
    attributes: attributes.map(one => ({
      ...question(one),
      tag: one.tag,
      folded: one.folded,
      ...(one.meaningChanged === undefined ? {} : { meaningChanged: one.meaningChanged }),
      ...(one.retired ? { retired: one.retired } : {}),
    })),
    links: links.map(({ id, label, from, to, attributes, guidance, retired }) => ({
      id,
      label,
      from: [...from],
      to: [...to],
      attributes: attributes.map(question),
      ...(guidance === undefined ? {} : { guidance }),
      ...(retired ? { retired } : {}),
    })),
    ...(reasons.length === 0
      ? {}
      : {
          reasons: reasons.map(({ id, label, guidance, retired }) => ({
            ...{ id, label },
            ...(guidance === undefined ? {} : { guidance }),
            ...(retired ? { retired } : {}),
          })),
        }),
    rulesOff: [...rulesOff],
  }
}

type Question = Codebook['links'][number]['attributes'][number]

function question({ id, label, kind, choices, key, guidance }: Question) {
  return { id, label, kind, choices: choices.map(choiceView), key, guidance }
}

function choiceView({ id, label, mergedInto, retired }: Choice) {
  return { id, label, ...(mergedInto === undefined ? {} : { mergedInto }), ...(retired ? { retired } : {}) }
}

function tagView({ meaningChanged, mergedInto, retired, ...tag }: Tag) {
  const { id, label, key, colour, mark, guidance, examples, snap, entityKinds } = tag
  return {
    ...{
      id,
      label,
      key,
      colour,
      mark,
      guidance,
      examples: [...examples],
      snap: [...snap],
      entityKinds: [...entityKinds],
    },
    ...(meaningChanged === undefined ? {} : { meaningChanged }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(retired ? { retired } : {}),
  }
}
