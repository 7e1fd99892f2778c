import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { CrmDefinition, OAuth, Secret, Settings } from './connector';
import { CrmError } from './crm-error';
import { type Outgoing, OutgoingError } from './outgoing/outgoing';

/** Our own registration at a vendor, by the operator. */
export type OAuthRegistration = { clientId: string; clientSecret: string };

export type OAuthClient = {
  /** Whether the operator registered us with this vendor. */
  offers(definition: CrmDefinition): boolean;
  /** Where to send a person who is to consent. */
  authorizeUrl(definition: CrmDefinition, settings: Settings, at: { state: string; verifier: string }): string;
  exchange(definition: CrmDefinition, settings: Settings, code: string, verifier: string): Promise<Granted>;
  refresh(definition: CrmDefinition, settings: Settings, secret: Secret): Promise<Granted>;
  /** Best effort: what the vendor does not take back, runs out. */
  revoke(definition: CrmDefinition, settings: Settings, secret: Secret): Promise<void>;
};
export type Granted = { secret: Secret; settings: Settings };

const Tokens = z.looseObject({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.optional(z.string()),
  expires_in: z.optional(z.union([z.number(), z.string()])),
});
const Refused = z.looseObject({ error: z.string() });

type Options = {
  registrations: Readonly<Record<string, OAuthRegistration>>;
  redirectUri: string;
  outgoingTo(definition: CrmDefinition): Outgoing;
  /** A vendor's own origin replaced by the operator's. */
  moved(definition: CrmDefinition, url: string): string;
  now(): Date;
};

/** Authorization code with PKCE (RFC 6749, RFC 7636), refresh, and revocation (RFC 7009). */
export function createOAuth({ registrations, redirectUri, outgoingTo, moved, now }: Options): OAuthClient {
  const flowOf = (definition: CrmDefinition): { flow: OAuth; own: OAuthRegistration } => {
    const own = registrations[definition.id];
    if (!definition.oauth || !own) throw new CrmError('config', { code: 'not-registered' });
    return { flow: definition.oauth, own };
  };

  async function post(definition: CrmDefinition, url: string, form: Record<string, string>): Promise<unknown> {
    const { flow, own } = flowOf(definition);
    const inBody = flow.clientAuth === 'body';
    const basic = Buffer.from(`${encodeURIComponent(own.clientId)}:${encodeURIComponent(own.clientSecret)}`);
    const body = new URLSearchParams({
      ...form,
      ...(inBody && { client_id: own.clientId, client_secret: own.clientSecret }),
    });
    const answer = await outgoingTo(definition)({
      method: 'POST',
      url: moved(definition, url),
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...(!inBody && { authorization: `Basic ${basic.toString('base64')}` }),
      },
      body: body.toString(),
    }).catch((error) => {
      if (error instanceof OutgoingError) throw new CrmError('retry');
      throw error;
    });
    const json = parse(answer.text);
    if (answer.status >= 200 && answer.status < 300) return json;
    const refused = z.safeParse(Refused, json);
    const final = answer.status < 500 && answer.status !== 429;
    throw new CrmError(final ? 'auth' : 'retry', {
      status: answer.status,
      code: refused.success ? refused.data.error : null,
    });
  }

  const granted = (flow: OAuth, json: unknown, before: Secret): Granted => {
    const read = z.safeParse(Tokens, json);
    if (!read.success) throw new CrmError('retry', { code: 'unreadable' });
    const { access_token: accessToken, refresh_token: refreshToken = before.refreshToken, expires_in } = read.data;
    const life = Number(expires_in ?? flow.defaultLife);
    const expiresAt = new Date(now().getTime() + life * 1_000).toISOString();
    return {
      secret: { accessToken, ...(refreshToken && { refreshToken }), expiresAt },
      settings: flow.settingsOf?.(read.data) ?? {},
    };
  };

  return {
    offers: (definition) => definition.oauth !== null && registrations[definition.id] !== undefined,
    authorizeUrl(definition, settings, { state, verifier }) {
      const { flow, own } = flowOf(definition);
      const url = new URL(flow.authorizeUrl(settings));
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const asked = {
        response_type: 'code',
        client_id: own.clientId,
        redirect_uri: redirectUri,
        state,
        ...(flow.scopes.length > 0 && { scope: flow.scopes.join(' ') }),
        ...(flow.pkce && { code_challenge: challenge, code_challenge_method: 'S256' }),
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return url.toString();
    },
    async exchange(definition, settings, code, verifier) {
      const { flow } = flowOf(definition);
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        ...(flow.pkce && { code_verifier: verifier }),
      };
      return granted(flow, await post(definition, flow.tokenUrl(settings), form), {});
    },
    async refresh(definition, settings, secret) {
      const { flow } = flowOf(definition);
      const form = { grant_type: 'refresh_token', refresh_token: secret.refreshToken ?? '' };
      return granted(flow, await post(definition, flow.tokenUrl(settings), form), secret);
    },
    async revoke(definition, settings, secret) {
      const url = definition.oauth?.revokeUrl(settings);
      const token = secret.refreshToken ?? secret.accessToken;
      if (url && token && registrations[definition.id]) await post(definition, url, { token }).catch(() => {});
    },
  };
}

/** 256 bits, for states and verifiers. */
export function secretWord(): string {
  return randomBytes(32).toString('base64url');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
