/**
 * What people see in a browser: pages made here, that need no script. They do what the calls under {@code /api} do, by the
 * same services, and hold every word in {@code messages.properties}.
 */
@NullMarked
package org.waymark.pages;

import org.jspecify.annotations.NullMarked;
