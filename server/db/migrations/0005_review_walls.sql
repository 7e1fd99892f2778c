-- Row security holds for the owner of the tables too.
ALTER TABLE "session_review" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "review_comment" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "flag_verdict" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "process_form" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session_look" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "saved_view" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "team_settings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "team_rule" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "playbook_draft" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_entry" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "session_review", "review_comment", "flag_verdict", "process_form", "session_look", "saved_view", "team_settings", "team_rule", "playbook_draft" TO eitherway_team;--> statement-breakpoint
-- Nobody changes what was written down of who did what; a job removes what is past its time.
GRANT SELECT, INSERT ON "audit_entry" TO eitherway_team;--> statement-breakpoint
-- What was counted before lacks the new measures; it is counted anew.
TRUNCATE "session_digest";
