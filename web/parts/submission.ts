// What happens when a form is sent: once, with what is wrong shown at its fields, and the first of them focused.
import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { text } from '../messages.ts'
import { broken, refresh } from '../state/copy.ts'
import { goToFirstProblem } from './first-problem.ts'

/** What is wrong, by field; `form` is the whole. */
export type Problems = Readonly<Record<string, string | undefined>>

export interface Submission {
  problems: Signal<Problems>
  saving: Signal<boolean>
  element: RefObject<HTMLFormElement | null>
  submit: (event: Event) => Promise<void>
  /** For what else a form can do: runs it as if it were sent. */
  run: (how: () => Promise<Problems | null>) => Promise<void>
}

/** `send` answers what is wrong, or null when all is done. */
export function useSubmission(send: () => Promise<Problems | null>): Submission {
  const problems = useSignal<Problems>({})
  const saving = useSignal(false)
  const element = useRef<HTMLFormElement>(null)

  const run: Submission['run'] = async (how) => {
    if (saving.value) return
    saving.value = true
    try {
      const found = await how()
      if (found) show(found)
    } catch (error) {
      reportError(error)
      // Says why, if the device is the reason.
      await refresh()
      show({ form: broken.value === 'outdated' ? text.log.outdated : text.log.notSaved })
    } finally {
      saving.value = false
    }
  }
  const show = (found: Problems) => {
    problems.value = found
    // After the next rendering, when the fields know what is wrong with them.
    requestAnimationFrame(() => goToFirstProblem(element.current))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    return run(send)
  }
  return { problems, saving, element, submit, run }
}
