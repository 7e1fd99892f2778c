import type { Story } from '../story';

/** A yes to something small, after a fix that came too early and a deadline that was taken back. */
export const harbourHotels: Story = {
  by: 'expert',
  daysAgo: 3,
  at: '09:00',
  minutes: 47,
  playbook: { id: 'diagnostic-sequence', version: 1 },
  client: 'Harbour Hotels',
  title: 'Backups of the booking system',
  people: [
    { name: 'Marta Lindqvist', role: 'head of IT operations', side: 'client' },
    { name: 'Piet Varga', role: 'finance', side: 'client' },
    { name: 'Emil Sandberg', role: 'engineer', side: 'ours' },
  ],
  asked: {
    'agree-aim': {
      text: 'Marta: leave knowing whether backups are a problem to spend on, or one to stop worrying about.',
    },
    'agree-no': { text: 'Agreed that a no is fine. Piet: "I will ask about that first anyway."' },
    'situation-today': {
      text: 'Eleven hotels, one booking system in a rented rack, a file server in each house, four people in IT.\nBackups run every night. Tomas reads the mails in the morning; green means done.',
    },
    'problem-what': {
      text: 'March: an update broke the booking database. Back to the night before, nine hours on paper.',
    },
    'problem-evidence': {
      text: 'Ticket: reported 06:40, first booking typed in 15:50. 60 rooms sold twice.\nHow long a restore takes on a normal day: never measured.',
    },
    'cost-what': {
      text: 'Piet: 38,000 for March (refunds, rooms elsewhere, overtime). Once in four years, he says too.\nThey clearly need our managed backup.',
      answers: [
        {
          words: 'clearly need',
          kind: 'kept',
          reason: 'Left it here so that I see it: this is me, not them. I did not say it.',
        },
      ],
    },
    'cost-nothing': {
      text: 'Perhaps nothing for four more years. From 2028 the insurer asks for a tested restore twice a year.',
    },
    'tried-what': {
      text: 'Backup appliance bought two years ago, still in its box. Restore guide for a server that was replaced.',
    },
    'objectives-what': { text: 'Front desk works again within two hours, and Marta has seen it done.' },
    'objectives-strategy': {
      text: 'Three more hotels by next autumn with the same office staff. Nothing that needs one more person.',
    },
    'process-who': {
      text: 'Up to 20,000 Marta and Piet. Above it the board in January. Ana (front desks) can stop what touches check-in.',
    },
    'process-no': { text: 'Anything installed on the reception computers is a no.' },
    'options-leave': {
      text: 'Costs nothing this year. Marta could live with it if she knew how long a restore takes.',
    },
    'options-us': {
      text: 'Marta: "What would you do in our place?"\nWe would measure one restore first, before anyone buys anything.',
      theyAsked: ['We would measure one restore first, before anyone buys anything.'],
      reworded: [
        {
          was: 'Offer is only valid until Friday.',
          now: '',
        },
      ],
    },
    'playback-summary': {
      text: 'Corrected: the worst was not the nine hours but that nobody could tell reception how long it would take.',
    },
    'decide-ready': null,
  },
  skipped: { 'situation-numbers': 'Piet had only ten minutes left; the numbers came with the cost.' },
  notRelevant: ['tried-outside'],
  decision: {
    outcome: 'yes',
    to: 'One measured restore of the booking system on a test server, with Tomas at the keyboard',
    reason:
      'They cannot choose between leaving it, doing it themselves and buying anything before they know how long a restore takes.',
    objectives: ['Front desk works again within two hours', 'Open three hotels without one more person in the office'],
    options: {
      leave: [
        'Costs nothing this year, no work for the team.',
        'The time of a restore stays unknown until the next bad day.',
      ],
      elsewhere: [
        'Tomas knows the system; the rack supplier has a managed backup.',
        'Six weeks of Tomas, or a second contract to watch.',
      ],
      'with-us': [
        'A number after one day, and Tomas can repeat it alone.',
        'A day of his time, and one more outside party to deal with.',
      ],
    },
    playback:
      'You do not know how long a restore takes, and in March nobody could tell reception. That matters more than the nine hours.',
    tookPart: ['Marta Lindqvist', 'Piet Varga', 'Emil Sandberg'],
    dissent: 'Piet would have waited for the insurer to ask. He can live with one day.',
    nextSteps: [
      { text: 'Put up a test server of the size of the rack', side: 'client', name: 'Tomas', inDays: 9 },
      { text: 'Write down the steps of the restore and what is timed', side: 'ours', name: 'Emil Sandberg', inDays: 7 },
    ],
  },
};
