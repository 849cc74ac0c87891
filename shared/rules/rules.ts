import type { Codebook } from '../codebook/codebook.ts'
import { actorWithoutEntity } from './actorWithoutEntity.ts'
import { claimWithoutSource } from './claimWithoutSource.ts'
import { eventWithoutType } from './eventWithoutType.ts'
import { insideAWord } from './insideAWord.ts'
import { linkWithoutEnd } from './linkWithoutEnd.ts'
import { nameOfTwo } from './nameOfTwo.ts'
import { olderMeaning } from './olderMeaning.ts'
import { oneCharacterApart } from './oneCharacterApart.ts'
import { quotationWithoutClaim } from './quotationWithoutClaim.ts'
import { type Finding, type Fix, type Rule, type RuleId, ruleIds, type View } from './rule.ts'

/** Every rule. What it is called, and why it is asked, stands with the words of the screen. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  'claim-without-source': claimWithoutSource,
  'quotation-without-claim': quotationWithoutClaim,
  'event-without-type': eventWithoutType,
  'actor-without-entity': actorWithoutEntity,
  'one-character-apart': oneCharacterApart,
  'name-of-two': nameOfTwo,
  'link-without-end': linkWithoutEnd,
  'inside-a-word': insideAWord,
  'older-meaning': olderMeaning,
}

/** The rules that a codebook hasn't switched off. Ids that we don't know mean nothing here. */
export function rulesOn({ rulesOff }: Pick<Codebook, 'rulesOff'>): Rule[] {
  return ruleIds.filter(id => !rulesOff.includes(id)).map(id => rules[id])
}

/** Ways out of a problem, the usual one first. */
export function fixesOf(view: View, finding: Finding): readonly Fix[] {
  return rules[finding.rule].fixes(view, finding)
}
