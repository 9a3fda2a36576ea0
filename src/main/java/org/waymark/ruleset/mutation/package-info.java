/**
 * Whether a rule set's own scenarios would notice a slip of the pen: every small change that a tired hand could make to
 * a line is made, one at a time, and the scenarios are asked again.
 */
@NullMarked
@NamedInterface("mutation")
package org.waymark.ruleset.mutation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
