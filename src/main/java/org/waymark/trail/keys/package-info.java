/**
 * The keys under which personal content is kept: one for each entry, wrapped by one for each young person, wrapped by
 * the master key. Destroying a key erases what is under it, and changes no entry.
 */
@NullMarked
@NamedInterface("keys")
package org.waymark.trail.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
