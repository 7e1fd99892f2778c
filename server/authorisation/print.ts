import { writeFileSync } from 'node:fs';
import { authorisationPage, authorisationTable } from './table';

/** Prints who may use which route; with --write it goes into the documents. */
if (process.argv.includes('--write')) writeFileSync('docs/authorisation.md', authorisationPage());
else process.stdout.write(authorisationTable());
