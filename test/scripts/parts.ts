// The parts of `npm test`, in the order in which they find faults soonest.

/** One part: a tool and its words. Parts of vitest count their tests, the others count as one. */
export interface Part {
  name: string
  command: string
  words: string[]
  counts: boolean
}

const tool = (name: string, command: string, ...words: string[]): Part => ({
  name,
  command,
  words,
  counts: false,
})
const tests = (name: string): Part => ({
  name,
  command: 'vitest',
  words: ['run', '--config', 'test/vitest.config.ts', '--project', name],
  counts: true,
})

export const parts: readonly Part[] = [
  tool('types', 'tsc', '--build'),
  tool('lint', 'oxlint'),
  tool('format', 'oxfmt', '--check'),
  tool('unused', 'knip', '--config', '.knip.json'),
  tests('domain'),
  tests('worker'),
  tests('web'),
  tests('tools'),
  tests('e2e'),
]
