/**
 * The lists of decisions: what waits for somebody, and what an auditor looks for. They are kept beside the trail, are
 * made from it alone, and can be made anew from it at any time.
 */
@NullMarked
@NamedInterface("worklist")
package org.waymark.casework.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
