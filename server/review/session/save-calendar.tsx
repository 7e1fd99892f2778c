import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import { calendarFile } from '@/lib/calendar/calendar-file';
import type { Session } from '@/lib/session/session';
import { saveFile } from '../insights/save-file';

/** The agreed days of a session as a calendar file; nothing where there are none. */
export function SaveCalendar({ session }: { session: Session }) {
  const t = useTexts();
  const file = calendarFile(session, t, `${location.origin}/sessions/${session.id}`);
  if (!file) return null;
  return (
    <p>
      <Button onClick={() => saveFile(file.name, file.kind, file.content)}>{t('calendarFile')}</Button>
    </p>
  );
}
