/** Rules in plain English, made from the rule tree and the catalogue's labels, and from nothing that a rule says of itself. */
@NullMarked
@NamedInterface("words")
package org.waymark.ruleset.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
