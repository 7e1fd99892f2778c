import { Socket } from 'node:net';

/**
 * Sends at once what is written between `cork` and `uncork` within one turn of the event loop. pg corks every statement
 * with values or a name, so those that do not wait for each other cost one system call and one round trip together.
 */
export class GatheringSocket extends Socket {
  override uncork(): void {
    setImmediate(() => super.uncork());
  }
}
