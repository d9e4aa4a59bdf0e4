-- What a library in a file has so that articles are found as somebody types (library/article_words.py): an index that is
-- only added to, how often each article was put in, and what was changed since. Statements are parted by empty lines.

CREATE VIRTUAL TABLE IF NOT EXISTS article_words USING fts5(
  words, content='', detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co P* S*'"
)

CREATE TABLE IF NOT EXISTS article_indexed (article_id INTEGER PRIMARY KEY, times INTEGER NOT NULL)

CREATE TABLE IF NOT EXISTS article_stale (article_id INTEGER PRIMARY KEY)

CREATE TRIGGER IF NOT EXISTS stale_segment_added AFTER INSERT ON segments BEGIN
  INSERT OR IGNORE INTO article_stale VALUES (NEW.article_id);
END

CREATE TRIGGER IF NOT EXISTS stale_segment_changed AFTER UPDATE OF text, is_retired ON segments BEGIN
  INSERT OR IGNORE INTO article_stale VALUES (NEW.article_id);
END

CREATE TRIGGER IF NOT EXISTS stale_target_added AFTER INSERT ON targets BEGIN
  INSERT OR IGNORE INTO article_stale SELECT article_id FROM editions WHERE id = NEW.edition_id;
END

CREATE TRIGGER IF NOT EXISTS stale_target_changed AFTER UPDATE OF text, is_retired ON targets BEGIN
  INSERT OR IGNORE INTO article_stale SELECT article_id FROM editions WHERE id = NEW.edition_id;
END

INSERT OR IGNORE INTO article_stale SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM article_indexed)
