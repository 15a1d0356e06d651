// What is said about whoever uses the device, and about the device, in English.
import { changes, entries, form } from './counted.ts'

export const account = {
  account: {
    title: 'Account',
    nameless: 'Signed in',
    target: (hours: string) => `${hours} h a week agreed`,
    approver: (name: string) => `Your weeks are approved by ${name}`,
    places: 'Further places',
    signOut: 'Sign out',
    signOutNothing:
      'Everything is delivered. Signing out removes your hours from this device, not from the server.',
    signOutWaiting: (count: number) =>
      `${entries(count)} ${form(count, 'is', 'are')} not delivered yet. ${form(count, 'It stays', 'They stay')} on this device for you and ${form(count, 'is', 'are')} shown to nobody else.`,
    /** Where more is not delivered than hours. */
    signOutChanges: (count: number) =>
      `${changes(count)} ${form(count, 'is', 'are')} not delivered yet. ${form(count, 'It stays', 'They stay')} on this device for you and ${form(count, 'is', 'are')} shown to nobody else.`,
    signOutTitle: 'Sign out without a network?',
    signOutEarly: 'Sign out now?',
    signOutTimer: 'The timer runs on for you on this device.',
    signOutStay: 'Stay signed in',
    signOutOffline:
      'There is no signal now. Once signed out, nobody can sign in here, nor log hours, before there is.',
    safe: 'This device keeps your hours safely',
    evictable: 'The browser may clear this device’s copy',
    safeMore: 'The browser has promised not to clear them.',
    evictableMore: 'Undelivered hours could be lost when space runs out. Installing the app prevents that.',
    unsealed: 'This browser cannot keep an encryption key, so your session is stored unencrypted.',
    app: 'App',
    version: (version: string) => `Version ${version}`,
    newest: 'Up to date',
    language: 'Language',
    languageOfDevice: 'As on this device',
    languageUnkept: 'The browser does not let this choice be kept.',
    iphoneTitle: 'On iPhones and in Firefox',
    iphone:
      'Hours are saved at once, also without signal. They are delivered the next time the app is open and online, because these browsers do not let a closed app work.',
    forget: 'Forget this device',
    forgetText: 'Removes everything of everybody from this device.',
    forgetTitle: 'Forget this device?',
    forgetNothing: 'Everything is delivered, so nothing is lost. You will be signed out.',
    forgetLoses: 'This was never delivered and will be lost:',
    forgetSomebody: 'Somebody else',
    forgetChanges: changes,
    forgetHours: (hours: string) => `${hours} h`,
    forgetTimer: 'a running timer',
    forgetFile: 'Save my hours as a file',
    forgetConfirm: 'Forget everything',
  },
}
