// A number on a sign, for eyes alone: its words stand beside it.

/** More has no room, and nobody counts it. */
const most = 99

export const Badge = ({ count, isAlarm = false }: { count: number; isAlarm?: boolean }) => (
  <span class={isAlarm ? 'badge badge-alarm' : 'badge'} aria-hidden="true">
    {count > most ? `${most}+` : count}
  </span>
)
