// What is on this device only: what waits, what was refused and why, and what the last sync said.
import { text } from '../messages.ts'
import { moment } from '../dates.ts'
import { Heading } from '../parts/heading.tsx'
import { Icon, Mark } from '../parts/icon.tsx'
import { inWords } from '../parts/in-words.ts'
import { RefusedCard } from '../parts/refused-card.tsx'
import { WaitingRow } from '../parts/waiting-row.tsx'
import { now, zone } from '../state/clock.ts'
import { cards, report, waiting } from '../state/copy.ts'
import { blocked, deliver, syncing, waitsTooLong } from '../state/delivery.ts'
import { offerFile } from '../state/file.ts'

export function Outbox() {
  const refused = cards.value
  const items = waiting.value
  return (
    <>
      <Heading title={text.outbox.title} />
      <div class="outbox">
        <LastSync />
        {waitsTooLong.value && blocked.value === null && (
          <p class="banner banner-alarm">{text.outbox.tooLong}</p>
        )}
        {refused.length > 0 && (
          <section aria-labelledby="attention-title">
            <h2 id="attention-title">{text.outbox.attention}</h2>
            <ul class="cards">
              {refused.map((card) => (
                <RefusedCard key={card.thing} card={card} />
              ))}
            </ul>
          </section>
        )}
        {items.length > 0 && (
          <section aria-labelledby="waiting-title">
            <h2 id="waiting-title">{text.outbox.waiting}</h2>
            <ul class="rows">
              {items.map((item) => (
                <WaitingRow key={item.order} item={item} />
              ))}
            </ul>
          </section>
        )}
        {items.length + refused.length > 0 ? (
          <button class="button button-plain" type="button" onClick={() => offerFile(inWords)}>
            <Icon name="file" />
            {text.outbox.fileAll}
          </button>
        ) : (
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

function LastSync() {
  const last = report.value
  return (
    <section class="sync" aria-labelledby="sync-title">
      <div class="sync-words" aria-live="polite">
        <h2 id="sync-title">
          {text.outbox.lastSync}: {last ? moment(last.at, now.value, zone.value) : text.outbox.never}
        </h2>
        {last && <p>{words(last)}</p>}
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

function words({ outcome, delivered, refused }: NonNullable<typeof report.value>): string {
  if (outcome !== 'done') return text.outcome[outcome]
  return delivered + refused > 0 ? text.outcome.doneWith(delivered, refused) : text.outcome.done
}
