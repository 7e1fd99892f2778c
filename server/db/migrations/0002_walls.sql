-- Row security holds for the owner of the tables too.
ALTER TABLE "session" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session_flag" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session_digest" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session_event" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session_tombstone" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "playbook" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitation" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM eitherway_team;--> statement-breakpoint
GRANT USAGE ON SCHEMA public, sign_in TO eitherway_team;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "session", "session_flag", "session_digest", "session_event", "session_tombstone", "playbook", "invitation" TO eitherway_team;--> statement-breakpoint
GRANT SELECT ("id", "name", "email") ON "sign_in"."user" TO eitherway_team;--> statement-breakpoint
GRANT SELECT ON "sign_in"."member", "sign_in"."organization" TO eitherway_team;
