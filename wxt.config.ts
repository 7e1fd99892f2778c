import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';
import { preactForReact } from './panel-renderer.ts';

/** The public half of the key that gives unpacked builds a fixed id, so that the API can name the one origin it allows. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArNQ7AT2Ym1CYYh+Wp/eiuq7M8zCt1e24igKqp5vawRI8LDOfD9KyHNIuTQNQqO9Dz/pgbqBvxPfFYqMa0tnyAPHvlK/nX8uoRBVrwcDf23lGY1UD7d9UAF5uLG1U3xO4UB4d69bFeCNDv6IrjQdYwYrxU7OSPr7r5FVanCoRU79aRvGTNoYvwikTvr3911XxY4YkmGXUimyLxiYJ6Aco5kr/rfSFI2tcv+X+B8Y6eph5CB5+d3bohb+h53ykDes8wcV8IPmXhroImL2gDI3D4QDKdXVqVex6VAB96JqBaAa+Zh9GB2KapTeMRpm4B9r7iYkP2OD2R8ZDnXNEPAeqbwIDAQAB';

/**
 * No code and no style from elsewhere. `connect-src` is wide because each team names its own API; the permissions
 * give no host. Inline styles: CodeMirror writes a style element into the document (style-mod uses adopted style
 * sheets in shadow roots only).
 */
function contentSecurityPolicy(developing: boolean): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' https: http://localhost:* http://127.0.0.1:*${developing ? ' ws://localhost:*' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** 125: `(?-i:)` in the patterns of the flags; `light-dark()` came with 123, `sidePanel.open` with 116. */
function chromium(): Partial<UserManifest> {
  return {
    ...(process.env.EITHERWAY_STORE === '1' ? {} : { key: KEY }),
    minimum_chrome_version: '125',
    permissions: ['sidePanel', 'storage', 'alarms', 'activeTab'],
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+E' } } },
  };
}

function firefox(): Partial<UserManifest> {
  return {
    permissions: ['storage', 'alarms', 'activeTab'],
    commands: { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+E' } } },
  };
}

/** 142: the first, on Android too, that shows `data_collection_permissions`. Nothing leaves the device before the expert signs in to a team. */
const gecko = {
  id: 'panel@eitherway.app',
  strict_min_version: '142.0',
  data_collection_permissions: {
    required: ['none' as const],
    optional: ['authenticationInfo' as const, 'personalCommunications' as const, 'personallyIdentifyingInfo' as const],
  },
};

/** What CodeMirror's packages do at import matters only to what is used of them: else its parser library comes along. */
const rolldownOptions = {
  treeshake: { moduleSideEffects: [{ test: /@codemirror\/language|@lezer/, sideEffects: false }] },
};

/** Few chunks compress better than many (10 kB gzipped): what paints first, the panel's screens, and the editor. */
const chunks: Plugin = {
  name: 'eitherway-chunks',
  outputOptions: (options) =>
    options.format === 'es'
      ? {
          ...options,
          codeSplitting: {
            groups: [
              {
                name: 'first',
                test: /node_modules\/(preact|@tanstack|@wxt-dev|wxt)\/|panel-notices\/crash|ui\/(button|texts\.)|preload-helper|sidepanel\/app/,
                priority: 2,
              },
              { name: 'desk', test: /entrypoints\/sidepanel\/.*-(screen|desk)\.tsx$/, priority: 1 },
            ],
          },
        }
      : null,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    // `imports: false` still lets WXT bind free names such as `storage` to its own library: give it none to bind.
    'config:resolved': ({ config }) => {
      config.imports.presets = [];
    },
    // Chromium takes the service worker and Firefox the script: one manifest may name both.
    'build:manifestGenerated': (_wxt, { background }) => {
      if (background && 'service_worker' in background)
        Object.assign(background, { scripts: [background.service_worker] });
    },
  },
  vite: () => ({ plugins: [react(), chunks], build: { rolldownOptions }, resolve: { alias: preactForReact } }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    browser_specific_settings: { gecko },
    action: { default_title: '__MSG_extensionOpen__' },
    content_security_policy: { extension_pages: contentSecurityPolicy(command === 'serve') },
    ...(browser === 'firefox' ? firefox() : chromium()),
  }),
});
