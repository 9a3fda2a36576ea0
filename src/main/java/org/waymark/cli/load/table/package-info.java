/** Tables of a case system: what their columns mean, and how their rows become assessments. */
@NullMarked
package org.waymark.cli.load.table;

import org.jspecify.annotations.NullMarked;
