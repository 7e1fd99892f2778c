import react from '@vitejs/plugin-react';
import { defineConfig } from 'wxt';

/** The public half of the key that gives unpacked builds a fixed id, so that the API can name the one origin it allows. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArNQ7AT2Ym1CYYh+Wp/eiuq7M8zCt1e24igKqp5vawRI8LDOfD9KyHNIuTQNQqO9Dz/pgbqBvxPfFYqMa0tnyAPHvlK/nX8uoRBVrwcDf23lGY1UD7d9UAF5uLG1U3xO4UB4d69bFeCNDv6IrjQdYwYrxU7OSPr7r5FVanCoRU79aRvGTNoYvwikTvr3911XxY4YkmGXUimyLxiYJ6Aco5kr/rfSFI2tcv+X+B8Y6eph5CB5+d3bohb+h53ykDes8wcV8IPmXhroImL2gDI3D4QDKdXVqVex6VAB96JqBaAa+Zh9GB2KapTeMRpm4B9r7iYkP2OD2R8ZDnXNEPAeqbwIDAQAB';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [react()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'activeTab', ...(browser === 'firefox' ? [] : ['sidePanel'])],
  }),
});
