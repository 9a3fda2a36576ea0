/** Processes that tests start and kill. */
@NullMarked
package org.waymark.child;

import org.jspecify.annotations.NullMarked;
