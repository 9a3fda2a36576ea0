/**
 * What is known about one young person at one contact: this assessment and the earlier ones, each factor's answer that
 * counts, and when things happened.
 */
@NullMarked
@NamedInterface("casefile")
package org.waymark.screening.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
