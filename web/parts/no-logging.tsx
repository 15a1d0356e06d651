// The place of the hours, for whoever may not log any: payroll reads, and begins with the reports.
import { useEffect } from 'preact/hooks'
import { text } from '../messages.ts'
import { go, route } from '../state/address.ts'
import { Heading } from './heading.tsx'

export function NoLogging() {
  const isStart = route.value.screen === 'log'
  useEffect(() => {
    if (isStart) go('/reports', 'replace')
  }, [isStart])
  return (
    <>
      <Heading title={text.navigation.week} />
      <div class="nothing">
        <p>{text.log.forbidden}</p>
        <a class="button" href="/reports">
          {text.navigation.reports}
        </a>
      </div>
    </>
  )
}
