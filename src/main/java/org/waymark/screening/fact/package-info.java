/**
 * What rules may match: small facts, counted beforehand from what is known about a young person.
 */
@NullMarked
@NamedInterface("fact")
package org.waymark.screening.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
