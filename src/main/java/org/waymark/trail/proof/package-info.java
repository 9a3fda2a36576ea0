/**
 * Trails as files that prove themselves: written here from the store, and verified from the file alone by whoever does
 * not trust the one who wrote it. The form is in {@code docs/trail-export.md}.
 */
@NullMarked
@NamedInterface("proof")
package org.waymark.trail.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
