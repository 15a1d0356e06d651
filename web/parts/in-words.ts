// A refusal in the words of the person it concerns, whether this version of the app knows it or not.
import * as v from 'valibot'
import { IsoWeek, weekNumber } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { type AnyRefusal, Refusal } from '#domain/problem.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'

// Said by this device, never by the server: data/gate.ts.
const LookAgain = v.object({ code: v.literal('week.look-again'), week: IsoWeek })

/** Why something was refused. */
export function inWords(problem: AnyRefusal): string {
  if (v.is(Refusal, problem)) return text.refused(problem, writeDuration, longDay)
  if (v.is(LookAgain, problem)) return text.lookAgain(weekNumber(problem.week))
  return text.refusedOtherwise(problem.code)
}
