// The language a person chose on this device, where it is not the device's own.
import { recall, remember } from './remembered.ts'

/** The chosen language (BCP 47), or null where none was or where nothing can be read. */
export const chosenLanguage = (): string | null => recall('language')

/** Keeps the choice for the next start, null for the device's own language; answers whether it could be kept. */
export const chooseLanguage = (language: string | null): boolean => remember('language', language)
