/** Forms that somebody has begun to fill in: kept for whoever fills them in, and nobody's record yet. */
@NullMarked
@NamedInterface("draft")
package org.waymark.casework.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
