// The addresses of this app, and which screen is at each.
import * as v from 'valibot'
import { Week } from '#domain/calendar.ts'

export type Place =
  | { screen: 'log' }
  | { screen: 'week'; week: string | null }
  | { screen: 'outbox' }
  | { screen: 'account' }
  | { screen: 'callback' }
  | { screen: 'lost' }

/** What this app shows at a path. */
export function placeOf(path: string): Place {
  const [first = '', second, ...rest] = path.split('/').slice(1)
  if (rest.length > 0) return { screen: 'lost' }
  if (first === 'week' && second !== undefined) {
    return v.is(Week, second) ? { screen: 'week', week: second } : { screen: 'lost' }
  }
  if (second !== undefined) return { screen: 'lost' }
  if (first === '') return { screen: 'log' }
  if (first === 'week') return { screen: 'week', week: null }
  if (first === 'outbox' || first === 'account' || first === 'callback') return { screen: first }
  return { screen: 'lost' }
}
