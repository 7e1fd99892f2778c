/**
 * The extension's pages are written for React and rendered by Preact's compatibility layer: 60 kB less to load,
 * gzipped, of a panel that may weigh 180 (docs/benchmarks.md). The web app keeps React itself.
 */
export const preactForReact = [
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/test-utils$/, replacement: 'preact/test-utils' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-(?:dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react$/, replacement: 'preact/compat' },
];
