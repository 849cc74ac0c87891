import type { Destination, Gathered } from './destinations.ts'
import { Paragraphs } from './paragraphs.ts'

/** What holds within a group, and within those in it. */
export interface State {
  destination: Destination
  /** Where words of the article are gathered. */
  paragraphs: Paragraphs
  /** What becomes of them when the group ends; null where they are the surrounding group's. */
  gathered: Gathered | null
  font: number
  /** Bytes that stand for a character that was told by its number. */
  fallback: number
  style: number
  /** Of a heading, 1 to 6, where the paragraph itself says so. */
  level: number
  isInTable: boolean
  isUnseen: boolean
  isDeleted: boolean
  /** Nothing in the group is for a person. */
  isNever: boolean
  /** Nothing but the sign that programs may ignore the group has stood in it. */
  isFresh: boolean
  mayBeIgnored: boolean
}

/** Outside every group. */
export function stateOutside(paragraphs: Paragraphs): State {
  return {
    destination: 'text',
    paragraphs,
    gathered: null,
    font: 0,
    fallback: 1,
    style: -1,
    level: 0,
    isInTable: false,
    isUnseen: false,
    isDeleted: false,
    isNever: false,
    isFresh: false,
    mayBeIgnored: false,
  }
}

/** Makes a group's words those of something that stands beside what is around it. */
export function gather(state: State, gathered: Gathered): void {
  Object.assign(state, {
    ...{ gathered, paragraphs: new Paragraphs(), destination: 'text' },
    ...{ isInTable: false, level: 0, style: -1 },
  })
}

/** Hears a control word that says how letters and paragraphs are from here on. The answer is whether it is one. */
export function format(state: State, name: string, parameter: number | null, defaultFont: number): boolean {
  const isOn = parameter !== 0
  switch (name) {
    case 'f':
      state.font = parameter ?? 0
      return true
    case 'uc':
      state.fallback = Math.max(0, parameter ?? 1)
      return true
    case 'plain':
      state.font = defaultFont
      state.isUnseen = false
      return true
    case 'pard':
      state.style = -1
      state.level = 0
      state.isInTable = false
      return true
    case 's':
      state.style = parameter ?? -1
      return true
    case 'outlinelevel':
      state.level = parameter !== null && parameter < 9 ? Math.min(6, parameter + 1) : 0
      return true
    case 'v':
      state.isUnseen = isOn
      return true
    case 'deleted':
      state.isDeleted = isOn
      return true
    case 'intbl':
      state.isInTable = isOn
      return true
    case 'itap':
      state.isInTable = (parameter ?? 0) > 0
      return true
    default:
      return false
  }
}

/** Whether a group's words are for anything. */
export function isHeard({ destination, isNever, isUnseen, isDeleted }: State): boolean {
  return destination !== 'nothing' && destination !== 'fonts' && !isNever && !isUnseen && !isDeleted
}
