import type { Story } from '../story';

/** A renewal review that ends with a no to carrying on as it is: less serves them better. */
export const brightwaterClinic: Story = {
  by: 'expert',
  daysAgo: 22,
  at: '10:00',
  minutes: 62,
  playbook: { id: 'technical-deep-dive', version: 1 },
  client: 'Brightwater Clinic',
  title: 'Does the monitoring still fit?',
  people: [
    { name: 'Dr. Hanna Roos', role: 'head of the laboratory', side: 'client' },
    { name: 'Viktor Blom', role: 'IT', side: 'client' },
    { name: 'Emil Sandberg', role: 'engineer', side: 'ours' },
  ],
  asked: {
    'deep-question': { text: 'Is what we run for them still what they need, after the move to the new building?' },
    'deep-interest': {
      text: 'Said openly: we earn from the contract and would like to keep it. Hanna: "Good that you say so."',
    },
    'deep-draw': { text: '46 freezers, of which 29 moved. The new ones report by themselves.' },
    'deep-used': { text: 'Viktor opens the reports once a quarter, for the audit. Nobody else does.' },
    'deep-incidents': { text: 'Four alarms in a year. Three were doors left open; one was real.' },
    'deep-contrary': { text: 'For the 17 old freezers the alarm came 40 minutes before the house alarm.' },
    'deep-run-cost': {
      text: '19,200 a year for all 46.\nIf we lose this one my number for the year is gone, so push for the two-year term.',
      answers: [
        { words: 'my number', kind: 'kept', reason: 'True, and it has no place in this. Left it here to remember.' },
      ],
    },
    'deep-objective': { text: 'No sample lost, and one place to look in the audit.' },
    'deep-less': { text: 'Monitoring for the 17 old freezers only, until they are replaced.' },
    'deep-playback': { text: 'Viktor corrected: 16, one goes this month.' },
  },
  skipped: { 'deep-load': 'No change since last year, Viktor sent the numbers before.' },
  notRelevant: ['deep-own'],
  own: [
    {
      stageId: 'process',
      text: 'Who has to be told in the audit when an alarm moves to another system?',
      noted: { text: 'The quality officer, in writing, four weeks ahead.' },
    },
  ],
  decision: {
    outcome: 'no',
    to: 'Another year of monitoring for all 46 freezers',
    reason: 'The new freezers watch themselves. Paying twice for them serves neither the samples nor the audit.',
    objectives: ['No sample lost', 'One place to look in the audit'],
    options: {
      leave: ['Nothing to change before the audit.', '12,000 a year for what the new freezers do themselves.'],
      elsewhere: ['The house alarm covers all of it.', 'It comes 40 minutes later for the old freezers.'],
      'with-us': ['16 freezers until they go; early alarm where it matters.', 'Two systems until then.'],
    },
    playback: 'Sixteen old freezers need the early alarm, the rest do not.',
    tookPart: ['Dr. Hanna Roos', 'Viktor Blom', 'Emil Sandberg'],
    dissent: 'Viktor would rather have one system, even if it is slower for the old ones.',
    nextSteps: [
      { text: 'Tell the quality officer in writing', side: 'client', name: 'Viktor Blom', inDays: 5 },
      { text: 'End the contract for 30 freezers', side: 'ours', name: 'Emil Sandberg', inDays: 8 },
    ],
  },
};
