/**
 * The safety search: shows, over the value space that the rules themselves open, that a rule set keeps what must always
 * hold (contract, section 2, "always"), or a smallest case in which it does not.
 */
@NullMarked
@NamedInterface("safety")
package org.waymark.ruleset.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
