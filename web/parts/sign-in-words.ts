// Why a sign-in failed, in words.
import { text } from '../messages.ts'
import type { FailureToSignIn } from '../state/sign-in.ts'

/** What the tenant or the API said; or that this device is the reason, as the banner above the screens says it. */
export function signInWords({ kind, ...problem }: FailureToSignIn): string {
  if (kind === 'broken') return `${text.banner.broken}. ${text.banner.brokenMore}`
  if (kind === 'outdated') return `${text.banner.outdated}. ${text.banner.outdatedMore}`
  const reason = 'description' in problem ? problem.description : null
  return kind === 'denied' && reason ? text.signIn.deniedBecause(reason) : text.signIn[kind]
}
