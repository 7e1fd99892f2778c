import { lazy, Suspense } from 'react';
import { useRoute } from './route';

const StartScreen = lazy(() => import('./start-screen').then(({ StartScreen }) => ({ default: StartScreen })));
const SessionScreen = lazy(() => import('./session-screen').then(({ SessionScreen }) => ({ default: SessionScreen })));

export function App() {
  const route = useRoute();
  return (
    <Suspense fallback={<Shell />}>
      {route.view === 'start' ? <StartScreen /> : <SessionScreen key={route.id} id={route.id} />}
    </Suspense>
  );
}

/** The same boxes as in index.html. */
export function Shell() {
  return (
    <div className="shell" aria-hidden="true">
      <div className="shell-bar" />
      <div className="shell-line" />
      <div className="shell-line" />
      <div className="shell-card" />
    </div>
  );
}
