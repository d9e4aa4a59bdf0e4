"""The refusals of the guards (resources/server/guard.sql), so that the window can say them in its language."""

from __future__ import annotations

from workbench.sentences import Sentence, say

REFUSALS: dict[str, Sentence] = {
    str(sentence): sentence
    for sentence in (
        say("A change of stage is written into the account of events."),
        say("A comment is answered, not rewritten."),
        say("A credit is put right by a new line."),
        say("A credit is put right in one's own name and with a reason."),
        say("A new edition begins as a draft."),
        say("A new segment has not been submitted."),
        say("A saved version is not changed; only one's own sitting of typing goes on."),
        say("A segment stays in its edition."),
        say("A step of the review is completed by an approval."),
        say("A version belongs to its segment."),
        say("A version knows the stage it was written at."),
        say("An approval completes a step of the review, and is written into the account of events."),
        say("An approval is of the running step."),
        say("An approval of one's own work says so."),
        say("An edition stays what it is of."),
        say("An event tells what happened."),
        say("Comments are open. Answer and resolve."),
        say("Every step of a review takes another pair of eyes."),
        say("Every text is kept as a version with who wrote it."),
        say("Nobody accepts in the name of somebody else."),
        say("Nobody acts in the name of somebody else."),
        say("Nobody approves in the name of somebody else."),
        say("Nobody approves their own work."),
        say("Nobody attaches their own account to somebody else, or another account to themselves."),
        say("Nobody comments in the name of somebody else."),
        say("Nobody confirms in the name of somebody else."),
        say("Nobody publishes in the name of somebody else."),
        say("Nobody resolves in the name of somebody else."),
        say("Nobody writes in the name of somebody else."),
        say("Only a correction begins a new version."),
        say("Only a reviewer marks text as reviewed."),
        say("Only an edition in review is approved."),
        say("Only exactly the approved text is published."),
        say("Only published text is final."),
        say("Segments are empty or not confirmed: this cannot be submitted."),
        say("Segments are empty."),
        say("The account does not agree with the work."),
        say("The account of work is written by an approval."),
        say("The digest is not that of the text. Open the article again."),
        say("The embargo still runs."),
        say("The last step completes the review."),
        say("The text is not the text that was approved."),
        say("This edition is withdrawn."),
        say("This program did not say which schema it knows, or is too old. Install the newer version."),
        say("This text was approved. A change takes it back to review."),
        say("Versions follow one another."),
        say("What is published is written down with its digest."),
        say("What was submitted is the newest version."),
    )
}
