// @vitest-environment node
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '@/server/free-port';
import { choosePort } from './choose-port';
import { hasScreen } from './has-screen';
import { tell } from './tell';

describe('npm start', () => {
  it('takes the wished port when it is free, and else the next', async () => {
    expect(await choosePort(5000, async () => true)).toBe(5000);
    expect(await choosePort(5000, async (port) => port > 5002)).toBe(5003);
    await expect(choosePort(5000, async () => false)).rejects.toThrow('PORT');
  });

  it('sees that a port is taken', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await choosePort(port)).not.toBe(port);
  });

  it('knows a machine without a screen', () => {
    expect(hasScreen('linux', {})).toBe(false);
    expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasScreen('darwin', {})).toBe(true);
  });

  const told = {
    origin: 'http://localhost:8788',
    extension: '/somewhere/.output/chrome-mv3',
    signIns: [{ role: 'lead', name: 'Lea', email: 'lea@example.com', password: 'a calm word' }],
    log: '.data/api.log',
  };

  it('says where it is, what to click and who can sign in', () => {
    const said = tell({ ...told, noBrowser: null });
    for (const part of ['http://localhost:8788/practice', 'lea@example.com', 'a calm word', 'Chromium is open']) {
      expect(said).toContain(part);
    }
  });

  it.each(['no-screen', 'no-chromium'] as const)('says how to load the extension by hand with %s', (noBrowser) => {
    const said = tell({ ...told, noBrowser });
    for (const part of ['chrome://extensions', 'Load unpacked', told.extension, 'Your team’s address']) {
      expect(said).toContain(part);
    }
  });
});
