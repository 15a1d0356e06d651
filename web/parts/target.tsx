// What a week comes to beside what was agreed on.
import { writeDifference, writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'

interface Props {
  minutes: number
  /** Minutes a week that were agreed on; null where nothing was. */
  target: number | null
}

export const Target = ({ minutes, target }: Props) => (
  <div class="sums">
    <dl class="sums-figures">
      <Sum name={text.week.total} value={writeDuration(minutes)} />
      {target !== null && <Sum name={text.week.target} value={writeDuration(target)} />}
      {target !== null && <Sum name={text.week.difference} value={writeDifference(minutes - target)} />}
    </dl>
    {target !== null && target > 0 && (
      <span class="sums-bar" style={{ '--part': Math.min(1, minutes / target) }} />
    )}
  </div>
)

const Sum = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd class="figure">{value}</dd>
  </div>
)
