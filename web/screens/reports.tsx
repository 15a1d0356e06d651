// Hours by project, by day and by person, as a picture, as a table, as a file and on paper.
import { text } from '../messages.ts'
import { Heading } from '../parts/heading.tsx'
import { PrintView } from '../parts/print-view.tsx'
import { ReportChoice } from '../parts/report-choice.tsx'
import { ReportOfOthers, ReportOfOwn } from '../parts/report-result.tsx'
import { addressOf, printAddress } from '../state/report-address.ts'
import { printing } from '../state/report-print.ts'
import { wanted, wantedProblem } from '../state/reports.ts'

export function Reports() {
  const print = printing.value
  if (print) return <PrintView key={printAddress(print)} printing={print} />
  const asked = wanted.value
  return (
    <>
      <Heading title={text.reports.title} />
      <div class="report prints">
        <ReportChoice wanted={asked} problem={wantedProblem.value} />
        {wantedProblem.value === null &&
          (asked.whose === 'me' ? <ReportOfOwn /> : <ReportOfOthers key={addressOf(asked)} wanted={asked} />)}
      </div>
    </>
  )
}
