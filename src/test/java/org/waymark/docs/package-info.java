/** Tests that pages for people who read no code say what the rules hold and do. */
@NullMarked
package org.waymark.docs;

import org.jspecify.annotations.NullMarked;
