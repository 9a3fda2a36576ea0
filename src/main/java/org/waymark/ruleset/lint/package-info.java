/**
 * What is worth another look in a rule set that can be read: found on the rule tree, and each finding a proof about it,
 * never a guess. {@code docs/lint} has a page for each kind.
 */
@NullMarked
@NamedInterface("lint")
package org.waymark.ruleset.lint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
