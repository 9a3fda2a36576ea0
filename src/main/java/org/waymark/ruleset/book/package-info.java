/**
 * The rule book: a rule set as a document for people, written once and rendered as Markdown and as HTML. What policy
 * authors wrote is only ever text in it.
 */
@NullMarked
@NamedInterface("book")
package org.waymark.ruleset.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
