/** How the embedded server keeps documents in its file: in what form, in what order, and not before they are on disk. */
@NullMarked
package org.waymark.store.embedded;

import org.jspecify.annotations.NullMarked;
