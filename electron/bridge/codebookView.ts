import type { Codebook } from '../../shared/codebook/codebook.ts'
import type { Workspace } from '../../shared/contract/contract.ts'

/** A codebook with just the keys that the contract names: what a window is shown, and what its hash is made of. */
export function codebookView({ id, version, tags, attributes, links }: Codebook): Workspace['codebook'] {
  return {
    id,
    version,
    tags: tags.map(({ id, label, key, colour, mark, guidance }) => ({ id, label, key, colour, mark, guidance })),
    attributes: attributes.map(one => ({ ...question(one), tag: one.tag, folded: one.folded })),
    links: links.map(({ id, label, from, to, attributes }) => ({
      id,
      label,
      from,
      to: [...to],
      attributes: attributes.map(question),
    })),
  }
}

type Question = Codebook['links'][number]['attributes'][number]

function question({ id, label, kind, choices, key, guidance }: Question) {
  return { id, label, kind, choices: choices.map(({ id, label }) => ({ id, label })), key, guidance }
}
