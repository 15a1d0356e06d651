// In a new company: why there is nothing to book hours on yet, and what to do about it.
import { text } from '../messages.ts'
import { hasCopy } from '../state/copy.ts'
import { may } from '../state/rights.ts'

export function NoProjects() {
  if (!hasCopy.value) return null
  return (
    <p class="field-hint">
      {text.projects.nothingToBook}{' '}
      {may('manage:projects') ? <a href="/projects">{text.projects.toProjects}</a> : text.projects.askForOne}
    </p>
  )
}
