/** The pages of those who write rules, and of those who approve them. */
@NullMarked
package org.waymark.pages.rules;

import org.jspecify.annotations.NullMarked;
