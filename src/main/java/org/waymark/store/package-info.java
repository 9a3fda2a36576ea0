/** The MongoDB that everything is kept in: a real one, or the embedded default behind the same driver and wire protocol. */
@NullMarked
package org.waymark.store;

import org.jspecify.annotations.NullMarked;
