// Which screen is shown: the address bar as a signal, over the History API.
import { computed, signal } from '@preact/signals'
import * as v from 'valibot'
import { routeOf } from '#domain/address.ts'
import { todayHere } from './clock.ts'

const here = () => new URL(location.href)
const address = signal(here())

const pathname = computed(() => address.value.pathname)
/** Which screen is at the present address, and what of. */
export const route = computed(() => routeOf(pathname.value))
/** The present path with its query. */
export const path = computed(() => address.value.pathname + address.value.search)
/** The entry whose form is open over the screen, or null. */
export const editing = computed(() => address.value.searchParams.get('edit'))
/** The date a new entry is asked for, or null: today. What was asked for on an earlier day is over. */
export const askedDate = computed(() => {
  const asked = address.value.searchParams.get('date')
  const { day = todayHere.value } = stateHere()
  return day === todayHere.value ? asked : null
})

/** What the browser keeps with an address: whether one came to it from inside the app, and on which day. */
const State = v.object({ inside: v.optional(v.boolean()), day: v.optional(v.string()) })

function stateHere(): v.InferOutput<typeof State> {
  const state = v.safeParse(State, history.state)
  return state.success ? state.output : {}
}

/** Goes to a path of this app; `replace` leaves no way back to where we were. */
export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  const url = new URL(to, location.href)
  if (url.href === location.href) return
  const day = todayHere.peek()
  if (how === 'push') history.pushState({ inside: true, day }, '', url)
  else history.replaceState({ ...stateHere(), day }, '', url)
  const isOtherScreen = url.pathname !== address.peek().pathname
  address.value = url
  if (isOtherScreen) scrollTo(0, 0)
}

/** Opens the form of an entry over the present screen; the back button closes it. */
export const openEntry = (entry: string): void => openOver('edit', entry)

/** Closes the form, by going back where it was opened here. */
export const closeEntry = (): void => closeOver('edit')

/** What is open over the present screen under this name (`?project=new`), or null. */
export const openAs = (name: string): string | null => address.value.searchParams.get(name)

/** Opens something over the present screen; the back button closes it. */
export function openOver(name: string, value: string): void {
  const url = here()
  url.searchParams.set(name, value)
  go(url.href)
}

/** Closes it, by going back where it was opened here. */
export function closeOver(name: string): void {
  const url = here()
  if (!url.searchParams.has(name)) return
  if (stateHere().inside) {
    history.back()
    return
  }
  leaveOut(name)
}

/** Takes something out of the address that has done its work: reloading does not do it again. */
export function leaveOut(name: string): void {
  const url = here()
  url.searchParams.delete(name)
  go(url.href, 'replace')
}

/** Takes over clicks on links of this app and the back button. */
export function followAddress(): void {
  addEventListener('popstate', () => {
    address.value = here()
  })
  document.addEventListener('click', (event) => {
    const wantsAnotherTab =
      event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || wantsAnotherTab || !(event.target instanceof Element)) return
    const link = event.target.closest('a')
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return
    if (link.hash && link.pathname === location.pathname) return
    event.preventDefault()
    go(link.href)
  })
}
