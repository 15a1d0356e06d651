// The addresses of the app: the server answers them with the app's page, the service worker from its cache, and the
// page with a screen.
import * as v from 'valibot'
import { Week } from './calendar.ts'

export type Place =
  | { screen: 'log' }
  | { screen: 'week'; week: string | null }
  | { screen: 'outbox' }
  | { screen: 'account' }
  | { screen: 'callback' }
  | { screen: 'lost' }

/** Whether a path is one for people, who get the app's page even where there is nothing; not the API's, and no file's. */
export const isPage = (path: string) => !/^\/api(\/|$)|\.[^/]*$/.test(path)

/** Which screen is at a path. */
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
