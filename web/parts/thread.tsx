// What the owner of a week and its approver say to each other about it. Works without signal, as hours do.
import { useSignal } from '@preact/signals'
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
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'

interface Props {
  /** Whose week. */
  person: string
  week: string
}

export function Thread({ person, week }: Props) {
  const comments = commentsOn(person, week)
  const title = useId()
  return (
    <section class="thread" aria-labelledby={title}>
      <h2 id={title}>{text.thread.title}</h2>
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
  const problem = useSignal<string | undefined>(undefined)
  const sending = useRef(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useAsked(form, field)

  const send = async (event: Event) => {
    event.preventDefault()
    if (sending.current) return
    const note = form.typed.peek() ?? ''
    problem.value = problemOf(note)
    if (problem.value === undefined) {
      sending.current = true
      problem.value = await keep({ person, week }, note, form)
      sending.current = false
    }
    field.current?.focus()
  }
  return (
    <form class="thread-form" noValidate onSubmit={send}>
      <Field id={id} label={text.thread.write} problem={problem.value}>
        <textarea
          ref={field}
          id={id}
          class="input note"
          rows={2}
          {...asInvalid(id, problem.value)}
          value={form.typed.value ?? ''}
          onInput={(event) => {
            problem.value = undefined
            form.type(legible(event.currentTarget.value))
          }}
        />
      </Field>
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

/** Why it was not kept, in words. */
async function keep({ person, week }: Props, note: string, form: Form<string>): Promise<string | undefined> {
  try {
    const saved = await say(person, week, note)
    if ('refused' in saved) return inWords(saved.refused)
    // What was typed on while it was being kept is not thrown away.
    if (form.typed.peek() === note) form.clear()
    return undefined
  } catch (error) {
    reportError(error)
    return text.log.notSaved
  }
}

function problemOf(note: string): string | undefined {
  if (note.trim() === '') return text.thread.blank
  return v.is(Remark, note) ? undefined : text.fieldProblem.note
}
