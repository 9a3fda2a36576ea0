/** For how long what is recorded about a young person is kept. */
@NullMarked
package org.waymark.casework.retention;

import org.jspecify.annotations.NullMarked;
