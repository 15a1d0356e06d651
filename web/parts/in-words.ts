// A refusal in the words of the person it concerns, whether this version of the app knows it or not.
import * as v from 'valibot'
import { writeDuration } from '#domain/duration.ts'
import { type AnyRefusal, Refusal } from '#domain/problem.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'

export const inWords = (problem: AnyRefusal) =>
  v.is(Refusal, problem) ? text.refused(problem, writeDuration, longDay) : text.refusedOtherwise(problem.code)
