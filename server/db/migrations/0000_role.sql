-- Roles belong to the whole cluster, so another database of it may have made this one already, even at this moment.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'eitherway_team') THEN
    BEGIN
      CREATE ROLE eitherway_team NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    BEGIN
      EXECUTE format('GRANT eitherway_team TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      IF NOT pg_has_role(current_user, 'eitherway_team', 'MEMBER') THEN RAISE; END IF;
    END;
  END IF;
END
$$;
