// A labelled field with its problem beneath, tied together for those who hear the page.
import type { ComponentChildren } from 'preact'

export interface FieldProps {
  id: string
  label: string
  /** A few words beside the label: a reading, a weekday, how much is left. */
  aside?: ComponentChildren
  problem?: string | undefined
  children: ComponentChildren
}

/** The id under which the problem of a field is said. */
export const problemId = (id: string) => `${id}-problem`

/** What the control in a field says about its problem. */
export const asInvalid = (id: string, problem: string | undefined) =>
  problem ? ({ 'aria-invalid': 'true', 'aria-describedby': problemId(id) } as const) : {}

export const Field = ({ id, label, aside, problem, children }: FieldProps) => (
  <div class="field">
    <div class="field-head">
      <label for={id}>{label}</label>
      <span class="field-aside">{aside}</span>
    </div>
    {children}
    {problem && (
      <p class="field-problem" id={problemId(id)}>
        {problem}
      </p>
    )}
  </div>
)
