// The number on the app's icon, kept while a page is open.
import { effect } from '@preact/signals'
import { showBadge } from '../data/badge.ts'
import { who } from './copy.ts'
import { attentionCount, waitingCount } from './delivery.ts'
import { unreadCount } from './notices.ts'

/** Puts there what the screens count, now and whenever it changes. */
export function followBadge(): void {
  effect(() => {
    // What the service worker has put there stays until the device was read.
    if (who.value === undefined) return
    void showBadge(waitingCount.value + attentionCount.value + unreadCount.value)
  })
}
