import type { Story } from '../story';
import { alderAndPine } from './alder-and-pine';
import { brightwaterClinic } from './brightwater-clinic';
import { fenwickDairy } from './fenwick-dairy';
import { harbourHotels } from './harbour-hotels';
import { kestrelTramways } from './kestrel-tramways';

/** The made-up calls of the demo team. New ones go to the end: their place gives them their ids. */
export const STORIES: readonly Story[] = [
  harbourHotels,
  fenwickDairy,
  kestrelTramways,
  alderAndPine,
  brightwaterClinic,
];
