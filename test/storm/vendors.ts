import { STAND_INS as OF_VENDORS } from '@/server/crm/stand-ins';
import { memoryStandIn } from '@/server/crm/stand-ins/memory';
import type { StandIn } from '@/server/crm/stand-ins/stand-in';
import type { Vendor } from './storm';

const STAND_INS: Record<string, () => Promise<StandIn>> = {
  'memory-locate': memoryStandIn,
  'memory-upsert': memoryStandIn,
  ...OF_VENDORS,
};

/** A stand-in for each of the CRMs, or for those that are named. */
export async function stormVendors(only: readonly string[] = Object.keys(STAND_INS)): Promise<Vendor[]> {
  const vendors: Vendor[] = [];
  for (const crm of only) {
    const start = STAND_INS[crm];
    if (!start) throw new Error(`There is no stand-in for ${crm}; there are ${Object.keys(STAND_INS).join(', ')}.`);
    vendors.push({ crm, standIn: await start() });
  }
  return vendors;
}
