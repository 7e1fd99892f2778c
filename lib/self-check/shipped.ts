import { SelfCheck } from './self-check';
import talk from './shipped/is-a-talk-worth-it.json' with { type: 'json' };

/** The self-checks that come with the product, for Node and the web. */
export const shippedSelfChecks: readonly SelfCheck[] = [SelfCheck.parse(talk)];
