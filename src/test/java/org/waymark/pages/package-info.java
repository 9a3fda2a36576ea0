/** The pages, in a real browser. */
@NullMarked
package org.waymark.pages;

import org.jspecify.annotations.NullMarked;
