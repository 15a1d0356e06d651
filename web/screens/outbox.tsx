// What is on this device only: what waits, what was refused and why, and what the last sync said.
import { useSignal } from '@preact/signals'
import { instantOf } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { moment } from '../dates.ts'
import { DiscardDialog } from '../parts/discard-dialog.tsx'
import { Heading } from '../parts/heading.tsx'
import { Icon, Mark } from '../parts/icon.tsx'
import { inWords } from '../parts/in-words.ts'
import { RefusedCard } from '../parts/refused-card.tsx'
import { StrandedCard } from '../parts/stranded-card.tsx'
import { WaitingRow } from '../parts/waiting-row.tsx'
import { now, zone } from '../state/clock.ts'
import { cards, copy, report, waitingThings } from '../state/copy.ts'
import { blocked, deliver, syncing, waitsTooLong } from '../state/delivery.ts'
import { offerFile } from '../state/file.ts'
import { maySendNone } from '../state/rights.ts'
import { giveUp } from '../state/save.ts'
import { strandedWork } from '../state/stranded.ts'

export function Outbox() {
  const refused = cards.value
  const things = waitingThings.value
  const stranded = strandedWork.value
  return (
    <>
      <Heading title={text.outbox.title} />
      <div class="outbox">
        <LastSync />
        {waitsTooLong.value && blocked.value === null && (
          <p class="banner banner-alarm">{text.outbox.tooLong}</p>
        )}
        {refused.length + stranded.length > 0 && (
          <section aria-labelledby="attention-title">
            <h2 id="attention-title">{text.outbox.attention}</h2>
            <ul class="cards">
              {stranded.map((work) => (
                <StrandedCard key={work.person} work={work} />
              ))}
              {refused.map((card) => (
                <RefusedCard key={card.thing} card={card} />
              ))}
            </ul>
          </section>
        )}
        {things.length > 0 && (
          <section aria-labelledby="waiting-title">
            <h2 id="waiting-title">{text.outbox.waiting}</h2>
            <ul class="rows">
              {things.map((waiting) => (
                <Waiting key={waiting.thing} waiting={waiting} />
              ))}
            </ul>
          </section>
        )}
        {things.length + refused.length > 0 && (
          <button class="button button-plain" type="button" onClick={() => offerFile(inWords)}>
            <Icon name="file" />
            {text.outbox.fileAll}
          </button>
        )}
        {things.length + refused.length + stranded.length === 0 && (
          <div class="nothing nothing-tall">
            <Mark />
            <strong>{text.outbox.emptyTitle}</strong>
            <p>{text.outbox.emptyText}</p>
          </div>
        )}
      </div>
    </>
  )
}

/** What this account has no right to send would wait for ever: that alone can be given up while it waits. */
function Waiting({
  waiting: { thing, change, kept, items },
}: {
  waiting: (typeof waitingThings.value)[number]
}) {
  const asking = useSignal(false)
  return (
    <>
      <WaitingRow
        change={change}
        kept={kept}
        count={items.length}
        onDiscard={maySendNone(items) ? () => (asking.value = true) : undefined}
      />
      {asking.value && <DiscardDialog discard={() => giveUp(thing)} onClose={() => (asking.value = false)} />}
    </>
  )
}

function LastSync() {
  const last = report.value
  // Only a sync that ended well is one; what came of a later try is said apart.
  const complete = copy.value?.complete ?? 0
  const said = last && words(last)
  return (
    <section class="sync" aria-labelledby="sync-title">
      <div class="sync-words" aria-live="polite">
        <h2 id="sync-title">
          {text.outbox.lastSync}: {complete > 0 ? when(instantOf(complete)) : text.outbox.never}
        </h2>
        {said && <p>{said}</p>}
        {last && last.withheld > 0 && <p>{text.outbox.withheld(last.withheld)}</p>}
      </div>
      <button
        class="button button-primary"
        type="button"
        aria-disabled={syncing.value}
        onClick={() => deliver()}
      >
        <Icon name="sync" />
        {text.outbox.syncNow}
      </button>
    </section>
  )
}

type Last = NonNullable<typeof report.value>

const when = (instant: string) => moment(instant, now.value, zone.value)

function words({ at, outcome, delivered, refused }: Last): string | null {
  if (syncing.value && waitingThings.value.length > 0) return text.outbox.sending
  if (outcome !== 'done') return text.outbox.lastTry(when(at), text.outcome[outcome])
  if (delivered + refused > 0) return text.outcome.doneWith(delivered, refused)
  // Where nothing is left, the whole screen says so.
  return waitingThings.value.length + cards.value.length + strandedWork.value.length > 0
    ? text.outcome.done
    : null
}
