/**
 * What a screener submits, and the catalogue of what may be observed. Pure: no clock, no store, no framework.
 */
@NullMarked
package org.waymark.assessment;

import org.jspecify.annotations.NullMarked;
