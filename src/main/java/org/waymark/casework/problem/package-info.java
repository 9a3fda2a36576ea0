/** Refusals, as every face gives them: one document, whichever way the assessment came. */
@NullMarked
@NamedInterface("problem")
package org.waymark.casework.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
