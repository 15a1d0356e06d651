// What happens when a form is sent: once, with what is wrong shown at its fields, and the first of them focused.
import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { text } from '../messages.ts'
import { broken, refresh } from '../state/copy.ts'
import { goToFirstProblem } from './first-problem.ts'

/** What is wrong, by field; `form` is the whole. */
export type Problems<Field extends string = never> = {
  readonly [Name in Field | 'form']?: string | undefined
}

export interface Submission<Field extends string = never> {
  problems: Signal<Problems<Field>>
  saving: Signal<boolean>
  element: RefObject<HTMLFormElement | null>
  submit: (event: Event) => Promise<void>
  /** For what else a form can do: runs it as if it were sent. */
  run: (how: () => Promise<Problems<Field> | null>) => Promise<void>
  /** Takes back what was said about fields that are typed into, and with it what was said about the whole. */
  mend: (...fields: Field[]) => void
}

/** `send` answers what is wrong, or null where nothing is. */
export function useSubmission<Field extends string = never>(
  send: () => Promise<Problems<Field> | null>,
): Submission<Field> {
  const problems = useSignal<Problems<Field>>({})
  const saving = useSignal(false)
  const element = useRef<HTMLFormElement>(null)

  const show = (found: Problems<Field>) => {
    problems.value = found
    // After the next rendering, when the fields know what is wrong with them.
    requestAnimationFrame(() => goToFirstProblem(element.current))
  }
  const run: Submission<Field>['run'] = async (how) => {
    if (saving.value) return
    saving.value = true
    try {
      const found = await how()
      if (found) show(found)
      else problems.value = {}
    } catch (error) {
      reportError(error)
      // Says why, if the device is the reason.
      await refresh()
      show({ form: broken.value === 'outdated' ? text.log.outdated : text.log.notSaved })
    } finally {
      saving.value = false
    }
  }
  const submit = (event: Event) => {
    event.preventDefault()
    return run(send)
  }
  const mend: Submission<Field>['mend'] = (...fields) => {
    const mended = Object.fromEntries([...fields, 'form'].map((field) => [field, undefined]))
    problems.value = { ...problems.peek(), ...mended }
  }
  return { problems, saving, element, submit, run, mend }
}
