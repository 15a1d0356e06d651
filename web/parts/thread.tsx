// What the owner of a week and its approver say to each other about it. Works without signal, as hours do.
import type { RefObject } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import * as v from 'valibot'
import { WorkDate } from '#domain/calendar.ts'
import { legible, Remark } from '#domain/text.ts'
import { longDay, moment } from '../dates.ts'
import { text } from '../messages.ts'
import { leaveOut, openAs } from '../state/address.ts'
import { now, zone } from '../state/clock.ts'
import { commentForm, commentsOn, say, type ShownComment } from '../state/comments.ts'
import { who } from '../state/copy.ts'
import type { Form } from '../state/form.ts'
import { asInvalid, Field } from './field.tsx'
import { FormProblem } from './form-problem.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { idOfComments } from './led-to.ts'
import { useSubmission } from './submission.ts'

interface Props {
  /** Whose week. */
  person: string
  week: string
}

export function Thread({ person, week }: Props) {
  const comments = commentsOn(person, week)
  return (
    <section class="thread" aria-labelledby={idOfComments}>
      <h2 id={idOfComments} tabIndex={-1}>
        {text.thread.title}
      </h2>
      {comments.length === 0 && <p class="quiet">{text.thread.empty}</p>}
      <ol class="thread-list">
        {comments.map((comment) => (
          <Said key={comment.id} comment={comment} />
        ))}
      </ol>
      <Write key={`${person} ${week}`} person={person} week={week} />
    </section>
  )
}

function Said({ comment: { author, authorName, note, at, standing } }: { comment: ShownComment }) {
  const isMine = author === who.value?.person
  return (
    <li class={isMine ? 'comment comment-mine' : 'comment'}>
      <p class="comment-head">
        <strong>{isMine ? text.thread.you : (authorName ?? text.history.somebody)}</strong>
        <span class="quiet">{moment(at, now.value, zone.value)}</span>
      </p>
      <p class="comment-words">{note}</p>
      {standing === 'device' && (
        <p class="standing standing-device">
          <Icon name="device" />
          {text.thread.undelivered}
        </p>
      )}
      {standing === 'attention' && (
        <a class="standing standing-attention" href="/outbox">
          <Icon name="attention" />
          {text.thread.refused}
        </a>
      )}
    </li>
  )
}

function Write({ person, week }: Props) {
  const form = commentForm(person, week)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useAsked(form, field)
  const { problems, element, submit, mend } = useSubmission<'note'>(async () => {
    const note = form.typed.peek() ?? ''
    if (note.trim() === '') return { note: text.thread.blank }
    if (!v.is(Remark, note)) return { note: text.fieldProblem.note }
    const saved = await say(person, week, note)
    if ('refused' in saved) return { note: inWords(saved.refused) }
    // What was typed on while it was being kept is not thrown away.
    if (form.typed.peek() === note) form.clear()
    field.current?.focus()
    return null
  })
  return (
    <form ref={element} class="thread-form" noValidate onSubmit={submit}>
      <Field id={id} label={text.thread.write} problem={problems.value.note}>
        <textarea
          ref={field}
          id={id}
          class="input note"
          rows={2}
          {...asInvalid(id, problems.value.note)}
          value={form.typed.value ?? ''}
          onInput={(event) => {
            mend('note')
            form.type(legible(event.currentTarget.value))
          }}
        />
      </Field>
      <FormProblem problem={problems.value.form} />
      <button class="button" type="submit">
        {text.thread.send}
      </button>
    </form>
  )
}

/** Asked for from a locked day: the sentence to begin with, to be changed and sent by the person alone. */
function useAsked(form: Form<string>, field: RefObject<HTMLTextAreaElement | null>): void {
  const asked = openAs('comment')
  const isRead = form.typed.value !== undefined
  useEffect(() => {
    if (asked === null || !isRead) return
    const { typed, type } = form
    if (!typed.peek() && v.is(WorkDate, asked)) type(text.thread.ask(longDay(asked)))
    field.current?.focus()
    leaveOut('comment')
  }, [form, field, asked, isRead])
}
