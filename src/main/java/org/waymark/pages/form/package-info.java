/** The form by which a screener tells what is known: a first pass, then everything, kept as a draft meanwhile. */
@NullMarked
package org.waymark.pages.form;

import org.jspecify.annotations.NullMarked;
