/**
 * What a candidate rule set would change: every recorded contact asked twice, under the rules in force and under the
 * candidate, each with its own history; who would come out higher or lower, and what it would mean for the work of a
 * week.
 */
@NullMarked
@NamedInterface("impact")
package org.waymark.policy.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
