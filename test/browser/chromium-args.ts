/** Keeps Chromium from talking to anyone but the page under test, and lets it run as root in a container. */
export function chromiumArgs(): string[] {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-search-engine-choice-screen',
    '--password-store=basic',
    '--use-mock-keychain',
    '--lang=en-US',
    '--force-color-profile=srgb',
  ];
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...quiet, ...asRoot];
}

/** Without a screen: no GPU, a fixed window, and a camera and microphone that show a test picture. */
export function headlessArgs(): string[] {
  return ['--disable-gpu', '--window-size=1440,900', ...fakeCameraArgs()];
}

/** A looped test picture and a beep instead of a real camera, without asking. */
export function fakeCameraArgs(): string[] {
  return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
}
