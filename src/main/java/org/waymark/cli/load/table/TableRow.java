package org.waymark.cli.load.table;

import java.util.List;

/**
 * A row of a table.
 *
 * @param line where it begins in the file
 */
record TableRow(long line, List<String> cells) {}
