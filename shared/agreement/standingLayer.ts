import { choiceName, linkChoiceName, questionName } from '../codebook/mergedTerms.ts'
import {
  type DatasetAnnotation,
  type DatasetAttributes,
  type DatasetLayer,
  type DatasetLink,
  noAnswers,
} from '../dataset/dataset.ts'
import type { Merged } from '../project/merged.ts'

/**
 * A layer with what stands now for the tags, the choices and the entities that it names: what was merged into another is
 * that other. The layer itself where none of these was merged.
 */
export function standingLayer<L extends DatasetLayer>(layer: L, merged: Merged): L {
  const annotations = layer.annotations.map(one => standingAnnotation(one, merged))
  const links = layer.links.map(one => standingLink(one, merged))
  const isSame =
    annotations.every((one, i) => one === layer.annotations[i]) && links.every((one, i) => one === layer.links[i])
  return isSame ? layer : { ...layer, annotations, links }
}

function standingAnnotation(one: DatasetAnnotation, { entities, tags, questions, choices }: Merged): DatasetAnnotation {
  const tag = tags.get(one.tag) ?? one.tag
  const entity = one.entity === undefined ? undefined : entities.get(one.entity)
  const renamed = questions.size === 0 ? one.attributes : underStandingNames(one.attributes, one.tag, questions)
  const named = (question: string, choice: string) => choices.get(choiceName(tag, question, choice))
  const attributes = choices.size === 0 ? renamed : standingAnswers(renamed, named)
  if (tag === one.tag && entity === undefined && attributes === one.attributes) return one
  return { ...one, tag, attributes, ...(entity === undefined ? {} : { entity }) }
}

function standingLink(one: DatasetLink, { entities, choices }: Merged): DatasetLink {
  const entity = 'entity' in one.to ? entities.get(one.to.entity) : undefined
  const named = (question: string, choice: string) => choices.get(linkChoiceName(one.type, question, choice))
  const attributes = choices.size === 0 ? one.attributes : standingAnswers(one.attributes, named)
  if (entity === undefined && attributes === one.attributes) return one
  return { ...one, attributes, ...(entity === undefined ? {} : { to: { entity } }) }
}

/** Answers under what their questions are called since their tag was merged into another; one that stands there already stays. The same object where none is called otherwise. */
function underStandingNames(
  answers: DatasetAttributes,
  tag: string,
  questions: Merged['questions'],
): DatasetAttributes {
  const nameOf = (question: string) => questions.get(questionName(tag, question)) ?? question
  const all = Object.entries(answers)
  if (all.every(([question]) => nameOf(question) === question)) return answers
  const standing = noAnswers()
  for (const [question, answer] of all)
    standing[Object.hasOwn(answers, nameOf(question)) ? question : nameOf(question)] = answer
  return standing
}

/** Answers with the choices that stand; of several those that are one now are there once. The same object where nothing was merged. */
function standingAnswers(
  answers: DatasetAttributes,
  named: (question: string, choice: string) => string | undefined,
): DatasetAttributes {
  const changed = Object.entries(answers).flatMap(([question, answer]): [string, DatasetAttributes[string]][] => {
    const now = (choice: string) => named(question, choice) ?? choice
    if (typeof answer === 'string') return now(answer) === answer ? [] : [[question, now(answer)]]
    if (!Array.isArray(answer) || answer.every(choice => now(choice) === choice)) return []
    return [[question, [...new Set(answer.map(now))]]]
  })
  if (changed.length === 0) return answers
  // A question may be called `__proto__`: what is assigned to an object without one is an answer like others.
  const standing = Object.assign(noAnswers(), answers)
  for (const [question, answer] of changed) standing[question] = answer
  return standing
}
