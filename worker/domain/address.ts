// The addresses of the app: the server answers them with the app's page, the service worker from its cache, and the
// page with a screen.
import * as v from 'valibot'
import { IsoWeek } from './calendar.ts'
import { Uuid } from './text.ts'

/** Which screen an address leads to, and what it shows there. */
export type Route =
  | { screen: 'log' }
  | { screen: 'week'; week: string | null }
  /** Whose weeks wait for a decision; of one week, or (null) of all. */
  | { screen: 'approvals'; week: string | null }
  /** Somebody else's week, before its approver. */
  | { screen: 'sheet'; person: string; week: string }
  | { screen: Single }
  | { screen: 'lost' }

/** Whether a path is one for people, who get the app's page even where there is nothing; not the API's, and no file's. */
export const isPage = (path: string) => !/^\/api(\/|$)|\.[^/]*$/.test(path)

/** Screens that are one address each. */
const singles = ['outbox', 'account', 'callback', 'reports', 'notices', 'projects', 'people'] as const
type Single = (typeof singles)[number]

/** Which screen is at a path. */
export function routeOf(path: string): Route {
  const [first = '', second, third, ...rest] = path.split('/').slice(1)
  if (rest.length > 0) return { screen: 'lost' }
  if (first === 'approvals') return approvalsAt(second, third)
  if (third !== undefined) return { screen: 'lost' }
  if (first === 'week') {
    if (second === undefined) return { screen: 'week', week: null }
    return v.is(IsoWeek, second) ? { screen: 'week', week: second } : { screen: 'lost' }
  }
  if (second !== undefined) return { screen: 'lost' }
  if (first === '') return { screen: 'log' }
  const single = singles.find((name) => name === first)
  return { screen: single ?? 'lost' }
}

/** The address of a week of one's own (ISO). */
export const addressOfWeek = (week: string) => `/week/${week}`

/** The address of somebody else's week, before its approver. */
export const addressOfSheet = (person: string, week: string) => `/approvals/${person}/${week}`

/** `/approvals`, `/approvals/2026-W47`, `/approvals/<person>/2026-W47`. */
function approvalsAt(second: string | undefined, third: string | undefined): Route {
  if (second === undefined) return { screen: 'approvals', week: null }
  if (third === undefined && v.is(IsoWeek, second)) return { screen: 'approvals', week: second }
  if (v.is(Uuid, second) && v.is(IsoWeek, third)) return { screen: 'sheet', person: second, week: third }
  return { screen: 'lost' }
}
