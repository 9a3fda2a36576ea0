/**
 * What a rule set's own scenarios reach: which lines fire in them, which conditions they meet and leave unmet, and which
 * words of the contract come out of them.
 */
@NullMarked
@NamedInterface("coverage")
package org.waymark.ruleset.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
