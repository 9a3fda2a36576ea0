/**
 * Recorded outcomes and new ones side by side, without a store: whether they are the same to the byte, and where they
 * differ. Pure.
 */
@NullMarked
@NamedInterface("replay")
package org.waymark.casework.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
