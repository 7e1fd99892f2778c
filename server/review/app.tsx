import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { SessionsPage } from './sessions/sessions-page';
import { CrashBoundary } from './shell/crash-boundary';
import { MembersOnly } from './shell/members-only';
import { News } from './shell/news';
import { NotFoundPage } from './shell/not-found-page';
import { Waiting } from './shell/query-state';
import { SignInPage } from './sign-in/sign-in-page';

// The first view is the list; every other page is fetched when it is opened, that of a session already when there is time (see main.tsx).
const ClientPage = lazy(async () => ({ default: (await import('./client/client-page')).ClientPage }));
const DevicePage = lazy(async () => ({ default: (await import('./device/device-page')).DevicePage }));
const DevicesPage = lazy(async () => ({ default: (await import('./devices/devices-page')).DevicesPage }));
const JoinPage = lazy(async () => ({ default: (await import('./join/join-page')).JoinPage }));
const SessionPage = lazy(async () => ({ default: (await import('./session/session-page')).SessionPage }));
const TeamPage = lazy(async () => ({ default: (await import('./team/team-page')).TeamPage }));
const AccountPage = lazy(async () => ({ default: (await import('./account/account-page')).AccountPage }));
const AuditPage = lazy(async () => ({ default: (await import('./audit/audit-page')).AuditPage }));
const PlaybookPage = lazy(async () => ({ default: (await import('./playbooks/playbook-page')).PlaybookPage }));
const PlaybooksPage = lazy(async () => ({ default: (await import('./playbooks/playbooks-page')).PlaybooksPage }));
const RulesPage = lazy(async () => ({ default: (await import('./rules/rules-page')).RulesPage }));
const CrmPage = lazy(async () => ({ default: (await import('./crm/crm-page')).CrmPage }));
const InsightsPage = lazy(async () => ({ default: (await import('./insights/insights-page')).InsightsPage }));
const SelfCheckPage = lazy(async () => ({ default: (await import('./self-checks/self-check-page')).SelfCheckPage }));
const SelfChecksPage = lazy(async () => ({ default: (await import('./self-checks/self-checks-page')).SelfChecksPage }));
const SecurityPage = lazy(async () => ({ default: (await import('./security/security-page')).SecurityPage }));

/** Which address shows which page. */
export function App() {
  return (
    <CrashBoundary>
      <News />
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/">
            <Redirect to="/sessions" replace />
          </Route>
          <Route path="/sign-in">
            <SignInPage />
          </Route>
          <Route path="/join/:token">{({ token }) => <JoinPage key={token} token={token} />}</Route>
          <Route path="/device">
            <DevicePage />
          </Route>
          <Route path="/sessions">
            <MembersOnly>{(me) => <SessionsPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/sessions/:id">
            {({ id }) => <MembersOnly>{(me) => <SessionPage key={id} id={id} me={me} />}</MembersOnly>}
          </Route>
          <Route path="/clients">
            <MembersOnly>{(me) => <ClientPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/insights">
            <MembersOnly>{(me) => <InsightsPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/playbooks">
            <MembersOnly>{(me) => <PlaybooksPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/playbooks/:id">
            {({ id }) => <MembersOnly>{(me) => <PlaybookPage key={id} id={id} me={me} />}</MembersOnly>}
          </Route>
          <Route path="/self-checks">
            <MembersOnly>{(me) => <SelfChecksPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/self-checks/:id">
            {({ id }) => <MembersOnly>{(me) => <SelfCheckPage key={id} id={id} me={me} />}</MembersOnly>}
          </Route>
          <Route path="/rules">
            <MembersOnly>{(me) => <RulesPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/team">
            <MembersOnly>{(me) => <TeamPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/team/security">
            <MembersOnly>{(me) => <SecurityPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/team/crm">
            <MembersOnly>{(me) => <CrmPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/team/audit">
            <MembersOnly>{(me) => <AuditPage me={me} />}</MembersOnly>
          </Route>
          <Route path="/account">
            <Suspense fallback={<Waiting />}>
              <AccountPage />
            </Suspense>
          </Route>
          <Route path="/devices">
            <MembersOnly>{(me) => <DevicesPage me={me} />}</MembersOnly>
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </CrashBoundary>
  );
}
