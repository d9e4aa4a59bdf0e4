"""From an article's key and a language to its edition, made on first use."""

from __future__ import annotations

from workbench.desk.localising import say_details
from workbench.errors import WorkbenchError
from workbench.library.transaction import Transaction
from workbench.model.article import Article
from workbench.model.edition import Edition
from workbench.sentences import say


def find_edition(tx: Transaction, key: str, language: str) -> tuple[Article, Edition]:
    """Return an article and its edition; raise when that language has not been begun."""
    article = tx.articles.by_key(key)
    edition = tx.editions.find(article.id, language)
    if edition is None:
        raise WorkbenchError(
            say(
                "The article {article} has no edition in “{language}” yet. Draft or edit it first.",
                article=article.key,
                language=language,
            )
        )
    return article, edition


def begin_edition(tx: Transaction, article: Article, language: str) -> Edition:
    """Return an article's edition in a language, with one empty target a segment when it is new."""
    edition = tx.editions.find(article.id, language)
    if edition is not None:
        return edition
    edition = tx.editions.add(
        Edition(
            article_id=article.id,
            language=language,
            published=article.published,
            source_address=article.source_address,
        )
    )
    say_details(tx, article, edition)
    tx.editions.add_empty_targets(edition)
    tx.editions.recount(edition)
    tx.editions.touch(edition)
    return edition
