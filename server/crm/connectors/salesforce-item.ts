import type { Item, Link } from '../connector';

/** An activity has one contact and one other record; more links than that have no place. */
export function fieldsOf({ kind, title, body, at, due, links, formerLinks = [] }: Item): Record<string, string | null> {
  const one = (list: readonly Link[], isPerson: boolean) =>
    list.find((link) => (link.kind === 'person') === isPerson)?.id;
  const placeOf = (isPerson: boolean) => one(links, isPerson) ?? (one(formerLinks, isPerson) && null);
  const who = placeOf(true);
  const what = placeOf(false);
  return {
    Subject: title,
    Description: body,
    ActivityDate: kind === 'task' ? due : at.slice(0, 10),
    ...(who !== undefined && { WhoId: who }),
    ...(what !== undefined && { WhatId: what }),
  };
}

/** People tick steps off there, and that stays theirs. */
export function atFirst({ kind }: Item): Record<string, string> {
  return kind === 'note' ? { Status: 'Completed' } : { Status: 'Not Started' };
}
