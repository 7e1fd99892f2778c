import type { Connector, CrmDefinition } from './connector';
import type { CrmDeps } from './delivery/context';
import type { Connection } from './ledger/rows';
import type { Outgoing } from './outgoing/outgoing';
import { secretsOf } from './secrets';

/** A connector for a connection of a team's. `through` may hold requests back, for their pace. */
export function openAccount(
  deps: Pick<CrmDeps, 'db' | 'vault' | 'oauth' | 'now' | 'outgoingTo' | 'originOf'>,
  definition: CrmDefinition,
  connection: Pick<Connection, 'teamId' | 'id' | 'settings' | 'account'>,
  through: (outgoing: Outgoing) => Outgoing = (outgoing) => outgoing,
): Connector {
  const secrets = secretsOf(deps, definition, { teamId: connection.teamId, connectionId: connection.id });
  const connector = definition.open({
    settings: connection.settings,
    secret: secrets.current,
    renewed: secrets.renewed,
    outgoing: through(deps.outgoingTo(definition)),
    origin: deps.originOf(definition),
    now: deps.now,
  });
  // What a check found out before need not be asked again.
  Object.assign(connector.caps, connection.account?.caps);
  return connector;
}
