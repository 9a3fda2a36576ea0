/**
 * What is done with a case. There is one way from an assessment to a decision, {@link
 * org.waymark.casework.Screening}, and every face takes it.
 */
@NullMarked
package org.waymark.casework;

import org.jspecify.annotations.NullMarked;
