/** Half-filled forms: nobody's record yet, kept sealed for whoever fills them in. */
@NullMarked
@NamedInterface("draft")
package org.waymark.casework.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
