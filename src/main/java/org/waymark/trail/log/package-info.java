/**
 * The pure parts of a transparency log: the Merkle tree of RFC 6962 and RFC 9162, its proofs, and the signed texts of
 * C2SP. Nothing here reads a store, a file or a clock; whoever has the bytes alone can check them.
 */
@NullMarked
@NamedInterface("log")
package org.waymark.trail.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
