// The language a person chose on this device, where it is not the device's own. It stands in localStorage, because it must
// be known before the first picture; the service worker, which cannot read that, says nothing to anybody.
const key = 'language'

/** The chosen language (BCP 47), or null where none was or where nothing can be read. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // Browsers that block storage throw; the device's own language is right there.
    return null
  }
}

/** Keeps the choice for the next start, null for the device's own language; answers whether it could be kept. */
export function chooseLanguage(language: string | null): boolean {
  try {
    if (language === null) localStorage.removeItem(key)
    else localStorage.setItem(key, language)
    return true
  } catch {
    return false
  }
}
