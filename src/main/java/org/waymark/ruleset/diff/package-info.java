/**
 * What is other in one rule set than in the one before it, figure by figure and in plain English, and whether the one may
 * come after the other at all.
 */
@NullMarked
@NamedInterface("diff")
package org.waymark.ruleset.diff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
