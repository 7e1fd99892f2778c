/**
 * What a failure at a vendor means for us.
 * `retry`: nothing was changed, try later. `doubt`: something may have been created; only `locate` tells. `auth`: the
 * connection needs new consent. `config`: the vendor refuses what the team set (a field, a right). `gone`: the record that
 * was written, or with the code `link-gone` the one that was to be linked, is not there. `bad`: this very content is refused.
 */
export type CrmFailure = 'retry' | 'doubt' | 'auth' | 'config' | 'gone' | 'bad';

/** Never carries the vendor's text: it may quote what people wrote. */
export class CrmError extends Error {
  readonly kind: CrmFailure;
  readonly status: number | null;
  /** Milliseconds that the vendor asked us to wait. */
  readonly after: number | null;
  /** The vendor's own word for it, such as RATE_LIMIT: letters, digits, `_`, `-` and `.` only. */
  readonly code: string | null;
  readonly requestId: string | null;

  constructor(
    kind: CrmFailure,
    more: { status?: number | null; after?: number | null; code?: string | null; requestId?: string | null } = {},
  ) {
    super(`CRM: ${kind}${more.status ? ` ${more.status}` : ''}`);
    this.kind = kind;
    this.status = more.status ?? null;
    this.after = more.after ?? null;
    this.code = plain(more.code);
    this.requestId = plain(more.requestId);
  }
}

function plain(word: string | null | undefined): string | null {
  return word && /^[\w.-]{1,80}$/.test(word) ? word : null;
}
