/**
 * The policy team's own tests: cases written as a policy officer reads them, each with what must come out of it and
 * what must not, read from a folder beside the rules and run against any rule set that can screen.
 */
@NullMarked
@NamedInterface("scenario")
package org.waymark.ruleset.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
