/** The page of one decision, and what people do with it there. */
@NullMarked
package org.waymark.pages.decision;

import org.jspecify.annotations.NullMarked;
