export { buildExtension, buildWeb, ROOT } from './build-extension';
export { findChromium } from './find-chromium';
export { EXTENSION_ID, type Launched, launchWithExtension } from './launch';
export { goOffline, watchRequests } from './network';
export { closePanel, openPanel, openWelcome, panelTargets } from './open-panel';
export { reloadExtension } from './reload-extension';
export { serviceWorkerOf, stopServiceWorker } from './service-worker';
export { type RunningApi, startApi } from './start-api';
export { until } from './waiting';
