/** What every benchmark gives back: one table, printed and written by `npm run bench`. */
export type Table = { title: string; columns: string[]; rows: (string | number)[][] };
