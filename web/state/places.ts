// The places of the app that a person may go to, and which of them stand under the thumb on a phone.
import type { Scope } from '#domain/scope.ts'

interface Listed {
  screen: string
  href: string
  /** What it takes; absent where everybody may. */
  scope?: Scope
}

const all = [
  { screen: 'log', href: '/', scope: 'create:timesheets' },
  { screen: 'week', href: '/week', scope: 'create:timesheets' },
  { screen: 'approvals', href: '/approvals', scope: 'approve:timesheets' },
  { screen: 'reports', href: '/reports' },
  { screen: 'notices', href: '/notices' },
  { screen: 'projects', href: '/projects', scope: 'manage:projects' },
  { screen: 'people', href: '/people', scope: 'manage:people' },
  { screen: 'outbox', href: '/outbox' },
  { screen: 'account', href: '/account' },
] as const satisfies Listed[]

export interface Place {
  screen: (typeof all)[number]['screen']
  href: string
  /** Whether it is in the bar of a phone, which has room for five; the others are listed on the Account screen. */
  inBar: boolean
}

/** The places of somebody who `may` do this and that, in the order of a day's work. */
export function placesOf(may: (scope: Scope) => boolean): Place[] {
  const third = may('approve:timesheets') ? 'approvals' : 'reports'
  // Whoever logs nothing has room for what they read.
  const first = may('create:timesheets') ? ['log', 'week', third] : [third, 'reports', 'notices']
  const bar = new Set<string>([...first, 'outbox', 'account'])
  return all.flatMap((place) => {
    if ('scope' in place && !may(place.scope)) return []
    return [{ screen: place.screen, href: place.href, inBar: bar.has(place.screen) }]
  })
}
