/**
 * The words of a decision: pathways, urgencies, services, actions, blocks and flags, by the contract's codes.
 */
@NullMarked
@NamedInterface("pathway")
package org.waymark.screening.pathway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
