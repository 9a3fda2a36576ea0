/** Makes a sample of recorded decisions again, time after time, and raises an alarm where one comes out otherwise. */
@NullMarked
@NamedInterface("nightly")
package org.waymark.casework.nightly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
