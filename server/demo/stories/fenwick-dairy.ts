import type { Story } from '../story';

/** A clear no: they do it themselves, and that serves them best. */
export const fenwickDairy: Story = {
  by: 'expert',
  daysAgo: 8,
  at: '13:30',
  minutes: 38,
  playbook: { id: 'diagnostic-sequence', version: 1 },
  client: 'Fenwick Dairy',
  title: 'Sensors on the filling lines',
  people: [
    { name: 'Ruth Fenwick', role: 'managing director', side: 'client' },
    { name: 'Dario Conti', role: 'maintenance', side: 'client' },
    { name: 'Emil Sandberg', role: 'engineer', side: 'ours' },
  ],
  asked: {
    'agree-aim': { text: 'Decide whether to put sensors on lines 2 and 3 this year.' },
    'agree-no': { text: 'Ruth: "If it is a no, I would like to know it today."' },
    'situation-today': {
      text: 'Three lines, the oldest from 1998. Dario listens to bearings by ear and changes them by calendar.',
    },
    'problem-what': { text: 'Two stops last year on line 3, each of them about five hours.' },
    'problem-evidence': {
      text: 'Shift book: 11 March and 2 September. Both times the same bearing, both times noted as loud the week before.',
    },
    'problem-cause': {
      text: 'Dario: the note went into the book and nobody read it.\nSurely you agree that sensors would have seen it earlier?',
      answers: [
        {
          words: 'Surely you agree',
          kind: 'kept',
          reason: 'I asked it like that. Next time: what would have had to happen for someone to act?',
        },
      ],
    },
    'cost-what': { text: 'About 4,000 each stop: milk poured away and a night shift.' },
    'cost-nothing': { text: 'Line 3 is to be replaced in two years anyway.' },
    'objectives-what': { text: 'No stop that was already written down in the book.' },
    'process-who': { text: 'Ruth, with Dario. No board.' },
    'options-leave': { text: 'Two more years with perhaps four stops.' },
    'options-inhouse': {
      text: 'Dario reads the shift book every Friday and orders the bearing the same day. Costs an hour a week.',
    },
    'options-us': {
      text: 'Talked about a pilot on line 3.\nHandle the price objection in the next call.',
      answers: [
        {
          words: 'price objection',
          kind: 'disputed',
          reason: 'It was their plain question what it costs. I wrote it down badly.',
        },
      ],
    },
    'playback-summary': {
      text: 'The stops were seen by a person in time. What was missing is someone who acts on the book. Dario: "Yes. That is it."',
    },
    'decide-why': { text: 'Ruth said it herself: a reader, not a sensor.' },
  },
  skipped: { 'objectives-strategy': 'Small house, Ruth answered it with the plan for line 3.' },
  notRelevant: ['problem-others', 'process-when'],
  decision: {
    outcome: 'no',
    to: 'Sensors on lines 2 and 3 this year',
    reason:
      'Both stops were noticed a week before by a person. A weekly reading of the shift book prevents them for an hour a week.',
    objectives: ['No stop that was already written down in the book'],
    options: {
      leave: ['No work at all.', 'Two stops a year until line 3 is replaced.'],
      elsewhere: [
        'Dario reads the book on Fridays; it costs an hour a week and starts now.',
        'Depends on one person; needs a stand-in in August.',
      ],
      'with-us': ['Would also see what nobody hears.', '31,000 for a line that goes in two years.'],
    },
    playback: 'Someone noticed, nobody read it. You need a reader, not a sensor.',
    tookPart: ['Ruth Fenwick', 'Dario Conti', 'Emil Sandberg'],
    dissent: '',
    nextSteps: [
      {
        text: 'Read the shift book every Friday, with a stand-in named',
        side: 'client',
        name: 'Dario Conti',
        inDays: 2,
      },
      {
        text: 'Send the list of sounds that we use for bearings, free of charge',
        side: 'ours',
        name: 'Emil Sandberg',
        inDays: 1,
      },
    ],
  },
};
