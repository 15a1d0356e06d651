// Said before somebody is deactivated who approves: whose weeks nobody could decide on then.
import { useEffect, useRef } from 'preact/hooks'
import { text } from '../messages.ts'
import { dependentsOf } from '../state/people.ts'
import { Icon } from './icon.tsx'
import { personName } from './names.ts'

export function Dependents({ id }: { id: string }) {
  const names = dependentsOf(id).map(personName)
  const words = useRef<HTMLParagraphElement>(null)
  // It appears below the box that was just unticked, where the buttons may stand before it.
  useEffect(() => words.current?.scrollIntoView({ block: 'nearest' }), [])
  if (names.length === 0) return null
  return (
    <p class="reason" ref={words}>
      <Icon name="attention" />
      <span>{text.people.dependents(names.join(', '))}</span>
    </p>
  )
}
