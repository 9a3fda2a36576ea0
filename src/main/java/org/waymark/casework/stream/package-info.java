/**
 * Assessments that come many at a time, from a stream or a file. They take the same road as a single one; only what is
 * done at once, and in what order, is settled here.
 */
@NullMarked
@NamedInterface("stream")
package org.waymark.casework.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
