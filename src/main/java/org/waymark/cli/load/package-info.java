/** Loads files of assessments: where they come from, where they go, how far it is, and what was rejected. */
@NullMarked
package org.waymark.cli.load;

import org.jspecify.annotations.NullMarked;
