/** How assessments come in and decisions go out. Every face here translates, and nothing more. */
@NullMarked
package org.waymark.intake;

import org.jspecify.annotations.NullMarked;
