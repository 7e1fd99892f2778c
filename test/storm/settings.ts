import type { Pace } from '@/server/crm/connector';
import type { DeliveryTimes } from '@/server/crm/delivery/context';

/** As in use, but shorter: after a kill others wait seconds, not most of a minute. */
export const STORM_TIMES: Partial<DeliveryTimes> = {
  leaseMs: 4_000,
  requestMs: 1_000,
  doubtMs: 1_500,
  pollMs: 100,
};

/** Vendors' limits twenty times as wide, in the stand-ins and in what keeps to them, so that a storm takes minutes, not days. */
export const WIDER = 20;
export const PACE = ({ requests }: Pace) => ({ requests: requests * WIDER });

/** The stretch that requests are counted in, as HubSpot has it, in milliseconds. */
export const PACE_MS = 10_000;

/** Waits after failures are this part of what they are in use, for the same reason; their shortest stays two seconds. */
export const SHORTER = 1 / 50;
