/**
 * The way out: every decision, and what people did with it, goes to whoever follows, at least once and in the order in
 * which it was recorded. Whom that is, and how it gets there, is for the floor above.
 */
@NullMarked
@NamedInterface("relay")
package org.waymark.casework.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
