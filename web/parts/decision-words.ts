// What became of a decision, in words.
import { text } from '../messages.ts'
import type { Outcome } from '../state/decisions.ts'
import { inWords } from './in-words.ts'

/** Why a decision was not kept. */
export const outcomeInWords = (outcome: NonNullable<Outcome>): string =>
  'refused' in outcome ? inWords(outcome.refused) : text.decision.notSaved
