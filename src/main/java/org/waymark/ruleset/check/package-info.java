/**
 * All that a rule set must stand before anybody screens with it, in one report: it reads, it compiles, it is what the
 * register says, its scenarios hold and reach all of it, no promise can be broken, and no small change goes unnoticed.
 */
@NullMarked
@NamedInterface("check")
package org.waymark.ruleset.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
