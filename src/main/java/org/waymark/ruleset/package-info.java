/**
 * From rule files to a rule set that can screen. A rule file is a program that somebody uploads: text is read by our
 * own grammar into a tree, the tree is checked, and only what is printed from the checked tree reaches Drools.
 */
@NullMarked
package org.waymark.ruleset;

import org.jspecify.annotations.NullMarked;
