// Said before somebody is deactivated who approves: whose weeks nobody could decide on then.
import { text } from '../messages.ts'
import { dependentsOf } from '../state/people.ts'
import { Icon } from './icon.tsx'
import { personName } from './names.ts'

export function Dependents({ id }: { id: string }) {
  const names = dependentsOf(id).map(personName)
  if (names.length === 0) return null
  return (
    <p class="reason">
      <Icon name="attention" />
      <span>{text.people.dependents(names.join(', '))}</span>
    </p>
  )
}
