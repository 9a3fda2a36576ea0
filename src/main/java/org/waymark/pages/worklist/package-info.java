/** Lists of decisions: what waits for somebody, and what is looked for. */
@NullMarked
package org.waymark.pages.worklist;

import org.jspecify.annotations.NullMarked;
