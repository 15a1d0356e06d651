// The app's signs, drawn on a grid of 24. They never stand alone: a word or an accessible name is beside each.
const shapes = {
  log: 'M12 5v14M5 12h14',
  week: 'M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 10h16M8.5 3v4M15.5 3v4',
  outbox: 'M4 13v5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5M12 15V4M7.5 8.5 12 4l4.5 4.5',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5a7.5 7.5 0 0 1 15 0',
  approvals:
    'M8.5 5H6.5A1.5 1.5 0 0 0 5 6.5v13A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5v-13A1.5 1.5 0 0 0 17.5 5h-2M9 3h6v4H9zM9 14l2.2 2.2L15.5 12',
  returned:
    'M8.5 5H6.5A1.5 1.5 0 0 0 5 6.5v13A1.5 1.5 0 0 0 6.5 21h11a1.5 1.5 0 0 0 1.5-1.5v-13A1.5 1.5 0 0 0 17.5 5h-2M9 3h6v4H9zM9.5 11.5l5 5M14.5 11.5l-5 5',
  reports: 'M4 20h16M7 20v-7M12 20V5M17 20v-10',
  notices: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21h4',
  projects:
    'M3.5 18V6.5A1.5 1.5 0 0 1 5 5h4.5l2 2.5H19A1.5 1.5 0 0 1 20.5 9v9a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18',
  people:
    'M9.5 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20a6.5 6.5 0 0 1 13 0M16 4.9a3.5 3.5 0 0 1 0 6.2M18 14.6a6.5 6.5 0 0 1 3 5.4',
  device:
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3M11 18h2',
  delivered: 'm5 12.5 4.5 4.5L19 7.5',
  attention: 'M12 8v5M12 16.5v.01M12 3.5 2.8 19.5h18.4z',
  play: 'M8 5.5v13l10.5-6.5z',
  stop: 'M7 7h10v10H7z',
  timer: 'M12 7.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M12 11v3.5M10 3.5h4M18 8l1.5-1.5',
  late: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 8v4.5l3 2',
  note: 'M6 4h12a1.5 1.5 0 0 1 1.5 1.5V14L14 20H6a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 6 4M14 20v-6h5.5M8.5 8.5h7M8.5 12h4',
  lock: 'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-6.5A1.5 1.5 0 0 1 6.5 11M8 11V8a4 4 0 0 1 8 0v3',
  unlocked:
    'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-6.5A1.5 1.5 0 0 1 6.5 11M8 11V7a4 4 0 0 1 7.7-1.5',
  offline: 'M3 3l18 18M8.5 15.5a5 5 0 0 1 6-.8M5 12a10 10 0 0 1 4-2.4M19 12a10 10 0 0 0-5.6-2.9M12 19v.01',
  sync: 'M20 11a8 8 0 0 0-14.5-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 4L20 15M20 20v-5h-5',
  back: 'm15 5-7 7 7 7',
  forward: 'm9 5 7 7-7 7',
  close: 'M6 6l12 12M18 6 6 18',
  bin: 'M4 7h16M9 7V4.5h6V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5',
  file: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14',
  print: 'M7 8.5V3.5h10v5M7 17H4.5V8.5h15V17H17M7 14h10v6.5H7z',
  history: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.5M4.5 4v4.5H9M12 8v4.5l3 1.5',
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
