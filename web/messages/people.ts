// What is said to and about whoever uses the device, in English.
import { entries, verb } from './counted.ts'

export const people = {
  welcome: {
    title: 'Hours that survive the tunnel',
    lead: 'Log your time on the train, in the cellar, on the roof. It is saved on your phone at once and delivered as soon as there is signal.',
    signIn: 'Sign in',
    going: 'Opening the sign-in page',
    points: [
      { title: 'Saved at once', text: 'Every hour is written to your device first. No signal, no problem.' },
      {
        title: 'Delivered once',
        text: 'It arrives exactly one time, under your name. Most phones deliver even with the app closed.',
      },
      { title: 'Nothing lost', text: 'What cannot be delivered stays, with the reason in plain words.' },
    ],
    othersWait: (count: number) =>
      `${entries(count)} on this device ${verb(count, 'waits for its owner', 'wait for their owners')} to sign in.`,
  },

  signIn: {
    title: 'Signing in',
    working: 'One moment, you are being signed in.',
    offline: 'No connection to the sign-in page. Try again when there is signal; what you logged is safe.',
    denied: 'The sign-in was cancelled or not allowed.',
    deniedBecause: (reason: string) => `The sign-in was not allowed: ${reason}`,
    unknown: 'This sign-in link was already used or is too old. Please start again.',
    untrusted:
      'The answer did not come from your company’s sign-in. Nothing was taken from it. Please start again.',
    refused: 'This account may not use Timesheets. Ask whoever manages people in your company.',
    again: 'Try again',
    back: 'Back to the app',
  },

  account: {
    title: 'Account',
    nameless: 'Signed in',
    signOut: 'Sign out',
    signOutNothing:
      'Everything is delivered. Signing out removes your hours from this device, not from the server.',
    signOutWaiting: (count: number) =>
      `${entries(count)} ${verb(count, 'is', 'are')} not delivered yet. ${verb(count, 'It stays', 'They stay')} on this device for you and ${verb(count, 'is', 'are')} shown to nobody else.`,
    signOutOffline:
      'There is no signal now. Once signed out you cannot sign in again, nor log hours, before there is.',
    safe: 'This device keeps your hours safely',
    evictable: 'The browser may clear this device’s copy',
    safeMore: 'The browser has promised not to clear them.',
    evictableMore: 'Undelivered hours could be lost when space runs out. Installing the app prevents that.',
    unsealed: 'This browser cannot keep an encryption key, so your session is stored unencrypted.',
    app: 'App',
    version: (version: string) => `Version ${version}`,
    newest: 'Up to date',
    iphoneTitle: 'On iPhones and in Firefox',
    iphone:
      'Hours are saved at once, also without signal. They are delivered the next time the app is open and online, because these browsers do not let a closed app work.',
    forget: 'Forget this device',
    forgetText: 'Removes everything of everybody from this device.',
    forgetTitle: 'Forget this device?',
    forgetNothing: 'Everything is delivered, so nothing is lost. You will be signed out.',
    forgetLoses: 'These hours were never delivered and will be lost:',
    forgetPerson: (name: string, count: number, hours: string) => `${name}: ${entries(count)}, ${hours} h`,
    forgetOther: (count: number) => `Somebody else: ${entries(count)}`,
    forgetFile: 'Save my hours as a file',
    forgetConfirm: 'Forget everything',
    leaving: 'One moment',
  },
}
