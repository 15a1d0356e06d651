// One short notice at the bottom of the screen, with at most one thing to do about it.
import { computed, signal } from '@preact/signals'
import { route } from './address.ts'
import { who } from './copy.ts'

export interface Notice {
  /** A function where what it says comes true, or changes, while it is shown. */
  text: string | (() => string)
  action?: { label: string; run: () => unknown }
}

/** Long enough to read and to reach with a thumb; it waits while it is pointed at or focused. */
const shownFor = 12_000
/** The way there is longer by keyboard: behind everything that comes before it. */
const shownForKeyboard = 60_000
/** Where there is nothing to do but to read. */
const shownForReading = 5_000
let timer: ReturnType<typeof setTimeout> | undefined
/** Whether it was a key that was used last. */
let isByKeyboard = false

/** The notice on the screen, or null. */
export const notice = signal<Notice | null>(null)

/** Shows a notice in place of the one before. */
export function notify(next: Notice): void {
  notice.value = next
  letNoticeGo()
}

/** Keeps the notice for as long as somebody is at it. */
export const holdNotice = () => clearTimeout(timer)

/** Lets it go after its time. */
export function letNoticeGo(): void {
  clearTimeout(timer)
  const toAct = isByKeyboard ? shownForKeyboard : shownFor
  timer = setTimeout(dismissNotice, notice.peek()?.action ? toAct : shownForReading)
}

/** Takes it away at once. */
export function dismissNotice(): void {
  clearTimeout(timer)
  notice.value = null
}

const person = computed(() => who.value?.person)

/** A notice belongs to the screen on which it was caused, and to who was there. */
export function followCause(): void {
  const used = ({ type }: Event) => {
    isByKeyboard = type === 'keydown'
  }
  addEventListener('keydown', used, true)
  addEventListener('pointerdown', used, true)
  route.subscribe(dismissNotice)
  person.subscribe(dismissNotice)
}
