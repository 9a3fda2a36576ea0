/**
 * What a screening says: pathways, services, actions and blocks, with the reasons for each, what nearly was, and what
 * should be asked. The records are the contract's JSON, field by field and in its order.
 */
@NullMarked
@NamedInterface("outcome")
package org.waymark.screening.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
