/** Where time and ids come from: given in, so that what the product knows stays pure. */
export type At = {
  /** The instant, as ISO 8601 in UTC. */
  now: string;
  /** A new UUIDv7. */
  newId: () => string;
};
