import { PROBLEMS } from '../errors';

type Schema = unknown;
type Content = { content?: Record<string, { schema?: Schema }> };
type Operation = {
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content;
  responses?: Record<string, Content & { description?: string }>;
};
type Specs = { info: { title: string; description?: string }; paths: object };

/** The reference as one page of plain HTML: it needs no script, so the strict policy holds and every reader can use it. */
export function referencePage({ info, paths }: Specs): string {
  const operations = Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))].sort();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)} API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/reference.css"></head><body><main>
<h1>${text(info.title)} API</h1><p>${text(info.description ?? '')}</p>
<p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p>
<nav aria-label="Parts"><ul>${tags.map((tag) => `<li><a href="#${anchor(tag)}">${text(tag)}</a></li>`).join('')}
<li><a href="#problems">Problems</a></li></ul></nav>
${tags
  .map((tag) =>
    part(
      tag,
      operations.filter(({ operation }) => operation.tags?.includes(tag)),
    ),
  )
  .join('\n')}
${problems()}</main></body></html>`;
}

function part(tag: string, operations: { name: string; operation: Operation }[]): string {
  const each = operations.map(
    ({
      name,
      operation,
    }) => `<h3 id="${anchor(name)}"><code>${text(name)}</code></h3><p>${text(operation.summary ?? '')}</p>
${parameters(operation)}${body('Request', operation.requestBody)}
${Object.entries(operation.responses ?? {})
  .filter(([status]) => status !== 'default')
  .map(([status, answer]) => body(`Answer ${status}`, answer))
  .join('')}`,
  );
  return `<section aria-labelledby="${anchor(tag)}"><h2 id="${anchor(tag)}">${text(tag)}</h2>${each.join('\n')}</section>`;
}

function parameters({ parameters: list = [] }: Operation): string {
  if (list.length === 0) return '';
  const rows = list.map(
    (one) =>
      `<tr><th scope="row"><code>${text(one.name)}</code></th><td>${text(one.in)}${one.required ? ', required' : ''}</td></tr>`,
  );
  return `<table><caption>Parameters</caption><tbody>${rows.join('')}</tbody></table>`;
}

function body(title: string, answer: Content | undefined): string {
  const schema = Object.values(answer?.content ?? {})[0]?.schema;
  if (!schema) return answer ? `<p>${text(title)}: no content</p>` : '';
  return `<details><summary>${text(title)}</summary><pre tabindex="0">${text(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function problems(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, [status, sentence]]) =>
      `<tr id="problem-${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${text(sentence)}</td></tr>`,
  );
  return `<section aria-labelledby="problems"><h2 id="problems">Problems</h2><table><thead><tr><th scope="col">Code</th>
<th scope="col">Status</th><th scope="col">What it means</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

const anchor = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
