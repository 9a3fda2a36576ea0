/** The command line: a command runs and exits, with no server and no database. */
@NullMarked
package org.waymark.cli;

import org.jspecify.annotations.NullMarked;
