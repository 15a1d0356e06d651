// The form of a project or a person over its list: what stands against it, the fields, and the buttons beneath.
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { Card } from '../data/cards.ts'
import { text } from '../messages.ts'
import { Dialog } from './dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { SaveButton } from './save-button.tsx'
import type { Submission } from './submission.ts'

interface Props {
  title: string
  /** Whether something was typed and is not saved; undefined until the device has been asked. */
  isTyped: boolean | undefined
  /** What of it stands refused. */
  card: Card | undefined
  submission: Submission
  /** Closes it and keeps what was typed for the next time. */
  onClose: () => void
  /** Closes it and forgets what was typed. */
  onCancel: () => void
  /** What else can be done, apart from the two buttons that stay in sight. */
  beside?: ComponentChildren
  children: ComponentChildren
}

export function ManagedDialog({
  title,
  isTyped,
  card,
  submission,
  onClose,
  onCancel,
  beside,
  children,
}: Props) {
  // What was typed the last time and left, shown as what it is: not yet true.
  const left = useRef<boolean | undefined>(undefined)
  left.current ??= isTyped
  const { problems, saving, element, submit } = submission
  return (
    <Dialog title={title} onClose={onClose}>
      {left.current && isTyped && <p class="reason">{text.edit.unsaved}</p>}
      {card && (
        <p class="reason">
          <Icon name="attention" />
          <span>{inWords(card.problem)}</span>
        </p>
      )}
      <form ref={element} class="dialog-form" noValidate onSubmit={submit}>
        {children}
        {beside && <div class="managed-beside">{beside}</div>}
        <FormProblem problem={problems.value.form} />
        <div class="entry-form-end" aria-busy={saving.value}>
          <div class="dialog-actions">
            <button class="button" type="button" onClick={onCancel}>
              {text.cancel}
            </button>
            <SaveButton />
          </div>
        </div>
      </form>
    </Dialog>
  )
}
