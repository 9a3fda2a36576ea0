package org.waymark.casework.replay;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place where two documents differ.
 *
 * @param pointer where, as RFC 6901 points
 * @param was what the recorded one says there; null where it has nothing there
 * @param is what the other says there; null where it has nothing there
 */
public record Difference(
        String pointer, @Nullable JsonNode was, @Nullable JsonNode is) {}
