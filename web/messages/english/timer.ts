// The words around the timer, in English.
export const timer = {
  timer: {
    title: 'Timer',
    start: 'Start',
    startOn: (project: string) => `Start the timer on ${project}`,
    startOther: 'Start …',
    startTitle: 'Start the timer',
    switchTitle: 'Switch the timer',
    switch: 'Switch',
    switchTo: 'Switch to',
    switchOn: (project: string) => `Stop, and start the timer on ${project}`,
    other: 'Other …',
    stop: 'Stop',
    since: (time: string) => `since ${time}`,
    sinceDay: (time: string, day: string) => `since ${time}, ${day}`,
    over: (duration: string) => `over ${duration}`,
    overText: 'That is long for one go.',
    resolve: 'Say what was meant',
    elsewhere: 'Other devices learn of it when it stops.',
    /** What the sign beside an earlier entry does. */
    again: (project: string) => `Start the timer again with ${project}, today`,
    changeStart: 'Change start',
    begin: 'Began today at',
    beginProblem: {
      'time.empty': 'Say when, like 9:00.',
      'time.unreadable': 'Write it like 9:00, 905 or 5 pm.',
      'time.missing': 'On this day the clocks skip this time. Choose another one.',
      'time.future': 'This is still to come. Choose an earlier time.',
    },
    started: (project: string) => `The timer runs on ${project}`,
    saved: (duration: string, project: string) => `Saved on this device: ${duration} on ${project}`,
    withdrawnAndSaved: (duration: string, project: string) =>
      `Withdrawn and saved: ${duration} on ${project}`,
    notStored: 'Nothing has changed: this device cannot store anything right now.',
    ask: {
      short: {
        title: 'Less than a minute',
        text: (project: string) =>
          `Nothing was saved: the timer on ${project} has run for less than a minute.`,
      },
      long: {
        title: 'What was meant?',
        text: (duration: string, project: string) =>
          `The timer on ${project} ran for ${duration}. Nothing was saved yet: say when you stopped.`,
      },
      backwards: {
        title: 'When did it end?',
        text: (start: string, end: string) =>
          `The timer began at ${start}, but this device’s clock says ${end}. It was probably set. Nothing was saved yet.`,
      },
      refused: {
        title: 'Not saved yet',
        text: 'The timer is not lost. Correct it here, or let it run on.',
      },
      typed: {
        title: 'Type the times',
        text: 'The timer runs until this is saved.',
      },
    },
    keep: (duration: string) => `Keep all ${duration}`,
    type: 'Type the times',
    runOn: 'Let it run',
    goOn: 'Go on timing',
    discard: 'Discard',
    discarded: 'Timer discarded',
  },
}
