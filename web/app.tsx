// The frame around every screen, and which screen is in it.
import type { JSX } from 'preact'
import { useErrorBoundary } from 'preact/hooks'
import { text } from './messages.ts'
import { Banners } from './parts/banners.tsx'
import { Heading } from './parts/heading.tsx'
import { HistoryDialog } from './parts/history-dialog.tsx'
import { Navigation } from './parts/navigation.tsx'
import { NoLogging } from './parts/no-logging.tsx'
import { NoticeBar } from './parts/notice-bar.tsx'
import { TimerBar } from './parts/timer-bar.tsx'
import { TimerDialog } from './parts/timer-dialog.tsx'
import { Account } from './screens/account.tsx'
import { Approvals } from './screens/approvals.tsx'
import { Callback } from './screens/callback.tsx'
import { Edit } from './screens/edit.tsx'
import { Log } from './screens/log.tsx'
import { Notices } from './screens/notices.tsx'
import { Outbox } from './screens/outbox.tsx'
import { People } from './screens/people.tsx'
import { Projects } from './screens/projects.tsx'
import { Reports } from './screens/reports.tsx'
import { Sheet } from './screens/sheet.tsx'
import { Week } from './screens/week.tsx'
import { Welcome } from './screens/welcome.tsx'
import { editing, route } from './state/address.ts'
import { broken, who } from './state/copy.ts'
import { historyShown, keyOfSubject } from './state/history.ts'
import { mayLog } from './state/rights.ts'

export function App() {
  const [fault] = useErrorBoundary(reportError)
  if (fault) return <Alone screen={<Fault />} />
  if (route.value.screen === 'callback') return <Alone screen={<Callback />} />
  if (who.value === null) return <Alone screen={<Welcome />} />
  if (who.value === undefined) return broken.value && <Alone screen={<Banners />} />
  return (
    <div class="frame">
      <a class="skip" href="#content">
        {text.skip}
      </a>
      <Navigation />
      <main id="content" tabIndex={-1}>
        <TimerBar />
        <Banners />
        <Screen />
      </main>
      {editing.value && <Edit key={editing.value} entry={editing.value} />}
      {historyShown.value && (
        <HistoryDialog key={keyOfSubject(historyShown.value)} subject={historyShown.value} />
      )}
      <TimerDialog />
      <NoticeBar />
    </div>
  )
}

/** A screen for somebody whom this device does not know: nothing to navigate yet. */
const Alone = ({ screen }: { screen: JSX.Element }) => <main class="alone">{screen}</main>

function Screen() {
  const at = route.value
  switch (at.screen) {
    case 'log':
      return mayLog.value ? <Log key="log" /> : <NoLogging key="no-logging" />
    case 'week':
      return mayLog.value ? (
        <Week key={at.week ?? 'current'} week={at.week} />
      ) : (
        <NoLogging key="no-logging" />
      )
    case 'approvals':
      return <Approvals key={at.week ?? 'all'} week={at.week} />
    case 'sheet':
      return <Sheet key={`${at.person} ${at.week}`} person={at.person} week={at.week} />
    case 'reports':
      return <Reports key="reports" />
    case 'notices':
      return <Notices key="notices" />
    case 'projects':
      return <Projects key="projects" />
    case 'people':
      return <People key="people" />
    case 'outbox':
      return <Outbox key="outbox" />
    case 'account':
      return <Account key="account" />
    default:
      return <Lost key="lost" />
  }
}

const Fault = () => (
  <div class="nothing nothing-tall" role="alert">
    <strong>{text.fault.title}</strong>
    <p>{text.fault.text}</p>
    <button class="button" type="button" onClick={() => location.reload()}>
      {text.fault.reload}
    </button>
  </div>
)

const Lost = () => (
  <>
    <Heading title={text.lost.title} />
    <div class="nothing">
      <p>{text.lost.text}</p>
      <a class="button" href="/">
        {text.lost.back}
      </a>
    </div>
  </>
)
