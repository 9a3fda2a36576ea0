/** Leads somebody who has never seen it through a demo. */
@NullMarked
package org.waymark.pages.tour;

import org.jspecify.annotations.NullMarked;
