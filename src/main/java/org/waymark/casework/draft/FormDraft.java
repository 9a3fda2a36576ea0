package org.waymark.casework.draft;

import java.time.Instant;

/**
 * A half-filled form: nobody's record yet.
 *
 * @param id random, so that it cannot be guessed
 * @param owner the account that fills it in, and the only one that sees it
 * @param area in which it was begun
 * @param changedAt when it was saved last, in whole milliseconds; what it is kept for is counted from then
 * @param revision 1 at first, and one more with each save
 * @param content a JSON text
 */
public record FormDraft(
        String id, String owner, String area, Instant begunAt, Instant changedAt, long revision, String content) {

    /** Never the content, which would end in a log. */
    @Override
    public String toString() {
        return "FormDraft[" + id + ", revision " + revision + "]";
    }
}
