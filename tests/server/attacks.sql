-- One attack a line, tried as every role; {name}: identities of the test. None may change anything.
UPDATE approvals SET person_id = {me}
UPDATE approvals SET digest = repeat('0', 64)
DELETE FROM approvals
TRUNCATE approvals
UPDATE ledger SET characters = characters + 1000 WHERE person_id = {me}
DELETE FROM ledger
TRUNCATE ledger CASCADE
INSERT INTO ledger (edition_id, role, person_id, characters, words, at, reason) VALUES ({approved}, 'translator', {me}, 1000, 100, now(), 'bonus')
UPDATE credits SET name = 'Somebody Else'
INSERT INTO credits (edition_id, role, name, position, set_by, at, reason, is_current) VALUES ({approved}, 'translator', 'Forged Name', 0, {other}, now(), 'x', true)
INSERT INTO approvals (edition_id, number, step, person_id, digest, content, own_changes, step_name, is_self_approval, is_final, at) SELECT {review}, 1, 0, {other}, guard.content_digest({review}), '{{}}', '[]', 'review', false, true, now()
INSERT INTO approvals (edition_id, number, step, person_id, digest, content, own_changes, step_name, is_self_approval, is_final, at) VALUES ({review}, 1, 0, {reviewer}, repeat('a', 64), '{{}}', '[]', 'review', false, true, now() - interval '1 year')
INSERT INTO approvals (edition_id, number, step, person_id, digest, content, own_changes, step_name, is_self_approval, is_final, at) VALUES ({review}, 1, 0, {me}, repeat('a', 64), '{{}}', '[]', 'review', false, true, now())
INSERT INTO approvals (edition_id, number, step, person_id, digest, content, own_changes, step_name, is_self_approval, is_final, at) VALUES ({own}, 1, 0, {me}, '{own_digest}', '{{}}', '[]', 'review', false, true, now())
INSERT INTO approvals (edition_id, number, step, person_id, digest, content, own_changes, step_name, is_self_approval, is_final, at) VALUES ({own}, 1, 0, {me}, '{own_digest}', '{{}}', '[]', 'review', true, true, now())
UPDATE editions SET stage = 'approved' WHERE id = {review}
UPDATE editions SET stage = 'approved' WHERE id = {own}
UPDATE editions SET stage = 'published' WHERE id = {approved}
UPDATE editions SET stage = 'published' WHERE id = {review}
UPDATE editions SET stage = 'withdrawn' WHERE id = {review}
UPDATE editions SET stage = 'drafting' WHERE id = {approved}
UPDATE editions SET number = 9 WHERE id = {approved}
UPDATE editions SET step = 1 WHERE id = {review}
UPDATE targets SET text = text || ' forged' WHERE edition_id = {approved}
UPDATE targets SET state = 'final' WHERE edition_id = {review}
UPDATE targets SET confirmed_by = {other} WHERE edition_id = {own}
UPDATE targets SET reviewed_by = {other}, state = 'reviewed' WHERE edition_id = {own}
UPDATE targets SET submitted_revision = 0 WHERE edition_id = {own}
UPDATE targets SET revision = 0 WHERE edition_id = {own}
INSERT INTO targets (edition_id, position, kind, text, state, is_returned, is_omitted, is_locked, is_retired, opens_paragraph, reason, origin_detail, revision, submitted_revision, version, confirmed_by) SELECT {own}, 900000 + n, 'body', '', 'initial', false, false, false, false, false, '', '', 0, 0, 1, CASE n WHEN 17 THEN {other} END FROM generate_series(1, 20) AS n
INSERT INTO targets (edition_id, position, kind, text, state, is_returned, is_omitted, is_locked, is_retired, opens_paragraph, reason, origin_detail, revision, submitted_revision, version, reviewed_by) SELECT {own}, 900000 + n, 'body', '', 'initial', false, false, false, false, false, '', '', 0, 0, 1, CASE n WHEN 17 THEN {other} END FROM generate_series(1, 20) AS n
INSERT INTO targets (edition_id, position, kind, text, state, is_returned, is_omitted, is_locked, is_retired, opens_paragraph, reason, origin_detail, revision, submitted_revision, version) SELECT {own}, 900000 + n, 'body', '', 'initial', false, false, false, false, false, '', '', 0, CASE n WHEN 17 THEN 1 ELSE 0 END, 1 FROM generate_series(1, 20) AS n
WITH forged AS (INSERT INTO targets (edition_id, position, kind, text, state, is_returned, is_omitted, is_locked, is_retired, opens_paragraph, reason, origin_detail, revision, submitted_revision, version, confirmed_by) SELECT {own}, 900000 + n, 'body', '', 'initial', false, false, false, false, false, '', '', 0, 0, 1, {other} FROM generate_series(1, 20) AS n RETURNING id) UPDATE targets SET is_locked = is_locked WHERE id IN (SELECT id FROM forged)
DELETE FROM targets WHERE edition_id = {approved}
UPDATE revisions SET person_id = {other}
UPDATE revisions SET at = now() - interval '1 year'
UPDATE revisions SET stage = 'in review'
DELETE FROM revisions
INSERT INTO revisions (target_id, edition_id, number, text, state, person_id, at, origin, stage, detail, note) SELECT id, edition_id, revision + 1, 'forged', 'translated', {other}, now(), 'typed', 'drafting', '', 'confirmed' FROM targets WHERE edition_id = {own} LIMIT 1
INSERT INTO publications (edition_id, number, digest, details, files, person_id, correction, at) SELECT {review}, 1, guard.content_digest({review}), '{{}}', '[]', {me}, '', now()
INSERT INTO publications (edition_id, number, digest, details, files, person_id, correction, at) VALUES ({approved}, 1, repeat('b', 64), '{{}}', '[]', {me}, '', now())
INSERT INTO publications (edition_id, number, digest, details, files, person_id, correction, at) VALUES ({approved}, 1, '{approved_digest}', '{{}}', '[]', {other}, '', now())
UPDATE publications SET digest = repeat('c', 64)
UPDATE events SET data = '{{}}'
DELETE FROM events
TRUNCATE events
INSERT INTO events (kind, data, edition_id, person_id, at, previous, digest) VALUES ('approved', '{{}}', {review}, {other}, now(), '', '')
INSERT INTO events (kind, data, edition_id, person_id, at, previous, digest) VALUES ('approved', '{{}}', {review}, {me}, now() - interval '1 year', '', '')
INSERT INTO events (kind, data, edition_id, person_id, at, previous, digest) VALUES ('published', '{{}}', {approved}, {me}, now(), '', '')
INSERT INTO comments (edition_id, person_id, text, quoted, at) VALUES ({review}, {other}, 'in your name', '', now())
UPDATE comments SET text = 'I agree'
DELETE FROM comments
INSERT INTO waivers (edition_id, what, reason, person_id, signature, at) VALUES ({review}, 'quantities', 'fine', {other}, '', now())
UPDATE waivers SET reason = 'because'
UPDATE person_roles SET role = 'admin' WHERE person_id = {me} AND {not_admin}
INSERT INTO person_roles (person_id, role) SELECT {me}, 'admin' WHERE {not_admin}
INSERT INTO people (name, name_zh, is_active) SELECT 'Ghost', '', true WHERE {not_admin}
UPDATE people SET is_active = false WHERE id = {other} AND {not_admin}
INSERT INTO settings (name, value) SELECT 'allow_self_approval', 'on' WHERE {not_admin}
SELECT guard.attach(session_user, {other})
SELECT guard.attach('{other_account}', {me})
INSERT INTO guard.accounts VALUES ('{other_account}', {me})
UPDATE guard.accounts SET person_id = {other}
INSERT INTO guard.moves (edition_id, former, stage) VALUES ({review}, 'drafting', 'drafting')
DELETE FROM guard.demands
SET ROLE "{owner_account}"
SET SESSION AUTHORIZATION "{owner_account}"
ALTER TABLE approvals DISABLE TRIGGER ALL
DROP TRIGGER guard_approval ON approvals
DROP FUNCTION guard.refuse(text) CASCADE
CREATE OR REPLACE FUNCTION guard.me() RETURNS integer LANGUAGE sql AS 'SELECT 1'
CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT timestamptz ''2000-01-01'''
SET session_replication_role = replica
ALTER ROLE CURRENT_USER SUPERUSER
CREATE TABLE public.approvals2 AS SELECT * FROM approvals
COPY approvals (edition_id, number, step, person_id, digest, content, own_changes, step_name, is_self_approval, is_final, at) FROM PROGRAM 'echo'
ALTER TABLE ledger OWNER TO CURRENT_USER
SELECT set_config('workbench.copying', 'on', false); UPDATE events SET kind = 'x'
BEGIN; CREATE TEMP TABLE people AS SELECT {me} AS id, true AS is_active; CREATE TEMP TABLE person_roles AS SELECT {me} AS person_id, 'reviewer'::text AS role; SET search_path = pg_temp, guard, public; UPDATE public.editions SET stage = 'approved' WHERE id = {own}; COMMIT
INSERT INTO signing_keys (person_id, public, added_at, reason) VALUES ({other}, repeat('d', 64), now(), '')
UPDATE signing_keys SET public = repeat('e', 64)
UPDATE signing_keys SET person_id = {me}
UPDATE signing_keys SET revoked_at = now() - interval '1 year', revoked_by = {me}, reason = 'back-dated' WHERE person_id = {other} AND {not_admin}
UPDATE signing_keys SET revoked_at = now(), revoked_by = {other}, reason = 'in your name'
UPDATE signing_keys SET revoked_at = now(), revoked_by = {me}, reason = ''
UPDATE signing_keys SET revoked_at = NULL, reason = 'alive again'
DELETE FROM signing_keys
UPDATE approvals SET signature = ''
INSERT INTO approvals (edition_id, number, step, person_id, digest, content, own_changes, step_name, is_self_approval, is_final, at, key_id, signature) SELECT {review}, 1, 0, {me}, guard.content_digest({review}), '{{}}', '[]', 'review', false, true, now(), (SELECT id FROM signing_keys WHERE person_id = {other} LIMIT 1), repeat('f', 128)
