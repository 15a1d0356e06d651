// The number on the app's icon: what is only on this device, and what its owner has not read yet.
import { instantOf } from '#domain/calendar.ts'
import { allows } from '#domain/scope.ts'
import { account } from '../account/session.ts'
import { bookOf, thingsIn } from './cards.ts'
import { dateHere } from './clock.ts'
import { snapshot } from './copy.ts'
import type { Device } from './device.ts'
import { dismissedBy } from './dismissed.ts'
import { isCalling, noticesOf } from './notices.ts'
import { stranded } from './stranded.ts'

/** Puts a number on the app's icon, and takes it away for 0; nothing where the platform has no badge. */
export async function showBadge(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return
  // Refused by the platform when the app is not installed: there is no icon to put it on then.
  await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined)
}

/**
 * How many things of the person who is signed in wait or need them, and how many notices are new: what the screens count
 * (state/badge.ts), for the service worker, which brings news with no page open.
 */
export async function badgeOf(device: Device): Promise<number> {
  const me = await account(device)
  if (!me) return 0
  const { rows, outbox, complete } = await snapshot(device, me.person)
  const undelivered = thingsIn(outbox).size + (await stranded(device)).length
  if (complete === 0) return undelivered
  const now = device.now()
  const notices = noticesOf({
    book: bookOf(me, instantOf(now), rows, outbox),
    today: dateHere(now),
    dismissed: await dismissedBy(device, me.person),
    isApprover: allows(me.scopes, 'approve:timesheets'),
  })
  return undelivered + notices.filter(isCalling).length
}
