// Deciding, in words: what became of a decision, and how much time is more or less than was agreed on.
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import type { Outcome } from '../state/decisions.ts'
import { inWords } from './in-words.ts'

/** Why a decision was not kept. */
export const outcomeInWords = (outcome: NonNullable<Outcome>): string =>
  'refused' in outcome ? inWords(outcome.refused) : text.decision.notSaved

/** `+2:00`, `−0:30`, `0:00`. */
export const signed = (minutes: number): string => `${minutes > 0 ? '+' : ''}${writeDuration(minutes)}`

export const nameOf = (person: { name: string | null; email: string | null }): string =>
  person.name ?? person.email ?? text.approvals.nameless
