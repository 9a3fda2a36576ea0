package org.waymark.store;

import java.time.Instant;

/**
 * How the store was when last looked at.
 *
 * @param writable whether a write was acknowledged as the trail needs it
 * @param detail the reason where it was not
 * @param checkedAt when it was looked at
 */
public record StoreState(boolean writable, String detail, Instant checkedAt) {}
