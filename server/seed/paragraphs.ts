import { randomOf } from './random';

const WHO =
  'they|we|the planner|the plant manager|the night shift|the buyer|their controller|the ward|the depot|the help desk|the foreman|the registrar|the dispatcher|the auditor|the pharmacist|the treasurer|the head of repair|the trainees|the council|the warehouse|the surveyors';
const DOES =
  'count|check|write down|copy|compare|send round|wait for|repair|measure|sign off|look for|weigh|forecast|reorder|archive|translate|correct|review|explain|reconcile|restore|label|inspect|schedule|test';
const WHAT =
  'the scrap|the invoices|the spare parts|the batch records|the readings|the timesheets|the tickets|the contracts|the backups|the samples|the deliveries|the drawings|the prescriptions|the budgets|the permits|the complaints|the meter data|the test runs|the price lists|the certificates|the training plans|the handovers|the alarms|the inventories|the routes';
const HOW =
  'by hand|in three spreadsheets|twice a day|every Friday|after midnight|on paper|over the phone|from memory|without a second pair of eyes|in the old system|through a shared mailbox|from a printout|with a borrowed login|under time pressure|before the audit|at month end';
const AND =
  'which costs about {n} hours a week|and {n} of {m} came back wrong last quarter|so the line stood still for {n} minutes|and nobody knows who decided that|and it was tried in {y} already|because the vendor of {x} went quiet|since {x} was switched off|and the board asks for it by {y}|which only {x} can open|and their measure is {n} per cent of {m}|but {x} in the cellar still needs it|and the union wants to be heard first';

const listOf = (words: string) => words.split('|');
const [PEOPLE, DO, THINGS, WAYS, ENDS] = [listOf(WHO), listOf(DOES), listOf(WHAT), listOf(HOW), listOf(AND)];
const SYLLABLES = 'ka lo mi ren tas vo dul bri sen gar nix pel tor hu zan wey fol rud jas quo'.split(' ');

/** Names of systems and places that nobody has, so that some words are rare. */
function nameOf(n: number): string {
  let [rest, name] = [n, ''];
  for (let part = 0; part < 4; part += 1) {
    name += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name[0]?.toUpperCase() + name.slice(1);
}

const NAMES = 20 ** 4;

/** So many notes of about a kilobyte, all different, in plain words with some names in them. */
export function paragraphs(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const random = randomOf(n + 1);
    let text = '';
    while (text.length < 900) {
      const end = random
        .pick(ENDS)
        .replace('{n}', String(2 + random.below(60)))
        .replace('{m}', String(70 + random.below(900)))
        .replace('{y}', String(2014 + random.below(14)))
        .replace('{x}', nameOf(random.below(NAMES)));
      const who = random.pick(PEOPLE);
      text += `${who[0]?.toUpperCase()}${who.slice(1)} ${random.pick(DO)} ${random.pick(THINGS)} ${random.pick(WAYS)}, ${end}. `;
    }
    return text.trim();
  });
}

/** A client of which there is hardly another. */
export function clientName(n: number): string {
  const kinds = ['Hospital', 'Works', 'Logistics', 'Foods', 'Water', 'Council', 'Hotels', 'Energy', 'Textiles', 'Rail'];
  return `${nameOf((n * 7919) % NAMES)} ${kinds[n % kinds.length]}`;
}
