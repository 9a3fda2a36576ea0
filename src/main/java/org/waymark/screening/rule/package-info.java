/**
 * A rule as a tree of conditions and conclusions, and a set of rules. No rule text is held here, only what was understood of it.
 */
@NullMarked
@NamedInterface("rule")
package org.waymark.screening.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
