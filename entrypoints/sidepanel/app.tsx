import { LoadedLater, type Part } from './loaded-later';
import { useRoute } from './route';

const START: Part<object> = { load: async () => (await import('./start-screen')).StartScreen, here: null };
const SESSION: Part<{ id: string }> = {
  load: async () => (await import('./session-screen')).SessionScreen,
  here: null,
};

export function App() {
  const route = useRoute();
  return route.view === 'start' ? (
    <LoadedLater part={START} props={{}} meanwhile={<Shell />} />
  ) : (
    <LoadedLater key={route.id} part={SESSION} props={{ id: route.id }} meanwhile={<Shell />} />
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
