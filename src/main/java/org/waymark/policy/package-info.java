/**
 * How a rule set comes into force: drafted, checked, tried on past cases, approved by a second person, activated, and
 * if need be rolled back. One log in the trail says what happened; everything else follows from it.
 */
@NullMarked
package org.waymark.policy;

import org.jspecify.annotations.NullMarked;
