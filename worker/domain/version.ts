// The version of a thing is the id of the change that last wrote it, so that a device knows it without a network.
import type { Refusal } from './problem.ts'

interface Versioned {
  version: string
}

/** Why a write that saw `base` (null: nothing yet) may not go over `current`, or null. */
export function versionProblem(
  kind: 'entry' | 'project' | 'person' | 'late',
  current: Versioned | undefined,
  base: string | null,
): Refusal | null {
  if (!current) return base === null ? null : { code: `${kind}.unknown` }
  if (base === null) return { code: `${kind}.exists` }
  return base === current.version ? null : { code: `${kind}.stale` }
}
