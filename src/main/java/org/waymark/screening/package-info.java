/**
 * Screening: a pure function from a rule set, an assessment and its history to an outcome. No clock but
 * {@code assessedAt}, no store, no I/O: the same three give the same outcome for ever.
 */
@NullMarked
package org.waymark.screening;

import org.jspecify.annotations.NullMarked;
