/** The log of all entries: puts them in an order for good, seals it by signed checkpoints, and proves what is in it. */
@NullMarked
@NamedInterface("sealing")
package org.waymark.trail.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
