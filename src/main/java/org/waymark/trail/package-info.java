/** What was recorded about each young person, in the order it was recorded, under keyed pseudonyms. */
@NullMarked
package org.waymark.trail;

import org.jspecify.annotations.NullMarked;
