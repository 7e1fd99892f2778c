/**
 * What the made-up client says, in the order of the sequence. `ask` is what one might be after, never a sentence to
 * read out; `stage` is the kind of stage in the playbooks.
 * @type {{ stage: string, ask: string, who: string, says: string }[]}
 */
export const LINES = [
  {
    stage: 'agreement',
    ask: 'Agree what this talk is for, and how long it may take.',
    who: 'Marta',
    says: 'Thanks for making the time. I have forty minutes. I would like to leave knowing whether our backups are a problem to spend money on, or one to stop worrying about.',
  },
  {
    stage: 'agreement',
    ask: 'Say that yes and no are equally fine.',
    who: 'Marta',
    says: 'Good. If there is nothing in this for you, please tell me. Piet in finance will ask me that first.',
  },
  {
    stage: 'situation',
    ask: 'Let her describe what they run today.',
    who: 'Marta',
    says: 'Eleven hotels. One booking system in a rented rack, a file server in each house, four of us in IT. Backups run every night. Tomas reads the mails in the morning; if they are green, we move on.',
  },
  {
    stage: 'problem',
    ask: 'Find out what made this come up now.',
    who: 'Marta',
    says: 'In March an update broke the booking database. We went back to the night before. It took nine hours, and reception checked people in on paper.',
  },
  {
    stage: 'problem',
    ask: 'Ask how she knows.',
    who: 'Marta',
    says: 'From the ticket: reported at 06:40, first booking typed in at 15:50. Sixty rooms were sold twice. How long a restore takes on a normal day I cannot tell you. We have never measured one.',
  },
  {
    stage: 'cost',
    ask: 'Ask what it cost, and who says so.',
    who: 'Marta',
    says: 'Piet put March at 38,000: refunds, rooms in other hotels, two nights of overtime. But it was once in four years. He says that too.',
  },
  {
    stage: 'cost',
    ask: 'Ask what happens if nothing changes.',
    who: 'Marta',
    says: 'Perhaps nothing, for four more years. From 2028 our insurer wants a tested restore every six months. So by then we need something.',
  },
  {
    stage: 'tried',
    ask: 'Ask what they have tried, and what stopped it.',
    who: 'Marta',
    says: 'We bought a backup appliance two years ago. It is still in its box; nobody had a week for it. And Tomas wrote a restore guide, for a server that we have since replaced.',
  },
  {
    stage: 'objectives',
    ask: 'Ask what it should make possible.',
    who: 'Marta',
    says: 'The front desk works again within two hours, and I have seen it done with my own eyes.',
  },
  {
    stage: 'objectives',
    ask: 'Ask how that serves where the company is going.',
    who: 'Marta',
    says: 'Three more hotels by next autumn, with the same number of people in the office. Whatever needs one more person is against the plan.',
  },
  {
    stage: 'process',
    ask: 'Ask who decides, how, and by when.',
    who: 'Marta',
    says: 'Up to 20,000 it is Piet and me. Above that it goes to the board in January. And Ana, who runs the front desks, can stop anything that touches check-in.',
  },
  {
    stage: 'process',
    ask: 'Ask what would make it a no.',
    who: 'Marta',
    says: 'Anything installed on the reception computers. We had that once. Check-in got slow, and Ana took it out herself.',
  },
  {
    stage: 'options',
    ask: 'Ask which ways they already see.',
    who: 'Marta',
    says: 'The company that rents us the rack has a managed backup. And Tomas thinks he could do it, if I kept six weeks free for him.',
  },
  {
    stage: 'options',
    ask: 'Ask what speaks for leaving it as it is.',
    who: 'Marta',
    says: 'It costs nothing this year. I would have to tell the board that I chose it, and I could live with that if I knew how long a restore takes.',
  },
  {
    stage: 'options',
    ask: 'Pause. She may want to ask something.',
    who: 'Marta',
    says: 'What would you do in our place?',
  },
  {
    stage: 'playback',
    ask: 'Play back what you heard, and let her correct it.',
    who: 'Marta',
    says: 'Nearly. The nine hours were not the worst. The worst was that nobody could tell reception how long it would take.',
  },
  {
    stage: 'decide',
    ask: 'Ask where this leaves the two of you.',
    who: 'Marta',
    says: 'Let us put it in one sentence together, and then say yes, no or not yet.',
  },
];

/** Three ends of the same weight. @type {{ id: string, label: string, who: string, says: string }[]} */
export const ENDINGS = [
  {
    id: 'yes',
    label: 'Yes',
    who: 'Marta',
    says: 'Then yes: we do one measured restore of the booking system with you, on 3 February, with Tomas at the keyboard. Only that. What follows, we see from the number.',
  },
  {
    id: 'no',
    label: 'No',
    who: 'Marta',
    says: 'Then no. Tomas gets his six weeks and measures one restore himself. I know now what I am choosing and why, and Piet will understand it in two sentences.',
  },
  {
    id: 'not-yet',
    label: 'Not yet',
    who: 'Marta',
    says: 'Then not yet. What is missing is Ana: she has to say what the front desk can bear. I ask her this week, and we look at it again on 12 January.',
  },
];
