-- What a shared library enforces by itself, whoever connects and with whatever program: rights, four eyes,
-- digests, identity and time (RULES.md; RELIABILITY.md, A1 to A6 and D17). Run by the owner of the database
-- when the library is made or brought up to date; every statement may be run again.
--
-- The owner is trusted: the words of the protocol say so, and nothing in a database can say otherwise.
-- Everybody else signs in with an account of their own, which is attached to a person of the library.

CREATE SCHEMA IF NOT EXISTS guard;

CREATE TABLE IF NOT EXISTS guard.accounts (
  account name PRIMARY KEY,
  person_id integer NOT NULL UNIQUE REFERENCES public.people (id)
);
CREATE TABLE IF NOT EXISTS guard.demands (client_schema integer NOT NULL, script text);
-- Stage changes of running transactions: the rights of an act follow the stage it began at.
CREATE TABLE IF NOT EXISTS guard.moves (
  id bigserial PRIMARY KEY,
  edition_id integer NOT NULL,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  former text NOT NULL,
  stage text NOT NULL
);
CREATE INDEX IF NOT EXISTS moves_transaction ON guard.moves (transaction, edition_id);
-- Marks of finished writes: a client whose connection broke during a commit can ask whether it happened.
CREATE TABLE IF NOT EXISTS guard.operations (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX IF NOT EXISTS operations_at ON guard.operations (at);
-- Who is at which row now, and who has claimed one; forgotten when the server restarts.
CREATE UNLOGGED TABLE IF NOT EXISTS guard.presence (
  person_id integer NOT NULL,
  client text NOT NULL,
  edition_id integer NOT NULL,
  target_id integer,
  is_claim boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (person_id, client)
);

-- ---------------------------------------------------------------- who asks

CREATE OR REPLACE FUNCTION guard.refuse(sentence text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'WB001', MESSAGE = sentence;
END $$;

-- What is asked of every row is PL/pgSQL, whose plans a session keeps; a function in SQL is planned at every call.
CREATE OR REPLACE FUNCTION guard.is_owner() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT pg_get_userbyid(nspowner) = session_user FROM pg_namespace WHERE nspname = 'guard');
END $$;

CREATE OR REPLACE FUNCTION guard.me() RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE found integer;
BEGIN
  SELECT person_id INTO found FROM guard.accounts JOIN public.people ON people.id = person_id
    WHERE account = session_user AND is_active;
  IF found IS NULL THEN
    PERFORM guard.refuse(format('The account %s is not attached to anybody who works with this library.', session_user));
  END IF;
  RETURN found;
END $$;

CREATE OR REPLACE FUNCTION guard.has(VARIADIC roles text[]) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE me integer := guard.me();
BEGIN
  RETURN EXISTS (SELECT 1 FROM public.person_roles WHERE person_id = me AND role::text = ANY (roles));
END $$;

CREATE OR REPLACE FUNCTION guard.need(act text, VARIADIC roles text[]) RETURNS void LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT guard.has(VARIADIC roles) THEN
    PERFORM guard.refuse(format('%s may not %s: that takes the role %s.', session_user, act, array_to_string(roles, ' or ')));
  END IF;
END $$;

-- Whom the library takes the signed-in account for: (person, is it the owner). NULL: nobody.
CREATE OR REPLACE FUNCTION guard.signed_in() RETURNS TABLE (person_id integer, is_owner boolean) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (SELECT a.person_id FROM guard.accounts a JOIN public.people p ON p.id = a.person_id
          WHERE a.account = session_user AND p.is_active), guard.is_owner()
$$;

-- A client says which schema it knows before anything else; older ones than the library demands are refused (D17).
CREATE OR REPLACE FUNCTION guard.welcome(client_schema integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE demanded integer;
BEGIN
  SELECT max(d.client_schema) INTO demanded FROM guard.demands d;
  IF client_schema < demanded THEN
    PERFORM guard.refuse(format(
      'This library is of schema %s; the program that asks knows %s. Install the newer version.', demanded, client_schema));
  END IF;
  PERFORM set_config('workbench.client_schema', client_schema::text, false);
END $$;

CREATE OR REPLACE FUNCTION guard.know_client() RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE said text := current_setting('workbench.client_schema', true);
BEGIN
  IF coalesce(said, '') !~ '^[0-9]+$' OR said::integer < (SELECT max(client_schema) FROM guard.demands) THEN
    PERFORM guard.refuse('This program did not say which schema it knows, or is too old. Install the newer version.');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION guard.setting(wanted text, otherwise text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT value FROM public.settings WHERE name = wanted), otherwise)
$$;

-- ---------------------------------------------------------------- accounts and roles

CREATE OR REPLACE FUNCTION guard.group_of(role text) RETURNS name LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$ SELECT (current_database() || '_' || role)::name $$;

CREATE OR REPLACE FUNCTION guard.grant_roles(person integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE login name; one text;
BEGIN
  SELECT account INTO login FROM guard.accounts WHERE person_id = person;
  IF login IS NULL OR login = (SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'guard') THEN
    RETURN;
  END IF;
  FOREACH one IN ARRAY ARRAY['translator', 'reviewer', 'editor', 'admin'] LOOP
    IF EXISTS (SELECT 1 FROM public.person_roles WHERE person_id = person AND role::text = one) THEN
      EXECUTE format('GRANT %I TO %I', guard.group_of(one), login);
    ELSE
      EXECUTE format('REVOKE %I FROM %I', guard.group_of(one), login);
    END IF;
  END LOOP;
END $$;

-- Attach a database account to a person; only the owner makes accounts, an admin may attach existing ones.
CREATE OR REPLACE FUNCTION guard.attach(login name, person integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT guard.is_owner() THEN
    PERFORM guard.need('attach an account', 'admin');
    IF person = guard.me() OR login = session_user THEN
      PERFORM guard.refuse('Nobody attaches their own account to somebody else, or another account to themselves.');
    END IF;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login AND rolcanlogin) THEN
    PERFORM guard.refuse(format('There is no account %s on this server that can sign in.', login));
  END IF;
  DELETE FROM guard.accounts WHERE person_id = person OR account = login;
  INSERT INTO guard.accounts VALUES (login, person);
  PERFORM guard.grant_roles(person);
END $$;

CREATE OR REPLACE FUNCTION guard.people_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT guard.is_owner() THEN
    PERFORM guard.know_client();
    PERFORM guard.need('change people', 'admin');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE OR REPLACE FUNCTION guard.roles_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM guard.grant_roles(CASE WHEN TG_OP = 'DELETE' THEN OLD.person_id ELSE NEW.person_id END);
  RETURN NULL;
END $$;

-- ---------------------------------------------------------------- what an approval covers

-- The credit line as `desk/crediting.py` says it: put right by hand, else by share, else as it came.
CREATE OR REPLACE FUNCTION guard.translators(edition integer) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE line jsonb;
BEGIN
  IF EXISTS (SELECT 1 FROM public.credits WHERE edition_id = edition AND role = 'translator' AND is_current AND set_by IS NOT NULL) THEN
    SELECT coalesce(jsonb_agg(name ORDER BY position), '[]') INTO line FROM public.credits
      WHERE edition_id = edition AND role = 'translator' AND is_current AND set_by IS NOT NULL AND name <> '';
    RETURN line;
  END IF;
  SELECT jsonb_agg(p.name ORDER BY share DESC, p.id) INTO line
    FROM guard.shares(edition, 'translator') s JOIN public.people p ON p.id = s.person_id;
  IF line IS NULL THEN
    SELECT jsonb_agg(name ORDER BY position) INTO line FROM public.credits
      WHERE edition_id = edition AND role = 'translator' AND is_current AND name <> '';
  END IF;
  RETURN coalesce(line, '[]');
END $$;

CREATE OR REPLACE FUNCTION guard.shares(edition integer, role text) RETURNS TABLE (person_id integer, share bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT who, sum(characters) FROM (
    SELECT CASE role WHEN 'reviewer' THEN t.reviewed_by ELSE t.confirmed_by END AS who, s.characters
    FROM public.targets t JOIN public.coverage c ON c.target_id = t.id JOIN public.segments s ON s.id = c.segment_id
    WHERE t.edition_id = edition AND NOT t.is_retired AND NOT t.is_omitted AND t.state <> 'initial'
  ) work WHERE who IS NOT NULL GROUP BY who
$$;

-- SHA-256 over the canonical text of `desk/content.py`: JSON with sorted keys and no blanks.
CREATE OR REPLACE FUNCTION guard.content_digest(edition integer) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  article integer; spoken text; segments text; targets text; photos text; translators text; said text;
BEGIN
  SELECT article_id, language INTO article, spoken FROM public.editions WHERE id = edition;
  SELECT string_agg('[' || to_json(s.kind::text)::text || ',' || to_json(s.text)::text || ']', ',' ORDER BY s.position, s.id)
    INTO segments FROM public.segments s WHERE s.article_id = article AND NOT s.is_retired;
  WITH places AS (
    SELECT s.id, row_number() OVER (ORDER BY s.position, s.id) - 1 AS place
    FROM public.segments s WHERE s.article_id = article AND NOT s.is_retired
  ), covered AS (
    SELECT c.target_id, string_agg(p.place::text, ',' ORDER BY c.position) AS covers
    FROM public.coverage c LEFT JOIN places p ON p.id = c.segment_id WHERE c.edition_id = edition GROUP BY c.target_id
  )
  SELECT string_agg(
      '{"added":' || (c.target_id IS NULL)::text || ',"covers":[' || coalesce(c.covers, '') || '],"kind":'
      || to_json(t.kind::text)::text || ',"omitted":' || t.is_omitted::text || ',"opens":' || t.opens_paragraph::text
      || ',"reason":' || to_json(t.reason)::text || ',"text":' || to_json(t.text)::text || '}', ',' ORDER BY t.position, t.id)
    INTO targets FROM public.targets t LEFT JOIN covered c ON c.target_id = t.id
    WHERE t.edition_id = edition AND NOT t.is_retired;
  SELECT string_agg(to_json(digest)::text, ',' ORDER BY position) INTO photos FROM public.photos WHERE article_id = article;
  SELECT string_agg(to_json(name)::text, ',' ORDER BY place) INTO translators
    FROM jsonb_array_elements_text(guard.translators(edition)) WITH ORDINALITY AS line(name, place);
  said := '{"language":' || to_json(spoken)::text || ',"photos":[' || coalesce(photos, '') || '],"segments":['
    || coalesce(segments, '') || '],"targets":[' || coalesce(targets, '') || '],"translators":[' || coalesce(translators, '') || ']}';
  RETURN encode(sha256(convert_to(said, 'UTF8')), 'hex');
END $$;

-- ---------------------------------------------------------------- four eyes

CREATE OR REPLACE FUNCTION guard.words(said text) RETURNS text[] LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(found[1]), '{}') FROM regexp_matches(said, '[[:alnum:]]+', 'g') AS found
$$;

-- Who wrote an edition as it was submitted: whose words stand in the submitted text, or who confirmed it.
-- A floor under `desk/reviewing.py`: words are counted, and a mere change of their order counts as writing.
CREATE OR REPLACE FUNCTION guard.authors(edition integer) RETURNS SETOF integer LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  one record; step record; before text; final text; wrote integer[];
BEGIN
  FOR one IN SELECT id, submitted_revision FROM public.targets WHERE edition_id = edition AND submitted_revision > 0 LOOP
    before := ''; wrote := '{}';
    SELECT r.text INTO final FROM public.revisions r WHERE r.target_id = one.id AND r.number <= one.submitted_revision
      ORDER BY r.number DESC LIMIT 1;
    FOR step IN SELECT * FROM public.revisions r WHERE r.target_id = one.id AND r.number <= one.submitted_revision ORDER BY r.number LOOP
      IF step.person_id IS NOT NULL AND (
           (step.note = 'confirmed' AND step.text = final)
           OR (step.text <> before AND step.origin IN ('typed', 'restored', 'memory') AND guard.stands(before, step.text, final)))
      THEN wrote := wrote || step.person_id; END IF;
      before := step.text;
    END LOOP;
    RETURN QUERY SELECT DISTINCT w FROM unnest(wrote) AS w WHERE EXISTS (
      SELECT 1 FROM public.revisions r WHERE r.target_id = one.id AND r.number <= one.submitted_revision
        AND r.person_id = w AND r.stage <> 'in review');
  END LOOP;
END $$;

-- Whether a word that a change brought (or its new order of words) is in the final text.
CREATE OR REPLACE FUNCTION guard.stands(before text, after text, final text) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
  WITH old AS (SELECT w, count(*) AS n FROM unnest(guard.words(before)) w GROUP BY w),
       new AS (SELECT w, count(*) AS n FROM unnest(guard.words(after)) w GROUP BY w),
       brought AS (SELECT new.w FROM new LEFT JOIN old USING (w) WHERE new.n > coalesce(old.n, 0))
  SELECT EXISTS (SELECT 1 FROM brought WHERE w = ANY (guard.words(final)))
      OR (NOT EXISTS (SELECT 1 FROM brought) AND guard.words(after) <> guard.words(before)
          AND (SELECT sum(n) FROM new) = (SELECT sum(n) FROM old))
$$;

-- ---------------------------------------------------------------- stages

-- The stage an edition had when this transaction began: what the rights of the transaction follow.
CREATE OR REPLACE FUNCTION guard.stage_of(edition integer) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN coalesce(
    (SELECT former FROM guard.moves WHERE transaction = pg_current_xact_id() AND edition_id = edition ORDER BY id LIMIT 1),
    (SELECT e.stage FROM public.editions e WHERE e.id = edition));
END $$;

CREATE OR REPLACE FUNCTION guard.need_edit(edition integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE stage text := guard.stage_of(edition);
BEGIN
  CASE
    WHEN stage IN ('drafting', 'changes requested') THEN PERFORM guard.need('edit this edition', 'translator', 'editor');
    WHEN stage = 'in review' THEN PERFORM guard.need('edit this edition in review', 'reviewer', 'editor');
    WHEN stage = 'approved' THEN PERFORM guard.need('edit this edition', 'translator', 'reviewer', 'editor');
    ELSE PERFORM guard.refuse(format('This edition is %s; nobody may edit it. Start a correction.', stage));
  END CASE;
END $$;

CREATE OR REPLACE FUNCTION guard.edition_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  PERFORM guard.me();
  IF NEW.stage <> 'drafting' OR NEW.number <> 1 OR NEW.step <> 0 THEN
    PERFORM guard.refuse('A new edition begins as a draft.');
  END IF;
  INSERT INTO guard.moves (edition_id, former, stage) VALUES (NEW.id, 'drafting', 'drafting');
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.edition_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE stage text := guard.stage_of(OLD.id);
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  PERFORM guard.me();
  IF (NEW.id, NEW.article_id, NEW.language) IS DISTINCT FROM (OLD.id, OLD.article_id, OLD.language) THEN
    PERFORM guard.refuse('An edition stays what it is of.');
  END IF;
  IF (NEW.section, NEW.published, NEW.outlet, NEW.slug, NEW.keywords, NEW.source_address, NEW.photo_credit, NEW.embargo)
     IS DISTINCT FROM
     (OLD.section, OLD.published, OLD.outlet, OLD.slug, OLD.keywords, OLD.source_address, OLD.photo_credit, OLD.embargo) THEN
    IF EXISTS (SELECT 1 FROM guard.moves m WHERE m.transaction = pg_current_xact_id() AND m.edition_id = OLD.id
               AND m.former = 'drafting' AND m.stage = 'drafting') THEN
      NULL;  -- the edition is being made: its details come with the article
    ELSIF stage = 'in review' THEN PERFORM guard.need('change page details', 'reviewer', 'editor');
    ELSIF stage = 'withdrawn' THEN PERFORM guard.refuse('This edition is withdrawn.');
    ELSE PERFORM guard.need('change page details', 'editor'); END IF;
  END IF;
  IF NEW.number <> OLD.number AND NOT (NEW.number = OLD.number + 1 AND OLD.stage = 'published' AND NEW.stage = 'in review') THEN
    PERFORM guard.refuse('Only a correction begins a new version.');
  END IF;
  IF NEW.step <> OLD.step AND NEW.step <> 0 AND NOT EXISTS (
       SELECT 1 FROM public.approvals a WHERE a.edition_id = OLD.id AND a.number = OLD.number AND a.step = OLD.step
         AND NOT a.is_final AND a.xmin = pg_current_xact_id()::xid AND NEW.step = OLD.step + 1) THEN
    PERFORM guard.refuse('A step of the review is completed by an approval.');
  END IF;
  IF NEW.stage <> OLD.stage THEN PERFORM guard.move(OLD.id, OLD.stage, NEW.stage); END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.move(edition integer, former text, stage text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  CASE former || ' > ' || stage
    WHEN 'drafting > in review', 'changes requested > in review' THEN
      PERFORM guard.need('submit', 'translator', 'editor');
      IF EXISTS (SELECT 1 FROM public.targets t WHERE t.edition_id = edition AND NOT t.is_retired AND NOT t.is_omitted
                 AND (btrim(t.text) = '' OR t.state = 'initial' OR t.is_returned)) THEN
        PERFORM guard.refuse('Segments are empty or not confirmed: this cannot be submitted.');
      END IF;
      UPDATE public.targets t SET submitted_revision =
        coalesce((SELECT max(r.number) FROM public.revisions r WHERE r.target_id = t.id), 0) WHERE t.edition_id = edition;
    WHEN 'in review > changes requested', 'approved > changes requested' THEN PERFORM guard.need('return', 'reviewer', 'editor');
    WHEN 'in review > approved' THEN PERFORM guard.need('approve', 'reviewer');
    WHEN 'approved > in review' THEN PERFORM guard.need('reopen', 'translator', 'reviewer', 'editor');
    WHEN 'approved > published' THEN PERFORM guard.need('publish', 'editor');
    WHEN 'published > in review' THEN PERFORM guard.need('correct', 'editor');
    WHEN 'published > withdrawn' THEN PERFORM guard.need('withdraw', 'editor');
    ELSE PERFORM guard.refuse(format('An edition does not go from %s to %s.', former, stage));
  END CASE;
  INSERT INTO guard.moves (edition_id, former, stage) VALUES (edition, former, stage);
END $$;

-- At the end of the transaction: what an edition claims to be is true.
CREATE OR REPLACE FUNCTION guard.edition_settled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE now_ record; approved text;
BEGIN
  IF guard.is_owner() THEN RETURN NULL; END IF;
  SELECT * INTO now_ FROM public.editions WHERE id = NEW.id;
  IF now_.stage <> OLD.stage AND NOT EXISTS (
       SELECT 1 FROM public.events e WHERE e.edition_id = NEW.id AND e.xmin = pg_current_xact_id()::xid) THEN
    PERFORM guard.refuse('A change of stage is written into the account of events.');
  END IF;
  IF now_.stage IN ('approved', 'published') AND now_.stage <> OLD.stage THEN
    SELECT digest INTO approved FROM public.approvals a WHERE a.edition_id = NEW.id AND a.number = now_.number AND a.is_final
      ORDER BY a.id DESC LIMIT 1;
    IF approved IS DISTINCT FROM guard.content_digest(NEW.id) THEN
      PERFORM guard.refuse('The text is not the text that was approved.');
    END IF;
    IF now_.stage = 'published' AND NOT EXISTS (SELECT 1 FROM public.publications p
         WHERE p.edition_id = NEW.id AND p.number = now_.number AND p.digest = approved) THEN
      PERFORM guard.refuse('What is published is written down with its digest.');
    END IF;
  END IF;
  DELETE FROM guard.moves WHERE edition_id = NEW.id AND transaction <> pg_current_xact_id()
    AND transaction < pg_snapshot_xmin(pg_current_snapshot());
  RETURN NULL;
END $$;

-- ---------------------------------------------------------------- text

CREATE OR REPLACE FUNCTION guard.is_content_changed(old public.targets, new public.targets) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT (old.text, old.kind::text, old.is_omitted, old.is_retired, old.opens_paragraph, old.reason, old.position, old.photo_id)
    IS DISTINCT FROM (new.text, new.kind::text, new.is_omitted, new.is_retired, new.opens_paragraph, new.reason, new.position, new.photo_id)
$$;

-- New rows are asked about once a statement: an article may have hundreds of thousands.
CREATE OR REPLACE FUNCTION guard.targets_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE one record;
BEGIN
  IF guard.is_owner() OR pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  PERFORM guard.know_client();
  FOR one IN SELECT DISTINCT edition_id FROM now_ LOOP PERFORM guard.need_edit(one.edition_id); END LOOP;
  IF EXISTS (SELECT 1 FROM now_ WHERE submitted_revision <> 0) THEN
    PERFORM guard.refuse('A new segment has not been submitted.');
  END IF;
  IF EXISTS (SELECT 1 FROM now_ WHERE state IN ('reviewed', 'final') AND reviewed_by IS NULL) AND NOT guard.has('reviewer', 'editor') THEN
    PERFORM guard.refuse('Only a reviewer marks text as reviewed.');
  END IF;
  FOR one IN SELECT DISTINCT edition_id, confirmed_by FROM now_ WHERE confirmed_by IS NOT NULL LOOP
    PERFORM guard.need_confirm(one.edition_id, one.confirmed_by);
  END LOOP;
  FOR one IN SELECT edition_id, reviewed_by, id FROM now_ WHERE reviewed_by IS NOT NULL LOOP
    PERFORM guard.need_review(one.edition_id, one.reviewed_by, one.id);
  END LOOP;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard.target_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() OR pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  PERFORM guard.me();
  IF NEW.edition_id <> OLD.edition_id THEN PERFORM guard.refuse('A segment stays in its edition.'); END IF;
  IF guard.is_content_changed(OLD, NEW) THEN PERFORM guard.need_edit(NEW.edition_id); END IF;
  IF NEW.submitted_revision <> OLD.submitted_revision AND NEW.submitted_revision <> NEW.revision THEN
    PERFORM guard.refuse('What was submitted is the newest version.');
  END IF;
  IF NEW.state <> OLD.state THEN
    IF guard.stage_of(NEW.edition_id) = 'published' THEN PERFORM guard.need('correct', 'editor');
    ELSIF NEW.state = 'reviewed' THEN PERFORM guard.need('mark text as reviewed', 'reviewer', 'editor');
    ELSIF NEW.state = 'final' THEN PERFORM guard.need('publish', 'editor');
    ELSE PERFORM guard.need_edit(NEW.edition_id); END IF;
  END IF;
  IF NEW.confirmed_by IS NOT NULL AND NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by THEN
    PERFORM guard.need_confirm(NEW.edition_id, NEW.confirmed_by);
  END IF;
  IF NEW.reviewed_by IS NOT NULL AND NEW.reviewed_by IS DISTINCT FROM OLD.reviewed_by THEN
    PERFORM guard.need_review(NEW.edition_id, NEW.reviewed_by, NEW.id);
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.need_confirm(edition integer, person integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF person <> guard.me() AND NOT guard.once_did(edition, person, 'confirmed') THEN
    PERFORM guard.refuse('Nobody confirms in the name of somebody else.');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION guard.need_review(edition integer, person integer, target integer) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF person = guard.me() THEN
    PERFORM guard.need('mark text as reviewed', 'reviewer');
    IF guard.setting('allow_self_approval', 'off') <> 'on' AND person IN (SELECT guard.authors_of(target))
       AND person IN (SELECT guard.authors(edition)) THEN
      PERFORM guard.refuse('Nobody approves their own work.');
    END IF;
  ELSIF NOT guard.once_did(edition, person, 'approved') THEN
    PERFORM guard.refuse('Nobody approves in the name of somebody else.');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION guard.authors_of(target integer) RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT DISTINCT r.person_id FROM public.revisions r JOIN public.targets t ON t.id = r.target_id
  WHERE t.id = target AND r.number <= t.submitted_revision AND r.person_id IS NOT NULL AND r.stage <> 'in review'
$$;

-- An undo may put back another person's mark, if they have set one like it in this edition before.
CREATE OR REPLACE FUNCTION guard.once_did(edition integer, person integer, what text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.revisions WHERE edition_id = edition AND person_id = person AND note = what)
$$;

CREATE OR REPLACE FUNCTION guard.target_settled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE now_ public.targets; newest record; approved text; stage text;
BEGIN
  IF guard.is_owner() THEN RETURN NULL; END IF;
  SELECT * INTO now_ FROM public.targets WHERE id = NEW.id;
  SELECT r.number, r.text INTO newest FROM public.revisions r WHERE r.target_id = NEW.id ORDER BY r.number DESC LIMIT 1;
  IF now_.revision <> coalesce(newest.number, 0) OR (NOT now_.is_retired AND now_.text <> coalesce(newest.text, '')) THEN
    PERFORM guard.refuse('Every text is kept as a version with who wrote it.');
  END IF;
  SELECT e.stage INTO stage FROM public.editions e WHERE e.id = now_.edition_id;
  IF now_.state = 'final' AND (TG_OP = 'INSERT' OR OLD.state <> 'final') AND stage <> 'published' THEN
    PERFORM guard.refuse('Only published text is final.');
  END IF;
  IF stage IN ('approved', 'published') AND (TG_OP = 'INSERT' OR guard.is_content_changed(OLD, now_)) THEN
    SELECT digest INTO approved FROM public.approvals a JOIN public.editions e ON e.id = a.edition_id AND e.number = a.number
      WHERE e.id = now_.edition_id AND a.is_final ORDER BY a.id DESC LIMIT 1;
    IF approved IS DISTINCT FROM guard.content_digest(now_.edition_id) THEN
      PERFORM guard.refuse('This text was approved. A change takes it back to review.');
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- Asked once a statement, of the rows before it and of those after it: `changed` holds either.
CREATE OR REPLACE FUNCTION guard.coverage_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE one integer;
BEGIN
  IF guard.is_owner() THEN RETURN NULL; END IF;
  PERFORM guard.know_client();
  FOR one IN SELECT DISTINCT edition_id FROM changed LOOP PERFORM guard.need_edit(one); END LOOP;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard.revision_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE before record; stage text; current_ text; edition integer;
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  -- What a machine, the memory or a file brought is nobody's until a person confirms it.
  IF NEW.person_id IS DISTINCT FROM guard.me()
     AND NOT (NEW.person_id IS NULL AND NEW.origin IN ('engine', 'import', 'memory') AND NEW.note <> 'confirmed') THEN
    PERFORM guard.refuse('Nobody writes in the name of somebody else.');
  END IF;
  SELECT t.edition_id INTO edition FROM public.targets t WHERE t.id = NEW.target_id;
  IF edition IS DISTINCT FROM NEW.edition_id THEN PERFORM guard.refuse('A version belongs to its segment.'); END IF;
  SELECT number, text INTO before FROM public.revisions WHERE target_id = NEW.target_id ORDER BY number DESC LIMIT 1;
  IF NEW.number <> coalesce(before.number, 0) + 1 THEN PERFORM guard.refuse('Versions follow one another.'); END IF;
  stage := guard.stage_of(NEW.edition_id);
  SELECT e.stage INTO current_ FROM public.editions e WHERE e.id = NEW.edition_id;
  IF NEW.text IS DISTINCT FROM before.text OR NEW.note = 'confirmed' THEN
    PERFORM guard.need_edit(NEW.edition_id);
    IF NEW.stage NOT IN (stage, current_) OR (NEW.stage = 'in review' AND stage NOT IN ('in review', 'approved')) THEN
      PERFORM guard.refuse('A version knows the stage it was written at.');
    END IF;
  END IF;
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.revision_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE here record;
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  SELECT t.submitted_revision, (SELECT max(number) FROM public.revisions WHERE target_id = t.id) AS newest INTO here
    FROM public.targets t WHERE t.id = OLD.target_id;
  IF OLD.person_id IS DISTINCT FROM guard.me() OR OLD.number <> here.newest OR OLD.number <= here.submitted_revision
     OR OLD.note = 'confirmed'
     OR (NEW.id, NEW.target_id, NEW.edition_id, NEW.number, NEW.person_id, NEW.origin, NEW.stage, NEW.note)
        IS DISTINCT FROM (OLD.id, OLD.target_id, OLD.edition_id, OLD.number, OLD.person_id, OLD.origin, OLD.stage, OLD.note)
     OR OLD.stage <> guard.stage_of(OLD.edition_id) THEN
    PERFORM guard.refuse('A saved version is not changed; only one''s own sitting of typing goes on.');
  END IF;
  PERFORM guard.need_edit(OLD.edition_id);
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.source_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE one integer;
BEGIN
  IF guard.is_owner() THEN RETURN NULL; END IF;
  FOR one IN SELECT id FROM public.editions WHERE stage IN ('approved', 'in review') AND article_id IN (
    SELECT unnest(ARRAY[o.article_id, n.article_id]) FROM now_ n FULL JOIN was o USING (id)
    WHERE (n.text, n.kind::text, n.is_retired, n.article_id) IS DISTINCT FROM (o.text, o.kind::text, o.is_retired, o.article_id))
  LOOP
    IF guard.stage_of(one) = 'in review' THEN PERFORM guard.need('change the source', 'reviewer', 'editor', 'translator'); END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- ---------------------------------------------------------------- decisions

CREATE OR REPLACE FUNCTION guard.approval_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE edition record; steps integer; is_author boolean;
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  PERFORM guard.need('approve', 'reviewer');
  IF NEW.person_id IS DISTINCT FROM guard.me() THEN PERFORM guard.refuse('Nobody approves in the name of somebody else.'); END IF;
  SELECT * INTO edition FROM public.editions WHERE id = NEW.edition_id;
  IF guard.stage_of(NEW.edition_id) <> 'in review' THEN PERFORM guard.refuse('Only an edition in review is approved.'); END IF;
  IF NEW.number <> edition.number OR NEW.step <> edition.step THEN PERFORM guard.refuse('An approval is of the running step.'); END IF;
  steps := array_length(string_to_array(guard.setting('review_steps', 'review'), ';'), 1);
  IF NEW.is_final <> (NEW.step + 1 >= steps) THEN PERFORM guard.refuse('The last step completes the review.'); END IF;
  IF EXISTS (SELECT 1 FROM (SELECT a.person_id FROM public.approvals a WHERE a.edition_id = NEW.edition_id AND a.number = NEW.number
             ORDER BY a.id DESC LIMIT edition.step) earlier WHERE earlier.person_id = NEW.person_id) THEN
    PERFORM guard.refuse('Every step of a review takes another pair of eyes.');
  END IF;
  is_author := NEW.person_id IN (SELECT guard.authors(NEW.edition_id));
  IF is_author AND guard.setting('allow_self_approval', 'off') <> 'on' THEN
    PERFORM guard.refuse('Nobody approves their own work.');
  END IF;
  IF is_author AND NOT NEW.is_self_approval THEN PERFORM guard.refuse('An approval of one''s own work says so.'); END IF;
  IF EXISTS (SELECT 1 FROM public.comments c WHERE c.edition_id = NEW.edition_id AND c.resolved_at IS NULL AND c.parent_id IS NULL) THEN
    PERFORM guard.refuse('Comments are open. Answer and resolve.');
  END IF;
  IF EXISTS (SELECT 1 FROM public.targets t WHERE t.edition_id = NEW.edition_id AND NOT t.is_retired AND NOT t.is_omitted AND btrim(t.text) = '') THEN
    PERFORM guard.refuse('Segments are empty.');
  END IF;
  IF NEW.digest IS DISTINCT FROM guard.content_digest(NEW.edition_id) THEN
    PERFORM guard.refuse('The digest is not that of the text. Open the article again.');
  END IF;
  IF NEW.key_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.signing_keys k WHERE k.id = NEW.key_id
       AND k.person_id = NEW.person_id AND k.revoked_at IS NULL) THEN
    PERFORM guard.refuse('Nobody signs with a key of somebody else, or with one that was revoked.');
  END IF;
  IF NEW.signature = '' AND EXISTS (SELECT 1 FROM public.signing_keys k WHERE k.person_id = NEW.person_id AND k.revoked_at IS NULL) THEN
    PERFORM guard.refuse('Whoever has a signing key signs with it.');
  END IF;
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;

-- Keys are added by their own person and revoked by them or an admin; nothing else of them ever changes.
CREATE OR REPLACE FUNCTION guard.signing_key_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  IF TG_OP = 'INSERT' THEN
    IF NEW.person_id <> guard.me() OR NEW.revoked_at IS NOT NULL THEN
      PERFORM guard.refuse('Nobody signs in the name of somebody else.');
    END IF;
    NEW.added_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.person_id <> guard.me() THEN PERFORM guard.need('revoke a key of somebody else', 'admin'); END IF;
  IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.revoked_by IS DISTINCT FROM guard.me() OR btrim(NEW.reason) = ''
     OR (NEW.id, NEW.person_id, NEW.public, NEW.added_at) IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.public, OLD.added_at) THEN
    PERFORM guard.refuse('A signing key is revoked once, in one''s own name and with a reason, and never changed.');
  END IF;
  NEW.revoked_at := clock_timestamp();
  RETURN NEW;
END $$;

-- An approval moves its edition: without that, and without its event, it is not taken.
CREATE OR REPLACE FUNCTION guard.approval_settled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM public.editions e WHERE e.id = NEW.edition_id
       AND CASE WHEN NEW.is_final THEN e.stage = 'approved' ELSE e.stage = 'in review' AND e.step = NEW.step + 1 END)
     OR NOT EXISTS (SELECT 1 FROM public.events e WHERE e.edition_id = NEW.edition_id AND e.person_id = NEW.person_id
       AND e.kind IN ('approved', 'approved a step') AND e.xmin = pg_current_xact_id()::xid) THEN
    PERFORM guard.refuse('An approval completes a step of the review, and is written into the account of events.');
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard.publication_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE edition record; approved text;
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  PERFORM guard.need('publish', 'editor');
  IF NEW.person_id IS DISTINCT FROM guard.me() THEN PERFORM guard.refuse('Nobody publishes in the name of somebody else.'); END IF;
  SELECT * INTO edition FROM public.editions WHERE id = NEW.edition_id;
  SELECT digest INTO approved FROM public.approvals a WHERE a.edition_id = NEW.edition_id AND a.number = edition.number AND a.is_final
    ORDER BY a.id DESC LIMIT 1;
  IF guard.stage_of(NEW.edition_id) NOT IN ('approved', 'published') OR NEW.number <> edition.number
     OR approved IS NULL OR NEW.digest <> approved OR approved <> guard.content_digest(NEW.edition_id) THEN
    PERFORM guard.refuse('Only exactly the approved text is published.');
  END IF;
  IF edition.embargo > clock_timestamp() THEN PERFORM guard.refuse('The embargo still runs.'); END IF;
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.comment_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE me integer;
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  me := guard.me();
  IF TG_OP = 'INSERT' THEN
    IF NEW.person_id <> me OR NEW.resolved_by IS NOT NULL THEN PERFORM guard.refuse('Nobody comments in the name of somebody else.'); END IF;
    NEW.at := clock_timestamp();
  ELSE
    IF (NEW.id, NEW.edition_id, NEW.person_id, NEW.text, NEW.target_id, NEW.parent_id, NEW.quoted, NEW.at)
       IS DISTINCT FROM (OLD.id, OLD.edition_id, OLD.person_id, OLD.text, OLD.target_id, OLD.parent_id, OLD.quoted, OLD.at) THEN
      PERFORM guard.refuse('A comment is answered, not rewritten.');
    END IF;
    IF NEW.resolved_by IS NOT NULL AND NEW.resolved_by IS DISTINCT FROM OLD.resolved_by AND NEW.resolved_by <> me THEN
      PERFORM guard.refuse('Nobody resolves in the name of somebody else.');
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.waiver_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE stage text;
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  IF NEW.person_id IS DISTINCT FROM guard.me() THEN PERFORM guard.refuse('Nobody accepts in the name of somebody else.'); END IF;
  stage := guard.stage_of(NEW.edition_id);
  IF stage IN ('drafting', 'changes requested') THEN
    IF NEW.what IN ('headline', 'published', 'section', 'outlet', 'translator', 'source_address', 'photo_credit') THEN
      PERFORM guard.need('accept a gap', 'editor');
    ELSE PERFORM guard.need('accept a finding', 'translator', 'editor'); END IF;
  ELSIF stage = 'in review' THEN PERFORM guard.need('accept', 'reviewer', 'editor');
  ELSIF stage IN ('approved', 'published') THEN PERFORM guard.need('accept', 'editor');
  ELSE PERFORM guard.refuse('This edition is withdrawn.'); END IF;
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.credit_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  IF TG_OP = 'UPDATE' THEN
    PERFORM guard.need('correct credits', 'editor');
    IF (NEW.id, NEW.edition_id, NEW.role::text, NEW.name, NEW.position, NEW.person_id, NEW.reason, NEW.set_by, NEW.at)
       IS DISTINCT FROM (OLD.id, OLD.edition_id, OLD.role::text, OLD.name, OLD.position, OLD.person_id, OLD.reason, OLD.set_by, OLD.at) THEN
      PERFORM guard.refuse('A credit is put right by a new line.');
    END IF;
  ELSIF NEW.set_by IS NOT NULL THEN
    PERFORM guard.need('correct credits', 'editor');
    IF NEW.set_by <> guard.me() OR btrim(NEW.reason) = '' THEN
      PERFORM guard.refuse('A credit is put right in one''s own name and with a reason.');
    END IF;
    NEW.at := clock_timestamp();
  ELSE
    PERFORM guard.me();
    IF NOT EXISTS (SELECT 1 FROM public.editions e WHERE e.id = NEW.edition_id AND e.stage = 'drafting') THEN
      PERFORM guard.need('correct credits', 'editor');
    END IF;
    NEW.at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.ledger_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() THEN RETURN NEW; END IF;
  PERFORM guard.know_client();
  IF NOT EXISTS (SELECT 1 FROM public.approvals a WHERE a.edition_id = NEW.edition_id AND a.person_id = guard.me()
                 AND a.is_final AND a.xmin = pg_current_xact_id()::xid) THEN
    PERFORM guard.refuse('The account of work is written by an approval.');
  END IF;
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard.ledger_settled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() OR NEW.role::text NOT IN ('translator', 'reviewer') THEN RETURN NULL; END IF;
  IF (SELECT sum(characters) FROM public.ledger l WHERE l.edition_id = NEW.edition_id AND l.role = NEW.role AND l.person_id = NEW.person_id)
     IS DISTINCT FROM coalesce((SELECT share FROM guard.shares(NEW.edition_id, NEW.role::text) s WHERE s.person_id = NEW.person_id), 0) THEN
    PERFORM guard.refuse('The account does not agree with the work.');
  END IF;
  RETURN NULL;
END $$;

-- ---------------------------------------------------------------- the account of events

-- JSON as Python's json.dumps(…, ensure_ascii=False, sort_keys=True) says it, so that both compute one seal.
CREATE OR REPLACE FUNCTION guard.canonical(said jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE made text;
BEGIN
  CASE jsonb_typeof(said)
    WHEN 'object' THEN
      SELECT '{' || coalesce(string_agg(to_json(key)::text || ': ' || guard.canonical(value), ', ' ORDER BY key COLLATE "C"), '') || '}'
        INTO made FROM jsonb_each(said);
    WHEN 'array' THEN
      SELECT '[' || coalesce(string_agg(guard.canonical(value), ', ' ORDER BY place), '') || ']'
        INTO made FROM jsonb_array_elements(said) WITH ORDINALITY AS e(value, place);
    WHEN 'string' THEN made := to_json(said #>> '{}')::text;
    ELSE made := said::text;
  END CASE;
  RETURN made;
END $$;

CREATE OR REPLACE FUNCTION guard.isoformat(at timestamptz) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
    || CASE WHEN extract(microseconds FROM at)::bigint % 1000000 = 0 THEN '' ELSE to_char(at AT TIME ZONE 'UTC', '.US') END || '+00:00'
$$;

CREATE OR REPLACE FUNCTION guard.event_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF guard.is_owner() AND coalesce(current_setting('workbench.copying', true), '') = 'on' THEN RETURN NEW; END IF;
  IF NOT guard.is_owner() THEN
    PERFORM guard.know_client();
    IF NEW.person_id IS NULL THEN NEW.person_id := guard.me(); END IF;
    IF NEW.person_id <> guard.me() THEN PERFORM guard.refuse('Nobody acts in the name of somebody else.'); END IF;
    IF NEW.kind IN ('submitted', 'returned', 'approved', 'approved a step', 'reopened', 'correction begun', 'withdrawn')
       AND NOT EXISTS (SELECT 1 FROM public.editions e WHERE e.id = NEW.edition_id AND e.xmin = pg_current_xact_id()::xid) THEN
      PERFORM guard.refuse('An event tells what happened.');
    END IF;
    IF NEW.kind IN ('approved', 'approved a step') AND NOT EXISTS (SELECT 1 FROM public.approvals a
         WHERE a.edition_id = NEW.edition_id AND a.person_id = NEW.person_id AND a.xmin = pg_current_xact_id()::xid) THEN
      PERFORM guard.refuse('An event tells what happened.');
    END IF;
    IF NEW.kind = 'published' AND NOT EXISTS (SELECT 1 FROM public.publications p
         WHERE p.edition_id = NEW.edition_id AND p.person_id = NEW.person_id AND p.xmin = pg_current_xact_id()::xid) THEN
      PERFORM guard.refuse('An event tells what happened.');
    END IF;
  END IF;
  PERFORM pg_advisory_xact_lock(5724, 1);
  NEW.at := clock_timestamp();
  NEW.previous := coalesce((SELECT digest FROM public.events ORDER BY id DESC LIMIT 1), '');
  NEW.id := nextval(pg_get_serial_sequence('public.events', 'id'));
  NEW.digest := encode(sha256(convert_to(
    '[' || coalesce(NEW.article_id::text, 'null') || ', ' || coalesce(NEW.edition_id::text, 'null') || ', '
    || coalesce(NEW.person_id::text, 'null') || ', ' || to_json(NEW.kind::text)::text || ', ' || guard.canonical(NEW.data::jsonb) || ', '
    || to_json(guard.isoformat(NEW.at))::text || ', ' || to_json(NEW.previous::text)::text || ']', 'UTF8')), 'hex');
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------- everything else somebody signed in may write

CREATE OR REPLACE FUNCTION guard.by_somebody() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT guard.is_owner() THEN
    PERFORM guard.know_client();
    PERFORM guard.me();
  END IF;
  RETURN NULL;  -- asked once a statement: nothing hangs on the rows
END $$;

CREATE OR REPLACE FUNCTION guard.by_admin() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT guard.is_owner() THEN
    PERFORM guard.know_client();
    PERFORM guard.need('change settings', 'admin');
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- ---------------------------------------------------------------- marks, presence, claims

CREATE OR REPLACE FUNCTION guard.mark(operation uuid) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM guard.operations WHERE at < clock_timestamp() - interval '1 day';  -- nobody asks so late
  INSERT INTO guard.operations (id) VALUES (operation)
$$;

CREATE OR REPLACE FUNCTION guard.happened(operation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM guard.operations WHERE id = operation)
$$;

-- Say where one is (target NULL: in the article; edition NULL: gone), and whether one claims the row.
-- Returns who has claimed the row already, NULL when it is free: a claim is a courtesy that ends after two minutes.
CREATE OR REPLACE FUNCTION guard.be_at(asking text, edition integer, target integer, claim boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE who integer := coalesce((SELECT person_id FROM guard.signed_in()), 0); holder integer;
BEGIN
  IF edition IS NULL THEN
    DELETE FROM guard.presence WHERE person_id = who AND client = asking;
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(5724, 2);
  SELECT p.person_id INTO holder FROM guard.presence p WHERE p.target_id = target AND p.is_claim
    AND (p.person_id, p.client) <> (who, asking) AND p.at > clock_timestamp() - interval '2 minutes' LIMIT 1;
  INSERT INTO guard.presence VALUES (who, asking, edition, target, claim AND holder IS NULL, clock_timestamp())
    ON CONFLICT (person_id, client) DO UPDATE
      SET edition_id = excluded.edition_id, target_id = excluded.target_id, is_claim = excluded.is_claim, at = excluded.at;
  RETURN CASE WHEN claim THEN holder END;
END $$;

CREATE OR REPLACE FUNCTION guard.present(edition integer) RETURNS TABLE (name text, target_id integer, is_claim boolean, client text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(p.name, '')::text, x.target_id, x.is_claim, x.client FROM guard.presence x LEFT JOIN public.people p ON p.id = x.person_id
  WHERE x.edition_id = edition AND x.at > clock_timestamp() - interval '2 minutes' ORDER BY 1, 2
$$;

-- ---------------------------------------------------------------- the index of words (library/article_words.py)

CREATE TABLE IF NOT EXISTS guard.article_words (article_id integer PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX IF NOT EXISTS article_words_words ON guard.article_words USING gin (words);
CREATE TABLE IF NOT EXISTS guard.article_stale (article_id integer PRIMARY KEY);
INSERT INTO guard.article_stale SELECT id FROM public.articles a
  WHERE NOT EXISTS (SELECT 1 FROM guard.article_words w WHERE w.article_id = a.id) ON CONFLICT DO NOTHING;

-- An article that was changed goes onto the list; whoever indexes it takes it off before reading, and waits for us.
-- Once a transaction is enough, and more would be slow: each further time would go through all earlier ones of that row.
CREATE OR REPLACE FUNCTION guard.put_on_list(changed integer[]) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO guard.article_stale
    SELECT DISTINCT one FROM unnest(changed) AS one WHERE one IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM guard.article_stale s WHERE s.article_id = one AND s.xmin = pg_current_xact_id()::xid)
    ORDER BY one
    ON CONFLICT (article_id) DO UPDATE SET article_id = excluded.article_id
$$;

CREATE OR REPLACE FUNCTION guard.rows_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'segments' THEN
    PERFORM guard.put_on_list(ARRAY(SELECT DISTINCT article_id FROM now_));
  ELSE
    PERFORM guard.put_on_list(ARRAY(SELECT e.article_id FROM public.editions e WHERE e.id IN (SELECT edition_id FROM now_)));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard.words_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'segments' THEN
    PERFORM guard.put_on_list(ARRAY(SELECT DISTINCT n.article_id FROM now_ n LEFT JOIN was o USING (id)
      WHERE (n.text, n.is_retired, n.article_id) IS DISTINCT FROM (o.text, o.is_retired, o.article_id)));
  ELSE
    PERFORM guard.put_on_list(ARRAY(SELECT e.article_id FROM public.editions e WHERE e.id IN (
      SELECT n.edition_id FROM now_ n LEFT JOIN was o USING (id)
      WHERE (n.text, n.is_retired, n.edition_id) IS DISTINCT FROM (o.text, o.is_retired, o.edition_id))));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard.take_stale(most integer) RETURNS SETOF integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY DELETE FROM guard.article_stale WHERE article_id IN (
    SELECT s.article_id FROM guard.article_stale s LIMIT most FOR UPDATE SKIP LOCKED) RETURNING article_id;
END $$;

CREATE OR REPLACE FUNCTION guard.index_article(article integer, pieces text[]) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO guard.article_words VALUES (article, array_to_tsvector(pieces))
    ON CONFLICT (article_id) DO UPDATE SET words = excluded.words
$$;

-- ---------------------------------------------------------------- hang the guards

DO $hang$
DECLARE one record;
BEGIN
  FOR one IN SELECT tgname, tgrelid::regclass AS relation FROM pg_trigger WHERE tgname LIKE 'guard\_%' AND NOT tgisinternal LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', one.tgname, one.relation);
  END LOOP;
END $hang$;

DROP FUNCTION IF EXISTS guard.article_changed();  -- of earlier versions: once a row

CREATE TRIGGER guard_people BEFORE INSERT OR UPDATE OR DELETE ON public.people FOR EACH ROW EXECUTE FUNCTION guard.people_changed();
CREATE TRIGGER guard_roles BEFORE INSERT OR UPDATE OR DELETE ON public.person_roles FOR EACH ROW EXECUTE FUNCTION guard.people_changed();
CREATE TRIGGER guard_roles_granted AFTER INSERT OR UPDATE OR DELETE ON public.person_roles FOR EACH ROW EXECUTE FUNCTION guard.roles_changed();
CREATE TRIGGER guard_settings BEFORE INSERT OR UPDATE OR DELETE ON public.settings FOR EACH ROW EXECUTE FUNCTION guard.by_admin();
CREATE TRIGGER guard_edition_added BEFORE INSERT ON public.editions FOR EACH ROW EXECUTE FUNCTION guard.edition_added();
CREATE TRIGGER guard_edition_changed BEFORE UPDATE ON public.editions FOR EACH ROW EXECUTE FUNCTION guard.edition_changed();
CREATE CONSTRAINT TRIGGER guard_edition_settled AFTER UPDATE ON public.editions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard.edition_settled();
CREATE TRIGGER guard_target_added AFTER INSERT ON public.targets REFERENCING NEW TABLE AS now_
  FOR EACH STATEMENT EXECUTE FUNCTION guard.targets_added();
CREATE TRIGGER guard_target_changed BEFORE UPDATE ON public.targets FOR EACH ROW EXECUTE FUNCTION guard.target_changed();
CREATE CONSTRAINT TRIGGER guard_target_settled AFTER INSERT OR UPDATE ON public.targets DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard.target_settled();
CREATE TRIGGER guard_coverage_added AFTER INSERT ON public.coverage REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION guard.coverage_changed();
CREATE TRIGGER guard_coverage_moved AFTER UPDATE ON public.coverage REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION guard.coverage_changed();
CREATE TRIGGER guard_coverage_was AFTER UPDATE ON public.coverage REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION guard.coverage_changed();
CREATE TRIGGER guard_coverage_gone AFTER DELETE ON public.coverage REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION guard.coverage_changed();
CREATE TRIGGER guard_revision_added BEFORE INSERT ON public.revisions FOR EACH ROW EXECUTE FUNCTION guard.revision_added();
CREATE TRIGGER guard_revision_changed BEFORE UPDATE ON public.revisions FOR EACH ROW EXECUTE FUNCTION guard.revision_changed();
CREATE TRIGGER guard_source_changed AFTER UPDATE ON public.segments REFERENCING OLD TABLE AS was NEW TABLE AS now_
  FOR EACH STATEMENT EXECUTE FUNCTION guard.source_changed();
CREATE TRIGGER guard_signing_key BEFORE INSERT OR UPDATE ON public.signing_keys FOR EACH ROW EXECUTE FUNCTION guard.signing_key_changed();
CREATE TRIGGER guard_approval BEFORE INSERT ON public.approvals FOR EACH ROW EXECUTE FUNCTION guard.approval_added();
CREATE CONSTRAINT TRIGGER guard_approval_settled AFTER INSERT ON public.approvals DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard.approval_settled();
CREATE TRIGGER guard_publication BEFORE INSERT ON public.publications FOR EACH ROW EXECUTE FUNCTION guard.publication_added();
CREATE TRIGGER guard_comment BEFORE INSERT OR UPDATE ON public.comments FOR EACH ROW EXECUTE FUNCTION guard.comment_changed();
CREATE TRIGGER guard_waiver BEFORE INSERT ON public.waivers FOR EACH ROW EXECUTE FUNCTION guard.waiver_added();
CREATE TRIGGER guard_credit BEFORE INSERT OR UPDATE ON public.credits FOR EACH ROW EXECUTE FUNCTION guard.credit_changed();
CREATE TRIGGER guard_ledger BEFORE INSERT ON public.ledger FOR EACH ROW EXECUTE FUNCTION guard.ledger_added();
CREATE CONSTRAINT TRIGGER guard_ledger_settled AFTER INSERT ON public.ledger DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard.ledger_settled();
CREATE TRIGGER guard_event BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION guard.event_added();

DO $hang$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['articles', 'segments', 'photos', 'assignments', 'memory_entries', 'memory_blocks', 'draft_answers', 'concepts',
                             'terms', 'names', 'accepted_pairs'] LOOP
    EXECUTE format('CREATE TRIGGER guard_somebody BEFORE INSERT OR UPDATE OR DELETE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION guard.by_somebody()', one);
  END LOOP;
  FOREACH one IN ARRAY ARRAY['segments', 'targets'] LOOP
    EXECUTE format('CREATE TRIGGER guard_indexed AFTER INSERT ON public.%I REFERENCING NEW TABLE AS now_ '
      'FOR EACH STATEMENT EXECUTE FUNCTION guard.rows_added()', one);
    EXECUTE format('CREATE TRIGGER guard_indexed_anew AFTER UPDATE ON public.%I REFERENCING OLD TABLE AS was NEW TABLE AS now_ '
      'FOR EACH STATEMENT EXECUTE FUNCTION guard.words_changed()', one);
  END LOOP;
END $hang$;

-- ---------------------------------------------------------------- grants

DO $grants$
DECLARE
  role text; one record; login name;
  working text[] := ARRAY['translator', 'reviewer', 'editor'];
BEGIN
  EXECUTE format('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA guard FROM PUBLIC;
  FOREACH role IN ARRAY ARRAY['translator', 'reviewer', 'editor', 'admin'] LOOP
    login := guard.group_of(role);
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', login); END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), login);
    EXECUTE format('GRANT USAGE ON SCHEMA public, guard TO %I', login);
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', login);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA public TO %I', login);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', login);
    EXECUTE format('GRANT EXECUTE ON FUNCTION guard.welcome(integer), guard.signed_in(), guard.mark(uuid), guard.happened(uuid), guard.attach(name, integer), guard.be_at(text, integer, integer, boolean), guard.present(integer), guard.take_stale(integer), guard.index_article(integer, text[]) TO %I', login);
    EXECUTE format('GRANT SELECT ON guard.article_words, guard.article_stale TO %I', login);
    EXECUTE format('GRANT INSERT, UPDATE ON public.comments, public.assignments, public.signing_keys TO %I', login);
    EXECUTE format('GRANT INSERT ON public.events TO %I', login);
  END LOOP;
  FOREACH role IN ARRAY working LOOP
    login := guard.group_of(role);
    EXECUTE format('GRANT INSERT, UPDATE ON public.articles, public.segments, public.photos, public.editions, public.targets, public.revisions, public.memory_entries, public.draft_answers, public.concepts, public.terms, public.names, public.accepted_pairs TO %I', login);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON public.coverage, public.memory_blocks TO %I', login);
    EXECUTE format('GRANT DELETE ON public.concepts, public.terms, public.names, public.accepted_pairs, public.draft_answers, public.assignments TO %I', login);
    EXECUTE format('GRANT INSERT ON public.waivers, public.credits TO %I', login);
  END LOOP;
  EXECUTE format('GRANT INSERT ON public.approvals, public.ledger TO %I', guard.group_of('reviewer'));
  EXECUTE format('GRANT INSERT ON public.publications TO %I', guard.group_of('editor'));
  EXECUTE format('GRANT UPDATE ON public.credits TO %I', guard.group_of('editor'));
  EXECUTE format('GRANT INSERT, UPDATE, DELETE ON public.settings, public.person_roles TO %I', guard.group_of('admin'));
  EXECUTE format('GRANT INSERT, UPDATE ON public.people TO %I', guard.group_of('admin'));
  FOR one IN SELECT person_id FROM guard.accounts LOOP PERFORM guard.grant_roles(one.person_id); END LOOP;
END $grants$;
