// The app's signs, drawn on a grid of 24. They never stand alone: a word or an accessible name is beside each.
const shapes = {
  log: 'M12 5v14M5 12h14',
  week: 'M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 10h16M8.5 3v4M15.5 3v4',
  outbox: 'M4 13v5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5M12 15V4M7.5 8.5 12 4l4.5 4.5',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0',
  device:
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3M11 18h2',
  delivered: 'm5 12.5 4.5 4.5L19 7.5',
  attention: 'M12 8v5M12 16.5v.01M12 3.5 2.8 19.5h18.4z',
  offline: 'M3 3l18 18M8.5 15.5a5 5 0 0 1 6-.8M5 12a10 10 0 0 1 4-2.4M19 12a10 10 0 0 0-5.6-2.9M12 19v.01',
  sync: 'M20 11a8 8 0 0 0-14.5-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 4L20 15M20 20v-5h-5',
  back: 'm15 5-7 7 7 7',
  forward: 'm9 5 7 7-7 7',
  close: 'M6 6l12 12M18 6 6 18',
  bin: 'M4 7h16M9 7V4.5h6V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5',
  file: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14',
  share: 'M12 15V4M8.5 7 12 3.5 15.5 7M7 11H5.5v9.5h13V11H17',
} as const

export type IconName = keyof typeof shapes

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
)

/** The mark: five strokes of a tally, one for each day of work. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 512 512" aria-hidden="true">
    <rect class="mark-ground" width="512" height="512" rx="116" />
    <path class="mark-tally" d="M139 142v228M217 142v228M295 142v228M373 142v228" />
    <path class="mark-slash" d="M92 322 420 190" />
  </svg>
)
