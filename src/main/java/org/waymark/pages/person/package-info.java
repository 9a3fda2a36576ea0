/** What is known about one young person. */
@NullMarked
package org.waymark.pages.person;

import org.jspecify.annotations.NullMarked;
