package org.waymark.casework.draft;

import java.time.Instant;
import org.waymark.assessment.PersonKey;

/**
 * A half-filled form.
 *
 * @param about whom it is about
 * @param changedAt when it was saved last
 * @param revision how often it was saved, from 1; who saves says which one they saw
 * @param content a JSON text
 */
public record FormDraft(
        String id, String owner, PersonKey about, Instant begunAt, Instant changedAt, long revision, String content) {}
