/** The first cell of a row names it. Null is shown by the word given for it. */
export type TableOf = { head: string[]; rows: (string | number | null)[][]; unknown: string };

/** The numbers of a chart. */
export function DataTable({ caption, table }: { caption: string; table: TableOf }) {
  return (
    <table>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {table.head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows neither move nor hold state
          <tr key={at}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={table.head[column + 1]}>{cell ?? table.unknown}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
