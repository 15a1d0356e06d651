// Somebody's week before its approver: hours with notes, what has changed, comments, history, and the decision. It works
// without a network: a decision waits in the outbox with the version that was on the screen.
import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { addressOfSheet } from '#domain/address.ts'
import { daysOf, weekNumber } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import { mayActFor, type Person } from '#domain/person.ts'
import type { Sheet as SheetRow } from '#domain/sheet.ts'
import { oldestOfSheets } from '#domain/sync.ts'
import { isLocked } from '#domain/week.ts'
import { shortSpan } from '../dates.ts'
import { text } from '../messages.ts'
import { Heading } from '../parts/heading.tsx'
import { HistoryButton } from '../parts/history-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { useLedTo } from '../parts/led-to.ts'
import { personName } from '../parts/names.ts'
import { SheetActions } from '../parts/sheet-actions.tsx'
import { SheetDifferences } from '../parts/sheet-differences.tsx'
import { Moved, Refused, Standing, Summary } from '../parts/sheet-head.tsx'
import { SheetLate } from '../parts/sheet-late.tsx'
import { SheetTable } from '../parts/sheet-table.tsx'
import { Thread } from '../parts/thread.tsx'
import { type Item, itemOf, neighbours } from '../state/approvals.ts'
import { book, cards, me, sheets } from '../state/copy.ts'
import { desk, look, looked, nameSeen, opened, seen, waitingForMe } from '../state/decisions.ts'
import { now } from '../state/clock.ts'
import { syncing } from '../state/delivery.ts'
import { openOn, readOn, type Reading } from '../state/reading.ts'
import { mayApprove } from '../state/rights.ts'
import { giveUp } from '../state/save.ts'

export function Sheet({ person: id, week }: { person: string; week: string }) {
  useLedTo()
  const person = book.value.people.get(id)
  const sheet = sheets.value.get(weekKey(id, week))
  const name = person ? personName(person) : (nameSeen(id) ?? text.approvals.nameless)
  const isMine = mayApprove.value && (!person || mayActFor(me.value, person))
  const isOver = cards.value.some(
    ({ thing, problem }) => thing === weekKey(id, week) && problem.code === 'week.not-yours',
  )
  return (
    <>
      <Heading title={text.sheet.title(name, weekNumber(week))}>{name}</Heading>
      <a class="link sheet-back" href="/approvals">
        <Icon name="back" />
        {text.sheet.back}
      </a>
      {isMine && person && sheet ? (
        <Known person={person} sheet={sheet} />
      ) : (
        <div class="nothing">
          <strong>
            {isOver ? text.sheet.yoursNoMore : isMine ? text.sheet.unknown : text.sheet.notYours}
          </strong>
          {isMine && !isOver && (
            <p>{week < oldestOfSheets(now.value) ? text.sheet.unknownOld : text.sheet.unknownMore}</p>
          )}
        </div>
      )}
    </>
  )
}

function Known({ person, sheet: now }: { person: Person; sheet: SheetRow }) {
  const { week } = now.week
  const key = weekKey(person.id, week)
  const reading = useSignal<Reading | null>(null)
  const opening = useOpening(seen.peek().has(key))
  useEffect(() => {
    opened.value = key
  }, [key])
  const isOpening = opening.value
  const view = (isOpening ? openOn : readOn)(reading.value, now)
  const { shown, moved } = view
  useEffect(() => {
    reading.value = view
    if (!isOpening && !view.moved && view.shown.week.status === 'submitted') look(key, view.shown)
  }, [reading, view, key, isOpening])
  const card = cards.value.find(({ thing }) => thing === key)
  const lookAgain = async () => {
    reading.value = null
    if (card) await giveUp(card.thing)
    scrollTo(0, 0)
    document.querySelector('h1')?.focus({ preventScroll: true })
  }
  const { previous, next } = neighbours(waitingForMe.value, itemOf(desk.value, now))
  const item = itemOf(desk.value, shown)
  const why = card ? text.sheet.refused : moved ? text.sheet.moved : null
  return (
    <div class="sheet-screen">
      <Steps person={person} week={week} previous={previous} next={next} />
      <Standing week={shown.week} />
      {item && <Summary item={item} />}
      {card && <Refused card={card} />}
      {moved && <Moved week={now.week} />}
      <SheetDifferences shown={shown} last={moved ? undefined : looked.value.get(key)} />
      <SheetLate week={key} />
      {shown.entries.length === 0 && isLocked(shown.week) && (
        <p class="sheet-empty">{text.sheet.emptyWeek}</p>
      )}
      <SheetTable week={week} entries={shown.entries} target={person.target} />
      <Thread person={person.id} week={week} />
      <HistoryButton subject={{ kind: 'week', person: person.id, week }} />
      <SheetActions
        person={person}
        sheet={shown}
        onLookAgain={why === null ? null : { why, run: lookAgain }}
        isOpening={isOpening}
        next={next ?? previous}
      />
    </div>
  )
}

/** A week that was never shown may still be on its way when it is opened; nobody is kept waiting for long. */
const longestOpening = 3_000

function useOpening(wasShown: boolean) {
  const opening = useSignal(!wasShown && syncing.peek())
  useSignalEffect(() => {
    if (!syncing.value) opening.value = false
  })
  useEffect(() => {
    const timer = setTimeout(() => (opening.value = false), longestOpening)
    return () => clearTimeout(timer)
  }, [opening])
  return opening
}

interface StepsProps {
  person: Person
  week: string
  previous: Item | undefined
  next: Item | undefined
}

/** The days of the week, between the waiting weeks before and after it. */
function Steps({ person, week, previous, next }: StepsProps) {
  const days = daysOf(week)
  return (
    <nav class="sheet-steps" aria-label={text.sheet.steps(personName(person))}>
      <p>
        <strong>{text.week.name(weekNumber(week))}</strong>{' '}
        <span class="quiet">{shortSpan(days[0] ?? '', days[6] ?? '')}</span>
      </p>
      {previous && <Step item={previous} way="previous" />}
      {next && <Step item={next} way="next" />}
    </nav>
  )
}

function Step({ item: { person, sheet }, way }: { item: Item; way: 'previous' | 'next' }) {
  const { week } = sheet.week
  const [name, number] = [personName(person), weekNumber(week)]
  return (
    <a
      class={`link sheet-step sheet-step-${way}`}
      href={addressOfSheet(person.id, week)}
      aria-label={`${text.sheet[way]}: ${text.sheet.title(name, number)}`}
    >
      {way === 'previous' && <Icon name="back" />}
      <span>
        {name} <span class="quiet whole">{text.week.name(number)}</span>
      </span>
      {way === 'next' && <Icon name="forward" />}
    </a>
  )
}
