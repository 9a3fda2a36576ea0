/** Tests that the samples show what their page promises, and that published cases come out as their sources ask. */
@NullMarked
package org.waymark.samples;

import org.jspecify.annotations.NullMarked;
