// The few small choices that a browser remembers beside the database, because they must be known before the first picture.
// Where storage is blocked nothing is remembered, and the page goes on; the service worker cannot read it at all.
const names = ['language', 'entry-by', 'install-hint'] as const
type Name = (typeof names)[number]

/** What was remembered under this name; null where nothing was, or where nothing can be read. */
export function recall(name: Name): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    // Browsers that block storage throw.
    return null
  }
}

/** Remembers a value for the next start, null for none; answers whether it could be kept. */
export function remember(name: Name, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}

/** Forgets all of it, with everything else on the device. */
export const forgetRemembered = (): void => names.forEach((name) => remember(name, null))
